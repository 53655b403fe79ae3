using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Web.Pages.Booking.Resources;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Programmes;

/// <summary>One milestone: what was agreed, what became of it, and every act on it. For its company and staff.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class MilestoneDetailsModel(
    IncubatorDb db, MilestoneDesk desk, CohortHistory history, CurrentActor current, RefusalText refusals, IStringLocalizer<ProgrammesText> text,
    TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty]
    public ActInput Input { get; set; } = new();

    public OwnedMilestone Shown { get; private set; } = null!;
    public Light? Light { get; private set; }
    public bool IsStaff { get; private set; }
    public IReadOnlyList<Attachment> Files { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public IReadOnlyDictionary<long, string> People { get; private set; } = new Dictionary<long, string>();

    public Milestone Milestone => Shown.Milestone;

    public bool MayAct => Milestone.State == MilestoneState.Open && Shown.Member.State == CohortMemberState.Active;

    /// <summary>The reader's side has not agreed yet.</summary>
    public bool MayAgree => MayAct && (IsStaff ? Milestone.AgreedByStaffAt : Milestone.AgreedByCompanyAt) is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAgreeAsync(Guid version, CancellationToken cancel) =>
        ActAsync(actor => desk.AgreeAsync(Reference, version, actor, cancel), text["You have agreed."], cancel);

    public Task<IActionResult> OnPostBeginAsync(CancellationToken cancel) =>
        ActAsync(actor => desk.BeginAsync(Reference, actor, cancel), text["The milestone has begun."], cancel);

    public Task<IActionResult> OnPostSlipAsync(CancellationToken cancel) => ActAsync(
        actor => Input.DueOn is { } day
            ? desk.SlipAsync(Reference, day, Input.Reason, actor, cancel)
            : Task.FromResult<Result<Done>>(new Refusal("NotADate", "DueOn")),
        text["The milestone was put off."], cancel);

    public Task<IActionResult> OnPostDropAsync(CancellationToken cancel) =>
        ActAsync(actor => desk.DropAsync(Reference, Input.DropReason, actor, cancel), text["The milestone was dropped."], cancel);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancel) =>
        ActAsync(actor => desk.ReopenAsync(Reference, Input.Reason, actor, cancel), text["The milestone is open again."], cancel);

    public async Task<IActionResult> OnPostDoneAsync(IFormFile? file, CancellationToken cancel)
    {
        var bytes = await Upload.ReadAsync(file, cancel);
        return await ActAsync(actor => desk.FinishAsync(new FinishMilestone
        {
            Reference = Reference,
            On = Input.On ?? LabTime.DateOf(clock.GetUtcNow()),
            Evidence = Input.Evidence,
            FileName = file?.FileName,
            Bytes = bytes,
        }, actor, cancel), text["The milestone is done."], cancel);
    }

    private async Task<IActionResult> ActAsync(Func<Actor, Task<Result<Done>>> act, string said, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await act(await current.GetAsync());
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(said);
        return Redirect(CohortLinks.Milestone(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        if (await OwnedMilestone.FindAsync(db, Reference, actor, cancel) is not { } found) return false;
        (Shown, IsStaff) = (found, actor.IsStaff);
        var today = LabTime.DateOf(clock.GetUtcNow());
        Light = found.Member.State == CohortMemberState.Active ? TrafficLights.Of(MilestoneFacts.Of(found.Milestone), today) : null;
        Files = await db.Attachments.AsNoTracking()
            .Where(a => a.Subject == nameof(Milestone) && a.SubjectId == found.Milestone.Id).OrderBy(a => a.Id).ToListAsync(cancel);
        long?[] ids = [found.Milestone.AgreedByStaffId, found.Milestone.AgreedByCompanyId, .. found.Milestone.Slips.Select(s => s.PersonId)];
        People = await db.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancel);
        History = await history.ReadAsync(nameof(Milestone), found.Milestone.Id, cancel);
        Input.On ??= today;
        return true;
    }

    public sealed class ActInput
    {
        public DateOnly? On { get; set; }

        public DateOnly? DueOn { get; set; }

        public string? Evidence { get; set; }

        public string? Reason { get; set; }

        public string? DropReason { get; set; }
    }
}
