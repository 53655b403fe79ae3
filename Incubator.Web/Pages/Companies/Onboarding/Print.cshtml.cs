using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>A step's text with the own company's data, to be printed and signed by hand.</summary>
[Authorize(Policy = Permission.OwnCompany)]
public sealed class PrintModel(OnboardingBook book, OnboardingDesk desk, CurrentActor current) : PageModel
{
    public Guid Company { get; private set; }

    public Guid Step { get; private set; }

    public string Name { get; private set; } = "";

    public TextToAccept Text { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid step, Guid company, CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        if ((await book.OwnAsync(actor, cancel)).All(o => o.Reference != company)) return NotFound();
        if (await book.ReadAsync(company, cancel) is not { } shown || shown.Steps.FirstOrDefault(s => s.Step.Reference == step) is not { } asked) return NotFound();
        var text = await desk.ReadTextAsync(step, shown.Id, actor, cancel);
        if (!text.Succeeded) return NotFound();
        (Company, Step, Name, Text) = (company, step, asked.Step.Name.In(Shared.LabFormat.Language), text.Value);
        return Page();
    }
}
