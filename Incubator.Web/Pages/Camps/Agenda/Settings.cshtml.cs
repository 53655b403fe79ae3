using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Camps;
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

namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>What the soft rules of a camp weigh, and in whose name the lab is reserved.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class SettingsModel(
    IncubatorDb db, PlanDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<AgendaText> text) : PageModel
{
    private Guid? stored;

    [BindProperty]
    public SettingsInput Input { get; set; } = new();

    public Camp Camp { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Companies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel)) return NotFound();
        var settings = await db.PlanSettings.AsNoTracking().FirstOrDefaultAsync(s => s.CampId == Camp.Id, cancel) ?? PlanSettings.Usual(Camp.Id);
        Input = new()
        {
            HostCompanyId = settings.HostCompanyId,
            MinBreakMinutes = settings.MinBreakMinutes,
            RoomChange = settings.RoomChangeWeight,
            MentorMinutes = settings.MentorMinutesWeight,
            IdleTime = settings.IdleTimeWeight,
            JuryOrder = settings.JuryOrderWeight,
            Wish = settings.WishWeight,
            Version = stored,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.SetAsync(new SetPlan
        {
            Camp = reference,
            HostCompanyId = Input.HostCompanyId,
            MinBreakMinutes = Input.MinBreakMinutes!.Value,
            Weights = Input.Weights,
            SeenVersion = Input.Version,
        }, await current.GetAsync(), cancel);
        if (result.Was(Refusal.ChangedMeanwhile.Code))
        {
            ModelState.Remove("Input.Version");
            Input.Version = stored;
        }

        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The settings were saved."]);
        return Redirect(AgendaLinks.Plan(reference));
    }

    private async Task<bool> LoadAsync(Guid reference, CancellationToken cancel)
    {
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == reference, cancel) is not { } camp) return false;
        Camp = camp;
        stored = await db.PlanSettings.Where(s => s.CampId == camp.Id).Select(s => (Guid?)s.Version).FirstOrDefaultAsync(cancel);
        var companies = await db.Companies.AsNoTracking().Where(c => c.IsActive).Select(c => new { c.Id, c.Name }).ToListAsync(cancel);
        Companies = [new(text["not said yet"], ""), .. companies.OrderBy(c => c.Name, StringComparer.CurrentCulture).Select(c => new SelectListItem(c.Name, $"{c.Id}"))];
        return true;
    }

    public sealed class SettingsInput
    {
        public long? HostCompanyId { get; set; }

        [Required]
        public int? MinBreakMinutes { get; set; }

        [Required]
        public int? RoomChange { get; set; }

        [Required]
        public int? MentorMinutes { get; set; }

        [Required]
        public int? IdleTime { get; set; }

        [Required]
        public int? JuryOrder { get; set; }

        [Required]
        public int? Wish { get; set; }

        public Guid? Version { get; set; }

        public PlanWeights Weights => new()
        {
            RoomChange = RoomChange!.Value,
            MentorMinutes = MentorMinutes!.Value,
            IdleTime = IdleTime!.Value,
            JuryOrder = JuryOrder!.Value,
            Wish = Wish!.Value,
        };
    }
}
