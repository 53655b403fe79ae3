using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Companies.Onboarding;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Booking;

/// <summary>From a refusal of the gate to the steps that it speaks of.</summary>
public sealed class GateNotice(IncubatorDb db, OnboardingReader reader, RefusalText refusals)
{
    /// <summary>Null where no refusal is the gate's.</summary>
    public async Task<string?> StepsUrlAsync(IReadOnlyList<Refusal> refusals, Actor actor, long companyId, CancellationToken cancel)
    {
        if (!refusals.Any(r => OnboardingRefusals.OfTheGate.Contains(r.Code))) return null;
        var company = await db.Companies.Where(c => c.Id == companyId).Select(c => c.Reference).SingleOrDefaultAsync(cancel);
        return actor.IsStaff ? OnboardingLinks.Company(company) : OnboardingLinks.Mine(company);
    }

    /// <summary>What stands in the way of any booking of the acting person on a day; null: nothing does.</summary>
    public async Task<Shown?> ReadAsync(Actor actor, long companyId, DateOnly day, CancellationToken cancel)
    {
        var gate = OnboardingRules.Gate(await reader.ReadAsync(companyId, cancel), actor.PersonId, [day], LotUse.ResearchOnly);
        return await StepsUrlAsync(gate, actor, companyId, cancel) is { } url ? new Shown([.. gate.Select(refusals.Say)], url) : null;
    }

    public sealed record Shown(IReadOnlyList<string> Sentences, string Url);
}
