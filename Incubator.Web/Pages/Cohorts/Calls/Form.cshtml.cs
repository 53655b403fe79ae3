using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>A call's own sections and questions: their order, and what goes.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class FormModel(IncubatorDb db, CallFormDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CallsText> text)
    : CallPartModel(db)
{
    public IReadOnlyList<CallSection> Sections { get; private set; } = [];
    public IReadOnlyList<CallQuestion> Questions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMoveSectionAsync(long id, Move way, CancellationToken cancel) =>
        await DoneAsync(await desk.MoveSectionAsync(Reference, id, way, await current.GetAsync(), cancel), null, cancel);

    public async Task<IActionResult> OnPostRemoveSectionAsync(long id, CancellationToken cancel) =>
        await DoneAsync(await desk.RemoveSectionAsync(Reference, id, await current.GetAsync(), cancel), text["The section was removed."], cancel);

    public async Task<IActionResult> OnPostMoveQuestionAsync(long id, Move way, CancellationToken cancel) =>
        await DoneAsync(await desk.MoveQuestionAsync(Reference, id, way, await current.GetAsync(), cancel), null, cancel);

    public async Task<IActionResult> OnPostRemoveQuestionAsync(long id, CancellationToken cancel) =>
        await DoneAsync(await desk.RemoveQuestionAsync(Reference, id, await current.GetAsync(), cancel), text["The question was removed."], cancel);

    private async Task<IActionResult> DoneAsync(Result<Done> result, string? said, CancellationToken cancel)
    {
        if (!result.Succeeded) return await LoadAsync(cancel) ? this.Refused(result.Refusals, refusals) : NotFound();
        if (said is not null) this.Say(said);
        return Redirect(CallLinks.Form(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await LoadCallAsync(cancel)) return false;
        Sections = await Db.CallSections.AsNoTracking().Where(s => s.CallId == Call.Id).OrderBy(s => s.Position).ToListAsync(cancel);
        Questions = await Db.CallQuestions.AsNoTracking().Where(q => q.CallId == Call.Id).OrderBy(q => q.Position).ToListAsync(cancel);
        return true;
    }
}
