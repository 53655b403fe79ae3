using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Incubator.Web.Pages.Camps.Certificates;

/// <summary>The QR code on a certificate: leads to the page on which it is checked.</summary>
[AllowAnonymous]
public sealed class QrModel(IncubatorDb db) : PageModel
{
    private const int PixelsPerModule = 4;

    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel)
    {
        var certificate = await db.Certificates.Where(c => c.Reference == reference).Select(c => new { c.Number, c.Code }).FirstOrDefaultAsync(cancel);
        if (certificate is null) return NotFound();
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode($"{Request.Scheme}://{Request.Host}{CertificateLinks.CheckOf(certificate.Number, certificate.Code)}", QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return Content(picture.GetGraphic(PixelsPerModule), "image/svg+xml");
    }
}
