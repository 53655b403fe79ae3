using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>The published agenda, for everybody: by day, room, team, or one's own sessions.</summary>
[AllowAnonymous]
public sealed class IndexModel(IncubatorDb db, AgendaReader agendas, CurrentActor current, IStringLocalizer<AgendaText> text) : PageModel
{
    public const string Mine = "mine";

    [BindProperty(SupportsGet = true, Name = "version")]
    public int? Version { get; set; }

    [BindProperty(SupportsGet = true, Name = "day")]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true, Name = "room")]
    public string? Room { get; set; }

    [BindProperty(SupportsGet = true, Name = "team")]
    public Guid? Team { get; set; }

    [BindProperty(SupportsGet = true, Name = "who")]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true, Name = "view")]
    public string? Shape { get; set; }

    public Camp Camp { get; private set; } = null!;

    /// <summary>Null: nothing is published yet.</summary>
    public PublishedAgenda? Agenda { get; private set; }
    public IReadOnlyList<AgendaRow> Shown { get; private set; } = [];
    public IReadOnlyList<AgendaRow> Changes { get; private set; } = [];
    public bool IsOld { get; private set; }

    /// <summary>The reader has a part in this camp.</summary>
    public bool HasOwn { get; private set; }

    public bool IsNarrowed => Day is not null || !string.IsNullOrEmpty(Room) || Team is not null || !string.IsNullOrEmpty(Who) || !string.IsNullOrEmpty(Shape);

    public bool AsTable => Shape == "table";

    public IReadOnlyList<SelectListItem> Days => Choices(Agenda!.Rows.Select(r => r.Day).Distinct().Order()
        .Select(d => (LabFormat.LongDate(d), AgendaLinks.Iso(d))), text["all days"], Day is { } day ? AgendaLinks.Iso(day) : null);

    public IReadOnlyList<SelectListItem> Rooms => Choices(Agenda!.Rows.Select(r => r.Item.RoomName).OfType<string>().Distinct().Order(StringComparer.CurrentCulture)
        .Select(r => (r, r)), text["all rooms"], Room);

    public IReadOnlyList<SelectListItem> Teams => Choices(Agenda!.Teams.Select(t => (t.Name, $"{t.Reference}")), text["all teams"], Team?.ToString());

    public IReadOnlyList<SelectListItem> Whose => Choices([(text["mine"].Value, Mine)], text["everybody's"], Who);

    public IReadOnlyList<SelectListItem> Views => Choices([(text["a table"].Value, "table")], text["a list"], Shape);

    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel)
    {
        if (!ModelState.IsValid) return NotFound();
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == reference && c.Status != CampStatus.Draft, cancel) is not { } camp) return NotFound();
        Camp = camp;
        Agenda = await agendas.ReadAsync(reference, Version, cancel);
        if (Agenda is null) return Version is null ? Page() : NotFound();
        IsOld = Version is not null && await db.AgendaVersions.AnyAsync(v => v.CampId == camp.Id && v.Number > Agenda.Version.Number, cancel);
        var own = await OwnAsync(cancel);
        HasOwn = own is not null;
        Changes = [.. Agenda.Changed.Where(r => Matches(r, own))];
        Shown = [.. Agenda.Rows.Where(r => Matches(r, own))];
        return Page();
    }

    private bool Matches(AgendaRow row, Own? own) =>
        (Day is null || row.Day == Day) &&
        (string.IsNullOrEmpty(Room) || row.Item.RoomName == Room) &&
        (Team is null || row.Teams.Count == 0 || row.Teams.Any(t => t.Reference == Team)) &&
        (Who != Mine || own is null || own.IsIn(row.Item));

    /// <summary>What the signed-in reader does at this camp; null where nothing.</summary>
    private async Task<Own?> OwnAsync(CancellationToken cancel)
    {
        if (User.Identity?.IsAuthenticated != true || (await current.GetAsync()).PersonId is not { } person) return null;
        var crew = await db.CrewMembers.Where(m => m.CampId == Camp.Id && m.PersonId == person).Select(m => m.Id).ToListAsync(cancel);
        var teams = await (
            from member in db.TeamMembers
            join participant in db.Participants on member.ParticipantId equals participant.Id
            where participant.CampId == Camp.Id && participant.PersonId == person
            select member.TeamId).ToListAsync(cancel);
        return crew.Count + teams.Count == 0 ? null : new Own([.. crew], [.. teams]);
    }

    private static List<SelectListItem> Choices(IEnumerable<(string Text, string Value)> all, string none, string? chosen) =>
        [new(none, ""), .. all.Select(c => new SelectListItem(c.Text, c.Value, c.Value == chosen))];

    private sealed record Own(HashSet<long> Crew, HashSet<long> Teams)
    {
        public bool IsIn(AgendaItem item) =>
            item.CrewIds.Any(Crew.Contains) || (Teams.Count > 0 && (!item.TeamIds.Any() || item.TeamIds.Any(Teams.Contains)));
    }
}
