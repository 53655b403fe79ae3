using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>The steps as staff defined them.</summary>
[Authorize(Policy = Permission.ManageCompanies)]
public sealed class StepsModel(IncubatorDb db, OnboardingBook book) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public DateOnly Today => book.Today;

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await (
            from s in db.OnboardingSteps
            orderby s.RetiredFrom != null, s.Position, s.Id
            select new Row(s, db.StepTexts.Where(t => t.StepId == s.Id).Max(t => (int?)t.Number)))
        .AsNoTracking().ToListAsync(cancel);

    /// <param name="Text">The number of its latest text.</param>
    public sealed record Row(OnboardingStep Step, int? Text);
}
