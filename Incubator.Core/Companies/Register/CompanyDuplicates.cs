using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>Finds who in the register may be the same firm, by its index: the cost is that of the likely ones, not of all.</summary>
internal static class CompanyDuplicates
{
    /// <summary>So many candidates are compared at most, those first that share most.</summary>
    private const int MaxCandidates = 200;

    public static async Task<IReadOnlyList<PossibleDuplicate>> FindAsync(
        IncubatorDb db, string? taxNumber, string name, long? except, CancellationToken cancel)
    {
        var core = taxNumber is not null && TaxNumber.Read(taxNumber) is { Succeeded: true, Value: var number } ? number.Core : null;
        var key = CompanyNames.Key(name);
        var blocks = CompanyNames.Blocks(name).ToList();
        var likely = db.CompanyKeys.Where(k => k.Kind == CompanyKeyKind.Block && blocks.Contains(k.Key))
            .GroupBy(k => k.CompanyId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .Select(g => g.Key).Take(MaxCandidates);
        var candidates = await db.Companies.AsNoTracking()
            .Where(c => (likely.Contains(c.Id) || (core != null && c.TaxCore == core)) && c.Id != (except ?? 0))
            .Select(c => new { c.Id, c.Reference, c.Name, c.Settlement, c.TaxNumber, c.TaxCore, c.LeftOn, c.NameKey })
            .ToListAsync(cancel);
        return [.. candidates
            .Select(c => (Row: c, Similarity: CompanyNames.KeySimilarity(key, c.NameKey)))
            .Where(c => c.Similarity >= CompanyNames.Similar || (core is not null && c.Row.TaxCore == core))
            .Select(c => new PossibleDuplicate(c.Row.Id, c.Row.Reference, c.Row.Name, c.Row.Settlement, c.Row.TaxNumber, c.Row.LeftOn is not null,
                core is not null && c.Row.TaxCore == core ? DuplicateReason.SameTaxNumber
                    : c.Similarity >= 1 ? DuplicateReason.SameName : DuplicateReason.SimilarName,
                c.Similarity))
            .OrderBy(d => d.Reason).ThenByDescending(d => d.Similarity).ThenBy(d => d.Name, StringComparer.CurrentCulture)];
    }
}
