using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>Asks those of a crew who have not answered once more, seven days before the camp.</summary>
public sealed class RemindCrew(IncubatorDb db, TimeProvider clock) : IJob
{
    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        var last = today.AddDays(CrewRules.ReminderDays);
        var found = await (
                from m in db.CrewMembers
                join c in db.Camps on m.CampId equals c.Id
                join p in db.Users.WhoMayBeTold() on m.PersonId equals p.Id
                where m.ConfirmedAt == null && m.DeclinedAt == null && c.StartsOn > today && c.StartsOn <= last &&
                    (c.Status == CampStatus.Open || c.Status == CampStatus.Preparing || c.Status == CampStatus.Running)
                orderby m.Id
                select new { Member = m, Camp = c, To = new Addressee(p.Id, p.Email!, p.Language) })
            .AsNoTracking().ToListAsync(cancel);
        var tells = found.Where(f => CrewRules.IsReminded(f.Camp.StartsOn, f.Member.AskedAt, now))
            .ToDictionary(f => CrewNotices.Of("CrewReminder", f.Member, f.Camp, f.To), f => f.Member.Id);
        var untold = await db.UntoldAsync(tells.Keys, cancel);
        return JobReport.Of("Told", await Sweep.EachAsync(untold, async tell => (await db.CommitAsync<int>(async token =>
        {
            var id = tells[tell];
            await db.Camps.Where(c => db.CrewMembers.Any(m => m.CampId == c.Id && m.Id == id)).ExecuteUpdateAsync(c => c.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
            // Answered, or removed, meanwhile.
            if (!await db.CrewMembers.AnyAsync(m => m.Id == id && m.ConfirmedAt == null && m.DeclinedAt == null, token)) return 0;
            return await db.TellOnceAsync([tell], now, token);
        }, Untold.ToldMeanwhile, cancel)).Count(), cancel));
    }
}
