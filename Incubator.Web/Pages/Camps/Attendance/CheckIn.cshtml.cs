using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Attendance;

/// <summary>At the door, on the phone: who has come to the camp, and who is at a session. One tap each.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class CheckInModel(IncubatorDb db, AttendanceReader reader, CheckInDesk desk, CurrentActor current, RefusalText refusals, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    /// <summary>Null: arrival at the camp.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Session { get; set; }

    public Camp Camp { get; private set; } = null!;
    public IReadOnlyList<Attendee> People { get; private set; } = [];

    /// <summary>Those that count.</summary>
    public IReadOnlyList<TimedSession> Sessions { get; private set; } = [];

    public TimedSession? Chosen { get; private set; }
    public TimedSession? Running { get; private set; }
    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public bool IsOpen => Camp.Status is CampStatus.Running or CampStatus.FollowUp;

    public bool IsTicked(Attendee person) => Chosen is null ? person.ArrivedAt is not null : person.Attended.Contains(Chosen.Session.Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostArriveAsync(Guid participant, bool there, CancellationToken cancel) =>
        await DoneAsync(await desk.ArriveAsync(new NoteArrival { Camp = Reference, Participant = participant, HasArrived = there }, await current.GetAsync(), cancel), participant, cancel);

    public async Task<IActionResult> OnPostAttendAsync(Guid participant, bool there, CancellationToken cancel) =>
        await DoneAsync(await desk.AttendAsync(
            new NotePresence { Camp = Reference, Session = Session ?? default, Participant = participant, IsHere = there }, await current.GetAsync(), cancel), participant, cancel);

    public async Task<IActionResult> OnPostTeamAsync(Guid team, CancellationToken cancel) =>
        await DoneAsync(await desk.AttendAsync(new NotePresence { Camp = Reference, Session = Session ?? default, Team = team }, await current.GetAsync(), cancel), null, cancel);

    private async Task<IActionResult> DoneAsync(Result<Done> result, Guid? participant, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        var at = People.FirstOrDefault(p => p.Reference == participant) is { } person ? $"#p-{person.Id}" : "";
        return Redirect(AttendanceLinks.CheckIn(Reference, Session) + at);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel) is not { } camp) return false;
        if (!await reader.MayKeepAsync(camp.Id, await current.GetAsync(), cancel)) return false;
        var now = clock.GetUtcNow();
        Camp = camp;
        People = await reader.AttendeesAsync(camp.Id, cancel);
        Sessions = [.. (await reader.SessionsAsync(camp.Id, cancel)).Where(s => AttendanceRules.Counts(s.Session.Kind))];
        Running = Sessions.FirstOrDefault(s => s.Start - CheckInDesk.Early <= now && now < s.End);
        if (Session is not null && (Chosen = Sessions.FirstOrDefault(s => s.Reference == Session)) is null) return false;
        var teams = await db.Teams.Where(t => t.CampId == camp.Id).OrderBy(t => t.Position).Select(t => new { t.Id, t.Reference, t.Name }).ToListAsync(cancel);
        Groups = [.. teams.Select(t => new Group($"{t.Id}", t.Reference, t.Name, [.. People.Where(p => p.TeamId == t.Id)]))
            .Append(new Group("none", null, null, [.. People.Where(p => p.TeamId is null)]))
            .Where(g => g.People.Count > 0 && (Chosen is null || AttendanceRules.IsFor(Chosen.Session, g.People[0].TeamId)))];
        return true;
    }

    public sealed record Group(string Key, Guid? Team, string? Name, IReadOnlyList<Attendee> People);
}
