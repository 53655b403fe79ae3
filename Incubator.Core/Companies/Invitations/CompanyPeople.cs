using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>Who belongs to a company: looked after by its own managers, and by the staff. One manager always stays.</summary>
public sealed class CompanyPeople(IncubatorDb db, TimeProvider clock)
{
    /// <summary>The person's access ends with the next page they open: memberships are read at each request.</summary>
    public Task<Result<Done>> RemoveAsync(long companyId, long personId, Actor actor, CancellationToken cancel = default) =>
        OnMemberAsync(companyId, personId, actor, keepsManaging: false, (member, now) =>
        {
            db.CompanyMembers.Remove(member);
            db.Record(nameof(Company), companyId, "MemberRemoved", actor, now, Told(member.PersonId, member.Role, null));
        }, cancel);

    public Task<Result<Done>> ChangeRoleAsync(long companyId, long personId, MemberRole role, Actor actor, CancellationToken cancel = default) =>
        OnMemberAsync(companyId, personId, actor, keepsManaging: role == MemberRole.Manager, (member, now) =>
        {
            if (member.Role == role) return;
            db.Record(nameof(Company), companyId, "MemberRoleChanged", actor, now, Told(personId, member.Role, role));
            member.Become(role);
        }, cancel);

    public static Task<bool> ManagesAsync(IncubatorDb db, long companyId, Actor actor, CancellationToken cancel) => db.CompanyMembers
        .AnyAsync(m => m.CompanyId == companyId && m.PersonId == actor.PersonId && m.Role == MemberRole.Manager, cancel);

    /// <summary>Who changes a company's people waits here for others who do.</summary>
    internal static Task LockAsync(IncubatorDb db, long companyId, CancellationToken cancel) => db.Companies.Where(c => c.Id == companyId)
        .ExecuteUpdateAsync(c => c.SetProperty(x => x.CalendarVersion, x => x.CalendarVersion + 1), cancel);

    /// <summary>What the company's history tells of a member: by number, never by name.</summary>
    internal static Dictionary<string, string?[]> Told(long personId, MemberRole? before, MemberRole? after) => new()
    {
        ["PersonId"] = after is null ? [HistoryBook.Text(personId), null] : [null, HistoryBook.Text(personId)],
        ["Role"] = [before?.ToString(), after?.ToString()],
    };

    private async Task<Result<Done>> OnMemberAsync(
        long companyId, long personId, Actor actor, bool keepsManaging, Action<CompanyMember, DateTimeOffset> act, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await LockAsync(db, companyId, token);
            if (!actor.IsStaff && !await ManagesAsync(db, companyId, actor, token)) return Refusal.NotFound;
            var member = await db.CompanyMembers.SingleOrDefaultAsync(m => m.CompanyId == companyId && m.PersonId == personId, token);
            if (member is null) return Refusal.NotFound;
            if (member.Role == MemberRole.Manager && !keepsManaging &&
                !await db.CompanyMembers.AnyAsync(m => m.CompanyId == companyId && m.PersonId != personId && m.Role == MemberRole.Manager, token))
                return new Refusal("LastManager");
            act(member, now);
            return default(Done);
        }, cancel: cancel);
    }
}
