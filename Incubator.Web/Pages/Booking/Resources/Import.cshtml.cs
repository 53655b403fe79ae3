using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Documents;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>First step of three: the file is looked at and kept; then its preview, then the progress of taking it in.</summary>
[Authorize(Policy = Permission.ManageResources)]
public sealed class ImportModel(DocumentArchive archive, RefusalText refusals) : PageModel
{
    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        var bytes = await Upload.ReadAsync(file, cancel);
        var read = ResourceFile.Read(bytes);
        if (!read.Succeeded) return this.Refused(read.Refusals, refusals);
        var staged = await archive.StageAsync(ResourceImport.HistorySubject, file!.FileName, bytes, cancel);
        return Redirect(ResourceLinks.ImportPreview(staged.Reference));
    }
}
