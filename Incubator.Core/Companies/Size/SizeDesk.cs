using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>A link to another firm as it shall be; without a reference a new one.</summary>
public sealed record SaveLink
{
    public required Guid Company { get; init; }

    public Guid? Link { get; init; }

    public required LinkFacts Facts { get; init; }
}

/// <summary>The figures of a company and of the firms it is linked to, as it told them itself when it applied.</summary>
public sealed record ToldFigures(IReadOnlyList<YearFigures> Years, IReadOnlyList<(LinkFacts Link, IReadOnlyList<YearFigures> Years)> Links);

/// <summary>Where staff and a company's managers tell the figures by which its size is known.</summary>
public sealed class SizeDesk(IncubatorDb db, TimeProvider clock)
{
    /// <summary>No firm is joined to more; and nobody fills the lab's tables.</summary>
    public const int MaxLinks = 50;

    /// <summary>Says a year's figures, in place of what was said of it before.</summary>
    public Task<Result<Done>> SayYearAsync(Guid company, YearFigures figures, Actor actor, CancellationToken cancel = default) =>
        ActAsync(company, actor, async (found, now, token) =>
        {
            if (figures.Problems(LabTime.DateOf(now).Year).ToList() is { Count: > 0 } problems) return Result<Done>.Refused(problems);
            var year = await db.CompanyYears.SingleOrDefaultAsync(y => y.CompanyId == found.Id && y.Year == figures.Year, token);
            if (year is null) db.CompanyYears.Add(year = CompanyYear.Create(found.Id, figures));
            else year.Say(figures);
            Record(db, found, "YearSaid", figures.Year, null, year, actor, now);
            return default(Done);
        }, cancel);

    public Task<Result<Done>> RemoveYearAsync(Guid company, int year, Actor actor, CancellationToken cancel = default) =>
        ActAsync(company, actor, async (found, now, token) =>
        {
            var there = await db.CompanyYears.SingleOrDefaultAsync(y => y.CompanyId == found.Id && y.Year == year, token);
            if (there is null) return Refusal.NotFound;
            db.CompanyYears.Remove(there);
            db.Record(nameof(Company), found.Id, "YearRemoved", actor, now, new Dictionary<string, string?[]> { ["Year"] = [HistoryBook.Text(year), null] });
            return default(Done);
        }, cancel);

    public async Task<Result<Guid>> SaveLinkAsync(SaveLink request, Actor actor, CancellationToken cancel = default)
    {
        var reference = Guid.Empty;
        var facts = request.Facts.Tidied();
        var result = await ActAsync(request.Company, actor, async (found, now, token) =>
        {
            if (facts.Problems().ToList() is { Count: > 0 } problems) return Result<Done>.Refused(problems);
            // A tax number says who it is; whether that firm is in the register is for the staff to see.
            var core = facts.TaxNumber?[..TaxNumber.CoreLength];
            var other = core is null ? null
                : await db.Companies.Where(c => c.TaxCore == core && c.Id != found.Id).Select(c => (long?)c.Id).FirstOrDefaultAsync(token);
            CompanyLink? link;
            if (request.Link is { } known)
            {
                link = await db.CompanyLinks.SingleOrDefaultAsync(l => l.Reference == known && l.CompanyId == found.Id, token);
                if (link is null) return Refusal.NotFound;
                link.Describe(facts, other);
                var changes = db.ChangesOf(link);
                changes.Remove(nameof(CompanyLink.OtherCompanyId));
                changes["Firm"] = [null, link.Name];
                db.Record(nameof(Company), found.Id, "LinkEdited", actor, now, changes);
            }
            else
            {
                if (await db.CompanyLinks.CountAsync(l => l.CompanyId == found.Id, token) >= MaxLinks) return new Refusal("TooManyLinks").With("max", MaxLinks);
                db.CompanyLinks.Add(link = CompanyLink.Create(found.Id, facts, other));
                RecordLink(db, found, link, actor, now);
            }

            reference = link.Reference;
            return default(Done);
        }, cancel);
        return result.Succeeded ? reference : Result<Guid>.Refused(result.Refusals);
    }

    public Task<Result<Done>> RemoveLinkAsync(Guid company, Guid link, Actor actor, CancellationToken cancel = default) =>
        OnLinkAsync(company, link, actor, (found, there, now, _) =>
        {
            db.CompanyLinks.Remove(there);
            db.Record(nameof(Company), found.Id, "LinkRemoved", actor, now, new Dictionary<string, string?[]> { ["Firm"] = [there.Name, null] });
            return default(Done);
        }, cancel);

    public Task<Result<Done>> SayLinkYearAsync(Guid company, Guid link, YearFigures figures, Actor actor, CancellationToken cancel = default) =>
        OnLinkAsync(company, link, actor, (found, there, now, _) =>
        {
            if (figures.Problems(LabTime.DateOf(now).Year).ToList() is { Count: > 0 } problems) return Result<Done>.Refused(problems);
            there.Say(figures);
            Record(db, found, "LinkYearSaid", figures.Year, there.Name, there.Years.Single(y => y.Year == figures.Year), actor, now);
            return default(Done);
        }, cancel);

    /// <summary>Inside another desk's transaction: what a company told elsewhere enters the register where nothing stands yet.</summary>
    internal static async Task TakeOverWithinAsync(
        IncubatorDb db, Company company, ToldFigures told, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        var thisYear = LabTime.DateOf(now).Year;
        var known = await db.CompanyYears.Where(y => y.CompanyId == company.Id).Select(y => y.Year).ToListAsync(token);
        foreach (var figures in told.Years.DistinctBy(y => y.Year).Where(y => !known.Contains(y.Year) && !y.Problems(thisYear).Any()))
        {
            var year = CompanyYear.Create(company.Id, figures);
            db.CompanyYears.Add(year);
            Record(db, company, "YearSaid", figures.Year, null, year, actor, now);
        }

        if (told.Links.Count > 0 && !await db.CompanyLinks.AnyAsync(l => l.CompanyId == company.Id, token))
        {
            foreach (var (said, years) in told.Links)
            {
                var facts = said.Tidied();
                if (facts.Problems().Any()) continue;
                var link = CompanyLink.Create(company.Id, facts);
                foreach (var figures in years.Where(y => !y.Problems(thisYear).Any())) link.Say(figures);
                db.CompanyLinks.Add(link);
                RecordLink(db, company, link, actor, now);
            }
        }

        await db.SaveChangesAsync(token);
        await FollowSizeAsync(db, company, actor, now, token);
    }

    /// <summary>The class with its working, from what is kept; nobody's ownership is asked: the page has done so.</summary>
    public static async Task<SizeWorking> WorkAsync(IncubatorDb db, long companyId, CancellationToken cancel = default)
    {
        var years = await db.CompanyYears.AsNoTracking().Where(y => y.CompanyId == companyId).ToListAsync(cancel);
        var links = await db.CompanyLinks.AsNoTracking().Include(l => l.Years).Where(l => l.CompanyId == companyId)
            .OrderBy(l => l.Name).ToListAsync(cancel);
        return Work(years, links);
    }

    private static SizeWorking Work(IEnumerable<CompanyYear> years, IReadOnlyCollection<CompanyLink> links) => SizeRules.Classify(years.Select(y =>
        new SizeYear(y.Year, y.Figures().InEuro(), [.. links.Where(l => l.CountsIn(y.Year)).Select(l => l.InYear(y.Year))])));

    private Task<Result<Done>> OnLinkAsync(
        Guid company, Guid link, Actor actor, Func<Company, CompanyLink, DateTimeOffset, CancellationToken, Result<Done>> act, CancellationToken cancel) =>
        ActAsync(company, actor, async (found, now, token) =>
            await db.CompanyLinks.Include(l => l.Years).SingleOrDefaultAsync(l => l.Reference == link && l.CompanyId == found.Id, token) is { } there
                ? act(found, there, now, token)
                : Refusal.NotFound, cancel);

    // Whatever is told, the class follows it in the same transaction.
    private async Task<Result<Done>> ActAsync(
        Guid reference, Actor actor, Func<Company, DateTimeOffset, CancellationToken, Task<Result<Done>>> act, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await db.LockCompanyAsync(reference, token);
            if (await db.FindManagedAsync(reference, actor, token) is not { } company) return Refusal.NotFound;
            var result = await act(company, now, token);
            if (!result.Succeeded) return result;
            await db.SaveChangesAsync(token);
            await FollowSizeAsync(db, company, actor, now, token);
            return result;
        }, cancel: cancel);
    }

    private static async Task FollowSizeAsync(IncubatorDb db, Company company, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        var size = (await WorkAsync(db, company.Id, token)).Class;
        if (size == company.SizeClass) return;
        company.BecomeOfSize(size);
        db.RecordChange(company, company.Id, "SizeChanged", actor, now);
    }

    private static void RecordLink(IncubatorDb db, Company company, CompanyLink link, Actor actor, DateTimeOffset now) =>
        db.Record(nameof(Company), company.Id, "LinkAdded", actor, now, new Dictionary<string, string?[]>
        {
            ["Firm"] = [null, link.Name],
            [nameof(CompanyLink.SharePercent)] = [null, HistoryBook.Text(link.SharePercent)],
        });

    private static void Record<T>(IncubatorDb db, Company company, string act, int year, string? firm, T row, Actor actor, DateTimeOffset now)
        where T : class
    {
        var entry = db.Entry(row);
        var changes = entry.State == EntityState.Added
            ? entry.Properties.Where(p => p.Metadata.Name is "Headcount" or "Turnover" or "BalanceTotal" or "Rate" && p.CurrentValue is not null)
                .ToDictionary(p => p.Metadata.Name, p => new[] { null, HistoryBook.Text(p.CurrentValue) })
            : db.ChangesOf(row);
        changes["Year"] = [null, HistoryBook.Text(year)];
        if (firm is not null) changes["Firm"] = [null, firm];
        db.Record(nameof(Company), company.Id, act, actor, now, changes);
    }
}
