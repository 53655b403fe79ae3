using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Companies.Onboarding;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Booking;

/// <summary>From a refusal of the gate to the steps that it speaks of.</summary>
public sealed class GateNotice(IncubatorDb db)
{
    /// <summary>Null where no refusal is the gate's.</summary>
    public async Task<string?> StepsUrlAsync(IReadOnlyList<Refusal> refusals, Actor actor, long companyId, CancellationToken cancel)
    {
        if (!refusals.Any(r => OnboardingRefusals.OfTheGate.Contains(r.Code))) return null;
        var company = await db.Companies.Where(c => c.Id == companyId).Select(c => c.Reference).SingleOrDefaultAsync(cancel);
        return actor.IsStaff ? OnboardingLinks.Company(company) : OnboardingLinks.Mine(company);
    }
}
