using System.Text.Json;
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
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>One participant, for staff: what they said, and to decide.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class OneModel(
    IncubatorDb db, ParticipantDesk desk, TeamDesk teams, CurrentActor current, RefusalText refusals, IStringLocalizer<ParticipantsText> text) : PageModel
{
    private const int Shown = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Participant { get; set; }

    public Participant Person { get; private set; } = null!;
    public Camp Camp { get; private set; } = null!;
    public IReadOnlyList<string> Skills { get; private set; } = [];
    public IReadOnlyList<(CampQuestion Question, string Answer)> Answers { get; private set; } = [];
    public IReadOnlyList<Team> Teams { get; private set; } = [];
    public TeamMember? Membership { get; private set; }
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAdmitAsync(string? reason, CancellationToken cancel) => await DoneAsync(
        await desk.AdmitAsync(new DecideParticipant { Participant = Participant, Reason = reason }, await current.GetAsync(), cancel), text["Admitted; a mail says so."], cancel);

    public async Task<IActionResult> OnPostCancelAsync(string? reason, CancellationToken cancel) => await DoneAsync(
        await desk.CancelAsync(new DecideParticipant { Participant = Participant, Reason = reason }, await current.GetAsync(), cancel), text["Cancelled; a mail says so."], cancel);

    public async Task<IActionResult> OnPostKindAsync(ParticipantKind kind, CancellationToken cancel) => ModelState.IsValid
        ? await DoneAsync(await desk.MoveAsync(new MoveParticipant { Participant = Participant, Kind = kind }, await current.GetAsync(), cancel), text["Moved."], cancel)
        : await LoadAsync(cancel) ? this.Malformed() : NotFound();

    public async Task<IActionResult> OnPostTeamAsync(Guid? team, CancellationToken cancel) => ModelState.IsValid
        ? await DoneAsync(await teams.MoveAsync(Participant, team, await current.GetAsync(), cancel), text["Moved."], cancel)
        : await LoadAsync(cancel) ? this.Malformed() : NotFound();

    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken cancel) =>
        await DoneAsync(await teams.ReleaseAsync(Participant, await current.GetAsync(), cancel), text["The automatic balance may move them again."], cancel);

    private async Task<IActionResult> DoneAsync(Result<Done> result, string said, CancellationToken cancel)
    {
        if (!result.Succeeded) return await LoadAsync(cancel) ? this.Refused(result.Refusals, refusals, "") : NotFound();
        this.Say(said);
        return Redirect(ParticipantLinks.One(Participant));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Participants.AsNoTracking().FirstOrDefaultAsync(p => p.Reference == Participant && p.ForgottenAt == null, cancel) is not { } person) return false;
        Person = person;
        Camp = await db.Camps.AsNoTracking().FirstAsync(c => c.Id == person.CampId, cancel);
        var listed = await db.CampSkills.AsNoTracking().Where(s => db.ParticipantSkills.Any(k => k.SkillId == s.Id && k.ParticipantId == person.Id)).OrderBy(s => s.Position).ToListAsync(cancel);
        Skills = [.. listed.Select(s => s.Name(LabFormat.Language)), .. person.OtherSkills is { } more ? [more] : Array.Empty<string>()];
        var answers = await (
                from a in db.CampAnswers
                join q in db.CampQuestions on a.QuestionId equals q.Id
                where a.ParticipantId == person.Id && a.Text != ""
                orderby q.Position
                select new { Question = q, a.Text })
            .AsNoTracking().ToListAsync(cancel);
        Answers = answers.ConvertAll(a => (a.Question, a.Text));
        Teams = await db.Teams.AsNoTracking().Where(t => t.CampId == Camp.Id).OrderBy(t => t.Position).ToListAsync(cancel);
        Membership = await db.TeamMembers.AsNoTracking().FirstOrDefaultAsync(m => m.ParticipantId == person.Id, cancel);
        var entries = await (
                from h in db.History
                where h.Subject == nameof(Core.Camps.Participant) && h.SubjectId == person.Id
                orderby h.Id descending
                select new { h.At, h.Act, h.Changes, h.Reason, Who = db.Users.Where(p => p.Id == h.PersonId).Select(p => p.FullName).FirstOrDefault() })
            .AsNoTracking().Take(Shown).ToListAsync(cancel);
        History = [.. entries.Select(e => new HistoryLine(e.At, ParticipantWords.Acts.TryGetValue(e.Act, out var act) ? text[act] : e.Act, e.Who, e.Reason, Changes(e.Changes)))];
        return true;
    }

    private List<HistoryChange> Changes(string? changes) => [.. (changes is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(changes) ?? [])
        .Select(c => new HistoryChange(c.Key == nameof(Core.Camps.Participant.Kind) ? text["Comes as"] : text["State"], Say(c.Key, c.Value[0]), Say(c.Key, c.Value[1])))];

    private string? Say(string field, string? value) => field == nameof(Core.Camps.Participant.Kind) && Enum.TryParse<ParticipantKind>(value, out var kind)
        ? ParticipantWords.Of(kind, text)
        : Enum.TryParse<ParticipantState>(value, out var state) ? ParticipantWords.Of(state, text) : value;
}
