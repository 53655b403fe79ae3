namespace Incubator.Core.Companies;

/// <summary>What a company is to the lab; onboarding asks for other steps of each kind.</summary>
public enum MembershipKind
{
    /// <summary>Belongs for good, until it leaves.</summary>
    Member = 0,

    /// <summary>For the time of a cohort.</summary>
    Cohort = 1,

    /// <summary>For one project or a few bookings.</summary>
    SingleUse = 2,
}

/// <summary>One period in which a company belongs to the lab; it may have several, one after another or at once.</summary>
public sealed class Membership
{
    private Membership() { }

    public long Id { get; private set; }

    public long CompanyId { get; private set; }

    public MembershipKind Kind { get; private set; }

    /// <summary>First local day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last local day, included; null: without end.</summary>
    public DateOnly? Until { get; private set; }

    public Guid Version { get; private set; }

    public static Membership Create(long companyId, MembershipKind kind, DateOnly from, DateOnly? until = null)
    {
        if (until < from) throw new ArgumentOutOfRangeException(nameof(until));
        return new Membership { CompanyId = companyId, Kind = kind, From = from, Until = until };
    }

    public bool Covers(DateOnly day) => From <= day && (Until is null || day <= Until);

    /// <summary>Ends on this local day (included), never before it began.</summary>
    public void End(DateOnly lastDay) => Until = lastDay < From ? From : lastDay;
}
