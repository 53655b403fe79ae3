using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Identity;

namespace Incubator.Web.Pages.Accounts;

/// <summary>Keeps what Identity did with an account in its history.</summary>
public sealed class SecurityNotes(IncubatorDb db, UserManager<Person> users, TimeProvider clock)
{
    /// <summary>By the person themselves.</summary>
    public async Task NoteAsync(Person person, string act, CancellationToken cancel)
    {
        db.RecordSecurity(person.Id, act, new Actor(person.Id, false, []), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A wrong password or code; the one that puts the account to rest says so. An account at rest is not written full.</summary>
    public async Task FailedAsync(Person person, bool wasAtRest, CancellationToken cancel)
    {
        if (wasAtRest) return;
        var now = clock.GetUtcNow();
        var nobody = new Actor(null, false, []);
        db.RecordSecurity(person.Id, SecurityActs.SignInFailed, nobody, now);
        if (await users.IsLockedOutAsync(person)) db.RecordSecurity(person.Id, SecurityActs.LockedOut, nobody, now);
        await db.SaveChangesAsync(cancel);
    }
}
