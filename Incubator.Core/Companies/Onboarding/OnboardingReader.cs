using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>Gathers what the gate looks at.</summary>
public sealed class OnboardingReader(IncubatorDb db)
{
    /// <summary>Of one company: asked at every booking, so two reads suffice.</summary>
    public async Task<OnboardingFacts> ReadAsync(long companyId, CancellationToken cancel = default)
    {
        var rows = await (
                from step in db.OnboardingSteps
                join record in db.StepRecords.Where(r => r.CompanyId == companyId) on step.Id equals record.StepId into records
                from record in records.DefaultIfEmpty()
                select new { Step = step, Record = record })
            .AsNoTrackingWithIdentityResolution().ToListAsync(cancel);
        var memberships = await db.Memberships.AsNoTracking().Where(m => m.CompanyId == companyId).ToListAsync(cancel);
        return new([.. rows.Select(r => r.Step).DistinctBy(s => s.Id)], [.. rows.Select(r => r.Record).OfType<StepRecord>()], memberships);
    }

    /// <summary>Of several companies, for lists; a company that is not among the keys does not exist.</summary>
    public async Task<IReadOnlyDictionary<long, OnboardingFacts>> ReadAsync(IReadOnlyCollection<long> companyIds, CancellationToken cancel = default)
    {
        var steps = await db.OnboardingSteps.AsNoTracking().ToListAsync(cancel);
        var records = (await db.StepRecords.AsNoTracking().Where(r => companyIds.Contains(r.CompanyId)).ToListAsync(cancel)).ToLookup(r => r.CompanyId);
        var memberships = (await db.Memberships.AsNoTracking().Where(m => companyIds.Contains(m.CompanyId)).ToListAsync(cancel)).ToLookup(m => m.CompanyId);
        return companyIds.Distinct().ToDictionary(id => id, id => new OnboardingFacts(steps, [.. records[id]], [.. memberships[id]]));
    }
}
