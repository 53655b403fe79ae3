using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>One company's onboarding, for staff.</summary>
[Authorize(Policy = Permission.ManageCompanies)]
public sealed class CompanyModel(OnboardingBook book, AffectedByOnboarding affected) : PageModel
{
    public ShownCompany Company { get; private set; } = null!;

    public IReadOnlyList<GatedReservation> Affected { get; private set; } = [];

    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid company, CancellationToken cancel)
    {
        if (await book.ReadAsync(company, cancel) is not { } shown) return NotFound();
        Company = shown;
        Today = book.Today;
        Affected = await affected.ReadAsync([shown.Id], cancel);
        return Page();
    }
}
