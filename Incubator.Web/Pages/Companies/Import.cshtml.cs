using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Core.Documents;
using Incubator.Web.Pages.Booking.Resources;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Companies;

/// <summary>First step of three: the file is looked at and kept; then its preview, then the progress of taking it in.</summary>
[Authorize(Policy = Permission.ManageCompanies)]
public sealed class ImportModel(DocumentArchive archive, RefusalText refusals) : PageModel
{
    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        var bytes = await Upload.ReadAsync(file, cancel);
        var read = CompanyList.Read(bytes);
        if (!read.Succeeded) return this.Refused(read.Refusals, refusals);
        var staged = await archive.StageAsync(CompanyImport.HistorySubject, file!.FileName, bytes, cancel);
        return Redirect(CompanyLinks.ImportPreview(staged.Reference));
    }
}
