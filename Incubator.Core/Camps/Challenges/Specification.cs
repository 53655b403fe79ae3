using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>One characteristic of a challenge's product with what it is to keep to. Lots are measured against it.</summary>
public sealed class Specification
{
    public const int NameMaxLength = 120;
    public const int UnitMaxLength = 30;
    public const int MaxRows = 12;

    /// <summary>Numbers are kept with this many decimals.</summary>
    public const int Decimals = 6;

    private Specification() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long ChallengeId { get; private set; }

    public int Position { get; private set; }

    /// <summary>In the company's words ("Moisture").</summary>
    public string Name { get; private set; } = "";

    /// <summary>Of target and limits ("%", "g"); null: a bare number.</summary>
    public string? Unit { get; private set; }

    public decimal? Target { get; private set; }

    /// <summary>The least that is within; null: no limit below.</summary>
    public decimal? Lower { get; private set; }

    /// <summary>The most that is within; null: no limit above.</summary>
    public decimal? Upper { get; private set; }

    public Guid Version { get; private set; }

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public static Specification Create(long challengeId, int position, SpecificationDetails details)
    {
        var specification = new Specification { Reference = Guid.NewGuid(), ChallengeId = challengeId };
        specification.Describe(position, details);
        return specification;
    }

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public static Specification Create(long challengeId, int position, string name, string? unit, decimal? target, decimal? lower, decimal? upper) =>
        Create(challengeId, position, new SpecificationDetails { Name = name, Unit = unit, Target = target, Lower = lower, Upper = upper });

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public void Describe(int position, SpecificationDetails details)
    {
        if (details.Problems(0).FirstOrDefault() is { } problem) throw new ArgumentException(problem.Code, nameof(details));
        (Position, Name, Unit) = (position, details.Name.Trim(), string.IsNullOrWhiteSpace(details.Unit) ? null : details.Unit.Trim());
        (Target, Lower, Upper) = (details.Target, details.Lower, details.Upper);
    }
}

/// <summary>What a company says of one characteristic.</summary>
public sealed record SpecificationDetails
{
    /// <summary>Null: a new one.</summary>
    public Guid? Reference { get; init; }

    public required string Name { get; init; }
    public string? Unit { get; init; }
    public decimal? Target { get; init; }
    public decimal? Lower { get; init; }
    public decimal? Upper { get; init; }

    /// <summary>The broken limits; fields as "Rows[2].Lower".</summary>
    public IEnumerable<Refusal> Problems(int row)
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new Refusal("Missing", $"Rows[{row}].{nameof(Name)}");
        else if (TextRules.Problem(Name, Specification.NameMaxLength, $"Rows[{row}].{nameof(Name)}") is { } name) yield return name;
        if (TextRules.Problem(Unit, Specification.UnitMaxLength, $"Rows[{row}].{nameof(Unit)}") is { } unit) yield return unit;

        if (Target is null && Lower is null && Upper is null) yield return new Refusal("SpecificationEmpty", $"Rows[{row}].{nameof(Target)}");
        if (Lower >= Upper) yield return new Refusal("LimitsCrossed", $"Rows[{row}].{nameof(Upper)}");
        else if (Target <= Lower || Target >= Upper) yield return new Refusal("TargetOutsideLimits", $"Rows[{row}].{nameof(Target)}");
        if (new[] { Target, Lower, Upper }.Any(v => v is { } value && (Math.Abs(value) >= 1_000_000_000 || decimal.Round(value, Specification.Decimals) != value)))
            yield return new Refusal("SpecificationNumberInvalid", $"Rows[{row}].{nameof(Target)}").With("decimals", Specification.Decimals);
    }
}
