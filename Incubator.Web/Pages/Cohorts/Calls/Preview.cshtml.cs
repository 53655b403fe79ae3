using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Cohorts.Applications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>The form of a call as its applicants will see it, empty.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class PreviewModel(IncubatorDb db, ApplicationReader reader, IStringLocalizer<ApplicationsText> text) : CallPartModel(db)
{
    public FormView View { get; private set; } = null!;

    public string TitleOf(FormSection part) => FieldWords.Page(part, text);

    public async Task<IActionResult> OnGetAsync(string? section, CancellationToken cancel)
    {
        if (!await LoadCallAsync(cancel)) return NotFound();
        var form = await reader.FormAsync(Call.Id, cancel);
        if ((section is null ? form.Sections[0] : form.Section(section)) is not { } shown) return NotFound();
        View = new FormView(form, shown, new ApplicationAnswers(new Dictionary<string, string>()), text)
        {
            Resources = shown.Key == ApplicationForm.Equipment ? await FormView.ResourcesAsync(Db, cancel) : [],
        };
        return Page();
    }
}
