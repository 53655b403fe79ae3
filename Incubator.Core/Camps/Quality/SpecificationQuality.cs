using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>One specification of a challenge with what was measured, by the day of measuring.</summary>
public sealed record SpecificationQuality(Specification Specification, IReadOnlyList<MeasuredLot> Lots)
{
    public QualityLimits Limits { get; } = new(Specification.Target, Specification.Lower, Specification.Upper);

    public IReadOnlyList<MeasuredLot> Before { get; } = [.. Lots.Where(l => l.Phase == LotPhase.Before)];

    public IReadOnlyList<MeasuredLot> After { get; } = [.. Lots.Where(l => l.Phase == LotPhase.After)];

    public QualityChange Change => new(Capability.Of(Limits, Before.Select(l => l.Measured())), Capability.Of(Limits, After.Select(l => l.Measured())));
}

public static class QualityReading
{
    /// <summary>Of these challenges, by challenge and in the order of the specifications. The caller has judged who may read them.</summary>
    public static async Task<IReadOnlyList<SpecificationQuality>> QualityOfAsync(
        this IncubatorDb db, IReadOnlyCollection<long> challenges, CancellationToken cancel)
    {
        var specifications = await db.Specifications.AsNoTracking().Where(s => challenges.Contains(s.ChallengeId))
            .OrderBy(s => s.ChallengeId).ThenBy(s => s.Position).ToListAsync(cancel);
        var ids = specifications.ConvertAll(s => s.Id);
        var lots = (await db.MeasuredLots.AsNoTracking().Include(l => l.Values).Where(l => ids.Contains(l.SpecificationId))
            .OrderBy(l => l.MeasuredOn).ThenBy(l => l.Id).ToListAsync(cancel)).ToLookup(l => l.SpecificationId);
        return [.. specifications.Select(s => new SpecificationQuality(s, [.. lots[s.Id]]))];
    }
}
