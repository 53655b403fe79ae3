using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>An applicant's own application: how it stands, what is missing, and to hand it in.</summary>
[AllowAnonymous]
public sealed class OverviewModel(
    IncubatorDb db, ApplicationReader reader, ApplicationDesk desk, SheetReader sheets, RefusalText refusals, IStringLocalizer<ApplicationsText> text,
    TimeProvider clock) : ApplicantModel(db, reader, clock)
{
    public ApplicationSheet? Sheet { get; private set; }

    public DateOnly? DeleteAfter => ApplicationRetention.DeleteAfter(Application, Call.ClosesAt);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ShowAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken cancel) =>
        await DoneAsync(await desk.SubmitAsync(Secret, cancel), text["It is submitted. A confirmation goes to your mail address."], cancel);

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancel) =>
        await DoneAsync(await desk.ReopenAsync(Secret, cancel), text["It is a draft again: change it and submit it once more."], cancel);

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) =>
        await DoneAsync(await desk.WithdrawAsync(Secret, cancel), text["It is withdrawn."], cancel);

    /// <summary>"Product idea, Name of the product".</summary>
    public string NameOf(AnswerProblem problem)
    {
        var field = Form.Field(problem.Field)!;
        var label = FieldWords.Label(field, text);
        return problem.Field.Split('.') switch
        {
            ["size", "2", ..] => $"{label} ({text["the year before"]})",
            ["idea", var n, ..] when n != "1" => $"{label} ({text["idea {0}", n]})",
            ["firm", var n, ..] => $"{label} ({text["other firm {0}", n]})",
            _ => label,
        };
    }

    public string Say(AnswerProblem problem) => refusals.Say(problem.Refusal);

    private async Task<IActionResult> DoneAsync(Result<Done> result, string said, CancellationToken cancel)
    {
        if (!result.Succeeded) return await ShowAsync(cancel) ? this.Refused(result.Refusals, refusals) : NotFound();
        this.Say(said);
        return Redirect(ApplicationLinks.Own(Secret));
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return false;
        if (!IsDraft) Sheet = await sheets.ReadAsync(Application, file => ApplicationLinks.OwnFile(Secret, file), cancel);
        return true;
    }
}
