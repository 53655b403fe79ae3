using System.ComponentModel.DataAnnotations;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>Registering for a camp, without an account or with one. What comes of it only the mail says.</summary>
[AllowAnonymous]
public sealed class RegisterModel(
    IncubatorDb db, RegistrationDesk desk, CurrentActor current, RefusalText refusals, IWebHostEnvironment environment, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    public Camp Camp { get; private set; } = null!;
    public CampNotice? Notice { get; private set; }
    public DetailsForm Form { get; private set; } = null!;
    public IReadOnlyList<KindPlaces> Places { get; private set; } = [];
    public bool IsOpen { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Input.NoticeNumber = Notice?.Number ?? 0;
        Input.Kind = Places.Select(p => p.Kind).FirstOrDefault();
        if ((await current.GetAsync()).PersonId is { } id)
        {
            var person = await db.Users.AsNoTracking().Where(p => p.Id == id).Select(p => new { p.FullName, p.Email }).FirstAsync(cancel);
            (Input.Name, Input.Email) = (person.FullName, person.Email ?? "");
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.RegisterAsync(new RegisterParticipant
        {
            Camp = Reference,
            Kind = Input.Kind,
            Email = Input.Email,
            Language = LabFormat.Language,
            BornOn = Input.BornOn,
            GuardianName = Input.GuardianName,
            GuardianConsent = Input.GuardianConsent,
            NoticeNumber = Input.NoticeNumber,
            AcceptsNotice = Input.AcceptsNotice,
            Details = Input.Details(),
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded)
        {
            // The new text is shown now, and that one is accepted next.
            if (result.Was("CampNoticeChanged")) ModelState.Remove($"{nameof(Input)}.{nameof(Input.NoticeNumber)}");
            Input.NoticeNumber = Notice?.Number ?? 0;
            return this.Refused(result.Refusals, refusals);
        }

        // No mail leaves a developer's machine, so the page shows the link there; elsewhere only the mail has it.
        if (environment.IsDevelopment() && result.Value is { } secret) TempData[SentModel.SecretKey] = secret;
        return Redirect(ParticipantLinks.Sent(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference && c.Status != CampStatus.Draft, cancel) is not { } camp) return false;
        (Camp, IsOpen) = (camp, camp.TakesRegistrations(now));
        Notice = await db.CampNotices.AsNoTracking().Where(n => n.CampId == camp.Id).OrderByDescending(n => n.Number).FirstOrDefaultAsync(cancel);
        Form = await DetailsForm.ReadAsync(db, camp.Id, Input, cancel);
        Places = [.. (await KindPlaces.ReadAsync(db, camp, cancel)).Where(p => p.Places > 0)];
        return true;
    }

    public sealed class RegisterInput : DetailsInput
    {
        public ParticipantKind Kind { get; set; }

        [Required, EmailAddress, StringLength(Participant.EmailMaxLength)]
        public string Email { get; set; } = "";

        public DateOnly? BornOn { get; set; }

        [StringLength(Participant.NameMaxLength)]
        public string? GuardianName { get; set; }

        public bool GuardianConsent { get; set; }

        public int NoticeNumber { get; set; }

        public bool AcceptsNotice { get; set; }
    }
}

/// <summary>The places of one kind, as anybody may know.</summary>
public sealed record KindPlaces(ParticipantKind Kind, int Places, int Admitted, int Offered, int Waiting)
{
    /// <summary>What a newcomer could take: nothing while somebody waits.</summary>
    public int Free => Waiting > 0 ? 0 : Math.Max(0, Places - Admitted - Offered);

    public static async Task<IReadOnlyList<KindPlaces>> ReadAsync(IncubatorDb db, Camp camp, CancellationToken cancel)
    {
        var counts = await db.Participants.Where(p => p.CampId == camp.Id).GroupBy(p => new { p.Kind, p.State })
            .Select(g => new { g.Key.Kind, g.Key.State, Count = g.Count() }).ToListAsync(cancel);
        return [.. Enum.GetValues<ParticipantKind>().Select(k => new KindPlaces(
            k, camp.Places(k), In(k, ParticipantState.Admitted), In(k, ParticipantState.Offered), In(k, ParticipantState.Waiting)))];
        int In(ParticipantKind kind, ParticipantState state) => counts.Where(c => c.Kind == kind && c.State == state).Sum(c => c.Count);
    }
}
