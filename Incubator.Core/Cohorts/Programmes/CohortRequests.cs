namespace Incubator.Core.Cohorts;

public sealed record SaveProgramme
{
    /// <summary>Null: a new one.</summary>
    public Guid? Reference { get; init; }

    public required string NameHu { get; init; }

    public required string NameEn { get; init; }

    public string? About { get; init; }

    /// <summary>The version the editor saw; for a new one nothing.</summary>
    public Guid? SeenVersion { get; init; }
}

public sealed record SaveCohort
{
    /// <summary>Null: a new one.</summary>
    public Guid? Reference { get; init; }

    /// <summary>Of a new cohort.</summary>
    public Guid? Programme { get; init; }

    public required CohortDetails Details { get; init; }

    public Guid? SeenVersion { get; init; }
}

/// <summary>A company taken in by hand, without a call.</summary>
public sealed record JoinCohort
{
    public required Guid Cohort { get; init; }

    public required long CompanyId { get; init; }

    public required string? Reason { get; init; }
}

/// <summary>A company that graduates or leaves.</summary>
public sealed record EndInCohort
{
    /// <summary>The <see cref="CohortMember"/>'s reference.</summary>
    public required Guid Member { get; init; }

    /// <summary>Last local day in the cohort; not in the future.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Needed where it leaves.</summary>
    public string? Reason { get; init; }
}
