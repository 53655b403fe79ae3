using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies;

[Authorize(Policy = Permission.ManageCompanies)]
public sealed class EditModel(
    IncubatorDb db, CompanyRegister register, NaceTitles titles, CurrentActor current, RefusalText refusals, IStringLocalizer<CompaniesText> text)
    : CompanyFormModel(register, titles)
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public string Name { get; private set; } = "";

    /// <summary>After a stale save: what stands now where it differs from what was typed.</summary>
    public IReadOnlyList<FieldChange>? Fresh { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } company) return NotFound();
        Input = CompanyInput.Of(company);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } company) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await Desk.EditAsync(new EditCompany
        {
            Reference = Reference,
            Facts = Input.Facts,
            SeenVersion = Input.Version,
            DuplicatesSeen = Input.IsAnother,
        }, await current.GetAsync(), cancel);
        if (result.Was(Refusal.ChangedMeanwhile.Code)) ShowFresh(company);
        if (!result.Succeeded)
        {
            await ShowAlikeAsync(result.Refusals, company.Id, cancel);
            return this.Refused(result.Refusals, refusals);
        }

        this.Say(result.Value.Changed ? text["The company was saved."] : text["Nothing was changed."]);
        return Redirect(CompanyLinks.Details(Reference));
    }

    private async Task<Company?> FindAsync(CancellationToken cancel)
    {
        var company = await db.Companies.AsNoTracking().Include(c => c.OtherActivities).FirstOrDefaultAsync(c => c.Reference == Reference, cancel);
        Name = company?.Name ?? "";
        return company;
    }

    private void ShowFresh(Company now)
    {
        var there = CompanyInput.Of(now);
        Fresh = [.. typeof(CompanyInput).GetProperties()
            .Where(p => p.CanWrite && p.Name is not (nameof(CompanyInput.Version) or nameof(CompanyInput.IsAnother)))
            .Select(p => new FieldChange(p.Name, CompanyHistory.Say(p.Name, Plain(p.GetValue(there)), text), CompanyHistory.Say(p.Name, Plain(p.GetValue(Input)), text)))
            .Where(c => (c.Old ?? "") != (c.New ?? ""))];
        // The next save knows what it replaces.
        ModelState.Remove("Input.Version");
        Input.Version = now.Version;
    }

    private static string? Plain(object? value) => Core.History.HistoryBook.Text(value);
}
