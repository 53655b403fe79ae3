using Incubator.Core.Booking;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>A resource's photo for everybody, its documents for whoever is signed in.</summary>
[AllowAnonymous]
public sealed class FileModel(IncubatorDb db, DocumentArchive archive) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel)
    {
        var file = await db.Attachments.AsNoTracking()
            .FirstOrDefaultAsync(a => a.Reference == reference && a.Subject == nameof(Resource), cancel);
        if (file is null) return NotFound();
        if (file.Kind == AttachmentKind.Document && User.Identity?.IsAuthenticated != true) return Challenge();
        if (await archive.ReadAsync(file.Id, cancel) is not { } bytes) return NotFound();
        // A reference never changes its content.
        Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return file.Kind == AttachmentKind.Photo
            ? File(bytes, file.ContentType)
            : File(bytes, file.ContentType, file.FileName);
    }
}
