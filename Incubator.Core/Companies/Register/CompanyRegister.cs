using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>Where staff keep who belongs to the lab. Nothing is ever merged by itself, and nobody who leaves is forgotten.</summary>
public sealed class CompanyRegister(IncubatorDb db, TimeProvider clock)
{
    /// <summary>Refused as CompanySimilar (with the count) until staff say that they have seen who is alike.</summary>
    public async Task<Result<CompanySaved>> CreateAsync(RegisterCompany request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        var facts = request.Facts.Tidied();
        var problems = facts.Problems(LabTime.DateOf(now)).ToList();
        if (request.Kind is not null && request.From is null) problems.Add(new Refusal("Missing", nameof(RegisterCompany.From)));
        if (request.Until < request.From) problems.Add(new Refusal("MembershipEndsBeforeItBegins", nameof(RegisterCompany.Until)));
        if (problems.Count > 0) return Result<CompanySaved>.Refused(problems);
        return await db.CommitAsync<CompanySaved>(async token =>
        {
            if (await AlikeAsync(facts, null, request.DuplicatesSeen, token) is { } alike) return alike;
            var created = await AddAsync(facts, actor, now, token);
            if (!created.Succeeded) return Result<CompanySaved>.Refused(created.Refusals);
            if (request is { Kind: { } kind, From: { } from }) await AddMembershipAsync(created.Value.Id, kind, from, request.Until, actor, now, token);
            return new CompanySaved(created.Value.Id, created.Value.Reference, true);
        }, TakenKey, cancel);
    }

    public async Task<Result<CompanySaved>> EditAsync(EditCompany request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        var facts = request.Facts.Tidied();
        var problems = facts.Problems(LabTime.DateOf(now)).ToList();
        if (problems.Count > 0) return Result<CompanySaved>.Refused(problems);
        return await db.CommitAsync<CompanySaved>(async token =>
        {
            await LockAsync(request.Reference, token);
            var company = await db.Companies.Whole().SingleOrDefaultAsync(c => c.Reference == request.Reference, token);
            if (company is null) return Refusal.NotFound;
            if (company.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            if (company.NameKey != CompanyNames.Key(facts.Name) && await AlikeAsync(facts, company.Id, request.DuplicatesSeen, token) is { } alike) return alike;
            return await DescribeAsync(company, facts, actor, now, token);
        }, TakenKey, cancel);
    }

    /// <summary>
    /// Inside another desk's transaction, which has decided that the actor may: makes the company of these facts, or brings the one that
    /// staff chose up to date, and begins its membership. One that had left is back.
    /// </summary>
    internal async Task<Result<Company>> AdmitWithinAsync(
        CompanyFacts facts, MembershipKind kind, DateOnly from, DateOnly? until, long? existingCompanyId, Actor actor, DateTimeOffset now,
        CancellationToken token)
    {
        facts = facts.Tidied();
        var problems = facts.Problems(LabTime.DateOf(now)).ToList();
        if (until < from) problems.Add(new Refusal("MembershipEndsBeforeItBegins", nameof(until)));
        if (problems.Count > 0) return Result<Company>.Refused(problems);
        Company? company;
        if (existingCompanyId is { } id)
        {
            await LockAsync(id, token);
            company = await db.Companies.Whole().SingleOrDefaultAsync(c => c.Id == id, token);
            if (company is null) return Refusal.NotFound;
            var described = await DescribeAsync(company, facts, actor, now, token);
            if (!described.Succeeded) return Result<Company>.Refused(described.Refusals);
            if (company.LeftOn is not null || !company.IsActive)
            {
                company.Return();
                db.RecordChange(company, company.Id, "Returned", actor, now);
            }
        }
        else
        {
            var created = await AddAsync(facts, actor, now, token);
            if (!created.Succeeded) return created;
            company = created.Value;
        }

        await AddMembershipAsync(company.Id, kind, from, until, actor, now, token);
        return company;
    }

    /// <summary>Who in the register may be the same firm: the same tax number, or a name that is alike. For staff only.</summary>
    public Task<IReadOnlyList<PossibleDuplicate>> FindDuplicatesAsync(
        string? taxNumber, string name, long? except = null, CancellationToken cancel = default) =>
        CompanyDuplicates.FindAsync(db, taxNumber, name, except, cancel);

    /// <summary>Gives companies from before there was an index of names what it needs; done when the program starts.</summary>
    public async Task IndexOldAsync(CancellationToken cancel = default)
    {
        foreach (var company in await db.Companies.Whole().Where(c => c.NameKey == "" || c.Reference == Guid.Empty).ToListAsync(cancel)) company.Index();
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Result<Company>> AddAsync(CompanyFacts facts, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        if (await TakenAsync(facts, null, token) is { } taken) return taken;
        var company = Company.Create(facts);
        db.Companies.Add(company);
        await db.SaveChangesAsync(token);
        db.RecordChange(company, company.Id, "Registered", actor, now);
        return company;
    }

    private async Task<Result<CompanySaved>> DescribeAsync(Company company, CompanyFacts facts, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        if (await TakenAsync(facts, company.Id, token) is { } taken) return taken;
        var before = company.OtherActivities.Select(a => a.Code).Order(StringComparer.Ordinal).ToList();
        company.Describe(facts);
        var changed = db.Entry(company).State == EntityState.Modified ||
            !before.SequenceEqual(company.OtherActivities.Select(a => a.Code).Order(StringComparer.Ordinal));
        if (changed) db.RecordChange(company, company.Id, "Edited", actor, now);
        return new CompanySaved(company.Id, company.Reference, changed);
    }

    private async Task AddMembershipAsync(
        long companyId, MembershipKind kind, DateOnly from, DateOnly? until, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        var membership = Membership.Create(companyId, kind, from, until);
        db.Memberships.Add(membership);
        await db.SaveChangesAsync(token);
        db.Record(nameof(Company), companyId, "MembershipBegun", actor, now, new Dictionary<string, string?[]>
        {
            [nameof(Membership.Kind)] = [null, kind.ToString()],
            [nameof(Membership.From)] = [null, HistoryBook.Text(from)],
            [nameof(Membership.Until)] = [null, HistoryBook.Text(until)],
        });
    }

    private async Task<Refusal?> AlikeAsync(CompanyFacts facts, long? except, bool seen, CancellationToken token)
    {
        if (seen) return null;
        var alike = await CompanyDuplicates.FindAsync(db, null, facts.Name, except, token);
        return alike.Count == 0 ? null : new Refusal("CompanySimilar", nameof(CompanyFacts.Name)).With("count", alike.Count);
    }

    private async Task<Refusal?> TakenAsync(CompanyFacts facts, long? except, CancellationToken token)
    {
        var core = facts.TaxNumber?[..TaxNumber.CoreLength];
        if (core is not null && await db.Companies.Where(c => c.TaxCore == core && c.Id != (except ?? 0)).Select(c => c.Name).FirstOrDefaultAsync(token) is { } other)
            return new Refusal("TaxNumberTaken", nameof(CompanyFacts.TaxNumber)).With("company", other);
        return await db.Companies.AnyAsync(c => c.Name == facts.Name && c.Id != (except ?? 0), token)
            ? new Refusal("CompanyNameTaken", nameof(CompanyFacts.Name))
            : null;
    }

    // The row's own lock makes rivals wait; before the first read of the transaction.
    private Task<int> LockAsync(Guid reference, CancellationToken token) => db.Companies.Where(c => c.Reference == reference)
        .ExecuteUpdateAsync(c => c.SetProperty(x => x.CalendarVersion, x => x.CalendarVersion + 1), token);

    private Task<int> LockAsync(long id, CancellationToken token) => db.Companies.Where(c => c.Id == id)
        .ExecuteUpdateAsync(c => c.SetProperty(x => x.CalendarVersion, x => x.CalendarVersion + 1), token);

    private static Refusal? TakenKey(string table) => table == nameof(IncubatorDb.Companies) ? new Refusal("CompanyNameTaken", nameof(CompanyFacts.Name)) : null;
}

internal static class CompanyLookup
{
    /// <summary>With what <see cref="Company.Describe"/> replaces.</summary>
    public static IQueryable<Company> Whole(this IQueryable<Company> companies) =>
        companies.Include(c => c.Keys).Include(c => c.OtherActivities).AsSplitQuery();
}
