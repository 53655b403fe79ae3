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

/// <summary>A linked firm: what joins it, and its figures year by year.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class LinkModel(
    IncubatorDb db, CompanyReader companies, SizeDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CompaniesText> text, TimeProvider clock)
    : OwnCompanyModel(companies, current)
{
    [BindProperty(SupportsGet = true)]
    public Guid? Link { get; set; }

    // Named, so that a form that is not sent is not looked for elsewhere.
    [BindProperty(Name = nameof(Input))]
    public LinkInput Input { get; set; } = new();

    [BindProperty(Name = nameof(Figures))]
    public YearInput Figures { get; set; } = new();

    public IReadOnlyList<YearFigures> Years { get; private set; } = [];

    /// <summary>Where the other firm is in the register too; for staff.</summary>
    public Guid? Other { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Figures.Year = LabTime.DateOf(clock.GetUtcNow()).Year - 1;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var input = Input;
        if (!await LoadAsync(cancel)) return NotFound();
        Input = input;
        Forget(nameof(Figures));
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.SaveLinkAsync(new SaveLink { Company = Reference, Link = Link, Facts = Input.Facts }, await Current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The linked firm was saved."]);
        return Redirect(CompanyLinks.Link(Reference, result.Value));
    }

    public async Task<IActionResult> OnPostYearAsync(CancellationToken cancel)
    {
        Forget(nameof(Input));
        if (!await LoadAsync(cancel) || Link is not { } link) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.SayLinkYearAsync(Reference, link, Figures.Figures, await Current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals, nameof(Figures));
        this.Say(text["The figures of {0} are kept.", Figures.Year]);
        return Redirect(CompanyLinks.Link(Reference, link));
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await LoadAsync(cancel) || Link is not { } link) return NotFound();
        var result = await desk.RemoveLinkAsync(Reference, link, await Current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The linked firm was removed."]);
        return Redirect(CompanyLinks.Figures(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return false;
        if (Link is not { } reference) return true;
        var link = await db.CompanyLinks.AsNoTracking().Include(l => l.Years).FirstOrDefaultAsync(l => l.Reference == reference && l.CompanyId == Company.Id, cancel);
        if (link is null) return false;
        Input = LinkInput.Of(link.Facts());
        Years = [.. link.Years.OrderByDescending(y => y.Year).Select(y => y.Figures())];
        if (IsStaff && link.OtherCompanyId is { } other)
            Other = await db.Companies.Where(c => c.Id == other).Select(c => (Guid?)c.Reference).FirstOrDefaultAsync(cancel);
        return true;
    }

    // The page holds two forms; only the one that was sent counts.
    private void Forget(string form)
    {
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith(form + ".", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
    }
}
