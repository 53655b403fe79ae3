using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>A member of the crew as the plan knows them.</summary>
public sealed record PlannedCrew(long Id, long PersonId, string Name, CrewRole Role, long? CompanyId, string? Organisation, bool IsConfirmed);

/// <summary>A camp as the planner sees it: its rows, the question they make, and the plan that stands in them.</summary>
public sealed record PlannedCamp
{
    public required Camp Camp { get; init; }

    public required PlanSettings Settings { get; init; }

    public required IReadOnlyList<CampRoom> Rooms { get; init; }

    /// <summary>In order of start; those without one last.</summary>
    public required IReadOnlyList<CampSession> Sessions { get; init; }

    public required IReadOnlyList<Team> Teams { get; init; }

    public required IReadOnlyList<PlannedCrew> Crew { get; init; }

    /// <summary>Of rooms and equipment, by id.</summary>
    public required IReadOnlyDictionary<long, Resource> Resources { get; init; }

    public required PlanProblem Problem { get; init; }

    public required Plan Plan { get; init; }

    /// <summary>Who asks again with another stamp has seen another state.</summary>
    public required string Stamp { get; init; }

    public Judgement Judge() => Judge(Plan);

    public Judgement Judge(Plan plan) => ClashFinder.Judge(new PlanIndex(Problem), plan);

    /// <summary>What the keys of the problem stand for.</summary>
    public LocalName NameOf(PlanThing thing) => thing.Kind switch
    {
        PlanThingKind.Activity => Sessions.First(s => CampPlan.Key(s) == thing.Key) is var session ? new(session.TitleHu, session.TitleEn) : null!,
        PlanThingKind.Room => Rooms.First(r => CampPlan.Key(r) == thing.Key) is var room ? new(room.Name, room.Name) : null!,
        PlanThingKind.Team => Teams.First(t => CampPlan.Key(t) == thing.Key) is var team ? new(team.Name, team.Name) : null!,
        PlanThingKind.Person => Crew.First(c => CampPlan.KeyOfPerson(c.PersonId) == thing.Key) is var person ? new(person.Name, person.Name) : null!,
        _ => Resources[long.Parse(thing.Key, CultureInfo.InvariantCulture)] is var resource ? new(resource.NameHu, resource.NameEn) : null!,
    };

    public LocalName NameOf(string activity) => NameOf(new PlanThing(PlanThingKind.Activity, activity));

    /// <summary>What the session takes of the lab; nothing where it needs nothing.</summary>
    public IReadOnlyList<long> LabOf(CampSession session)
    {
        var room = Rooms.FirstOrDefault(r => r.Id == session.RoomId)?.ResourceId;
        return [.. session.Equipment.Select(e => e.ResourceId).Concat(room is { } id ? [id] : []).Distinct().Order()];
    }
}

/// <summary>
/// Reads a camp into a question for the planner: what the crew and the teams may do, and what is really free in the lab, whose own
/// reservations for this camp's sessions do not stand in their way.
/// </summary>
public sealed class CampPlan(IncubatorDb db, TimeProvider clock)
{
    public static string Key(CampSession session) => session.Reference.ToString("N");

    public static string Key(CampRoom room) => room.Reference.ToString("N");

    public static string Key(Team team) => team.Reference.ToString("N");

    /// <summary>A person with two roles is one person.</summary>
    public static string KeyOfPerson(long personId) => Text(personId);

    /// <returns>Null where there is no such camp.</returns>
    public async Task<PlannedCamp?> ReadAsync(Guid reference, CancellationToken cancel)
    {
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == reference, cancel) is not { } camp) return null;
        var now = clock.GetUtcNow();
        var settings = await db.PlanSettings.AsNoTracking().FirstOrDefaultAsync(s => s.CampId == camp.Id, cancel) ?? PlanSettings.Usual(camp.Id);
        var rooms = await db.CampRooms.AsNoTracking().Where(r => r.CampId == camp.Id).OrderBy(r => r.Position).ToListAsync(cancel);
        var sessions = await db.CampSessions.AsNoTracking().WithParts().Where(s => s.CampId == camp.Id).ToListAsync(cancel);
        var teams = await db.Teams.AsNoTracking().Where(t => t.CampId == camp.Id).OrderBy(t => t.Position).ToListAsync(cancel);
        var crew = await CrewAsync(camp.Id, cancel);
        var ids = rooms.Select(r => r.ResourceId).OfType<long>().Concat(sessions.SelectMany(s => s.Equipment.Select(e => e.ResourceId))).Distinct().ToList();
        var resources = await db.Resources.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var lab = await LabAsync(camp, resources, cancel);
        var (times, guides, challengers, heads) = await PeopleAsync(camp.Id, cancel);
        sessions = [.. sessions.OrderBy(s => s.Start is null).ThenBy(s => s.Start).ThenBy(s => s.TitleEn, StringComparer.Ordinal).ThenBy(s => s.Id)];
        var inLab = resources.Count > 0;
        var problem = new PlanProblem
        {
            Opening = Opening(camp),
            StepMinutes = inLab || sessions.All(s => s.Minutes % QuarterHour.Minutes == 0) ? QuarterHour.Minutes : CampSession.StepMinutes,
            MinBreakMinutes = settings.MinBreakMinutes,
            Weights = settings.Weights,
            Rooms = [.. rooms.Select(r => RoomOf(r, lab))],
            People = [.. crew.GroupBy(c => c.PersonId).Select(g => new PlanPerson
            {
                Key = KeyOfPerson(g.Key),
                Available = [.. g.SelectMany(c => times[c.Id]).OrderBy(t => t.Start)],
                Company = g.Select(c => c.CompanyId).FirstOrDefault(id => id is not null) is { } company ? Text(company) : null,
            })],
            Teams = [.. teams.Select(t => new PlanTeam
            {
                Key = Key(t),
                ChallengeCompany = t.ChallengeId is { } challenge && challengers.TryGetValue(challenge, out var owner) ? Text(owner) : null,
                Mentors = [.. crew.Where(c => guides[t.Id].Contains(c.Id)).Select(c => KeyOfPerson(c.PersonId)).Distinct()],
            })],
            Equipment = [.. sessions.SelectMany(s => s.Equipment.Select(e => e.ResourceId)).Distinct().Select(id => EquipmentOf(resources[id], lab))],
            Activities = [.. sessions.Select(s => ActivityOf(s, camp, rooms, teams, crew, heads, now))],
        };
        return new PlannedCamp
        {
            Camp = camp,
            Settings = settings,
            Rooms = rooms,
            Sessions = sessions,
            Teams = teams,
            Crew = crew,
            Resources = resources,
            Problem = problem,
            Plan = new Plan(sessions.Where(s => s.Start is not null).ToDictionary(Key, s => PlaceOf(s, rooms))),
            Stamp = StampOf(sessions, rooms),
        };
    }

    private static PlanPlace PlaceOf(CampSession session, List<CampRoom> rooms) =>
        new(session.Start!.Value, rooms.Find(r => r.Id == session.RoomId) is { } room ? Key(room) : null);

    /// <summary>From the camp's first opening to its last closing, one slot each local day.</summary>
    public static IReadOnlyList<TimeSlot> Opening(Camp camp) =>
        [.. Days(camp).Select(d => new TimeSlot(LabTime.AtMinute(d, camp.DayStarts), LabTime.AtMinute(d, camp.DayEnds)))];

    public static IEnumerable<DateOnly> Days(Camp camp)
    {
        for (var day = camp.StartsOn; day <= camp.EndsOn; day = day.AddDays(1)) yield return day;
    }

    private static PlanActivity ActivityOf(
        CampSession session, Camp camp, List<CampRoom> rooms, List<Team> teams, List<PlannedCrew> crew, IReadOnlyDictionary<long, int> heads, DateTimeOffset now)
    {
        var own = session.Teams.Count == 0 ? teams : teams.FindAll(t => session.Teams.Any(x => x.TeamId == t.Id));
        var people = crew.FindAll(c => session.Crew.Any(x => x.CrewMemberId == c.Id));
        // What has begun stays where it is; what is to come finds its place from now on.
        var begun = session.Start <= now;
        var rest = new TimeSlot(now, LabTime.Day(camp.EndsOn).End);
        List<TimeSlot> windows = session.OnDay is { } day ? [LabTime.Day(day)] : [];
        if (!begun && rest.IsValid && now > LabTime.StartOf(camp.StartsOn))
        {
            // Nothing left of its day: a time after the camp, where nothing is open. (No window at all would mean any time.)
            var after = new TimeSlot(rest.End, rest.End.AddMinutes(session.Minutes));
            windows = [windows.Count == 0 ? rest : windows[0].Intersect(rest) ?? after];
        }

        var elsewhere = rooms.FindAll(r => r.ResourceId is null);
        return new PlanActivity
        {
            Key = Key(session),
            Minutes = session.Minutes,
            Teams = [.. own.Select(Key)],
            People = [.. people.GroupBy(c => c.PersonId).Select(g => new PlanAttendance(KeyOfPerson(g.Key), RoleOf(g.Min(c => Strictness(c.Role)))))],
            Equipment = [.. session.Equipment.Select(e => new PlanNeed(Text(e.ResourceId)))],
            Phase = session.Kind <= SessionKind.Pitch ? (int)session.Kind : null,
            Headcount = own.Sum(t => heads.GetValueOrDefault(t.Id)) + people.Select(c => c.PersonId).Distinct().Count() + session.Guests,
            NeedsRoom = session.NeedsRoom,
            IsRest = session.Kind == SessionKind.Break,
            // The lab is reserved by quarter-hours.
            OnlyRooms = session.Minutes % QuarterHour.Minutes != 0 && elsewhere.Count < rooms.Count ? [.. elsewhere.Select(Key)] : [],
            Windows = windows,
            Pin = session.Start is not null && (session.IsPinned || begun) ? PlaceOf(session, rooms) : null,
            Wishes = [.. WishesOf(session, camp, rooms)],
        };
    }

    private static IEnumerable<PlanWish> WishesOf(CampSession session, Camp camp, List<CampRoom> rooms)
    {
        const int Noon = 12 * 60;
        if (session.WishedPart == DayPart.Morning)
            yield return new PlanWish([], [.. Days(camp).Select(d => new TimeSlot(LabTime.StartOf(d), LabTime.AtMinute(d, Noon)))]);
        if (session.WishedPart == DayPart.Afternoon)
            yield return new PlanWish([], [.. Days(camp).Select(d => new TimeSlot(LabTime.AtMinute(d, Noon), LabTime.StartOf(d.AddDays(1))))]);
        if (rooms.Find(r => r.Id == session.WishedRoomId) is { } room) yield return new PlanWish([Key(room)], []);
    }

    // Of someone with two roles in one session the stricter one counts: a juror is a juror.
    private static int Strictness(CrewRole role) => role switch
    {
        CrewRole.Juror => 0,
        CrewRole.Mentor => 1,
        CrewRole.Facilitator => 2,
        CrewRole.ChallengeOwner => 3,
        _ => 4,
    };

    private static PlanRole RoleOf(int strictness) => strictness switch
    {
        0 => PlanRole.Juror,
        1 => PlanRole.Mentor,
        2 => PlanRole.Facilitator,
        3 => PlanRole.ChallengeOwner,
        _ => PlanRole.Other,
    };

    private static PlanRoom RoomOf(CampRoom room, IReadOnlyDictionary<long, LabTimes> lab)
    {
        if (room.ResourceId is not { } id) return new PlanRoom { Key = Key(room), Capacity = room.Seats };
        var times = lab[id];
        return new PlanRoom
        {
            Key = Key(room),
            Capacity = room.Seats,
            Available = times.Open,
            Busy = times.Full,
            SetupMinutes = times.Resource.SetupMinutes,
            CleanupMinutes = times.Resource.CleanupMinutes,
        };
    }

    private static PlanEquipment EquipmentOf(Resource resource, IReadOnlyDictionary<long, LabTimes> lab) => new()
    {
        Key = Text(resource.Id),
        Units = resource.Units,
        SetupMinutes = resource.SetupMinutes,
        CleanupMinutes = resource.CleanupMinutes,
        Available = lab[resource.Id].Open,
        Busy = lab[resource.Id].Busy,
    };

    private async Task<List<PlannedCrew>> CrewAsync(long campId, CancellationToken cancel) => await (
            from member in db.CrewMembers
            join person in db.Users on member.PersonId equals person.Id
            where member.CampId == campId
            orderby person.FullName, member.Id
            select new PlannedCrew(member.Id, member.PersonId, person.FullName, member.Role, member.CompanyId, member.Organisation, member.ConfirmedAt != null))
        .AsNoTracking().ToListAsync(cancel);

    private async Task<(ILookup<long, TimeSlot> Times, ILookup<long, long> Guides, Dictionary<long, long> Challengers, Dictionary<long, int> Heads)> PeopleAsync(
        long campId, CancellationToken cancel)
    {
        var times = await (from time in db.CrewTimes join member in db.CrewMembers on time.CrewMemberId equals member.Id where member.CampId == campId select time)
            .AsNoTracking().ToListAsync(cancel);
        var guides = await (from guide in db.TeamCrew join team in db.Teams on guide.TeamId equals team.Id where team.CampId == campId select guide)
            .AsNoTracking().ToListAsync(cancel);
        var challengers = await db.Challenges.Where(c => c.CampId == campId).Select(c => new { c.Id, c.CompanyId }).ToDictionaryAsync(c => c.Id, c => c.CompanyId, cancel);
        var heads = await (from member in db.TeamMembers join team in db.Teams on member.TeamId equals team.Id where team.CampId == campId group member by member.TeamId into g select new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return (times.ToLookup(t => t.CrewMemberId, t => new TimeSlot(t.Start, t.End)), guides.ToLookup(g => g.TeamId, g => g.CrewMemberId), challengers, heads);
    }

    /// <summary>When each resource is open and what others hold of it, over the camp's days.</summary>
    private async Task<Dictionary<long, LabTimes>> LabAsync(Camp camp, IReadOnlyDictionary<long, Resource> resources, CancellationToken cancel)
    {
        if (resources.Count == 0) return [];
        DateOnly first = camp.StartsOn.AddDays(-1), last = camp.EndsOn.AddDays(2);
        int from = QuarterHour.Of(LabTime.StartOf(first)), until = QuarterHour.AtOrAfter(LabTime.StartOf(last));
        var ids = resources.Keys.ToList();
        var calendar = await new CalendarReader(db).OpeningAsync(first, last, cancel);
        var own = await (
                from held in db.SessionReservations
                join item in db.ReservationItems on held.ReservationId equals item.ReservationId
                where held.CampId == camp.Id
                select (long?)item.Id).ToListAsync(cancel);
        var rows = (await db.Occupancy.AsNoTracking()
                .Where(o => ids.Contains(o.ResourceId) && o.Quarter >= from && o.Quarter < until)
                .Select(o => new { o.ResourceId, o.Quarter, o.ReservationItemId }).ToListAsync(cancel))
            .Where(o => o.ReservationItemId is null || !own.Contains(o.ReservationItemId))
            .ToLookup(o => o.ResourceId, o => o.Quarter);
        return resources.Values.ToDictionary(r => r.Id, r =>
        {
            var open = r.IsRetired ? [] : calendar.Open(first, last, r.SiteId, r.Id);
            var taken = rows[r.Id].GroupBy(q => q).Select(g => (Quarter: g.Key, Units: g.Count())).OrderBy(t => t.Quarter).ToList();
            // No opening at all is not the same as no limit.
            return new LabTimes(r, open.Count > 0 ? open : [new TimeSlot(LabTime.StartOf(first).AddDays(-1), LabTime.StartOf(first))], Merge(taken));
        });
    }

    /// <summary>Neighbouring quarters with as many units taken as one time.</summary>
    private static List<PlanBusy> Merge(List<(int Quarter, int Units)> taken)
    {
        var busy = new List<PlanBusy>();
        foreach (var (quarter, units) in taken)
        {
            var slot = new TimeSlot(QuarterHour.Start(quarter), QuarterHour.Start(quarter + 1));
            if (busy.Count > 0 && busy[^1] is var before && before.Units == units && before.Slot.End == slot.Start)
                busy[^1] = before with { Slot = before.Slot with { End = slot.End } };
            else busy.Add(new PlanBusy(slot, units));
        }

        return busy;
    }

    private static string StampOf(List<CampSession> sessions, List<CampRoom> rooms)
    {
        var all = string.Join('|', sessions.Select(s => (s.Reference, s.Version)).Concat(rooms.Select(r => (r.Reference, r.Version))).OrderBy(x => x.Reference));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16];
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private sealed record LabTimes(Resource Resource, IReadOnlyList<TimeSlot> Open, IReadOnlyList<PlanBusy> Busy)
    {
        /// <summary>When no unit is left.</summary>
        public IReadOnlyList<TimeSlot> Full => [.. Busy.Where(b => b.Units >= Resource.Units).Select(b => b.Slot)];
    }
}
