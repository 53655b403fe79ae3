using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>Where an invited person comes in, once: with a new account, or with the one they have.</summary>
public sealed class WelcomeDesk(IncubatorDb db, UserManager<Person> users, TimeProvider clock)
{
    /// <summary>The link came by mail, so the address is confirmed by its use.</summary>
    public async Task<Result<InvitationAccepted>> AcceptAsync(AcceptInvitation request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var hash = Invitation.HashOf(request.Token);
        return await db.CommitAsync<InvitationAccepted>(async token =>
        {
            await db.Invitations.Where(i => i.TokenHash == hash).ExecuteUpdateAsync(i => i.SetProperty(x => x.Round, x => x.Round), token);
            if (await db.Invitations.SingleOrDefaultAsync(i => i.TokenHash == hash, token) is not { } invitation) return Refusal.NotFound;
            if (invitation.StateAt(now) != InvitationState.Open) return new Refusal("InvitationSpent");
            if (invitation.CompanyId is { } company && !await db.Companies.AnyAsync(c => c.Id == company && c.IsActive, token))
                return new Refusal("CompanyNotActive");
            var known = await db.Users.Where(p => p.NormalizedEmail == invitation.NormalizedMail).Select(p => (long?)p.Id).SingleOrDefaultAsync(token);
            if (actor.PersonId != known) return new Refusal(actor.PersonId is null ? "SignInToAccept" : "InvitationOfAnother");
            var comes = known is { } id ? id : await EnterAsync(invitation, request, token);
            if (!comes.Succeeded) return Result<InvitationAccepted>.Refused(comes.Refusals);
            var self = actor with { PersonId = comes.Value };
            await JoinAsync(invitation, self, now, token);
            invitation.Accept(comes.Value, now);
            db.Record(nameof(Invitation), invitation.Id, "Accepted", self, now);
            db.RecordSecurity(comes.Value, SecurityActs.InvitationAccepted, self, now, invitation.Role);
            await db.WithdrawAsync(invitation.NoticeEvent, now, token);
            return new InvitationAccepted(comes.Value, known is null, invitation.CompanyId);
        }, cancel: cancel);
    }

    private async Task<Result<long>> EnterAsync(Invitation invitation, AcceptInvitation request, CancellationToken token)
    {
        var name = request.FullName?.Trim() ?? "";
        if (name.Length == 0) return new Refusal("Missing", nameof(request.FullName));
        if (TextRules.Problem(name, Person.NameMaxLength, nameof(request.FullName)) is { } problem) return problem;
        if (string.IsNullOrEmpty(request.Password)) return new Refusal("Missing", nameof(request.Password));
        var person = new Person
        {
            UserName = invitation.Mail,
            Email = invitation.Mail,
            EmailConfirmed = true,
            FullName = name,
            Language = invitation.Language,
        };
        var made = await users.CreateAsync(person, request.Password);
        token.ThrowIfCancellationRequested();
        return made.Succeeded
            ? person.Id
            : Result<long>.Refused(made.Errors.Select(e => e.Code switch
            {
                nameof(IdentityErrorDescriber.PasswordTooShort) or nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) =>
                    new Refusal("PasswordTooEasy", nameof(request.Password)).With("min", users.Options.Password.RequiredLength)
                        .With("different", users.Options.Password.RequiredUniqueChars),
                _ => new Refusal("AccountNotMade"),
            }).DistinctBy(r => r.Code));
    }

    private async Task JoinAsync(Invitation invitation, Actor self, DateTimeOffset now, CancellationToken token)
    {
        var personId = self.PersonId!.Value;
        if (invitation is { CompanyId: { } company, MemberRole: { } memberRole })
        {
            if (await db.CompanyMembers.AnyAsync(m => m.CompanyId == company && m.PersonId == personId, token)) return;
            db.CompanyMembers.Add(CompanyMember.Create(company, personId, memberRole));
            db.Record(nameof(Company), company, "MemberAdded", self, now, CompanyPeople.Told(personId, null, memberRole));
            return;
        }

        var role = await db.Roles.SingleAsync(r => r.Name == invitation.Role, token);
        if (await db.UserRoles.AnyAsync(r => r.UserId == personId && r.RoleId == role.Id, token)) return;
        db.UserRoles.Add(new IdentityUserRole<long> { UserId = personId, RoleId = role.Id });
        db.RecordSecurity(personId, SecurityActs.RoleGiven, self, now, role.Name);
    }
}
