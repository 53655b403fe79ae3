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
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Mentoring;

/// <summary>A mentor's own hours: what is booked, what is free, whom they helped. Staff see any mentor's.</summary>
[Authorize(Policy = Permission.Mentor)]
public sealed class MineModel(
    IncubatorDb db, MentorDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<MentoringText> text, TimeProvider clock) : PageModel
{
    /// <summary>Another mentor, for staff.</summary>
    [BindProperty(SupportsGet = true, Name = "mentor")]
    public Guid? Of { get; set; }

    [BindProperty]
    public OfferInput Input { get; set; } = new();

    /// <summary>Null: the reader has no profile yet.</summary>
    public Mentor? Mentor { get; private set; }

    public string Name { get; private set; } = "";
    public bool IsOwn { get; private set; }
    public IReadOnlyList<MentorSlot> Free { get; private set; } = [];
    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];
    public DateTimeOffset Now { get; private set; }

    /// <summary>Minutes of hours that took place, by company.</summary>
    public IReadOnlyList<(string Company, int Hours, int Minutes)> Companies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostOfferAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Mentor is null) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.OfferAsync(new OfferHours
        {
            Mentor = Mentor.Reference,
            Date = Input.Date!.Value,
            From = Input.From!.Value,
            Until = Input.Until!.Value,
            SessionMinutes = Input.SessionMinutes!.Value,
            WeeklyUntil = Input.WeeklyUntil,
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["{0} hours are on offer now.", result.Value]);
        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid slot, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var result = await desk.WithdrawAsync(slot, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The hour is no longer on offer."]);
        return Redirect(Address);
    }

    private string Address => Of is { } mentor ? CohortLinks.Hours(mentor) : CohortLinks.MyHours;

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow();
        var actor = await current.GetAsync();
        var person = actor.PersonId;
        Mentor = await db.Mentors.AsNoTracking()
            .FirstOrDefaultAsync(m => Of == null ? m.PersonId == person : m.Reference == Of && (actor.IsStaff || m.PersonId == person), cancel);
        if (Mentor is null) return Of is null;
        IsOwn = Mentor.PersonId == person;
        Name = await db.Users.Where(u => u.Id == Mentor.PersonId).Select(u => u.FullName).SingleAsync(cancel);
        Free = await db.FreeHours(Mentor.Id, Now).ToListAsync(cancel);
        Sessions = await db.ReadSessionsAsync(db.MentorSessions.Where(s => s.MentorId == Mentor.Id), cancel);
        Companies = [.. Sessions.Where(s => s.State == MentorSessionState.Held).GroupBy(s => s.Company)
            .Select(g => (g.Key, g.Count(), g.Sum(s => s.Minutes))).OrderBy(g => g.Key, StringComparer.CurrentCulture)];
        return true;
    }

    public sealed class OfferInput
    {
        [Required]
        public DateOnly? Date { get; set; }

        [Required]
        public TimeOnly? From { get; set; }

        [Required]
        public TimeOnly? Until { get; set; }

        [Required]
        public int? SessionMinutes { get; set; } = 60;

        public DateOnly? WeeklyUntil { get; set; }
    }
}
