using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>Whom the house writes to when it means a company.</summary>
public static class CompanyAddresses
{
    public static Task<List<Addressee>> ManagersToTellAsync(this IncubatorDb db, long companyId, CancellationToken cancel) => db.Users
        .Where(p => db.CompanyMembers.Any(m => m.CompanyId == companyId && m.PersonId == p.Id && m.Role == MemberRole.Manager))
        .ToAddresseesAsync(cancel);

    /// <summary>What waits to be said of these events to who is no manager any more shall not be said; how many.</summary>
    public static Task<int> WithdrawFromOthersAsync(
        this IncubatorDb db, IReadOnlyCollection<string> events, IReadOnlyCollection<Addressee> managers, DateTimeOffset now, CancellationToken cancel)
    {
        var still = managers.Select(m => (long?)m.PersonId).ToList();
        return db.Notices.Where(n => events.Contains(n.Event) && n.PersonId != null && !still.Contains(n.PersonId)).WithdrawAsync(now, cancel);
    }
}
