using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>Challenges handed in, and confidential ones one was named for and opened. Erased, the openings stay counted without whose they were.</summary>
internal sealed class ChallengesPersonalData(IncubatorDb db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalSection>> ExportAsync(KnownPerson person, CancellationToken cancel)
    {
        var submitted = await db.Challenges.AsNoTracking().Where(c => c.SubmittedById == person.Id).OrderBy(c => c.Id)
            .Select(c => new { c.TitleEn, c.SubmittedAt, c.State }).ToListAsync(cancel);
        var named = await (
                from r in db.ChallengeReaders
                join c in db.Challenges on r.ChallengeId equals c.Id
                where r.PersonId == person.Id
                orderby r.Id
                select new { c.TitleEn, r.NamedAt, r.AgreedAt })
            .AsNoTracking().ToListAsync(cancel);
        var opened = await (
                from o in db.ChallengeOpenings
                join c in db.Challenges on o.ChallengeId equals c.Id
                where o.PersonId == person.Id
                orderby o.Id
                select new { c.TitleEn, o.At })
            .AsNoTracking().ToListAsync(cancel);
        return
        [
            PersonalSection.Of("ChallengesSubmitted", submitted, ("Challenge", c => c.TitleEn), ("At", c => c.SubmittedAt), ("State", c => c.State)),
            PersonalSection.Of("ChallengesNamedFor", named, ("Challenge", r => r.TitleEn), ("At", r => r.NamedAt), ("AgreedAt", r => r.AgreedAt)),
            PersonalSection.Of("ChallengesOpened", opened, ("Challenge", o => o.TitleEn), ("At", o => o.At)),
        ];
    }

    public async Task EraseAsync(KnownPerson person, DateTimeOffset now, CancellationToken cancel)
    {
        await db.Challenges.Where(c => c.SubmittedById == person.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.SubmittedById, (long?)null), cancel);
        await db.ChallengeOpenings.Where(o => o.PersonId == person.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.PersonId, (long?)null), cancel);
        await db.ChallengeReaders.Where(r => r.PersonId == person.Id).ExecuteDeleteAsync(cancel);
    }
}
