namespace Incubator.Core.Camps;

/// <summary>One property of the product that a challenge wants to keep to: its target and limits, all in one unit.</summary>
public sealed class Specification
{
    public const int NameMaxLength = 120;
    public const int UnitMaxLength = 30;

    /// <summary>Of target and limits.</summary>
    public const int Decimals = 6;

    private Specification() { }

    public long Id { get; private set; }

    public long ChallengeId { get; private set; }

    /// <summary>What is measured ("moisture", "pH").</summary>
    public string Name { get; private set; } = "";

    /// <summary>Null: a bare number.</summary>
    public string? Unit { get; private set; }

    public decimal? Target { get; private set; }

    /// <summary>Still good; null: no limit below.</summary>
    public decimal? Lower { get; private set; }

    /// <summary>Still good; null: no limit above.</summary>
    public decimal? Upper { get; private set; }

    /// <summary>In the order of the list.</summary>
    public int Position { get; private set; }

    public static Specification Create(long challengeId, int position, string name, string? unit, decimal? target, decimal? lower, decimal? upper) => new()
    {
        ChallengeId = challengeId,
        Position = position,
        Name = name,
        Unit = unit,
        Target = target,
        Lower = lower,
        Upper = upper,
    };
}
