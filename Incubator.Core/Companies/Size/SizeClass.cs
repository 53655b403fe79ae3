namespace Incubator.Core.Companies;

/// <summary>The classes of Recommendation 2003/361/EC, by ascending size.</summary>
public enum SizeClass
{
    Micro = 0,
    Small = 1,
    Medium = 2,

    /// <summary>Not an SME.</summary>
    Large = 3,
}

/// <summary>Who stands at the other end of a link.</summary>
public enum LinkedFirmKind
{
    Enterprise = 0,

    /// <summary>A quarter or more in public hands: not an SME, whatever its figures.</summary>
    PublicBody = 1,

    /// <summary>
    /// The listed exceptions of Art. 3(2): public investment corporations, venture capital, universities, institutional investors, small
    /// autonomous local authorities. Up to half they leave the firm autonomous.
    /// </summary>
    ExemptInvestor = 2,
}

/// <summary>Headcount in annual work units; turnover and balance sheet total in EUR, null where not known.</summary>
public sealed record SizeFigures(decimal Headcount, decimal? Turnover, decimal? BalanceTotal);

/// <summary>Another firm and the share that joins the two, whichever of them holds it.</summary>
/// <param name="SharePercent">Of the capital or the votes, whichever is higher: 0 to 100.</param>
/// <param name="Figures">Null where nobody has told them yet; the year cannot be judged then if they count.</param>
public sealed record SizeFirm(string Name, decimal SharePercent, LinkedFirmKind Kind, SizeFigures? Figures, bool IsOwner);

/// <summary>What is known of one accounting year.</summary>
public sealed record SizeYear(int Year, SizeFigures Own, IReadOnlyList<SizeFirm> Firms);

/// <summary>How a firm's figures are taken: not at all, by the share, or whole.</summary>
public enum LinkWeight
{
    /// <summary>Below a quarter, or a listed exception up to half.</summary>
    Autonomous = 0,

    /// <summary>A quarter to half: by the share.</summary>
    Partner = 1,

    /// <summary>More than half: whole.</summary>
    Linked = 2,
}

/// <summary>One line of the working. Figures as they count, the share taken.</summary>
/// <param name="Name">Null: the company itself.</param>
public sealed record SizeLine(string? Name, LinkWeight? Weight, decimal PercentTaken, SizeFigures? Taken);

/// <summary>How the sums stand against one class. A figure that is not known does not satisfy.</summary>
public sealed record SizeCheck(SizeClass Class, bool HeadcountFits, bool TurnoverFits, bool BalanceFits)
{
    public bool Fits => HeadcountFits && (TurnoverFits || BalanceFits);
}

/// <summary>One year judged by itself, and what the company is after it by the rule of two years.</summary>
/// <param name="Result">Null where a figure that decides is missing.</param>
/// <param name="Standing">After the rule of two years.</param>
/// <param name="PublicOwner">The public body that makes it no SME; null mostly.</param>
public sealed record SizeYearWorking(
    int Year, IReadOnlyList<SizeLine> Lines, SizeFigures Sum, IReadOnlyList<SizeCheck> Checks, SizeClass? Result, SizeClass? Standing, string? PublicOwner);

/// <summary>The class with all that led to it, for people to follow.</summary>
public sealed record SizeWorking(IReadOnlyList<SizeYearWorking> Years, SizeClass? Class);
