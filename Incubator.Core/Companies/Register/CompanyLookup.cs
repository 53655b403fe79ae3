using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>How the desks of this room come to a company.</summary>
internal static class CompanyLookup
{
    /// <summary>With what <see cref="Company.Describe"/> replaces.</summary>
    public static IQueryable<Company> Whole(this IQueryable<Company> companies) =>
        companies.Include(c => c.Keys).Include(c => c.OtherActivities).AsSplitQuery();

    /// <summary>The row's own lock makes rivals wait; before the first read of the transaction.</summary>
    public static Task<int> LockCompanyAsync(this IncubatorDb db, Guid reference, CancellationToken token) =>
        db.Companies.Where(c => c.Reference == reference).ExecuteUpdateAsync(c => c.SetProperty(x => x.CalendarVersion, x => x.CalendarVersion + 1), token);

    public static Task<int> LockCompanyAsync(this IncubatorDb db, long id, CancellationToken token) =>
        db.Companies.Where(c => c.Id == id).ExecuteUpdateAsync(c => c.SetProperty(x => x.CalendarVersion, x => x.CalendarVersion + 1), token);

    /// <summary>The company if the actor may write for it: staff for any, its managers for an active one; null otherwise, as if there were none.</summary>
    public static Task<Company?> FindManagedAsync(this IncubatorDb db, Guid reference, Actor actor, CancellationToken token) =>
        db.Companies.Whole().SingleOrDefaultAsync(c => c.Reference == reference && (actor.IsStaff || (c.IsActive &&
            db.CompanyMembers.Any(m => m.CompanyId == c.Id && m.PersonId == actor.PersonId && m.Role == MemberRole.Manager))), token);
}
