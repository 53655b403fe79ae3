using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>Who put down lots, answers and outcomes. Those are the company's: they stay, and no longer say by whom.</summary>
internal sealed class FollowUpPersonalData(IncubatorDb db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalSection>> ExportAsync(KnownPerson person, CancellationToken cancel)
    {
        var lots = await db.MeasuredLots.AsNoTracking().Where(l => l.RecordedById == person.Id).OrderBy(l => l.Id).ToListAsync(cancel);
        var answers = await db.CampChecks.AsNoTracking().Where(c => c.AnsweredById == person.Id).OrderBy(c => c.Id).ToListAsync(cancel);
        var outcomes = await db.ChallengeOutcomes.AsNoTracking().Where(o => o.RecordedById == person.Id).OrderBy(o => o.ChallengeId).ToListAsync(cancel);
        return
        [
            PersonalSection.Of("MeasuredLots", lots, ("Number", l => l.Code), ("At", l => l.RecordedAt)),
            PersonalSection.Of("CampFollowUps", answers, ("At", c => c.AnsweredAt), ("State", c => c.State), ("Answer", c => c.Words)),
            PersonalSection.Of("CampOutcomes", outcomes, ("At", o => o.RecordedAt), ("Kind", o => o.Kind), ("Summary", o => o.Words)),
        ];
    }

    public async Task EraseAsync(KnownPerson person, DateTimeOffset now, CancellationToken cancel)
    {
        await db.MeasuredLots.Where(l => l.RecordedById == person.Id).ExecuteUpdateAsync(l => l.SetProperty(x => x.RecordedById, (long?)null), cancel);
        await db.CampChecks.Where(c => c.AnsweredById == person.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.AnsweredById, (long?)null), cancel);
        await db.ChallengeOutcomes.Where(o => o.RecordedById == person.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.RecordedById, (long?)null), cancel);
        await db.CampIdeas.Where(i => i.AdoptedById == person.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.AdoptedById, (long?)null), cancel);
    }
}
