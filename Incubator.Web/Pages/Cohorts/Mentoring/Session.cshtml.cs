using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Mentoring;

/// <summary>One hour of a mentor with a company, for both sides and staff; notes for those they are meant for.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class SessionModel(
    IncubatorDb db, MentorDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<MentoringText> text, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty]
    public ActInput Input { get; set; } = new();

    public SessionRow Shown { get; private set; } = null!;

    /// <summary>The reader is its mentor or staff.</summary>
    public bool IsMentor { get; private set; }

    public bool IsToCome { get; private set; }
    public bool HasBegun { get; private set; }
    public string? CancelReason { get; private set; }
    public IReadOnlyList<NoteRow> Notes { get; private set; } = [];
    public IReadOnlyList<SelectListItem> FreeHours { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancel) =>
        ActAsync(actor => desk.CancelAsync(Reference, Input.Reason, actor, cancel), text["The hour was cancelled; both of you are told."], cancel);

    public Task<IActionResult> OnPostMoveAsync(CancellationToken cancel) => ActAsync(
        actor => Input.Slot is { } slot ? desk.MoveAsync(Reference, slot, actor, cancel) : Task.FromResult<Result<Done>>(new Refusal("Missing", "Slot")),
        text["The hour was moved; both of you are told."], cancel);

    public Task<IActionResult> OnPostAttendAsync(bool came, CancellationToken cancel) =>
        ActAsync(actor => desk.AttendAsync(Reference, came, actor, cancel), text["Attendance is recorded."], cancel);

    public Task<IActionResult> OnPostNoteAsync(CancellationToken cancel) => ActAsync(
        actor => desk.NoteAsync(new NoteSession { Session = Reference, Text = Input.Text, Visibility = Input.Visibility }, actor, cancel),
        text["The note is kept."], cancel);

    private async Task<IActionResult> ActAsync(Func<Actor, Task<Result<Done>>> act, string said, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await act(await current.GetAsync());
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(said);
        return Redirect(CohortLinks.Session(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var actor = await current.GetAsync();
        var (companies, person) = (actor.CompanyIds, actor.PersonId);
        var rows = await db.ReadSessionsAsync(db.MentorSessions.Where(s => s.Reference == Reference && (actor.IsStaff || companies.Contains(s.CompanyId) ||
            db.Mentors.Any(m => m.Id == s.MentorId && m.PersonId == person))), cancel);
        if (rows.Count == 0) return false;
        Shown = rows[0];
        IsMentor = actor.IsStaff || await db.Mentors.AnyAsync(m => m.Id == Shown.MentorId && m.PersonId == person, cancel);
        (IsToCome, HasBegun) = (Shown.State == MentorSessionState.Booked && Shown.Start > now, Shown.State != MentorSessionState.Cancelled && Shown.Start <= now);
        CancelReason = await db.MentorSessions.Where(s => s.Reference == Reference).Select(s => s.CancelReason).SingleAsync(cancel);
        Notes = await db.MentorNotes
            .Where(n => db.MentorSessions.Any(s => s.Id == n.SessionId && s.Reference == Reference) && (IsMentor || n.Visibility == NoteVisibility.Company))
            .OrderBy(n => n.Id)
            .Select(n => new NoteRow(n.Text, n.Visibility, n.At, db.Users.Where(u => u.Id == n.AuthorId).Select(u => u.FullName).FirstOrDefault()))
            .ToListAsync(cancel);
        if (IsToCome)
            FreeHours = [new(text["Choose"], ""), .. (await db.FreeHours(Shown.MentorId, now).Take(60).ToListAsync(cancel))
                .Select(s => new SelectListItem(LabFormat.Slot(s.Slot), s.Reference.ToString()))];
        return true;
    }

    public sealed record NoteRow(string Text, NoteVisibility Visibility, DateTimeOffset At, string? Author);

    public sealed class ActInput
    {
        public string? Reason { get; set; }

        public Guid? Slot { get; set; }

        public string? Text { get; set; }

        public NoteVisibility Visibility { get; set; }
    }
}
