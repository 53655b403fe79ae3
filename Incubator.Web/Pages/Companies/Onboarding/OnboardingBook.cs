using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>One step of a company, or of one of its people, as pages show it.</summary>
/// <param name="From">First day on which it is asked of them; today where it is already.</param>
public sealed record ShownStep(OnboardingStep Step, Guid Company, long? PersonId, string? Person, StepStanding Standing, DateOnly From, DateOnly Today)
{
    /// <summary>Days ahead in which an end is told as near.</summary>
    public const int SoonDays = 60;

    public StepState State => Standing.State;

    public DateOnly? Until => Standing.IsDone ? Standing.Record!.ValidUntil : null;

    public bool ExpiresSoon => Until is { } until && until <= Today.AddDays(SoonDays) && Standing.Waiting is null;

    public bool IsAsked => From <= Today;

    /// <summary>Someone has to do something.</summary>
    public bool IsOpen => (!Standing.IsDone && Standing.Waiting is null && State != StepState.NotYetValid) || ExpiresSoon;

    public bool IsDeclaredNotForSale => Standing.IsDone && Standing.Record!.NotForSale;
}

public sealed record ShownPerson(long CompanyId, long Id, string Name, MemberRole Role);

public sealed record ShownCompany(
    long Id, Guid Reference, string Name, IReadOnlyList<Membership> Memberships, IReadOnlyList<ShownPerson> People, IReadOnlyList<ShownStep> Steps)
{
    /// <summary>What is asked for today and done, of all that is asked for today.</summary>
    public (int Done, int All) Progress(IEnumerable<ShownStep> of)
    {
        var asked = of.Where(s => s.IsAsked).ToList();
        return (asked.Count(s => s.Standing.IsDone), asked.Count);
    }
}

/// <summary>How far companies are, for their own page and for staff's.</summary>
public sealed class OnboardingBook(IncubatorDb db, OnboardingReader reader, TimeProvider clock)
{
    public DateOnly Today => LabTime.DateOf(clock.GetUtcNow());

    /// <summary>The active companies of the acting person, by name.</summary>
    public async Task<IReadOnlyList<(Guid Reference, string Name)>> OwnAsync(Actor actor, CancellationToken cancel)
    {
        var own = await db.Companies.AsNoTracking().Where(c => actor.CompanyIds.Contains(c.Id)).OrderBy(c => c.Name)
            .Select(c => new { c.Reference, c.Name }).ToListAsync(cancel);
        return [.. own.Select(c => (c.Reference, c.Name))];
    }

    /// <summary>Null: there is no such company.</summary>
    public async Task<ShownCompany?> ReadAsync(Guid company, CancellationToken cancel)
    {
        var id = await db.Companies.Where(c => c.Reference == company).Select(c => (long?)c.Id).SingleOrDefaultAsync(cancel);
        return id is { } known ? (await ReadAsync([known], cancel))[0] : null;
    }

    public async Task<IReadOnlyList<ShownCompany>> ReadAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var today = Today;
        var companies = await db.Companies.AsNoTracking().Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, c.Reference, c.Name }).ToListAsync(cancel);
        var people = (await (
                from m in db.CompanyMembers
                join p in db.Users on m.PersonId equals p.Id
                where ids.Contains(m.CompanyId)
                orderby p.FullName, p.Id
                select new ShownPerson(m.CompanyId, p.Id, p.FullName, m.Role))
            .AsNoTracking().ToListAsync(cancel)).ToLookup(p => p.CompanyId);
        var facts = await reader.ReadAsync([.. ids], cancel);
        return [.. companies.OrderBy(c => c.Name, StringComparer.CurrentCulture).Select(c => new ShownCompany(
            c.Id, c.Reference, c.Name, [.. facts[c.Id].Memberships.OrderByDescending(m => m.From)], [.. people[c.Id]],
            [.. StepsOf(c.Reference, facts[c.Id], [.. people[c.Id]], today)]))];
    }

    /// <summary>What is asked for today or will be from a day that is known.</summary>
    private static IEnumerable<ShownStep> StepsOf(Guid company, OnboardingFacts facts, IReadOnlyList<ShownPerson> people, DateOnly today)
    {
        var days = facts.Steps.Select(s => s.ActiveFrom).Concat(facts.Memberships.Select(m => m.From)).Where(d => d > today).Append(today).Distinct().Order();
        var from = new Dictionary<OnboardingStep, DateOnly>();
        foreach (var day in days)
            foreach (var step in OnboardingRules.AskedOn(facts, day)) from.TryAdd(step, day);
        foreach (var (step, first) in from.OrderBy(s => s.Key.Position).ThenBy(s => s.Key.Id))
        {
            if (!step.PerPerson)
            {
                yield return new ShownStep(step, company, null, null, OnboardingRules.StandingOn(step, facts.Records, null, today), first, today);
                continue;
            }

            foreach (var person in people)
                yield return new ShownStep(
                    step, company, person.Id, person.Name, OnboardingRules.StandingOn(step, facts.Records, person.Id, today), first, today);
        }
    }
}

/// <summary>Who may read what was handed in.</summary>
public static class ReadableRecords
{
    /// <summary>Staff all; a company's people the company's own and theirs; its managers those of its people too.</summary>
    public static IQueryable<StepRecord> ReadableBy(this IncubatorDb db, Actor actor) => db.StepRecords.Where(r => actor.IsStaff ||
        (actor.CompanyIds.Contains(r.CompanyId) && (r.PersonId == null || r.PersonId == actor.PersonId ||
            db.CompanyMembers.Any(m => m.CompanyId == r.CompanyId && m.PersonId == actor.PersonId && m.Role == MemberRole.Manager))));
}
