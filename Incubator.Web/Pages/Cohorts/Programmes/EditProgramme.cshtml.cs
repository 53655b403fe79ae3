using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Programmes;

[Authorize(Policy = Permission.ManageCohorts)]
public sealed class EditProgrammeModel(
    IncubatorDb db, CohortDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<ProgrammesText> text) : PageModel
{
    /// <summary>Null: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Reference { get; set; }

    [BindProperty]
    public ProgrammeInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Reference is null) return Page();
        var programme = await db.Programmes.AsNoTracking().FirstOrDefaultAsync(p => p.Reference == Reference, cancel);
        if (programme is null) return NotFound();
        Input = new() { NameHu = programme.NameHu, NameEn = programme.NameEn, About = programme.About, Version = programme.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.SaveProgrammeAsync(new SaveProgramme
        {
            Reference = Reference,
            NameHu = Input.NameHu,
            NameEn = Input.NameEn,
            About = Input.About,
            SeenVersion = Input.Version,
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The programme was saved."]);
        return Redirect(CohortLinks.All);
    }

    public sealed class ProgrammeInput
    {
        [Required, StringLength(Programme.NameMaxLength)]
        public string NameHu { get; set; } = "";

        [Required, StringLength(Programme.NameMaxLength)]
        public string NameEn { get; set; } = "";

        [StringLength(Programme.AboutMaxLength)]
        public string? About { get; set; }

        public Guid? Version { get; set; }
    }
}
