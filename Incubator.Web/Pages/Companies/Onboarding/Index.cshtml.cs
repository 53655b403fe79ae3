using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.Reporting;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>All companies and all steps, and what of them needs staff today.</summary>
[Authorize(Policy = Permission.ManageCompanies)]
public sealed class IndexModel(IncubatorDb db, OnboardingBook book, OnboardingTasks tasks, IStringLocalizer<OnboardingText> text) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "kind")]
    public MembershipKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "step")]
    public Guid? Step { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public StepState? State { get; set; }

    /// <summary>Only companies where something waits for staff or ends soon.</summary>
    [BindProperty(SupportsGet = true, Name = "today")]
    public bool Today { get; set; }

    [BindProperty(SupportsGet = true, Name = "page")]
    public int PageNumber { get; set; } = 1;

    public OnboardingTasks.Shown Tasks { get; private set; } = null!;

    public IReadOnlyList<OnboardingStep> Steps { get; private set; } = [];

    public IReadOnlyList<ShownCompany> Companies { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<MembershipKind>().Select(k => new SelectListItem(text[StepWords.Of(k)], k.ToString()));

    public IEnumerable<SelectListItem> States => Enum.GetValues<StepState>().Select(s => new SelectListItem(text[StepWords.Of(s)], s.ToString()));

    public IEnumerable<SelectListItem> StepChoices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = book.Today;
        PageNumber = Math.Clamp(PageNumber, 1, 10_000);
        Tasks = await tasks.LoadAsync(cancel);
        var steps = await db.OnboardingSteps.AsNoTracking().Where(s => s.RetiredFrom == null || s.RetiredFrom > today)
            .OrderBy(s => s.Position).ThenBy(s => s.Id).ToListAsync(cancel);
        StepChoices = steps.Select(s => new SelectListItem(s.Name.In(LabFormat.Language), s.Reference.ToString()));
        Steps = Step is null ? steps : steps.FindAll(s => s.Reference == Step);
        var wanted = db.Companies.AsNoTracking().Where(c => c.IsActive && (Kind == null ||
            db.Memberships.Any(m => m.CompanyId == c.Id && m.Kind == Kind && m.From <= today && (m.Until == null || m.Until >= today))));
        if (Today)
        {
            // The tasks know them already.
            var busy = Tasks.Waiting.Concat(Tasks.Ending).Select(t => t.Company).Concat(Tasks.Affected.Select(a => a.Company)).Distinct().ToList();
            wanted = wanted.Where(c => busy.Contains(c.Reference));
        }

        var ids = await wanted.OrderBy(c => c.Name).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(cancel);
        if (State is not null)
        {
            // How a step stands is worked out, not stored: all of them are looked at.
            var shown = (await book.ReadAsync(ids, cancel)).Where(c => c.Steps.Any(s => s.State == State && Steps.Any(w => w.Id == s.Step.Id))).ToList();
            Pager = new Pager(PageNumber, PageSize, shown.Count, Request);
            Companies = [.. shown.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
            return;
        }

        Pager = new Pager(PageNumber, PageSize, ids.Count, Request);
        Companies = await book.ReadAsync([.. ids.Skip((PageNumber - 1) * PageSize).Take(PageSize)], cancel);
    }
}
