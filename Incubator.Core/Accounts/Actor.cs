namespace Incubator.Core.Accounts;

/// <summary>Who acts: taken from the signed-in person by the page, passed to every desk.</summary>
/// <param name="PersonId">Null for the system itself (seed, import verb, sweep).</param>
/// <param name="IsStaff">Staff or administrator.</param>
/// <param name="CompanyIds">The active companies the person belongs to.</param>
public sealed record Actor(long? PersonId, bool IsStaff, IReadOnlyList<long> CompanyIds)
{
    /// <summary>The house itself: may do what staff and administrators may.</summary>
    public static readonly Actor System = new(null, true, []) { IsAdministrator = true };

    /// <summary>Looks after people and their roles; staff too.</summary>
    public bool IsAdministrator { get; init; }

    public bool ActsFor(long companyId) => IsStaff || CompanyIds.Contains(companyId);
}
