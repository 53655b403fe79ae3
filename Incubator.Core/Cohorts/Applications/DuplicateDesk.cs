using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>A company or another application that may be the same firm, and what staff have said of it.</summary>
/// <param name="IsSame">Null: nobody has said yet.</param>
public sealed record Lookalike(
    string Name, string? TaxNumber, string? Settlement, DuplicateReason Reason, double Similarity, long? CompanyId, Guid? CompanyReference,
    Guid? OtherReference, string? OtherNumber, ApplicationState? OtherState, bool? IsSame);

/// <summary>Who among companies and applicants may be the same firm. Nothing is ever merged; staff say what it is.</summary>
public sealed class DuplicateDesk(IncubatorDb db, CompanyRegister register, TimeProvider clock)
{
    /// <summary>Of a submitted application; a draft's content is not looked at.</summary>
    public async Task<IReadOnlyList<Lookalike>> FindAsync(Application application, CancellationToken cancel = default)
    {
        if (application.CompanyName is not { } name || application.SubmittedAt is null) return [];
        var found = await db.DuplicateFindings.AsNoTracking().Where(f => f.ApplicationId == application.Id).ToListAsync(cancel);
        var companies = await register.FindDuplicatesAsync(application.TaxCore, name, cancel: cancel);
        var others = await db.Applications.AsNoTracking()
            .Where(a => a.Id != application.Id && a.SubmittedAt != null && a.CompanyName != null &&
                (a.CallId == application.CallId || (application.TaxCore != null && a.TaxCore == application.TaxCore)))
            .Select(a => new { a.Id, a.Reference, a.Number, a.State, Name = a.CompanyName!, a.TaxCore }).ToListAsync(cancel);
        return
        [
            .. companies.Select(c => new Lookalike(c.Name, c.TaxNumber, c.Settlement, c.Reason, c.Similarity, c.CompanyId, c.Reference, null, null, null,
                found.Find(f => f.CompanyId == c.CompanyId)?.IsSame)),
            .. others.Select(o => (Other: o, Similarity: CompanyNames.Similarity(name, o.Name), SameTax: application.TaxCore is not null && o.TaxCore == application.TaxCore))
                .Where(o => o.SameTax || o.Similarity >= CompanyNames.Similar)
                .OrderByDescending(o => o.SameTax).ThenByDescending(o => o.Similarity)
                .Select(o => new Lookalike(o.Other.Name, o.Other.TaxCore, null,
                    o.SameTax ? DuplicateReason.SameTaxNumber : o.Similarity >= 1 ? DuplicateReason.SameName : DuplicateReason.SimilarName,
                    o.Similarity, null, null, o.Other.Reference, o.Other.Number, o.Other.State, found.Find(f => f.OtherApplicationId == o.Other.Id)?.IsSame)),
        ];
    }

    /// <summary>Said again, it takes the earlier word's place. One company at most is the application's.</summary>
    public async Task<Result<Done>> JudgeAsync(JudgeDuplicate request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff || request.CompanyId is null == request.Other is null) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.Applications.Where(a => a.Reference == request.Application)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
            var application = await db.Applications.SingleOrDefaultAsync(a => a.Reference == request.Application && a.SubmittedAt != null, token);
            if (application is null) return Refusal.NotFound;
            var company = request.CompanyId is { } id ? await db.Companies.Where(c => c.Id == id).Select(c => new { c.Id, c.Name }).SingleOrDefaultAsync(token) : null;
            var other = request.Other is { } reference
                ? await db.Applications.Where(a => a.Reference == reference && a.Id != application.Id && a.SubmittedAt != null)
                    .Select(a => new { a.Id, a.Number }).SingleOrDefaultAsync(token)
                : null;
            if (company is null && other is null) return Refusal.NotFound;
            var findings = await db.DuplicateFindings.Where(f => f.ApplicationId == application.Id).ToListAsync(token);
            Say(findings, application, company?.Id, other?.Id, request.IsSame, actor, now);
            if (company is not null)
            {
                if (request.IsSame)
                {
                    foreach (var earlier in findings.Where(f => f.CompanyId is { } of && of != company.Id && f.IsSame)) earlier.Say(false, actor.PersonId, now);
                    application.IsOf(company.Id);
                }
                else if (application.CompanyId == company.Id)
                {
                    application.IsOf(null);
                }
            }

            db.Record(nameof(Application), application.Id, request.IsSame ? "FoundSame" : "FoundDifferent", actor, now,
                new Dictionary<string, string?[]> { ["Other"] = [null, company?.Name ?? other!.Number] });
            return default(Done);
        }, cancel: cancel);
    }

    private void Say(List<DuplicateFinding> findings, Application application, long? company, long? other, bool isSame, Actor actor, DateTimeOffset now)
    {
        if (findings.Find(f => f.CompanyId == company && f.OtherApplicationId == other) is { } there) there.Say(isSame, actor.PersonId, now);
        else db.DuplicateFindings.Add(DuplicateFinding.Create(application.Id, company, other, isSame, actor.PersonId, now));
    }
}
