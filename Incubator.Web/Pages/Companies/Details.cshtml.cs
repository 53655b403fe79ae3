using Incubator.Core.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Companies;

/// <summary>A company's page for staff; alumni have theirs too.</summary>
[Authorize(Policy = Permission.ManageCompanies)]
public sealed class DetailsModel(CompanyReader companies) : PageModel
{
    public CompanyView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel)
    {
        if (await companies.FindAsync(reference, cancel) is not { } company) return NotFound();
        View = await companies.ReadAsync(company, cancel);
        return Page();
    }
}
