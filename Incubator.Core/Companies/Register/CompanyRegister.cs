using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>Where staff keep who belongs to the lab. Nothing is ever merged by itself, and nobody who leaves is forgotten.</summary>
public sealed class CompanyRegister(IncubatorDb db, TimeProvider clock)
{
    /// <summary>Fact of CompanySimilar: the list of <see cref="PossibleDuplicate"/>, so that the page need not look again.</summary>
    public const string AlikeFact = "alike";

    /// <summary>Refused as CompanySimilar (with the count and who they are) until staff say that they have seen who is alike.</summary>
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
            await db.LockCompanyAsync(request.Reference, token);
            var company = await db.Companies.Whole().SingleOrDefaultAsync(c => c.Reference == request.Reference, token);
            if (company is null) return Refusal.NotFound;
            if (company.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            if (company.NameKey != CompanyNames.Key(facts.Name) && await AlikeAsync(facts, company.Id, request.DuplicatesSeen, token) is { } alike) return alike;
            return await DescribeAsync(company, facts, actor, now, token);
        }, TakenKey, cancel);
    }

    /// <summary>What a company's manager may say without asking the staff: how it is reached.</summary>
    public async Task<Result<CompanySaved>> EditContactAsync(EditContact request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<CompanySaved>(async token =>
        {
            await db.LockCompanyAsync(request.Reference, token);
            if (await db.FindManagedAsync(request.Reference, actor, token) is not { } company) return Refusal.NotFound;
            if (company.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            var facts = (company.Facts() with { Website = request.Website, ContactEmail = request.ContactEmail, Phone = request.Phone }).Tidied();
            var problems = facts.Problems(LabTime.DateOf(now)).ToList();
            return problems.Count > 0 ? Result<CompanySaved>.Refused(problems) : await DescribeAsync(company, facts, actor, now, token);
        }, cancel: cancel);
    }

    public async Task<Result<Done>> AddMembershipAsync(AddMembership request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (request.Until < request.From) return new Refusal("MembershipEndsBeforeItBegins", nameof(request.Until));
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCompanyAsync(request.Reference, token);
            var company = await db.Companies.SingleOrDefaultAsync(c => c.Reference == request.Reference, token);
            if (company is null) return Refusal.NotFound;
            if (company.LeftOn is not null) return new Refusal("CompanyHasLeft");
            await AddMembershipAsync(company.Id, request.Kind, request.From, request.Until, actor, now, token);
            return default(Done);
        }, cancel: cancel);
    }

    /// <param name="membershipId">Of the company; another's is not found.</param>
    /// <param name="lastDay">Local day, included.</param>
    public async Task<Result<Done>> EndMembershipAsync(
        Guid reference, long membershipId, DateOnly lastDay, string? reason, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (TextRules.Problem(reason, HistoryEntry.ReasonMaxLength, "Reason") is { } problem) return problem;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCompanyAsync(reference, token);
            var membership = await db.Memberships
                .SingleOrDefaultAsync(m => m.Id == membershipId && db.Companies.Any(c => c.Id == m.CompanyId && c.Reference == reference), token);
            if (membership is null) return Refusal.NotFound;
            if (lastDay < membership.From) return new Refusal("MembershipEndsBeforeItBegins", "LastDay");
            End(membership, lastDay, reason, actor, now);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>Its memberships end, its people can no longer book, and its record stays. What is booked ahead stays until somebody decides.</summary>
    public async Task<Result<Done>> LeaveAsync(LeaveCompany request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (string.IsNullOrWhiteSpace(request.Reason)) return new Refusal("Missing", nameof(request.Reason));
        if (TextRules.Problem(request.Reason, HistoryEntry.ReasonMaxLength, nameof(request.Reason)) is { } problem) return problem;
        var now = clock.GetUtcNow();
        if (request.LastDay > LabTime.DateOf(now)) return new Refusal("LeavingDayAhead", nameof(request.LastDay));
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCompanyAsync(request.Reference, token);
            var company = await db.Companies.SingleOrDefaultAsync(c => c.Reference == request.Reference, token);
            if (company is null) return Refusal.NotFound;
            if (company.LeftOn is not null) return default(Done);
            foreach (var membership in await db.Memberships.Where(m => m.CompanyId == company.Id && (m.Until == null || m.Until > request.LastDay)).ToListAsync(token))
            {
                if (membership.From <= request.LastDay) End(membership, request.LastDay, null, actor, now);
                else db.Memberships.Remove(membership);
            }

            company.Leave(request.LastDay);
            db.RecordChange(company, company.Id, "Left", actor, now, request.Reason.Trim());
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>One that had left is back, with a new membership.</summary>
    public async Task<Result<Done>> ReturnAsync(AddMembership request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (request.Until < request.From) return new Refusal("MembershipEndsBeforeItBegins", nameof(request.Until));
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCompanyAsync(request.Reference, token);
            var company = await db.Companies.SingleOrDefaultAsync(c => c.Reference == request.Reference, token);
            if (company is null) return Refusal.NotFound;
            if (company.LeftOn is null && company.IsActive) return default(Done);
            company.Return();
            db.RecordChange(company, company.Id, "Returned", actor, now);
            await AddMembershipAsync(company.Id, request.Kind, request.From, request.Until, actor, now, token);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>
    /// Inside another desk's transaction, which has decided that the actor may: makes the company of these facts, or brings the one that
    /// staff chose up to date, and begins its membership. One that had left is back.
    /// </summary>
    /// <param name="told">By which its size is known; years and linked firms that the register has stay as they stand there.</param>
    internal async Task<Result<Company>> AdmitWithinAsync(
        CompanyFacts facts, MembershipKind kind, DateOnly from, DateOnly? until, long? existingCompanyId, ToldFigures told, Actor actor, DateTimeOffset now,
        CancellationToken token)
    {
        facts = facts.Tidied();
        var problems = facts.Problems(LabTime.DateOf(now)).ToList();
        if (until < from) problems.Add(new Refusal("MembershipEndsBeforeItBegins", nameof(until)));
        if (problems.Count > 0) return Result<Company>.Refused(problems);
        Company? company;
        if (existingCompanyId is { } id)
        {
            await db.LockCompanyAsync(id, token);
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
        await SizeDesk.TakeOverWithinAsync(db, company, told, actor, now, token);
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

    private void End(Membership membership, DateOnly lastDay, string? reason, Actor actor, DateTimeOffset now)
    {
        membership.End(lastDay);
        var changes = db.ChangesOf(membership);
        changes[nameof(Membership.Kind)] = [null, membership.Kind.ToString()];
        db.Record(nameof(Company), membership.CompanyId, "MembershipEnded", actor, now, changes, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
    }

    private async Task<Refusal?> AlikeAsync(CompanyFacts facts, long? except, bool seen, CancellationToken token)
    {
        if (seen) return null;
        var alike = await CompanyDuplicates.FindAsync(db, facts.TaxNumber, facts.Name, except, token);
        // Who has the same tax number alone is refused for that.
        return alike.Any(d => d.Similarity >= CompanyNames.Similar)
            ? new Refusal("CompanySimilar", nameof(CompanyFacts.Name)).With("count", alike.Count).With(AlikeFact, alike)
            : null;
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

    private static Refusal? TakenKey(string table) => table == nameof(IncubatorDb.Companies) ? new Refusal("CompanyNameTaken", nameof(CompanyFacts.Name)) : null;
}
