using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Companies;

/// <summary>The own company's page; who belongs to several chooses which.</summary>
[Authorize(Policy = Permission.OwnCompany)]
public sealed class MineModel(IncubatorDb db, CompanyReader companies, CurrentActor current) : PageModel
{
    public CompanyView View { get; private set; } = null!;
    public IReadOnlyList<(Guid Reference, string Name)> Own { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? reference, CancellationToken cancel)
    {
        var ids = (await current.GetAsync()).CompanyIds;
        Own = [.. (await db.Companies.Where(c => ids.Contains(c.Id)).OrderBy(c => c.Name).Select(c => new { c.Reference, c.Name }).ToListAsync(cancel))
            .Select(c => (c.Reference, c.Name))];
        if (Own.Count == 0 || (reference is { } wanted && Own.All(o => o.Reference != wanted))) return NotFound();
        if (await companies.FindAsync(reference ?? Own[0].Reference, cancel) is not { } company) return NotFound();
        View = await companies.ReadAsync(company, cancel);
        return Page();
    }
}
