using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies;

/// <summary>The yearly figures and linked firms by which the size is known.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class FiguresModel(
    IncubatorDb db, CompanyReader companies, SizeDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CompaniesText> text, TimeProvider clock)
    : OwnCompanyModel(companies, current)
{
    [BindProperty]
    public YearInput Input { get; set; } = new();

    public IReadOnlyList<YearFigures> Years { get; private set; } = [];
    public IReadOnlyList<Row> Links { get; private set; } = [];
    public SizeWorking Size { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var told = Years.FirstOrDefault(y => y.Year == year);
        Input = told is null
            ? new YearInput { Year = year ?? LabTime.DateOf(clock.GetUtcNow()).Year - 1 }
            : new YearInput
            {
                Year = told.Year,
                Headcount = told.Headcount,
                Turnover = told.Turnover,
                BalanceTotal = told.BalanceTotal,
                Currency = told.Currency,
                Rate = told.Rate,
            };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.SayYearAsync(Reference, Input.Figures, await Current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The figures of {0} are kept.", Input.Year]);
        return Redirect(CompanyLinks.Figures(Reference));
    }

    public async Task<IActionResult> OnPostRemoveAsync(int year, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await LoadAsync(cancel)) return NotFound();
        var result = await desk.RemoveYearAsync(Reference, year, await Current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The figures of {0} were removed.", year]);
        return Redirect(CompanyLinks.Figures(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return false;
        Years = [.. (await db.CompanyYears.AsNoTracking().Where(y => y.CompanyId == Company.Id).OrderByDescending(y => y.Year).ToListAsync(cancel)).Select(y => y.Figures())];
        Links = await db.CompanyLinks.AsNoTracking().Where(l => l.CompanyId == Company.Id).OrderBy(l => l.Name)
            .Select(l => new Row(l.Reference, l.Name, l.SharePercent, l.Direction, l.Kind, l.Years.Count)).ToListAsync(cancel);
        Size = await SizeDesk.WorkAsync(db, Company.Id, cancel);
        return true;
    }

    public sealed record Row(Guid Reference, string Name, decimal SharePercent, LinkDirection Direction, LinkedFirmKind Kind, int Years);
}
