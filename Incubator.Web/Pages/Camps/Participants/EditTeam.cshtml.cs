using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>One team: its name, its challenge, and who guides it.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class EditTeamModel(IncubatorDb db, TeamDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<ParticipantsText> text) : PageModel
{
    private const int Shown = 50;

    /// <summary>What the history calls each act.</summary>
    public static readonly IReadOnlyDictionary<string, string> Acts = new Dictionary<string, string>
    {
        ["Edited"] = "Team changed",
        ["MemberJoined"] = "Somebody was put in by hand",
        ["MemberLeft"] = "Somebody left",
    };

    [BindProperty(SupportsGet = true)]
    public Guid Team { get; set; }

    [BindProperty]
    public TeamInput Input { get; set; } = new();

    public Team Found { get; private set; } = null!;
    public Camp Camp { get; private set; } = null!;
    public bool IsEmpty { get; private set; }
    public IReadOnlyList<Challenge> Challenges { get; private set; } = [];
    public IReadOnlyList<(CrewMember Member, string Name)> Crew { get; private set; } = [];
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var guides = await db.CrewMembers.Where(m => db.TeamCrew.Any(c => c.TeamId == Found.Id && c.CrewMemberId == m.Id)).Select(m => m.Reference).ToListAsync(cancel);
        Input = new TeamInput
        {
            Name = Found.Name,
            Challenge = Challenges.Where(c => c.Id == Found.ChallengeId).Select(c => (Guid?)c.Reference).FirstOrDefault(),
            Crew = guides,
            Version = Found.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.SaveAsync(new SaveTeam { Team = Team, Name = Input.Name, Challenge = Input.Challenge, Crew = Input.Crew, SeenVersion = Input.Version }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["Saved."]);
        return Redirect(ParticipantLinks.Teams(Camp.Reference));
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        ModelState.Clear();
        var result = await desk.RemoveAsync(Team, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The team is removed."]);
        return Redirect(ParticipantLinks.Teams(Camp.Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Teams.AsNoTracking().FirstOrDefaultAsync(t => t.Reference == Team, cancel) is not { } team) return false;
        Found = team;
        Camp = await db.Camps.AsNoTracking().FirstAsync(c => c.Id == team.CampId, cancel);
        IsEmpty = !await db.TeamMembers.AnyAsync(m => m.TeamId == team.Id, cancel);
        Challenges = await db.Challenges.AsNoTracking().Where(c => c.CampId == team.CampId && c.State == ChallengeState.Accepted).OrderBy(c => c.Id).ToListAsync(cancel);
        var crew = await (
                from m in db.CrewMembers
                join p in db.Users on m.PersonId equals p.Id
                where m.CampId == team.CampId && (m.Role == CrewRole.Facilitator || m.Role == CrewRole.Mentor)
                orderby m.Role, p.FullName
                select new { Member = m, p.FullName })
            .AsNoTracking().ToListAsync(cancel);
        Crew = crew.ConvertAll(c => (c.Member, c.FullName));
        var entries = await (
                from h in db.History
                where h.Subject == nameof(Core.Camps.Team) && h.SubjectId == team.Id
                orderby h.Id descending
                select new { h.At, h.Act, h.Changes, Who = db.Users.Where(p => p.Id == h.PersonId).Select(p => p.FullName).FirstOrDefault() })
            .AsNoTracking().Take(Shown).ToListAsync(cancel);
        History = [.. entries.Select(e => new HistoryLine(e.At, Acts.TryGetValue(e.Act, out var act) ? text[act] : e.Act, e.Who, null,
            [.. (e.Changes is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(e.Changes) ?? [])
                .Where(c => c.Key == "Name").Select(c => new HistoryChange(text["Name"], c.Value[0], c.Value[1]))]))];
        return true;
    }

    public sealed class TeamInput
    {
        [Required, StringLength(Core.Camps.Team.NameMaxLength)]
        public string Name { get; set; } = "";

        public Guid? Challenge { get; set; }

        public List<Guid> Crew { get; set; } = [];

        public Guid Version { get; set; }
    }
}
