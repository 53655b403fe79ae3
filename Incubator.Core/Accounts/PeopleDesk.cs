using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Accounts;

/// <summary>
/// Administrators look after people, roles and locks; one administrator always stays who can sign in. A role taken or a lock ends the
/// person's sessions: each of them notices within a minute.
/// </summary>
public sealed class PeopleDesk(IncubatorDb db, TimeProvider clock)
{
    public Task<Result<Done>> GiveRoleAsync(long personId, string role, Actor actor, CancellationToken cancel = default) =>
        OnPersonAsync(personId, actor, async (person, now, token) =>
        {
            if (await RoleAsync(role, token) is not { } row) return Refusal.NotFound;
            if (await db.UserRoles.AnyAsync(r => r.UserId == personId && r.RoleId == row.Id, token)) return default(Done);
            db.UserRoles.Add(new IdentityUserRole<long> { UserId = personId, RoleId = row.Id });
            EndSessions(person);
            db.RecordSecurity(personId, SecurityActs.RoleGiven, actor, now, role);
            return default(Done);
        }, cancel);

    public Task<Result<Done>> TakeRoleAsync(long personId, string role, Actor actor, CancellationToken cancel = default) =>
        OnPersonAsync(personId, actor, async (person, now, token) =>
        {
            if (await RoleAsync(role, token) is not { } row) return Refusal.NotFound;
            if (await db.UserRoles.SingleOrDefaultAsync(r => r.UserId == personId && r.RoleId == row.Id, token) is not { } held) return default(Done);
            if (role == Role.Administrator && await IsLastAdministratorAsync(db, personId, token)) return new Refusal("LastAdministrator");
            db.UserRoles.Remove(held);
            EndSessions(person);
            db.RecordSecurity(personId, SecurityActs.RoleTaken, actor, now, role);
            return default(Done);
        }, cancel);

    /// <summary>Nobody signs in with this account until it is unlocked.</summary>
    public Task<Result<Done>> LockAsync(long personId, Actor actor, CancellationToken cancel = default) =>
        OnPersonAsync(personId, actor, async (person, now, token) =>
        {
            if (personId == actor.PersonId) return new Refusal("NotOneself");
            if (await IsLastAdministratorAsync(db, personId, token)) return new Refusal("LastAdministrator");
            person.Lock();
            EndSessions(person);
            db.RecordSecurity(personId, SecurityActs.Locked, actor, now);
            return default(Done);
        }, cancel);

    public Task<Result<Done>> UnlockAsync(long personId, Actor actor, CancellationToken cancel = default) =>
        OnPersonAsync(personId, actor, (person, now, _) =>
        {
            person.Unlock();
            db.RecordSecurity(personId, SecurityActs.Unlocked, actor, now);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);

    /// <summary>By an administrator, or of oneself: every session ends, also the one that asks unless it is renewed.</summary>
    public Task<Result<Done>> SignOutEverywhereAsync(long personId, Actor actor, CancellationToken cancel = default) =>
        OnPersonAsync(personId, actor, (person, now, _) =>
        {
            EndSessions(person);
            db.RecordSecurity(personId, SecurityActs.SignedOutEverywhere, actor, now);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel, byOneself: true);

    /// <summary>For someone who lost telephone and passkey: the next sign-in is by password alone, and asks to set up anew.</summary>
    public Task<Result<Done>> RemoveSecondFactorsAsync(long personId, Actor actor, CancellationToken cancel = default) =>
        OnPersonAsync(personId, actor, async (person, now, token) =>
        {
            await db.UserTokens.Where(t => t.UserId == personId).ExecuteDeleteAsync(token);
            await db.Set<IdentityUserPasskey<long>>().Where(p => p.UserId == personId).ExecuteDeleteAsync(token);
            person.TwoFactorEnabled = false;
            person.SecondFactorAskedAt = null;
            EndSessions(person);
            db.RecordSecurity(personId, SecurityActs.SecondFactorOff, actor, now);
            return default(Done);
        }, cancel);

    /// <summary>What a person may say of themselves; what they do not want to be written about is kept as a whole.</summary>
    public Task<Result<Done>> SaveProfileAsync(SaveProfile request, Actor actor, CancellationToken cancel = default) =>
        OnPersonAsync(actor.PersonId ?? 0, actor, async (person, now, token) =>
        {
            var name = request.FullName.Trim();
            if (name.Length == 0) return new Refusal("Missing", nameof(request.FullName));
            if (TextRules.Problem(name, Person.NameMaxLength, nameof(request.FullName)) is { } problem) return problem;
            if (request.Language is not ("hu" or "en")) return new Refusal("Missing", nameof(request.Language));
            (person.FullName, person.Language) = (name, request.Language);
            var refused = await db.RefusedNotices.Where(r => r.PersonId == person.Id).ToListAsync(token);
            var wanted = request.Refused.Where(Enum.IsDefined).ToHashSet();
            db.RefusedNotices.RemoveRange(refused.Where(r => !wanted.Contains(r.Topic)));
            db.RefusedNotices.AddRange(wanted.Except(refused.Select(r => r.Topic)).Select(t => RefusedNotice.Create(person.Id, t)));
            if (!db.ChangeTracker.HasChanges()) return default(Done);
            person.ConcurrencyStamp = Guid.NewGuid().ToString();
            db.RecordSecurity(person.Id, SecurityActs.ProfileChanged, actor, now);
            return default(Done);
        }, cancel, byOneself: true);

    /// <summary>Whether nobody else who is an administrator could sign in. Asked after <see cref="HouseRoles.LockAsync"/>.</summary>
    internal static async Task<bool> IsLastAdministratorAsync(IncubatorDb db, long personId, CancellationToken token)
    {
        var others = await (
                from held in db.UserRoles
                join role in db.Roles on held.RoleId equals role.Id
                join person in db.Users on held.UserId equals person.Id
                where role.Name == Role.Administrator
                select new { person.Id, person.LockoutEnd })
            .ToListAsync(token);
        return others.Exists(o => o.Id == personId) && !others.Exists(o => o.Id != personId && !Person.IsLockedUntil(o.LockoutEnd));
    }

    internal static Task<bool> IsAdministratorAsync(IncubatorDb db, Actor actor, CancellationToken token) => actor == Actor.System
        ? Task.FromResult(true)
        : db.UserRoles.AnyAsync(r => r.UserId == actor.PersonId && db.Roles.Any(x => x.Id == r.RoleId && x.Name == Role.Administrator), token);

    private static void EndSessions(Person person)
    {
        person.SecurityStamp = Guid.NewGuid().ToString("N");
        person.ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    private Task<IdentityRole<long>?> RoleAsync(string role, CancellationToken token) => db.Roles.SingleOrDefaultAsync(r => r.Name == role, token);

    private async Task<Result<Done>> OnPersonAsync(
        long personId, Actor actor, Func<Person, DateTimeOffset, CancellationToken, Task<Result<Done>>> act, CancellationToken cancel, bool byOneself = false)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await HouseRoles.LockAsync(db, token);
            // Not by the cookie: who was an administrator a moment ago is none now.
            if (!(byOneself && personId == actor.PersonId) && !await IsAdministratorAsync(db, actor, token)) return Refusal.NotFound;
            return await db.Users.SingleOrDefaultAsync(p => p.Id == personId && p.ErasedAt == null, token) is { } person
                ? await act(person, now, token)
                : Refusal.NotFound;
        }, cancel: cancel);
    }
}

public sealed record SaveProfile
{
    public required string FullName { get; init; }

    public required string Language { get; init; }

    /// <summary>What the person does not want to be written about.</summary>
    public required IReadOnlyCollection<NoticeTopic> Refused { get; init; }
}
