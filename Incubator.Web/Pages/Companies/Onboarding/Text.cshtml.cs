using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>The text of a step: its versions, and an editor that shows the next one before it is published.</summary>
[Authorize(Policy = Permission.ManageCompanies)]
public sealed class TextModel(
    IncubatorDb db, StepDesk desk, OnboardingBook book, CurrentActor current, RefusalText refusals, IStringLocalizer<OnboardingText> text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "step")]
    public Guid StepReference { get; set; }

    [BindProperty]
    public TextInput Input { get; set; } = new();

    public OnboardingStep Step { get; private set; } = null!;

    public IReadOnlyList<StepText> Versions { get; private set; } = [];

    /// <summary>What would be published, with the data of a company that does not exist.</summary>
    public MadeText? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Input = new TextInput
        {
            BodyHu = Versions.Count > 0 ? Versions[0].BodyHu : null,
            BodyEn = Versions.Count > 0 ? Versions[0].BodyEn : null,
            SeenNumber = Versions.Count > 0 ? Versions[0].Number : 0,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        Core.Common.Refusal[] problems =
        [
            .. new[] { TextTemplate.Problem(Input.BodyHu, nameof(Input.BodyHu)), TextTemplate.Problem(Input.BodyEn, nameof(Input.BodyEn)) }.OfType<Core.Common.Refusal>(),
        ];
        if (problems.Length > 0) return this.Refused(problems, refusals);
        var next = StepText.Publish(Step.Id, Input.SeenNumber + 1, Input.BodyHu!, Input.BodyEn!, null, default, null);
        Preview = TextTemplate.Fill(next, new TextFacts
        {
            Company = text["Sample company Ltd."],
            Seat = text["4024 Debrecen, Sample street 1"],
            TaxNumber = "12345676-2-09",
            Representative = text["Sample Anna"],
            Date = book.Today,
            Kinds = [MembershipKind.Member],
        });
        return Page();
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var published = await desk.PublishAsync(new PublishText
        {
            Step = StepReference,
            BodyHu = Input.BodyHu ?? "",
            BodyEn = Input.BodyEn ?? "",
            AsksAnewFrom = Input.AsksAnewFrom,
            SeenNumber = Input.SeenNumber,
        }, await current.GetAsync(), cancel);
        if (!published.Succeeded)
        {
            ModelState.Remove("Input.SeenNumber");
            Input.SeenNumber = Versions.Count > 0 ? Versions[0].Number : 0;
            return this.Refused(published.Refusals, refusals);
        }

        this.Say(text["Version {0} is published.", published.Value]);
        return Redirect(OnboardingLinks.Texts(StepReference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.OnboardingSteps.AsNoTracking().FirstOrDefaultAsync(s => s.Reference == StepReference, cancel) is not { HasText: true } step) return false;
        Step = step;
        Versions = await db.StepTexts.AsNoTracking().Where(t => t.StepId == step.Id).OrderByDescending(t => t.Number).ToListAsync(cancel);
        return true;
    }

    public sealed record TextInput
    {
        public string? BodyHu { get; set; }

        public string? BodyEn { get; set; }

        public DateOnly? AsksAnewFrom { get; set; }

        public int SeenNumber { get; set; }
    }
}
