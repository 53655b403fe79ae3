using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>How a camp shall be planned from now on.</summary>
public sealed record SetPlan
{
    public required Guid Camp { get; init; }

    /// <summary>An active company, or null.</summary>
    public long? HostCompanyId { get; init; }

    public int MinBreakMinutes { get; init; }

    public required PlanWeights Weights { get; init; }

    /// <summary>Null: nothing was set yet.</summary>
    public Guid? SeenVersion { get; init; }
}

/// <summary>Where staff say how a camp is planned, and take over what the automatic schedule found.</summary>
public sealed class PlanDesk(IncubatorDb db, CampPlan plans, TimeProvider clock)
{
    public async Task<Result<Done>> SetAsync(SetPlan request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (PlanSettings.Problems(request.MinBreakMinutes, request.Weights).ToList() is { Count: > 0 } problems) return Result<Done>.Refused(problems);
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCampAsync(request.Camp, token);
            var camp = await db.Camps.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == request.Camp, token);
            if (camp is null) return Refusal.NotFound;
            if (!SessionRules.MayPlan(camp.Status)) return new Refusal("AgendaOver");
            if (request.HostCompanyId is { } host && !await db.Companies.AnyAsync(c => c.Id == host && c.IsActive, token))
                return new Refusal("NotKnown", nameof(request.HostCompanyId));
            var settings = await db.PlanSettings.SingleOrDefaultAsync(s => s.CampId == camp.Id, token);
            if (settings?.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            if (settings is null) db.PlanSettings.Add(settings = PlanSettings.Usual(camp.Id));
            settings.Set(request.HostCompanyId, request.MinBreakMinutes, request.Weights);
            if (db.Entry(settings).State == EntityState.Unchanged) return default(Done);
            db.Record(nameof(Camp), camp.Id, "PlanSet", actor, now, db.ChangesOf(settings));
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>Puts every session that is not pinned where the schedule has it. Refused where sessions or rooms changed since it was asked for.</summary>
    /// <param name="stamp">Of the camp as it was scheduled (<see cref="PlannedCamp.Stamp"/>).</param>
    /// <returns>How many sessions moved.</returns>
    public async Task<Result<int>> TakeOverAsync(Guid camp, string stamp, Plan plan, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<int>(async token =>
        {
            await db.LockCampAsync(camp, token);
            if (await plans.ReadAsync(camp, token) is not { } planned) return Refusal.NotFound;
            if (!SessionRules.MayPlan(planned.Camp.Status)) return new Refusal("AgendaOver");
            if (planned.Stamp != stamp) return Refusal.ChangedMeanwhile;
            var rooms = planned.Rooms.ToDictionary(CampPlan.Key, r => r.Id);
            var moved = 0;
            foreach (var session in await db.CampSessions.Where(s => s.CampId == planned.Camp.Id && !s.IsPinned).ToListAsync(token))
            {
                var place = plan.PlaceOf(CampPlan.Key(session));
                var before = session.Sequence;
                session.Place(place?.Start, place?.Room is { } room ? rooms[room] : null);
                if (session.Sequence != before) moved++;
            }

            if (moved > 0)
            {
                db.Record(nameof(Camp), planned.Camp.Id, "PlanTakenOver", actor, now,
                    new Dictionary<string, string?[]> { ["Count"] = [null, HistoryBook.Text(moved)] });
            }

            return moved;
        }, cancel: cancel);
    }
}
