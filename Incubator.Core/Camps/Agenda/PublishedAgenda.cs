using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>One session as everybody may read it: crew by name only where they have said yes.</summary>
public sealed record AgendaRow(AgendaItem Item, IReadOnlyList<Team> Teams, IReadOnlyList<string> Crew)
{
    public DateOnly Day => Common.LabTime.DateOf(Item.Start);
}

/// <summary>A published version with the names of now.</summary>
public sealed record PublishedAgenda(Camp Camp, AgendaVersion Version, IReadOnlyList<AgendaRow> Rows, IReadOnlyList<Team> Teams)
{
    /// <summary>What takes place.</summary>
    public IEnumerable<AgendaRow> Standing => Rows.Where(r => r.Item.Change != AgendaChange.Cancelled);

    public IEnumerable<AgendaRow> Changed => Rows.Where(r => r.Item.Change != AgendaChange.None);

    /// <summary>The same from the first version to the last, whatever becomes of it.</summary>
    public static string UidOf(Guid session) => $"session-{session:N}@incubator.debrecen";
}

/// <summary>Reads published agendas, for pages and feeds.</summary>
public sealed class AgendaReader(IncubatorDb db)
{
    /// <summary>A public camp's version of that number, or its latest; null where there is none.</summary>
    public async Task<PublishedAgenda?> ReadAsync(Guid camp, int? number, CancellationToken cancel)
    {
        var found = await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == camp && c.Status != CampStatus.Draft, cancel);
        if (found is null) return null;
        var version = await db.AgendaVersions.AsNoTracking().Include(v => v.Items).ThenInclude(i => i.Parts).AsSplitQuery()
            .Where(v => v.CampId == found.Id && (number == null || v.Number == number)).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
        if (version is null) return null;
        var teams = await db.Teams.AsNoTracking().Where(t => t.CampId == found.Id).OrderBy(t => t.Position).ToListAsync(cancel);
        var crew = await (
                from member in db.CrewMembers
                join person in db.Users on member.PersonId equals person.Id
                where member.CampId == found.Id && member.ConfirmedAt != null && person.ErasedAt == null
                select new { member.Id, person.FullName }).AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.FullName, cancel);
        return new PublishedAgenda(found, version, [.. version.Items.OrderBy(i => i.Start).ThenBy(i => i.Id).Select(i => new AgendaRow(
            i, teams.FindAll(t => i.TeamIds.Contains(t.Id)),
            [.. i.CrewIds.Where(crew.ContainsKey).Select(id => crew[id]).Distinct().Order(StringComparer.CurrentCulture)]))], teams);
    }

    /// <summary>The latest version whole, and of each session the latest item over all versions, cancelled ones too.</summary>
    public static async Task<(AgendaVersion? Before, Dictionary<Guid, AgendaItem> Last)> LatestAsync(IncubatorDb db, long campId, CancellationToken cancel)
    {
        var before = await db.AgendaVersions.AsNoTracking().Include(v => v.Items).ThenInclude(i => i.Parts).AsSplitQuery()
            .Where(v => v.CampId == campId).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
        var all = await ItemsOf(db, campId).ToListAsync(cancel);
        return (before, all.GroupBy(i => i.SessionReference).ToDictionary(g => g.Key, g => g.MaxBy(i => i.Id)!));
    }

    /// <summary>
    /// Every session that was ever published, as calendars know it: those that are no longer on the agenda are struck out, or a
    /// subscriber would keep them.
    /// </summary>
    public async Task<IReadOnlyList<Appointment>> AppointmentsAsync(PublishedAgenda agenda, string language, CancellationToken cancel)
    {
        var items = await ItemsOf(db, agenda.Camp.Id).ToListAsync(cancel);
        var over = agenda.Camp.Status == CampStatus.Cancelled;
        return [.. items.GroupBy(i => i.SessionReference).Select(g => g.MaxBy(i => i.Id)!).OrderBy(i => i.Start).ThenBy(i => i.Id).Select(i => new Appointment
        {
            Uid = PublishedAgenda.UidOf(i.SessionReference),
            Sequence = i.Sequence + (over ? 1 : 0),
            Start = i.Start,
            End = i.End,
            Title = i.Title(language),
            Place = i.RoomName ?? agenda.Camp.Place,
            Link = $"/camps/{agenda.Camp.Reference}/agenda",
            IsCancelled = over || i.Change == AgendaChange.Cancelled,
        })];
    }

    private static IQueryable<AgendaItem> ItemsOf(IncubatorDb db, long campId) => (
        from item in db.AgendaItems
        join version in db.AgendaVersions on item.AgendaVersionId equals version.Id
        where version.CampId == campId
        select item).AsNoTracking();
}
