using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>A participant changes what they said of themselves.</summary>
[AllowAnonymous]
public sealed class ChangeModel(
    IncubatorDb db, RegistrationDesk desk, RefusalText refusals, IStringLocalizer<ParticipantsText> text, TimeProvider clock) : OwnPlaceModel(db, desk, clock)
{
    [BindProperty]
    public DetailsInput Input { get; set; } = new();

    public DetailsForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        var me = Participant;
        var said = await (
                from a in Db.CampAnswers
                join q in Db.CampQuestions on a.QuestionId equals q.Id
                where a.ParticipantId == me.Id
                select new { q.Reference, a.Text })
            .ToListAsync(cancel);
        var skills = await Db.ParticipantSkills.Where(s => s.ParticipantId == me.Id).Select(s => s.SkillId).ToListAsync(cancel);
        Input = new DetailsInput
        {
            Name = me.Name,
            Organisation = me.Organisation,
            Languages = [.. me.LanguageList],
            Skills = skills,
            OtherSkills = me.OtherSkills,
            Answers = said.ToDictionary(a => a.Reference, a => (string?)a.Text),
            Needs = me.Needs,
            NeedsConsent = me.Needs is not null,
            PhotoConsent = me.PhotoConsentAt is not null,
        };
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        await ShowAsync(cancel);
        if (!ModelState.IsValid) return this.Malformed();
        var result = await Desk.SaveAsync(Secret, Input.Details(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["Saved."]);
        return Redirect(ParticipantLinks.Own(Secret));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Form = await DetailsForm.ReadAsync(Db, Camp.Id, Input, cancel);
        return Page();
    }
}
