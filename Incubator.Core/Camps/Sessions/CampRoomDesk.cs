using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>Where staff say which rooms a camp has.</summary>
public sealed class CampRoomDesk(IncubatorDb db, TimeProvider clock)
{
    public async Task<Result<Guid>> SaveAsync(SaveCampRoom request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (CampRoom.Problems(request.Name, request.Seats).ToList() is { Count: > 0 } problems) return Result<Guid>.Refused(problems);
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Guid>(async token =>
        {
            await db.LockCampAsync(request.Camp, token);
            var camp = await db.Camps.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == request.Camp, token);
            if (camp is null) return Refusal.NotFound;
            if (!SessionRules.MayPlan(camp.Status)) return new Refusal("AgendaOver");
            if (request.ResourceId is { } id)
            {
                if (!await db.Resources.AnyAsync(r => r.Id == id && r.Kind == ResourceKind.Facility && r.RetiredAt == null, token))
                    return new Refusal("NotKnown", nameof(request.ResourceId));
                if (await db.CampRooms.AnyAsync(r => r.CampId == camp.Id && r.ResourceId == id && r.Reference != request.Reference, token))
                    return new Refusal("CampRoomTwice", nameof(request.ResourceId));
            }

            var rooms = await db.CampRooms.Where(r => r.CampId == camp.Id).ToListAsync(token);
            var room = request.Reference is { } reference ? rooms.Find(r => r.Reference == reference) : null;
            if (request.Reference is not null && room is null) return Refusal.NotFound;
            if (room is null)
            {
                room = CampRoom.Create(camp.Id, request.Name.Trim(), request.Seats, request.ResourceId, rooms.Select(r => r.Position).DefaultIfEmpty(0).Max() + 1);
                db.CampRooms.Add(room);
                db.Record(nameof(Camp), camp.Id, "RoomAdded", actor, now, new Dictionary<string, string?[]> { ["Room"] = [null, room.Name] });
                return room.Reference;
            }

            if (room.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            var before = room.Name;
            room.Describe(request.Name, request.Seats, request.ResourceId);
            if (db.Entry(room).State != EntityState.Modified) return room.Reference;
            var changes = db.ChangesOf(room).Where(c => c.Key != nameof(CampRoom.ResourceId)).ToDictionary();
            changes["Room"] = [before, room.Name];
            db.Record(nameof(Camp), camp.Id, "RoomEdited", actor, now, changes);
            return room.Reference;
        }, cancel: cancel);
    }

    /// <summary>Only where nothing is planned in it.</summary>
    public async Task<Result<Done>> RemoveAsync(Guid reference, Guid seenVersion, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            var campId = await db.CampRooms.Where(r => r.Reference == reference).Select(r => r.CampId).FirstOrDefaultAsync(token);
            await db.LockCampAsync(campId, token);
            var room = await db.CampRooms.SingleOrDefaultAsync(r => r.Reference == reference, token);
            if (room is null) return Refusal.NotFound;
            if (room.Version != seenVersion) return Refusal.ChangedMeanwhile;
            if (await db.CampSessions.CountAsync(s => s.RoomId == room.Id || s.WishedRoomId == room.Id, token) is var used && used > 0)
                return new Refusal("CampRoomInUse").With("count", used);
            db.CampRooms.Remove(room);
            db.Record(nameof(Camp), campId, "RoomRemoved", actor, now, new Dictionary<string, string?[]> { ["Room"] = [room.Name, null] });
            return default(Done);
        }, cancel: cancel);
    }
}
