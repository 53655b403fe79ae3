namespace Incubator.Core.Cohorts;

public enum CohortMemberState
{
    Active = 0,
    Graduated = 1,

    /// <summary>Went before the end; its seat is free again.</summary>
    Left = 2,
}

/// <summary>A company in a cohort.</summary>
public sealed class CohortMember
{
    public const int ReasonMaxLength = 500;

    private CohortMember() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long CohortId { get; private set; }

    public long CompanyId { get; private set; }

    /// <summary>The application that was decided on; null where staff took the company in by hand.</summary>
    public long? ApplicationId { get; private set; }

    public CohortMemberState State { get; private set; }

    /// <summary>First local day in the cohort.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last local day: graduated or left on it.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why staff took it in by hand.</summary>
    public string? JoinReason { get; private set; }

    /// <summary>Why it left.</summary>
    public string? EndReason { get; private set; }

    public Guid Version { get; private set; }

    public bool Holds => State != CohortMemberState.Left;

    public static CohortMember Create(long cohortId, long companyId, DateOnly from, long? applicationId = null, string? reason = null) => new()
    {
        Reference = Guid.NewGuid(),
        CohortId = cohortId,
        CompanyId = companyId,
        From = from,
        ApplicationId = applicationId,
        JoinReason = reason,
    };

    /// <summary>Comes back after it left.</summary>
    /// <exception cref="InvalidOperationException">It did not leave.</exception>
    public void Return(DateOnly from, long? applicationId, string? reason)
    {
        if (State != CohortMemberState.Left) throw new InvalidOperationException("It did not leave.");
        (State, From, EndedOn, EndReason) = (CohortMemberState.Active, from, null, null);
        (ApplicationId, JoinReason) = (applicationId ?? ApplicationId, reason);
    }

    /// <exception cref="InvalidOperationException">It is not active.</exception>
    public void Graduate(DateOnly lastDay) => End(CohortMemberState.Graduated, lastDay, null);

    /// <exception cref="InvalidOperationException">It is not active.</exception>
    public void Leave(DateOnly lastDay, string reason) => End(CohortMemberState.Left, lastDay, reason);

    private void End(CohortMemberState state, DateOnly lastDay, string? reason)
    {
        if (State != CohortMemberState.Active) throw new InvalidOperationException("It is not active.");
        (State, EndedOn, EndReason) = (state, lastDay, reason);
    }
}
