using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Companies;

/// <summary>The register as a CSV file that the import reads.</summary>
[Authorize(Policy = Permission.ManageCompanies)]
public sealed class ExportModel(CompanyExport export) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        File(await export.WriteAsync(cancel), "text/csv; charset=utf-8", "companies.csv");
}
