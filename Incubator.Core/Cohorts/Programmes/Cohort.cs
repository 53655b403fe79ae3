using Incubator.Core.Common;

namespace Incubator.Core.Cohorts;

/// <summary>What staff say of a cohort.</summary>
public sealed record CohortDetails
{
    public required string NameHu { get; init; }

    public required string NameEn { get; init; }

    /// <summary>First local day.</summary>
    public required DateOnly Starts { get; init; }

    /// <summary>Last local day, included.</summary>
    public required DateOnly Ends { get; init; }

    /// <summary>Companies at most.</summary>
    public required int Capacity { get; init; }

    public string? Focus { get; init; }

    /// <summary>The person of the staff who looks after it.</summary>
    public long? ResponsibleId { get; init; }

    public IEnumerable<Refusal> Problems()
    {
        foreach (var (text, field) in new[] { (NameHu, nameof(NameHu)), (NameEn, nameof(NameEn)) })
        {
            if (string.IsNullOrWhiteSpace(text)) yield return new Refusal("Missing", field);
            else if (TextRules.Problem(text, Programme.NameMaxLength, field) is { } problem) yield return problem;
        }

        if (Ends < Starts) yield return new Refusal("CohortEndsBeforeStart", nameof(Ends));
        else if (Ends > Starts.AddYears(Cohort.MaxYears)) yield return new Refusal("CohortTooLong", nameof(Ends)).With("max", Cohort.MaxYears);
        if (Capacity is < 1 or > Cohort.MaxCapacity)
            yield return new Refusal("OutOfRange", nameof(Capacity)).With("min", 1).With("max", Cohort.MaxCapacity);
        if (TextRules.Problem(Focus, Cohort.FocusMaxLength, nameof(Focus)) is { } focus) yield return focus;
    }

    internal CohortDetails Tidied() => this with
    {
        NameHu = NameHu.Trim(),
        NameEn = NameEn.Trim(),
        Focus = string.IsNullOrWhiteSpace(Focus) ? null : Focus.Trim(),
    };
}

/// <summary>One round of a programme: some companies, from one day to another.</summary>
public sealed class Cohort
{
    public const int FocusMaxLength = 500;
    public const int MaxCapacity = 200;
    public const int MaxYears = 5;

    private Cohort() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long ProgrammeId { get; private set; }

    public string NameHu { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>First local day.</summary>
    public DateOnly Starts { get; private set; }

    /// <summary>Last local day, included.</summary>
    public DateOnly Ends { get; private set; }

    public int Capacity { get; private set; }

    public string? Focus { get; private set; }

    public long? ResponsibleId { get; private set; }

    /// <summary>Bumped first in every transaction that counts the seats: the row lock makes rivals wait.</summary>
    public long Sequence { get; private set; }

    public Guid Version { get; private set; }

    public string Name(string language) => language == "hu" ? NameHu : NameEn;

    /// <exception cref="ArgumentException">The details break their own limits.</exception>
    public static Cohort Create(long programmeId, CohortDetails details)
    {
        var cohort = new Cohort { Reference = Guid.NewGuid(), ProgrammeId = programmeId };
        cohort.Describe(details);
        return cohort;
    }

    /// <exception cref="ArgumentException">The details break their own limits.</exception>
    public void Describe(CohortDetails details)
    {
        if (details.Problems().FirstOrDefault() is { } problem) throw new ArgumentException(problem.Code, nameof(details));
        (NameHu, NameEn, Starts, Ends) = (details.NameHu, details.NameEn, details.Starts, details.Ends);
        (Capacity, Focus, ResponsibleId) = (details.Capacity, details.Focus, details.ResponsibleId);
    }
}
