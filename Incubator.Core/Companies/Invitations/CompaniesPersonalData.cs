using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>Where a person belongs, and by which invitations they came.</summary>
internal sealed class CompaniesPersonalData(IncubatorDb db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalSection>> ExportAsync(KnownPerson person, CancellationToken cancel)
    {
        var memberships = await db.CompanyMembers.Where(m => m.PersonId == person.Id)
            .Join(db.Companies, m => m.CompanyId, c => c.Id, (m, c) => new { c.Name, m.Role }).ToListAsync(cancel);
        var invitations = await OfAsync(person, cancel);
        return
        [
            PersonalSection.Of("Memberships", memberships, ("Company", m => m.Name), ("Role", m => m.Role)),
            PersonalSection.Of("Invitations", invitations,
                ("Email", i => i.Mail), ("FullName", i => i.FullName), ("At", i => i.InvitedAt), ("AcceptedAt", i => i.AcceptedAt)),
        ];
    }

    public async Task<IReadOnlyList<Refusal>> ObstaclesAsync(KnownPerson person, CancellationToken cancel)
    {
        var managed = await db.CompanyMembers.Where(m => m.PersonId == person.Id && m.Role == MemberRole.Manager).Select(m => m.CompanyId).ToListAsync(cancel);
        // The same order for all: who erases two managers of two companies at once must not wait for themselves.
        foreach (var id in managed.Order()) await CompanyPeople.LockAsync(db, id, cancel);
        var orphans = await db.Companies
            .Where(c => c.IsActive && managed.Contains(c.Id) &&
                !db.CompanyMembers.Any(m => m.CompanyId == c.Id && m.PersonId != person.Id && m.Role == MemberRole.Manager))
            .Select(c => c.Name).ToListAsync(cancel);
        return [.. orphans.Select(name => new Refusal("LastManagerOf").With("company", name))];
    }

    public async Task EraseAsync(KnownPerson person, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var member in await db.CompanyMembers.Where(m => m.PersonId == person.Id).ToListAsync(cancel))
        {
            db.CompanyMembers.Remove(member);
            db.Record(nameof(Company), member.CompanyId, "MemberRemoved", Actor.System, now, CompanyPeople.Told(person.Id, member.Role, null));
        }

        foreach (var invitation in await OfAsync(person, cancel)) invitation.Forget(now);
        await db.Companies.Where(c => c.ContactEmail == person.Mail)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.ContactEmail, (string?)null), cancel);
    }

    private Task<List<Invitation>> OfAsync(KnownPerson person, CancellationToken cancel)
    {
        var mail = Invitation.Normalize(person.Mail ?? "");
        return db.Invitations.Where(i => i.AcceptedById == person.Id || (mail != "" && i.NormalizedMail == mail)).ToListAsync(cancel);
    }
}
