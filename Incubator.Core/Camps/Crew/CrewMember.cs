namespace Incubator.Core.Camps;

/// <summary>What someone with an account does at a camp.</summary>
public enum CrewRole
{
    /// <summary>Guides a team through the phases.</summary>
    Facilitator = 0,

    /// <summary>Advises teams.</summary>
    Mentor = 1,

    /// <summary>Judges pitches; never of a team they mentored nor of their own company.</summary>
    Juror = 2,

    /// <summary>Speaks for the company that brought a challenge.</summary>
    ChallengeOwner = 3,

    /// <summary>Leads the camp.</summary>
    Organiser = 4,
}

/// <summary>A person with an account and what they do at a camp; one row per role.</summary>
public sealed class CrewMember
{
    public const int OrganisationMaxLength = 160;

    private CrewMember() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long CampId { get; private set; }

    public long PersonId { get; private set; }

    public CrewRole Role { get; private set; }

    /// <summary>Where they come from, shown on the agenda.</summary>
    public string? Organisation { get; private set; }

    /// <summary>The member company they belong to; a juror keeps off its challenges.</summary>
    public long? CompanyId { get; private set; }

    /// <summary>The jury's chair sees progress and breaks ties.</summary>
    public bool IsChair { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>UTC; null: asked, has not said yes.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>UTC; said no. Whoever then confirms comes after all.</summary>
    public DateTimeOffset? DeclinedAt { get; private set; }

    public Guid Version { get; private set; }

    public static CrewMember Create(long campId, long personId, CrewRole role, string? organisation = null, long? companyId = null) => new()
    {
        Reference = Guid.NewGuid(),
        CampId = campId,
        PersonId = personId,
        Role = role,
        Organisation = organisation,
        CompanyId = companyId,
    };

    public void Ask(DateTimeOffset now) => AskedAt ??= now;

    public void Confirm(DateTimeOffset now) => (ConfirmedAt, DeclinedAt) = (ConfirmedAt ?? now, null);

    public void Decline(DateTimeOffset now) => (ConfirmedAt, DeclinedAt) = (null, DeclinedAt ?? now);

    public void Describe(string? organisation, long? companyId) =>
        (Organisation, CompanyId) = (string.IsNullOrWhiteSpace(organisation) ? null : organisation.Trim(), companyId);

    public void Chair(bool isChair) => IsChair = isChair;
}

/// <summary>When a crew member can come; without rows: at any time of the camp.</summary>
public sealed class CrewTime
{
    private CrewTime() { }

    public long Id { get; private set; }

    public long CrewMemberId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset Start { get; private set; }

    /// <summary>UTC; not included.</summary>
    public DateTimeOffset End { get; private set; }

    public static CrewTime Create(long crewMemberId, DateTimeOffset start, DateTimeOffset end) =>
        new() { CrewMemberId = crewMemberId, Start = start, End = end };
}

/// <summary>Who guides or advises which team.</summary>
public sealed class TeamCrew
{
    private TeamCrew() { }

    public long TeamId { get; private set; }

    public long CrewMemberId { get; private set; }

    public static TeamCrew Create(long teamId, long crewMemberId) => new() { TeamId = teamId, CrewMemberId = crewMemberId };
}
