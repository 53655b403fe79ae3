namespace Incubator.Core.Camps;

/// <summary>A figure and on how many companies it rests.</summary>
/// <param name="Companies">Null: it tells nothing of companies.</param>
public sealed record Figure(decimal Value, int? Companies = null)
{
    /// <summary>Rests on one or two companies, so that whoever knows one could read the other's.</summary>
    public bool IsOfFew => Companies is > 0 and < Disclosure.FewCompanies;
}

/// <summary>Which figures are told to whoever may not see a single company. Pure.</summary>
public static class Disclosure
{
    public const int FewCompanies = 3;

    /// <summary>The figure, or null where it rests on fewer than three companies. None at all tells of nobody.</summary>
    public static Figure? Tell(Figure figure) => figure.IsOfFew ? null : figure;

    /// <summary>
    /// Of parts whose sum is known: those on few companies are withheld, and where that is only one, so is the smallest other part, else
    /// it could be worked out from the rest.
    /// </summary>
    public static IReadOnlyList<Figure?> TellParts(IReadOnlyList<Figure> parts)
    {
        var told = parts.Select(Tell).ToArray();
        if (told.Count(f => f is null) != 1) return told;
        var next = Enumerable.Range(0, parts.Count).Where(i => told[i] is { Value: not 0 }).OrderBy(i => parts[i].Value).Select(i => (int?)i).FirstOrDefault();
        if (next is { } hidden) told[hidden] = null;
        return told;
    }
}
