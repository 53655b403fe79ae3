using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>
/// Lapses offers that passed unanswered and offers their places on; also places that came into being by a camp's change. At any hour:
/// an offer's 48 hours always hold two days.
/// </summary>
public sealed class OfferCampPlaces(IncubatorDb db, TimeProvider clock) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        var camps = await db.Camps
            .Where(c => (c.Status != CampStatus.Cancelled && db.Participants.Any(p => p.CampId == c.Id && p.State == ParticipantState.Offered && p.OfferEndsAt <= now)) ||
                ((c.Status == CampStatus.Open || c.Status == CampStatus.Preparing) && c.StartsOn >= today &&
                    db.Participants.Any(p => p.CampId == c.Id && p.State == ParticipantState.Waiting)))
            .OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancel);
        var (lapsed, offered) = (0, 0);
        await Sweep.EachAsync(camps, async id =>
        {
            var settled = (await db.CommitAsync<(int Lapsed, int Offered)>(async token =>
            {
                await db.LockCampAsync(id, token);
                return await db.SettleAsync(await db.Camps.AsNoTracking().SingleAsync(c => c.Id == id, token), now, token);
            }, cancel: cancel)).Value;
            lapsed += settled.Lapsed;
            offered += settled.Offered;
            return 0;
        }, cancel);
        return JobReport.Of("Offered", offered).And("Lapsed", lapsed);
    }
}
