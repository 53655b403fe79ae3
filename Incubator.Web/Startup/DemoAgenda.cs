using Incubator.Core.Booking;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>
/// Agendas of the demo camps: that of the camp which was, as it was published, and a plan half made for the one to come. After their
/// people and teams.
/// </summary>
public sealed class DemoAgenda(IncubatorDb db, TimeProvider clock)
{
    public async Task MakeAsync(CancellationToken cancel = default)
    {
        foreach (var camp in await db.Camps.AsNoTracking().OrderBy(c => c.StartsOn).ToListAsync(cancel))
        {
            if (await db.CampSessions.AnyAsync(s => s.CampId == camp.Id, cancel)) continue;
            var isOver = camp.EndsOn < LabTime.DateOf(clock.GetUtcNow());
            var rooms = await RoomsAsync(camp, inLab: !isOver, cancel);
            var sessions = await SessionsAsync(camp, rooms, cancel);
            if (isOver) await PublishAsync(camp, rooms, sessions, cancel);
            else Loosen(sessions);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }

    private async Task<List<CampRoom>> RoomsAsync(Camp camp, bool inLab, CancellationToken cancel)
    {
        var kitchen = inLab ? await db.Resources.Where(r => r.Kind == ResourceKind.Facility && r.Code == "DEB-001").Select(r => (long?)r.Id).FirstOrDefaultAsync(cancel) : null;
        List<CampRoom> rooms = [CampRoom.Create(camp.Id, "Aula", 80, null, 1), CampRoom.Create(camp.Id, "Bemutatókonyha", 20, kitchen, 2), CampRoom.Create(camp.Id, "Műhelyszoba", 16, null, 3)];
        db.CampRooms.AddRange(rooms);
        await db.SaveChangesAsync(cancel);
        return rooms;
    }

    private async Task<List<CampSession>> SessionsAsync(Camp camp, List<CampRoom> rooms, CancellationToken cancel)
    {
        var teams = await db.Teams.AsNoTracking().Where(t => t.CampId == camp.Id).OrderBy(t => t.Position).ToListAsync(cancel);
        var guides = (await db.TeamCrew.AsNoTracking().ToListAsync(cancel)).ToLookup(g => g.TeamId, g => g.CrewMemberId);
        var crew = await db.CrewMembers.AsNoTracking().Where(m => m.CampId == camp.Id).ToListAsync(cancel);
        List<long> mentors = [.. crew.Where(m => m.Role == CrewRole.Mentor).Select(m => m.Id)], jurors = [.. crew.Where(m => m.Role == CrewRole.Juror).Select(m => m.Id)];
        var (hall, kitchen, workshop) = (rooms[0], rooms[1], rooms[2]);
        List<CampSession> sessions =
        [
            Make(camp, SessionKind.Brief, "Megnyitó és a kihívások bemutatása", "Opening, and the challenges", 0, 9 * 60, 90, hall),
            Make(camp, SessionKind.Break, "Ebéd", "Lunch", 0, 12 * 60, 60, null),
            Make(camp, SessionKind.Ideation, "Ötletelés csapatokban", "Ideation in teams", 0, 13 * 60, 120, hall),
            Make(camp, SessionKind.Social, "Közös vacsora", "Dinner together", 0, 17 * 60, 60, null),
            Make(camp, SessionKind.LabWork, "Próbák a laborban", "Trials in the lab", 1, 8 * 60, 180, kitchen),
            Make(camp, SessionKind.Break, "Ebéd", "Lunch", 1, 12 * 60, 60, null),
            Make(camp, SessionKind.Other, "Eredményhirdetés", "Results", 2, 15 * 60, 60, hall),
        ];
        for (var i = 0; i < teams.Count; i++)
        {
            var mentoring = Make(camp, SessionKind.Mentoring, $"Mentorálás: {teams[i].Name}", $"Mentoring: {teams[i].Name}", 1, (13 * 60) + (i * 45), 30, workshop);
            mentoring.Gather([teams[i].Id], [.. guides[teams[i].Id].Where(mentors.Contains)], []);
            var pitch = Make(camp, SessionKind.Pitch, $"Bemutató: {teams[i].Name}", $"Pitch: {teams[i].Name}", 2, (9 * 60) + (i * 30), 20, hall);
            pitch.Gather([teams[i].Id], jurors, []);
            sessions.AddRange([mentoring, pitch]);
        }

        db.CampSessions.AddRange(sessions);
        await db.SaveChangesAsync(cancel);
        return sessions;
    }

    private async Task PublishAsync(Camp camp, List<CampRoom> rooms, List<CampSession> sessions, CancellationToken cancel)
    {
        foreach (var session in sessions) session.Confirm(true);
        // Two weeks before, then once more with a change. Not by the desk: nobody is to be told today of what was then.
        var moved = sessions.First(s => s.Kind == SessionKind.Social);
        var names = rooms.ToDictionary(r => r.Id, r => r.Name);
        var first = AgendaRules.Next([], Items(), new Dictionary<Guid, AgendaItem>());
        var begins = LabTime.AtMinute(camp.StartsOn, 10 * 60);
        db.AgendaVersions.Add(AgendaVersion.Publish(camp.Id, 1, begins.AddDays(-14), null, null, 0, first));
        moved.Place(moved.Start!.Value.AddMinutes(-30), null);
        db.AgendaVersions.Add(AgendaVersion.Publish(camp.Id, 2, begins.AddDays(-5), null, null, 0, AgendaRules.Next(first, Items(), first.ToDictionary(i => i.SessionReference))));
        await db.SaveChangesAsync(cancel);

        List<AgendaItem> Items() => sessions.ConvertAll(s => AgendaItem.Of(s, s.RoomId is { } room ? names[room] : null));
    }

    // Something is left to do: a session without a time, and one that collides.
    private static void Loosen(List<CampSession> sessions)
    {
        sessions[^1].Place(null, null);
        var results = sessions.First(s => s.Kind == SessionKind.Other);
        if (sessions.Find(s => s.Kind == SessionKind.Ideation) is { } ideation) results.Place(ideation.Start!.Value.AddMinutes(60), ideation.RoomId);
        foreach (var session in sessions.Take(4)) session.Confirm(true);
    }

    private static CampSession Make(Camp camp, SessionKind kind, string hu, string en, int day, int minute, int minutes, CampRoom? room)
    {
        var session = CampSession.Create(camp.Id, kind, hu, en, minutes);
        session.Place(LabTime.AtMinute(camp.StartsOn.AddDays(Math.Min(day, camp.EndsOn.DayNumber - camp.StartsOn.DayNumber)), minute), room?.Id);
        return session;
    }
}
