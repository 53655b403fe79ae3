using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Accounts;

/// <summary>The account itself, its history, and the notices written to its address.</summary>
internal sealed class AccountsPersonalData(IncubatorDb db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalSection>> ExportAsync(KnownPerson person, CancellationToken cancel)
    {
        var account = await db.Users.AsNoTracking().Where(p => p.Id == person.Id).ToListAsync(cancel);
        var roles = await db.UserRoles.Where(r => r.UserId == person.Id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name).ToListAsync(cancel);
        var passkeys = await db.Set<IdentityUserPasskey<long>>().AsNoTracking().Where(p => p.UserId == person.Id).ToListAsync(cancel);
        var refused = await db.RefusedNotices.Where(r => r.PersonId == person.Id).Select(r => r.Topic).ToListAsync(cancel);
        var history = await db.History.AsNoTracking()
            .Where(h => h.PersonId == person.Id || (h.Subject == nameof(Person) && h.SubjectId == person.Id)).OrderBy(h => h.Id).ToListAsync(cancel);
        var notices = await db.Notices.AsNoTracking().Where(n => n.Recipient == person.Mail).OrderBy(n => n.Id).ToListAsync(cancel);
        return
        [
            PersonalSection.Of("Account", account,
                ("FullName", p => p.FullName), ("Email", p => p.Email), ("Phone", p => p.PhoneNumber), ("Language", p => p.Language),
                ("Roles", _ => string.Join(", ", roles)), ("TwoFactor", p => p.TwoFactorEnabled), ("LockedUntil", p => p.LockoutEnd),
                ("RefusedNotices", _ => string.Join(", ", refused))),
            PersonalSection.Of("Passkeys", passkeys, ("Name", p => p.Data.Name), ("At", p => p.Data.CreatedAt)),
            PersonalSection.Of("History", history, ("At", h => h.At), ("Subject", h => h.Subject), ("Act", h => h.Act), ("Reason", h => h.Reason)),
            PersonalSection.Of("Notices", notices, ("At", n => n.CreatedAt), ("Kind", n => n.Kind)),
        ];
    }

    public async Task EraseAsync(KnownPerson person, DateTimeOffset now, CancellationToken cancel)
    {
        await db.UserTokens.Where(t => t.UserId == person.Id).ExecuteDeleteAsync(cancel);
        await db.UserLogins.Where(l => l.UserId == person.Id).ExecuteDeleteAsync(cancel);
        await db.UserClaims.Where(c => c.UserId == person.Id).ExecuteDeleteAsync(cancel);
        await db.UserRoles.Where(r => r.UserId == person.Id).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserPasskey<long>>().Where(p => p.UserId == person.Id).ExecuteDeleteAsync(cancel);
        await db.RefusedNotices.Where(r => r.PersonId == person.Id).ExecuteDeleteAsync(cancel);
        await db.Notices.Where(n => n.Recipient == person.Mail).ExecuteDeleteAsync(cancel);
    }
}
