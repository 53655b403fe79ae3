using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
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

namespace Incubator.Web.Pages.Camps.FollowUp;

/// <summary>An idea is written down, taken up by the company, and tied to what is booked in the lab to try it.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class IdeaModel(
    IncubatorDb db, FollowUpDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<FollowUpText> text, TimeProvider clock) : PageModel
{
    private const int Reservations = 50;

    [BindProperty(SupportsGet = true, Name = "challenge")]
    public Guid Of { get; set; }

    /// <summary>Null: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Idea { get; set; }

    [BindProperty]
    public IdeaInput Input { get; set; } = new();

    public FollowedChallenge Shown { get; private set; } = null!;
    public IdeaRow? Known { get; private set; }
    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    /// <summary>The company's own, the latest first, without those that are tied already.</summary>
    public IReadOnlyList<SelectListItem> Bookable { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Input = new() { Title = Known?.Idea.Title, Words = Known?.Idea.Words, Team = await TeamAsync(cancel), Version = Known?.Idea.Version, On = LabTime.DateOf(clock.GetUtcNow()) };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => ActAsync(async actor =>
    {
        var saved = await desk.SaveIdeaAsync(new SaveIdea
        {
            Challenge = Of,
            Idea = Idea,
            Title = Input.Title,
            Words = Input.Words,
            Team = Input.Team,
            SeenVersion = Input.Version,
        }, actor, cancel);
        if (saved.Succeeded) Idea = saved.Value;
        return saved.Succeeded ? default(Done) : Result<Done>.Refused(saved.Refusals);
    }, text["The idea is kept."], cancel);

    public Task<IActionResult> OnPostAdoptAsync(CancellationToken cancel) => ActAsync(
        actor => Input.On is { } day
            ? desk.AdoptAsync(Idea ?? default, day, Input.Version ?? default, actor, cancel)
            : Task.FromResult<Result<Done>>(new Refusal("NotADate", "On")),
        text["The company has taken the idea up."], cancel);

    public Task<IActionResult> OnPostGiveUpAsync(CancellationToken cancel) =>
        ActAsync(actor => desk.GiveUpAsync(Idea ?? default, Input.Reason, Input.Version ?? default, actor, cancel), text["The idea is not taken further."], cancel);

    public Task<IActionResult> OnPostTryAsync(CancellationToken cancel) => ActAsync(
        actor => Input.Reservation is { } reservation
            ? desk.TryAsync(Idea ?? default, reservation, Input.Version ?? default, actor, cancel)
            : Task.FromResult<Result<Done>>(new Refusal("Missing", "Reservation")),
        text["The reservation belongs to the idea now."], cancel);

    public Task<IActionResult> OnPostUntieAsync(Guid reservation, CancellationToken cancel) =>
        ActAsync(actor => desk.UntieAsync(Idea ?? default, reservation, Input.Version ?? default, actor, cancel), text["The reservation no longer belongs to the idea."], cancel);

    private async Task<IActionResult> ActAsync(Func<Actor, Task<Result<Done>>> act, string said, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await act(await current.GetAsync());
        if (!result.Succeeded)
        {
            // The acts of the page's other forms do not send what stands in this one.
            if (Known is not null && Input.Title is null) (Input.Title, Input.Words, Input.Team) = (Known.Idea.Title, Known.Idea.Words, await TeamAsync(cancel));
            return this.Refused(result.Refusals, refusals);
        }

        this.Say(said);
        return Redirect(FollowUpLinks.Idea(Of, Idea!.Value));
    }

    private Task<Guid?> TeamAsync(CancellationToken cancel)
    {
        var team = Known?.Idea.TeamId;
        return db.Teams.Where(t => t.Id == team).Select(t => (Guid?)t.Reference).SingleOrDefaultAsync(cancel);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await FollowedChallenge.FindAsync(db, Of, await current.GetAsync(), cancel) is not { } found) return false;
        Shown = found;
        if (Idea is { } reference && (Known = (await IdeaRow.ReadAsync(db, found.Challenge.Id, cancel)).FirstOrDefault(r => r.Idea.Reference == reference)) is null) return false;
        var id = found.Challenge.Id;
        Teams = [new(text["No team in particular"], ""), .. (await db.Teams.Where(t => t.ChallengeId == id).OrderBy(t => t.Position)
            .Select(t => new { t.Reference, t.Name }).ToListAsync(cancel)).Select(t => new SelectListItem(t.Name, t.Reference.ToString()))];
        if (Known is null) return true;
        var (company, tied) = (found.Challenge.CompanyId, Known.Prototypes.Select(p => p.Reference).ToList());
        var own = await db.Reservations.AsNoTracking().Where(r => r.CompanyId == company).OrderByDescending(r => r.Start).Take(Reservations)
            .Select(r => new { r.Reference, r.Number, r.State, r.Start, r.End, r.Purpose }).ToListAsync(cancel);
        Bookable = [new(text["Choose"], ""), .. own.Where(r => !Appointments.IsGone(r.State) && !tied.Contains(r.Reference))
            .Select(r => new SelectListItem($"{r.Number}: {LabFormat.Slot(new TimeSlot(r.Start, r.End))} · {r.Purpose}", r.Reference.ToString()))];
        return true;
    }

    public sealed class IdeaInput
    {
        [StringLength(CampIdea.TitleMaxLength)]
        public string? Title { get; set; }

        [StringLength(CampIdea.WordsMaxLength)]
        public string? Words { get; set; }

        public Guid? Team { get; set; }

        public DateOnly? On { get; set; }

        [StringLength(Core.History.HistoryEntry.ReasonMaxLength)]
        public string? Reason { get; set; }

        public Guid? Reservation { get; set; }

        public Guid? Version { get; set; }
    }
}
