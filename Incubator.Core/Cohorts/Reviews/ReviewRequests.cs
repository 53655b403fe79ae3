namespace Incubator.Core.Cohorts;

/// <summary>How a call is reviewed, as staff want it.</summary>
public sealed record SetReviewRound
{
    public required Guid Call { get; init; }

    /// <summary>Last local day for reviews.</summary>
    public DateOnly? DueOn { get; init; }

    public bool SharesAfterDecision { get; init; }
}

/// <summary>Someone who may be given the call's applications; or, where they are there already, where they work.</summary>
public sealed record NameReviewer
{
    public required Guid Call { get; init; }
    public required long PersonId { get; init; }
    public string? Organisation { get; init; }
}

/// <summary>One application given to one reviewer by hand.</summary>
public sealed record AssignReview
{
    public required Guid Application { get; init; }
    public required long PersonId { get; init; }
}

/// <param name="Made">Reviews newly asked for.</param>
public sealed record ReviewsAssigned(int Made, IReadOnlyList<AssignmentShortage> Shortages);

public sealed record RecuseReview
{
    public required Guid Review { get; init; }
    public required ConflictKind Kind { get; init; }
    public string? Note { get; init; }
}

/// <summary>What the reviewer has written so far, or all of it.</summary>
public sealed record WriteReview
{
    public required Guid Review { get; init; }
    public required IReadOnlyList<ScoreGiven> Scores { get; init; }
    public string? Summary { get; init; }

    /// <summary>The version the author saw; another means that the page went stale.</summary>
    public required Guid SeenVersion { get; init; }

    /// <summary>Complete: from now on staff see it and it counts.</summary>
    public bool Submits { get; init; }
}

/// <summary>What staff decide on an application: the first time, as a correction, or when a place has become free.</summary>
public sealed record DecideApplication
{
    public required Guid Application { get; init; }
    public required DecisionKind Kind { get; init; }

    /// <summary>Place on the reserve list; of those only.</summary>
    public int? ReserveOrder { get; init; }

    /// <summary>For the applicant, in the applicant's language.</summary>
    public required string PublicReason { get; init; }

    public string? InternalNote { get; init; }

    /// <summary>Where it was decided before; not needed for a move up from the reserve list.</summary>
    public string? CorrectionReason { get; init; }

    /// <summary>The company of the register that is admitted…</summary>
    public long? CompanyId { get; init; }

    /// <summary>…or staff say that it is none of those that look like it.</summary>
    public bool IsNewCompany { get; init; }

    /// <summary>The application's version that the reader saw.</summary>
    public required Guid SeenVersion { get; init; }

    /// <summary>Of the form: the same form sent twice decides once.</summary>
    public required Guid SubmissionKey { get; init; }
}

/// <param name="CompanyId">Of an admission.</param>
public sealed record Decided(Guid Decision, long? CompanyId);
