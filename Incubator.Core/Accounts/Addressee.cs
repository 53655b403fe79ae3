using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Accounts;

/// <summary>Somebody with an account whom the house writes to.</summary>
public sealed record Addressee(long PersonId, string Mail, string Language);

public static class Addressees
{
    /// <summary>Those who have an address and may come in.</summary>
    public static IQueryable<Person> WhoMayBeTold(this IQueryable<Person> people) =>
        people.Where(p => p.Email != null && p.ErasedAt == null && (p.LockoutEnd == null || p.LockoutEnd < Person.Locked));

    /// <summary>The same, by number.</summary>
    public static Task<List<Addressee>> ToAddresseesAsync(this IQueryable<Person> people, CancellationToken cancel) => people.WhoMayBeTold()
        .OrderBy(p => p.Id).Select(p => new Addressee(p.Id, p.Email!, p.Language)).ToListAsync(cancel);

    /// <summary>Staff and administrators.</summary>
    public static Task<List<Addressee>> StaffToTellAsync(this IncubatorDb db, CancellationToken cancel) => db.Users
        .Where(p => db.UserRoles.Any(ur => ur.UserId == p.Id &&
            db.Roles.Any(r => r.Id == ur.RoleId && (r.Name == Role.Staff || r.Name == Role.Administrator))))
        .ToAddresseesAsync(cancel);

    /// <summary>Whose account has this mail address; null: nobody's.</summary>
    public static Task<long?> PersonAtAsync(this IncubatorDb db, string mail, CancellationToken cancel)
    {
        var normalized = mail.Trim().ToUpperInvariant();
        return db.Users.Where(p => p.NormalizedEmail == normalized).Select(p => (long?)p.Id).FirstOrDefaultAsync(cancel);
    }
}
