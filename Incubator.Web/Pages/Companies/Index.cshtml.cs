using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Companies;

/// <summary>The register: every question goes by an index, so that ten thousand companies are listed as fast as a hundred.</summary>
[Authorize(Policy = Permission.ManageCompanies)]
public sealed class IndexModel(IncubatorDb db, TimeProvider clock) : PageModel
{
    public const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public Wanted Filter { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "q"), StringLength(100)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page"), Range(1, 10_000)]
    public int Leaf { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Search) || Filter with { By = Order.Name } != new Wanted();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.Malformed();
        var today = LabTime.DateOf(clock.GetUtcNow());
        var found = Narrowed(today);
        Total = await found.CountAsync(cancel);
        Leaf = Math.Min(Leaf, Math.Max(1, (Total + PageSize - 1) / PageSize));
        var sorted = Filter.By switch
        {
            Order.Settlement => found.OrderBy(c => c.Settlement).ThenBy(c => c.Name),
            Order.Newest => found.OrderByDescending(c => c.Id),
            _ => found.OrderBy(c => c.Name),
        };
        Rows = await sorted.Skip((Leaf - 1) * PageSize).Take(PageSize)
            .Select(c => new Row(c.Id, c.Reference, c.Name, c.Settlement, c.TaxNumber, c.SizeClass, c.NaceMain, c.LeftOn, c.IsDemo))
            .ToListAsync(cancel);
        var ids = Rows.Select(r => r.Id).ToList();
        var kinds = (await db.Memberships.AsNoTracking()
                .Where(m => ids.Contains(m.CompanyId) && m.From <= today && (m.Until == null || m.Until >= today))
                .Select(m => new { m.CompanyId, m.Kind }).ToListAsync(cancel))
            .ToLookup(m => m.CompanyId, m => m.Kind);
        Rows = [.. Rows.Select(r => r with { Kinds = [.. kinds[r.Id].Distinct().Order()] })];
        return Page();
    }

    private IQueryable<Company> Narrowed(DateOnly today)
    {
        var companies = db.Companies.AsNoTracking();
        companies = Filter.Standing switch
        {
            Standing.Left => companies.Where(c => c.LeftOn != null),
            Standing.All => companies,
            _ => companies.Where(c => c.LeftOn == null),
        };
        if (Filter.Kind is { } kind)
            companies = companies.Where(c => db.Memberships
                .Where(m => m.Kind == kind && m.From <= today && (m.Until == null || m.Until >= today)).Select(m => m.CompanyId).Contains(c.Id));
        if (Filter.Size is { } size) companies = companies.Where(c => c.SizeClass == size);
        if (Filter.Demo is { } demo) companies = companies.Where(c => c.IsDemo == demo);
        return companies.OfActivity(Filter.Nace).Matching(db, Search);
    }

    public sealed record Row(
        long Id, Guid Reference, string Name, string? Settlement, string? TaxNumber, SizeClass? Size, string? Nace, DateOnly? LeftOn, bool IsDemo)
    {
        public IReadOnlyList<MembershipKind> Kinds { get; init; } = [];
    }

    public enum Order
    {
        Name = 0,
        Settlement = 1,
        Newest = 2,
    }

    public enum Standing
    {
        Here = 0,
        Left = 1,
        All = 2,
    }

    public sealed record Wanted
    {
        public MembershipKind? Kind { get; init; }
        public SizeClass? Size { get; init; }

        /// <summary>The beginning of the main activity's code.</summary>
        [StringLength(NaceCode.MaxLength)]
        public string? Nace { get; init; }
        public Standing Standing { get; init; }
        public bool? Demo { get; init; }
        public Order By { get; init; }
    }
}
