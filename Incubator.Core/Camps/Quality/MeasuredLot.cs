using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>On which side of the camp a lot was made.</summary>
public enum LotPhase
{
    Before = 0,
    After = 1,
}

/// <summary>What someone says of a lot.</summary>
public sealed record LotDetails
{
    /// <summary>The company's own code of the lot.</summary>
    public required string Code { get; init; }

    /// <summary>Local day.</summary>
    public required DateOnly MeasuredOn { get; init; }

    public required LotPhase Phase { get; init; }

    /// <summary>In the specification's unit, in the order of measuring.</summary>
    public required IReadOnlyList<decimal> Values { get; init; }

    /// <summary>The broken limits, each naming its field.</summary>
    public IEnumerable<Refusal> Problems()
    {
        if (string.IsNullOrWhiteSpace(Code)) yield return new Refusal("Missing", nameof(Code));
        else if (TextRules.Problem(Code, MeasuredLot.CodeMaxLength, nameof(Code)) is { } problem) yield return problem;
        if (!Enum.IsDefined(Phase)) yield return new Refusal("NotKnown", nameof(Phase));
        if (Values.Count == 0) yield return new Refusal("Missing", nameof(Values));
        if (Values.Count > MeasuredLot.MaxValues) yield return new Refusal("LotValuesTooMany", nameof(Values)).With("max", MeasuredLot.MaxValues);
        if (Values.Any(v => Math.Abs(v) > MeasuredLot.MaxValue))
            yield return new Refusal("OutOfRange", nameof(Values)).With("min", -MeasuredLot.MaxValue).With("max", MeasuredLot.MaxValue);
        if (Values.Any(v => decimal.Round(v, MeasuredLot.Decimals) != v))
            yield return new Refusal("LotValueTooFine", nameof(Values)).With("max", MeasuredLot.Decimals);
    }
}

/// <summary>A lot of the product and what was measured of it by one specification of the challenge.</summary>
public sealed class MeasuredLot
{
    public const int CodeMaxLength = 40;
    public const int MaxValues = 100;
    public const int Decimals = 6;
    public const decimal MaxValue = 1_000_000_000;

    private readonly List<LotValue> values = [];

    private MeasuredLot() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long SpecificationId { get; private set; }

    public LotPhase Phase { get; private set; }

    /// <summary>The company's own code; once per specification and side of the camp.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Local day.</summary>
    public DateOnly MeasuredOn { get; private set; }

    public long? RecordedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<LotValue> Values => values;

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public static MeasuredLot Create(long specificationId, LotDetails details, long? personId, DateTimeOffset now)
    {
        var lot = new MeasuredLot { Reference = Guid.NewGuid(), SpecificationId = specificationId, RecordedById = personId, RecordedAt = now };
        lot.Describe(details);
        return lot;
    }

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public void Describe(LotDetails details)
    {
        if (details.Problems().FirstOrDefault() is { } problem) throw new ArgumentException(problem.Code, nameof(details));
        (Code, MeasuredOn, Phase) = (details.Code.Trim(), details.MeasuredOn, details.Phase);
        values.Sort((one, other) => one.Position.CompareTo(other.Position));
        for (var i = 0; i < details.Values.Count; i++)
        {
            if (i < values.Count) values[i].Set(details.Values[i]);
            else values.Add(LotValue.Create(i, details.Values[i]));
        }

        values.RemoveRange(details.Values.Count, values.Count - details.Values.Count);
    }

    /// <summary>The values in the order of measuring.</summary>
    public IReadOnlyList<decimal> Measured() => [.. values.OrderBy(v => v.Position).Select(v => v.Value)];
}

/// <summary>One measurement of a lot.</summary>
public sealed class LotValue
{
    private LotValue() { }

    public long LotId { get; private set; }

    public int Position { get; private set; }

    /// <summary>In the specification's unit.</summary>
    public decimal Value { get; private set; }

    internal static LotValue Create(int position, decimal value) => new() { Position = position, Value = value };

    internal void Set(decimal value) => Value = value;
}
