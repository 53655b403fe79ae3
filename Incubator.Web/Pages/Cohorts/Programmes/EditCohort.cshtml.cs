using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Programmes;

[Authorize(Policy = Permission.ManageCohorts)]
public sealed class EditCohortModel(
    IncubatorDb db, CohortDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<ProgrammesText> text, TimeProvider clock) : PageModel
{
    /// <summary>Null: a new one of <see cref="ProgrammeReference"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Reference { get; set; }

    [BindProperty(SupportsGet = true, Name = "programme")]
    public Guid? ProgrammeReference { get; set; }

    [BindProperty]
    public CohortInput Input { get; set; } = new();

    public string ProgrammeName { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Staff { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Reference is null)
        {
            var today = LabTime.DateOf(clock.GetUtcNow());
            Input = new() { Starts = today, Ends = today.AddYears(1).AddDays(-1), Capacity = 10 };
            return Page();
        }

        var cohort = await db.Cohorts.AsNoTracking().SingleAsync(c => c.Reference == Reference, cancel);
        Input = new()
        {
            NameHu = cohort.NameHu,
            NameEn = cohort.NameEn,
            Starts = cohort.Starts,
            Ends = cohort.Ends,
            Capacity = cohort.Capacity,
            Focus = cohort.Focus,
            ResponsibleId = cohort.ResponsibleId,
            Version = cohort.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.SaveCohortAsync(new SaveCohort
        {
            Reference = Reference,
            Programme = ProgrammeReference,
            Details = Input.Details,
            SeenVersion = Input.Version,
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The cohort was saved."]);
        return Redirect(CohortLinks.Board(result.Value));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var programme = await db.Programmes.AsNoTracking()
            .FirstOrDefaultAsync(p => Reference == null ? p.Reference == ProgrammeReference : db.Cohorts.Any(c => c.Reference == Reference && c.ProgrammeId == p.Id), cancel);
        if (programme is null) return false;
        ProgrammeName = programme.Name(LabFormat.Language);
        Staff = [new(text["Nobody yet"], ""), .. (await (
                from person in db.Users
                where db.UserRoles.Any(ur => ur.UserId == person.Id &&
                    db.Roles.Any(r => r.Id == ur.RoleId && (r.Name == Role.Staff || r.Name == Role.Administrator)))
                orderby person.FullName
                select new { person.Id, person.FullName })
            .ToListAsync(cancel)).Select(p => new SelectListItem(p.FullName, $"{p.Id}"))];
        return true;
    }

    public sealed class CohortInput
    {
        [Required, StringLength(Programme.NameMaxLength)]
        public string NameHu { get; set; } = "";

        [Required, StringLength(Programme.NameMaxLength)]
        public string NameEn { get; set; } = "";

        [Required]
        public DateOnly? Starts { get; set; }

        [Required]
        public DateOnly? Ends { get; set; }

        [Required]
        public int? Capacity { get; set; }

        [StringLength(Cohort.FocusMaxLength)]
        public string? Focus { get; set; }

        public long? ResponsibleId { get; set; }

        public Guid? Version { get; set; }

        internal CohortDetails Details => new()
        {
            NameHu = NameHu,
            NameEn = NameEn,
            Starts = Starts!.Value,
            Ends = Ends!.Value,
            Capacity = Capacity!.Value,
            Focus = Focus,
            ResponsibleId = ResponsibleId,
        };
    }
}
