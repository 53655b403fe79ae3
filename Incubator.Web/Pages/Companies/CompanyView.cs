using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Booking;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Companies;

/// <summary>All that a company's page shows; the same for staff and for its people, but for what is the staff's own.</summary>
public sealed record CompanyView
{
    public required Company Company { get; init; }
    public required bool IsStaff { get; init; }

    /// <summary>Staff, or a manager of the company: may say figures, goals, contact and files.</summary>
    public required bool MayWrite { get; init; }
    public required DateOnly Today { get; init; }
    public required IReadOnlyList<CompanyPerson> People { get; init; }
    public required IReadOnlyList<Membership> Memberships { get; init; }
    public required IReadOnlyList<CohortSeat> Cohorts { get; init; }
    public required IReadOnlyList<CompanyGoal> Goals { get; init; }
    public required IReadOnlyList<CompanyFile> Files { get; init; }
    public required IReadOnlyList<ReservationRow> Reservations { get; init; }
    public required SizeWorking Size { get; init; }

    /// <summary>For staff only: it names people.</summary>
    public required IReadOnlyList<HistoryLine> History { get; init; }
}

public sealed record CompanyPerson(string Name, string? Mail, MemberRole Role);

public sealed record CohortSeat(string NameHu, string NameEn, DateOnly From, DateOnly? EndedOn, CohortMemberState State);

public sealed record CompanyFile(Guid Reference, string Name, long Length, DateTimeOffset AddedAt, CompanyDocumentKind Kind, bool IsForStaff);

/// <summary>Reads a company for its page. Whose it is, is asked here: nobody reads another's by way of any page.</summary>
public sealed class CompanyReader(IncubatorDb db, CompanyHistory history, CurrentActor current, TimeProvider clock)
{
    private const int LatestReservations = 5;

    /// <summary>The company if the reader belongs to it (while it is active) or is staff.</summary>
    public async Task<Company?> FindAsync(Guid reference, CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        return await db.Companies.AsNoTracking().Include(c => c.OtherActivities)
            .FirstOrDefaultAsync(c => c.Reference == reference && (actor.IsStaff || actor.CompanyIds.Contains(c.Id)), cancel);
    }

    /// <summary>The company if the reader may write for it: staff, or one of its managers.</summary>
    public async Task<Company?> FindWritableAsync(Guid reference, CancellationToken cancel) =>
        await FindAsync(reference, cancel) is { } company && await MayWriteAsync(company.Id, cancel) ? company : null;

    public async Task<CompanyView> ReadAsync(Company company, CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        var id = company.Id;
        return new CompanyView
        {
            Company = company,
            IsStaff = actor.IsStaff,
            MayWrite = await MayWriteAsync(id, cancel),
            Today = LabTime.DateOf(clock.GetUtcNow()),
            People = await PeopleAsync(id, cancel),
            Memberships = await MembershipsAsync(id, cancel),
            Cohorts = await CohortsAsync(id, cancel),
            Goals = await GoalsAsync(id, cancel),
            Files = await FilesAsync(id, actor.IsStaff, cancel),
            Reservations = await db.ReadRowsAsync(
                db.Reservations.AsNoTracking().Where(r => r.CompanyId == id).OrderByDescending(r => r.Start).ThenByDescending(r => r.Id).Take(LatestReservations), cancel),
            Size = await SizeDesk.WorkAsync(db, id, cancel),
            History = actor.IsStaff ? await history.ReadAsync(id, cancel) : [],
        };
    }

    private Task<List<CompanyPerson>> PeopleAsync(long companyId, CancellationToken cancel) => (
            from m in db.CompanyMembers
            join p in db.Users on m.PersonId equals p.Id
            where m.CompanyId == companyId
            orderby m.Role descending, p.FullName
            select new CompanyPerson(p.FullName, p.Email, m.Role))
        .AsNoTracking().ToListAsync(cancel);

    private Task<List<Membership>> MembershipsAsync(long companyId, CancellationToken cancel) => db.Memberships.AsNoTracking()
        .Where(m => m.CompanyId == companyId).OrderByDescending(m => m.From).ThenBy(m => m.Kind).ToListAsync(cancel);

    private Task<List<CohortSeat>> CohortsAsync(long companyId, CancellationToken cancel) => (
            from m in db.CohortMembers
            join c in db.Cohorts on m.CohortId equals c.Id
            where m.CompanyId == companyId
            orderby m.From descending
            select new CohortSeat(c.NameHu, c.NameEn, m.From, m.EndedOn, m.State))
        .AsNoTracking().ToListAsync(cancel);

    private Task<List<CompanyGoal>> GoalsAsync(long companyId, CancellationToken cancel) => db.CompanyGoals.AsNoTracking()
        .Where(g => g.CompanyId == companyId).OrderBy(g => g.State).ThenBy(g => g.TargetOn).ThenBy(g => g.Id).ToListAsync(cancel);

    public Task<List<CompanyFile>> FilesAsync(long companyId, bool isStaff, CancellationToken cancel) => (
            from d in db.CompanyDocuments
            join a in db.Attachments on d.AttachmentId equals a.Id
            where d.CompanyId == companyId && (isStaff || !d.IsForStaff)
            orderby a.FileName
            select new CompanyFile(a.Reference, a.FileName, a.Length, a.AddedAt, d.Kind, d.IsForStaff))
        .AsNoTracking().ToListAsync(cancel);

    private async Task<bool> MayWriteAsync(long companyId, CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        return actor.IsStaff || await db.CompanyMembers
            .AnyAsync(m => m.CompanyId == companyId && m.PersonId == actor.PersonId && m.Role == MemberRole.Manager, cancel);
    }
}
