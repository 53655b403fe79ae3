using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>
/// Sees to it that whoever became a company's manager after it joined is asked and reminded too: for the updates of companies in
/// a cohort and the follow-ups of alumni. Safe to run at any time and twice; what was told is not told again.
/// </summary>
public sealed class ChaseUpdates(IncubatorDb db, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        var ends = await db.Cohorts.ToDictionaryAsync(c => c.Id, c => c.Ends, cancel);
        foreach (var id in await db.CohortMembers.Where(m => m.State != CohortMemberState.Left).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(cancel))
        {
            await db.CommitAsync<Done>(async token =>
            {
                // Seats are locked first: nobody graduates or leaves while the notices are written.
                await db.Cohorts.Where(c => db.CohortMembers.Any(m => m.Id == id && m.CohortId == c.Id))
                    .ExecuteUpdateAsync(c => c.SetProperty(x => x.Sequence, x => x.Sequence + 1), token);
                var member = await db.CohortMembers.SingleAsync(m => m.Id == id, token);
                if (member.State == CohortMemberState.Active) await db.AskForUpdatesAsync(member, ends[member.CohortId], now, token);
                if (member.State == CohortMemberState.Graduated)
                    await db.AskForFollowUpsAsync(member, await db.FollowUps
                        .Where(f => f.MemberId == id && f.AnsweredAt == null && f.DueOn >= today).ToListAsync(token), now, token);
                return default(Done);
            }, cancel: cancel);
        }
    }
}
