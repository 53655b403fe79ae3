using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>What somebody did at camps. Erased, the roles stay counted; when they could come, and where from, goes.</summary>
internal sealed class CrewPersonalData(IncubatorDb db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalSection>> ExportAsync(KnownPerson person, CancellationToken cancel)
    {
        var roles = await (
                from m in db.CrewMembers
                join c in db.Camps on m.CampId equals c.Id
                where m.PersonId == person.Id
                orderby m.Id
                select new { Member = m, Camp = c.NameEn })
            .AsNoTracking().ToListAsync(cancel);
        var times = await db.CrewTimes.AsNoTracking().Where(t => db.CrewMembers.Any(m => m.Id == t.CrewMemberId && m.PersonId == person.Id)).OrderBy(t => t.Start).ToListAsync(cancel);
        return
        [
            PersonalSection.Of("CampRoles", roles,
                ("Camp", r => r.Camp), ("Role", r => r.Member.Role), ("Organisation", r => r.Member.Organisation), ("At", r => r.Member.ConfirmedAt)),
            PersonalSection.Of("CampTimes", times, ("Start", t => t.Start), ("End", t => t.End)),
        ];
    }

    public async Task EraseAsync(KnownPerson person, DateTimeOffset now, CancellationToken cancel)
    {
        await db.CrewTimes.Where(t => db.CrewMembers.Any(m => m.Id == t.CrewMemberId && m.PersonId == person.Id)).ExecuteDeleteAsync(cancel);
        await db.CrewMembers.Where(m => m.PersonId == person.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Organisation, (string?)null), cancel);
    }
}
