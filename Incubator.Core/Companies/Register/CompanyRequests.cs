namespace Incubator.Core.Companies;

/// <summary>A new company, put in by staff.</summary>
public sealed record RegisterCompany
{
    public required CompanyFacts Facts { get; init; }

    /// <summary>The first period; null: none yet.</summary>
    public MembershipKind? Kind { get; init; }

    /// <summary>Local day; with <see cref="Kind"/> only.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>Staff have seen the similar names and say that this is another firm.</summary>
    public bool DuplicatesSeen { get; init; }
}

public sealed record EditCompany
{
    public required Guid Reference { get; init; }

    public required CompanyFacts Facts { get; init; }

    /// <summary>The version the editor saw; another means that the page went stale.</summary>
    public required Guid SeenVersion { get; init; }

    public bool DuplicatesSeen { get; init; }
}

public sealed record EditContact
{
    public required Guid Reference { get; init; }

    public string? Website { get; init; }

    public string? ContactEmail { get; init; }

    public string? Phone { get; init; }

    public required Guid SeenVersion { get; init; }
}

/// <summary>A further period; local days.</summary>
public sealed record AddMembership
{
    public required Guid Reference { get; init; }

    public required MembershipKind Kind { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }
}

public sealed record LeaveCompany
{
    public required Guid Reference { get; init; }

    /// <summary>Local day, not ahead.</summary>
    public required DateOnly LastDay { get; init; }

    public required string Reason { get; init; }
}

/// <param name="Changed">False where what was sent is what was there.</param>
public sealed record CompanySaved(long Id, Guid Reference, bool Changed);

public enum DuplicateReason
{
    /// <summary>The same eight digits: it is the same taxpayer.</summary>
    SameTaxNumber = 0,

    /// <summary>The same name but for case, accents, punctuation and legal form.</summary>
    SameName = 1,

    SimilarName = 2,
}

/// <summary>A company of the register that may be the one at hand. Nobody but a person decides.</summary>
/// <param name="Similarity">Of the names, 0 to 1 (<see cref="CompanyNames.Similarity"/>).</param>
public sealed record PossibleDuplicate(
    long CompanyId, Guid Reference, string Name, string? Settlement, string? TaxNumber, bool HasLeft, DuplicateReason Reason, double Similarity);
