using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Mentoring;

/// <summary>A mentor with the free hours; a company of a cohort books one here.</summary>
[Authorize(Policy = Permission.Book)]
public sealed class DetailsModel(
    IncubatorDb db, MentorDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<MentoringText> text, TimeProvider clock) : PageModel
{
    private const int HoursShown = 60;

    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty]
    public BookInput Input { get; set; } = new();

    public Mentor Mentor { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public IReadOnlyList<MentorSlot> Free { get; private set; } = [];

    /// <summary>The companies the reader may book for.</summary>
    public IReadOnlyList<SelectListItem> Companies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.BookAsync(
            new BookMentor { Slot = Input.Slot!.Value, CompanyId = Input.CompanyId!.Value, Topic = Input.Topic }, await current.GetAsync(), cancel);
        if (!result.Succeeded)
        {
            await LoadAsync(cancel);
            return this.Refused(result.Refusals, refusals);
        }

        this.Say(text["The hour is booked; both of you are told."]);
        return Redirect(CohortLinks.Session(result.Value));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var actor = await current.GetAsync();
        var mentor = await db.Mentors.AsNoTracking().FirstOrDefaultAsync(m => m.Reference == Reference && m.IsActive, cancel);
        if (mentor is null) return false;
        Mentor = mentor;
        Name = await db.Users.Where(u => u.Id == mentor.PersonId).Select(u => u.FullName).SingleAsync(cancel);
        Free = await db.FreeHours(mentor.Id, now).Take(HoursShown).ToListAsync(cancel);
        var companies = actor.CompanyIds;
        var bookable = await db.Companies
            .Where(c => (actor.IsStaff || companies.Contains(c.Id)) && db.CohortMembers.Any(m => m.CompanyId == c.Id && m.State == CohortMemberState.Active))
            .OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(cancel);
        Companies = [.. bookable.Select(c => new SelectListItem(c.Name, $"{c.Id}"))];
        return true;
    }

    public sealed class BookInput
    {
        [Required]
        public Guid? Slot { get; set; }

        [Required]
        public long? CompanyId { get; set; }

        [Required, StringLength(MentorSession.TopicMaxLength)]
        public string? Topic { get; set; }
    }
}
