using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>
/// Where people are let into the house: by the staff anywhere, but into the staff itself only by administrators; by a company's
/// manager into the own company. Nobody comes in by themselves.
/// </summary>
public sealed class InvitationDesk(IncubatorDb db, TimeProvider clock)
{
    public const string NoticeToCompany = "InvitationMade";
    public const string NoticeToHouse = "HouseInvitationMade";

    /// <summary>A company's invitations that wait for an answer; no manager writes to half the county.</summary>
    public const int MaxOpenOfCompany = 50;

    private static readonly HashSet<string> ByAdministratorsOnly = [Role.Staff, Role.Administrator];

    public static string LinkOf(string token) => $"/invitation/{token}";

    public async Task<Result<InvitationMade>> InviteAsync(InvitePerson request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<InvitationMade>(async token =>
        {
            await LockAsync(request.CompanyId, token);
            return await InviteWithinAsync(request, actor, now, token);
        }, cancel: cancel);
    }

    /// <summary>
    /// For another desk's transaction. Refused: MailNotAnAddress, TextTooLong, InvitedNowhere, OnlyAdministratorsInvite, NotFound,
    /// CompanyNotActive, AlreadyInvited (a link to the same door waits), AlreadyMember, RoleHeldAlready, TooManyInvitations.
    /// </summary>
    internal async Task<Result<InvitationMade>> InviteWithinAsync(InvitePerson request, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        var wanted = request.Tidied();
        var problems = wanted.Problems().ToList();
        if (problems.Count > 0) return Result<InvitationMade>.Refused(problems);
        if (await RefusalOfAsync(wanted.Role, wanted.CompanyId, actor, token) is { } refused) return refused;
        var mail = Invitation.Normalize(wanted.Mail);
        var person = await db.Users.SingleOrDefaultAsync(p => p.NormalizedEmail == mail, token);
        if (person is not null && await IsThereAsync(person.Id, wanted.Role, wanted.CompanyId, token))
            return new Refusal(wanted.CompanyId is null ? "RoleHeldAlready" : "AlreadyMember", nameof(InvitePerson.Mail));
        var open = db.Invitations.Where(i => i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now);
        if (await open.AnyAsync(i => i.NormalizedMail == mail && i.CompanyId == wanted.CompanyId && i.Role == wanted.Role, token))
            return new Refusal("AlreadyInvited", nameof(InvitePerson.Mail));
        if (wanted.CompanyId is { } company && !actor.IsStaff && await open.CountAsync(i => i.CompanyId == company, token) >= MaxOpenOfCompany)
            return new Refusal("TooManyInvitations").With("max", MaxOpenOfCompany);

        var (invitation, secret) = Invitation.Create(wanted, actor.PersonId, now);
        db.Invitations.Add(invitation);
        await db.SaveChangesAsync(token);
        db.Record(nameof(Invitation), invitation.Id, "Invited", actor, now);
        if (person is not null) db.RecordSecurity(person.Id, SecurityActs.Invited, actor, now, invitation.Role);
        await TellAsync(invitation, secret, now, token);
        return new InvitationMade(invitation.Id, secret);
    }

    /// <summary>A new link in place of the old one, for as long as a first one.</summary>
    public async Task<Result<InvitationMade>> ResendAsync(long id, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<InvitationMade>(async token =>
        {
            var found = await FindAsync(id, actor, token);
            if (!found.Succeeded) return Result<InvitationMade>.Refused(found.Refusals);
            var invitation = found.Value;
            if (invitation.StateAt(now) is InvitationState.Accepted or InvitationState.Revoked) return new Refusal("InvitationSpent");
            await db.WithdrawAsync(invitation.NoticeEvent, now, token);
            var secret = invitation.Send(now);
            db.Record(nameof(Invitation), id, "Resent", actor, now);
            await TellAsync(invitation, secret, now, token);
            return new InvitationMade(id, secret);
        }, cancel: cancel);
    }

    public async Task<Result<Done>> RevokeAsync(long id, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            var found = await FindAsync(id, actor, token);
            if (!found.Succeeded) return Result<Done>.Refused(found.Refusals);
            var invitation = found.Value;
            if (invitation.RevokedAt is not null) return default(Done);
            if (invitation.AcceptedAt is not null) return new Refusal("InvitationSpent");
            invitation.Revoke(now);
            db.Record(nameof(Invitation), id, "Revoked", actor, now);
            var person = await db.Users.Where(p => p.NormalizedEmail == invitation.NormalizedMail).Select(p => (long?)p.Id).SingleOrDefaultAsync(token);
            if (person is { } invited) db.RecordSecurity(invited, SecurityActs.InvitationRevoked, actor, now, invitation.Role);
            await db.WithdrawAsync(invitation.NoticeEvent, now, token);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>Rivals of the same company, or of the house, wait.</summary>
    private Task LockAsync(long? companyId, CancellationToken token) =>
        companyId is { } id ? CompanyPeople.LockAsync(db, id, token) : HouseRoles.LockAsync(db, token);

    private async Task<Result<Invitation>> FindAsync(long id, Actor actor, CancellationToken token)
    {
        await db.Invitations.Where(i => i.Id == id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Round, x => x.Round), token);
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, token) is not { } invitation) return Refusal.NotFound;
        return await RefusalOfAsync(invitation.Role, invitation.CompanyId, actor, token) is { } refused ? refused : invitation;
    }

    private async Task<Refusal?> RefusalOfAsync(string? role, long? companyId, Actor actor, CancellationToken token)
    {
        if (role is not null)
        {
            if (!actor.IsStaff) return Refusal.NotFound;
            return ByAdministratorsOnly.Contains(role) && !actor.IsAdministrator ? new Refusal("OnlyAdministratorsInvite", nameof(InvitePerson.Role)) : null;
        }

        var company = await db.Companies.SingleOrDefaultAsync(c => c.Id == companyId, token);
        if (company is null || !(actor.IsStaff || await CompanyPeople.ManagesAsync(db, company.Id, actor, token))) return Refusal.NotFound;
        return company.IsActive ? null : new Refusal("CompanyNotActive", nameof(InvitePerson.CompanyId));
    }

    private async Task<bool> IsThereAsync(long personId, string? role, long? companyId, CancellationToken token) => companyId is { } company
        ? await db.CompanyMembers.AnyAsync(m => m.CompanyId == company && m.PersonId == personId, token)
        : await db.UserRoles.AnyAsync(r => r.UserId == personId && db.Roles.Any(x => x.Id == r.RoleId && x.Name == role), token);

    private async Task TellAsync(Invitation invitation, string secret, DateTimeOffset now, CancellationToken token)
    {
        var facts = new Dictionary<string, string>
        {
            ["link"] = LinkOf(secret),
            ["until"] = HistoryBook.Text(LabTime.DateOf(invitation.ExpiresAt))!,
        };
        if (invitation.CompanyId is { } id)
            facts["company"] = await db.Companies.Where(c => c.Id == id).Select(c => c.Name).SingleAsync(token);
        await db.TellAsync(new Tell
        {
            Event = invitation.NoticeEvent,
            Kind = invitation.CompanyId is null ? NoticeToHouse : NoticeToCompany,
            Recipient = invitation.Mail,
            Language = invitation.Language,
            PersonId = await db.PersonAtAsync(invitation.Mail, token),
            LinkIsSecret = true,
            Facts = facts,
        }, now, token);
    }
}
