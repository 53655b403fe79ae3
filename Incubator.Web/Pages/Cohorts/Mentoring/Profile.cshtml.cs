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

namespace Incubator.Web.Pages.Cohorts.Mentoring;

/// <summary>A mentor's profile as companies see it; staff write that of any person who may be a mentor.</summary>
[Authorize(Policy = Permission.Mentor)]
public sealed class ProfileModel(
    IncubatorDb db, MentorDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<MentoringText> text) : PageModel
{
    /// <summary>Another person, for staff.</summary>
    [BindProperty(SupportsGet = true, Name = "person")]
    public long? Person { get; set; }

    [BindProperty]
    public ProfileInput Input { get; set; } = new();

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } person) return NotFound();
        var mentor = await db.Mentors.AsNoTracking().FirstOrDefaultAsync(m => m.PersonId == person, cancel);
        if (mentor is not null)
            Input = new()
            {
                TopicsHu = mentor.TopicsHu,
                TopicsEn = mentor.TopicsEn,
                Languages = mentor.Languages,
                About = mentor.About,
                IsActive = mentor.IsActive,
                Version = mentor.Version,
            };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } person) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.SaveAsync(new SaveMentor
        {
            PersonId = person,
            TopicsHu = Input.TopicsHu,
            TopicsEn = Input.TopicsEn,
            Languages = Input.Languages,
            About = Input.About,
            IsActive = Input.IsActive,
            SeenVersion = Input.Version,
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The profile was saved."]);
        return Redirect(Person is null ? CohortLinks.MyHours : CohortLinks.Hours(result.Value));
    }

    private async Task<long?> LoadAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        if (Person is not null && Person != actor.PersonId && !actor.IsStaff) return null;
        var id = Person ?? actor.PersonId;
        var person = await db.Users.Where(u => u.Id == id).Select(u => new { u.Id, u.FullName }).FirstOrDefaultAsync(cancel);
        if (person is null) return null;
        Name = person.FullName;
        return person.Id;
    }

    public sealed class ProfileInput
    {
        [Required, StringLength(Mentor.TopicsMaxLength)]
        public string? TopicsHu { get; set; }

        [Required, StringLength(Mentor.TopicsMaxLength)]
        public string? TopicsEn { get; set; }

        [Required, StringLength(Mentor.LanguagesMaxLength)]
        public string? Languages { get; set; }

        [StringLength(Mentor.AboutMaxLength)]
        public string? About { get; set; }

        public bool IsActive { get; set; } = true;

        public Guid? Version { get; set; }
    }
}
