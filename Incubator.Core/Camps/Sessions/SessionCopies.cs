using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>What a new camp takes over of rooms, sessions and settings: what happens, not who takes part nor when.</summary>
internal static class SessionCopies
{
    public static async Task CopyAsync(IncubatorDb db, long from, long to, CancellationToken token)
    {
        foreach (var room in await db.CampRooms.AsNoTracking().Where(r => r.CampId == from).OrderBy(r => r.Position).ToListAsync(token))
            db.CampRooms.Add(CampRoom.Create(to, room.Name, room.Seats, room.ResourceId, room.Position));
        // One for each team is one that names a team: the teams of the new camp are not there yet.
        foreach (var session in await db.CampSessions.AsNoTracking().WithParts().Where(s => s.CampId == from).OrderBy(s => s.Id).ToListAsync(token))
        {
            if (session.Teams.Count > 0) continue;
            var copy = CampSession.Create(to, new SessionDetails
            {
                Kind = session.Kind,
                TitleHu = session.TitleHu,
                TitleEn = session.TitleEn,
                Minutes = session.Minutes,
                Note = session.Note,
                Guests = session.Guests,
                WishedPart = session.WishedPart,
            });
            copy.Gather([], [], [.. session.Equipment.Select(e => e.ResourceId)]);
            db.CampSessions.Add(copy);
        }

        if (await db.PlanSettings.AsNoTracking().FirstOrDefaultAsync(s => s.CampId == from, token) is { } settings)
        {
            var copy = PlanSettings.Usual(to);
            copy.Set(settings.HostCompanyId, settings.MinBreakMinutes, settings.Weights);
            db.PlanSettings.Add(copy);
        }
    }
}
