using Incubator.Core.Booking;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>The QR code of a resource's own page, as a picture.</summary>
[AllowAnonymous]
public sealed class QrModel(IncubatorDb db) : PageModel
{
    private const int PixelsPerModule = 4;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (await db.Resources.WithCode(code).Select(r => r.Code).FirstOrDefaultAsync(cancel) is not { } written) return NotFound();
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode($"{Request.Scheme}://{Request.Host}{ResourceLinks.Details(written)}", QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return Content(picture.GetGraphic(PixelsPerModule), "image/svg+xml");
    }
}
