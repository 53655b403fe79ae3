using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Companies;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>The own company's onboarding: what is done, what is missing, who does it, by when.</summary>
[Authorize(Policy = Permission.OwnCompany)]
public sealed class MineModel(OnboardingBook book, AffectedByOnboarding affected, CurrentActor current) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "company")]
    public Guid? Chosen { get; set; }

    public IReadOnlyList<(Guid Reference, string Name)> Own { get; private set; } = [];

    public ShownCompany Company { get; private set; } = null!;

    public bool IsManager { get; private set; }

    public long? Me { get; private set; }

    /// <summary>What the reader can do something about, or at least must wait for.</summary>
    public IReadOnlyList<ShownStep> Open { get; private set; } = [];

    public IReadOnlyList<ShownStep> Rest { get; private set; } = [];

    public IReadOnlyList<GatedReservation> Affected { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        Me = actor.PersonId;
        Own = await book.OwnAsync(actor, cancel);
        var wanted = Chosen ?? Own[0].Reference;
        if (Own.All(o => o.Reference != wanted) || await book.ReadAsync(wanted, cancel) is not { } company) return NotFound();
        Company = company;
        IsManager = company.People.Any(p => p.Id == Me && p.Role == MemberRole.Manager);
        // What concerns a colleague only their manager sees.
        var mine = company.Steps.Where(s => s.PersonId is null || s.PersonId == Me || IsManager).ToList();
        Open = mine.FindAll(s => s.IsOpen);
        Rest = mine.FindAll(s => !s.IsOpen);
        Affected = await affected.ReadAsync([company.Id], cancel);
        return Page();
    }

    /// <summary>Whether the reader can hand it in; texts are accepted only by who is bound by them.</summary>
    public bool MayDo(ShownStep step) => step.Step.Doer != StepDoer.Staff &&
        (step.PersonId is null ? IsManager : step.PersonId == Me || (IsManager && !step.Step.HasText));
}
