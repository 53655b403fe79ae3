using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Camps.Crew;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>A camp's teams: made, balanced, moved by hand and announced.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class TeamsModel(
    IncubatorDb db, TeamDesk desk, CrewWarnings warnings, CurrentActor current, RefusalText refusals, IStringLocalizer<ParticipantsText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public Camp Camp { get; private set; } = null!;
    public IReadOnlyList<TeamRow> Teams { get; private set; } = [];
    public IReadOnlyList<MemberRow> Everybody { get; private set; } = [];
    public TeamDivision Division { get; private set; } = null!;
    public IReadOnlyList<string> Problems { get; private set; } = [];

    public int People => Everybody.Count;

    public int Suggested => TeamBalance.Suggest(People, Camp.MinTeamSize, Camp.MaxTeamSize);

    public IReadOnlyList<MemberRow> Loose => [.. Everybody.Where(m => m.Team is null)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMakeAsync(int count, CancellationToken cancel) => ModelState.IsValid
        ? await DoneAsync(await desk.MakeAsync(Reference, count, text["Team {0}"].Value, await current.GetAsync(), cancel), n => text["There are {0} teams.", n], cancel)
        : await LoadAsync(cancel) ? this.Malformed() : NotFound();

    public async Task<IActionResult> OnPostBalanceAsync(CancellationToken cancel) =>
        await DoneAsync(await desk.BalanceAsync(Reference, await current.GetAsync(), cancel), d => text["Divided: {0} people in {1} teams.", d.Teams.Sum(t => t.Count), d.Teams.Count], cancel);

    public async Task<IActionResult> OnPostMoveAsync(Guid participant, Guid? team, CancellationToken cancel) => ModelState.IsValid
        ? await DoneAsync(await desk.MoveAsync(participant, team, await current.GetAsync(), cancel), _ => text["Moved."], cancel)
        : await LoadAsync(cancel) ? this.Malformed() : NotFound();

    public async Task<IActionResult> OnPostAnnounceAsync(CancellationToken cancel) =>
        await DoneAsync(await desk.AnnounceAsync(Reference, await current.GetAsync(), cancel), n => text["Announced; mails were written: {0}.", n], cancel);

    private async Task<IActionResult> DoneAsync<T>(Result<T> result, Func<T, string> said, CancellationToken cancel)
    {
        if (!result.Succeeded) return await LoadAsync(cancel) ? this.Refused(result.Refusals, refusals, "") : NotFound();
        this.Say(said(result.Value));
        return Redirect(ParticipantLinks.Teams(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel) is not { } camp) return false;
        Camp = camp;
        var language = LabFormat.Language;
        var teams = await db.Teams.AsNoTracking().Where(t => t.CampId == camp.Id).OrderBy(t => t.Position).ThenBy(t => t.Id).ToListAsync(cancel);
        var members = await db.TeamMembers.AsNoTracking().Where(m => db.Teams.Any(t => t.Id == m.TeamId && t.CampId == camp.Id)).ToDictionaryAsync(m => m.ParticipantId, cancel);
        var people = await db.Participants.AsNoTracking().Where(p => p.CampId == camp.Id && p.State == ParticipantState.Admitted).OrderBy(p => p.Name).ToListAsync(cancel);
        Everybody = people.ConvertAll(p => new MemberRow(
            p.Reference, p.Name, p.Kind, p.Organisation, ParticipantWords.LanguagesOf(p, text),
            members.TryGetValue(p.Id, out var m) ? teams.Find(t => t.Id == m.TeamId)?.Name : null, members.TryGetValue(p.Id, out var f) && f.IsFixed, p.Id));
        var matter = await TeamPeople.ReadAsync(db, camp.Id, id => members.TryGetValue(id, out var m) ? teams.FindIndex(t => t.Id == m.TeamId) : null, cancel);
        Division = TeamBalance.Judge(matter, teams.Count, camp.MinTeamSize, camp.MaxTeamSize);
        var challenges = await db.Challenges.AsNoTracking().Where(c => c.CampId == camp.Id).ToDictionaryAsync(c => c.Id, cancel);
        var guides = (await (
                from c in db.TeamCrew
                join m in db.CrewMembers on c.CrewMemberId equals m.Id
                join p in db.Users on m.PersonId equals p.Id
                where m.CampId == camp.Id
                orderby p.FullName
                select new { c.TeamId, p.FullName })
            .ToListAsync(cancel)).ToLookup(g => g.TeamId, g => g.FullName);
        Teams = teams.ConvertAll(t => new TeamRow(
            t, t.ChallengeId is { } id && challenges.TryGetValue(id, out var c) ? c.Title(language) : null,
            [.. Everybody.Where(e => members.TryGetValue(e.Id, out var m) && m.TeamId == t.Id)],
            matter.Where(p => p.Team is { } at && teams[at].Id == t.Id).SelectMany(p => p.Skills).Distinct(StringComparer.OrdinalIgnoreCase).Count(), [.. guides[t.Id].Distinct()]));
        Problems = teams.Count == 0 ? [] :
        [
            .. (Loose.Count > 0 ? Division.Problems.Where(p => p.Code != "TooFewPeople") : Division.Problems)
                .Select(p => ParticipantWords.Of(p, p.Team is { } at ? teams[at].Name : "", camp, text)),
            .. await warnings.ReadAsync(camp.Id, cancel),
        ];
        return true;
    }

    public sealed record MemberRow(Guid Reference, string Name, ParticipantKind Kind, string? Organisation, string Languages, string? Team, bool IsFixed, long Id);

    /// <param name="Skills">How many different ones.</param>
    public sealed record TeamRow(Team Team, string? Challenge, IReadOnlyList<MemberRow> Members, int Skills, IReadOnlyList<string> Guides);
}
