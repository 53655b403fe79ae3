using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>One application, for staff: all of it once it is submitted, of a draft only that it exists.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class DetailsModel(
    IncubatorDb db, ApplicationReader reader, SheetReader sheets, DuplicateDesk duplicates, ApplicationHistory history, CurrentActor current,
    RefusalText refusals, IStringLocalizer<ApplicationsText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public Application Application { get; private set; } = null!;
    public Call Call { get; private set; } = null!;
    public ApplicationSheet? Sheet { get; private set; }
    public IReadOnlyList<Lookalike> Alike { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public string? SameAs { get; private set; }
    public bool IsOutside { get; private set; }

    public bool IsReadable => Application.SubmittedAt is not null;

    public DateOnly? DeleteAfter => ApplicationRetention.DeleteAfter(Application, Call.ClosesAt);

    public static string Why(Lookalike other, IStringLocalizer text) => other.Reason switch
    {
        DuplicateReason.SameTaxNumber => text["the same tax number"],
        DuplicateReason.SameName => text["the same name"],
        _ => text["a similar name ({0} %)", (int)Math.Round(other.Similarity * 100)],
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostJudgeAsync(long? companyId, Guid? other, bool same, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await duplicates.JudgeAsync(
            new JudgeDuplicate { Application = Reference, CompanyId = companyId, Other = other, IsSame = same }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(same ? text["Noted: it is the same firm."] : text["Noted: it is not the same."]);
        return Redirect(ApplicationLinks.Details(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var application = await db.Applications.AsNoTracking().FirstOrDefaultAsync(a => a.Reference == Reference, cancel);
        if (application is null) return false;
        Application = application;
        Call = await db.Calls.AsNoTracking().FirstAsync(c => c.Id == application.CallId, cancel);
        History = await history.ReadAsync(application.Id, cancel);
        if (!IsReadable) return true;
        Sheet = await sheets.ReadAsync(application, file => ApplicationLinks.File(Reference, file), cancel);
        Alike = await duplicates.FindAsync(application, cancel);
        IsOutside = (await reader.AnswersAsync(application.Id, cancel)).IsOutside(Call);
        if (application.CompanyId is { } company) SameAs = await db.Companies.Where(c => c.Id == company).Select(c => c.Name).FirstAsync(cancel);
        return true;
    }
}
