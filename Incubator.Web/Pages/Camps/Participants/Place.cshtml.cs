using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>A participant's own registration: where they stand, their team, and what they may do.</summary>
[AllowAnonymous]
public sealed class PlaceModel(
    IncubatorDb db, RegistrationDesk desk, RefusalText refusals, IStringLocalizer<ParticipantsText> text, TimeProvider clock) : OwnPlaceModel(db, desk, clock)
{
    /// <summary>How many wait before them.</summary>
    public int Ahead { get; private set; }

    /// <summary>Once it is announced.</summary>
    public Team? Team { get; private set; }

    public Guid? ChallengeReference { get; private set; }
    public string? ChallengeTitle { get; private set; }
    public IReadOnlyList<string> Members { get; private set; } = [];
    public IReadOnlyList<string> Guides { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancel) => await DoneAsync(await Desk.AcceptAsync(Secret, cancel), text["The place is yours."], cancel);

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancel) =>
        await DoneAsync(await Desk.DeclineAsync(Secret, cancel), text["The place goes to the next. Thank you for saying so."], cancel);

    public async Task<IActionResult> OnPostWaitAgainAsync(CancellationToken cancel) =>
        await DoneAsync(await Desk.WaitAgainAsync(Secret, cancel), text["You are on the waiting list again."], cancel);

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancel) => await DoneAsync(await Desk.CancelAsync(Secret, cancel), text["Your registration is cancelled."], cancel);

    public async Task<IActionResult> OnPostForgetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var result = await Desk.ForgetAsync(Secret, cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["Your data is deleted."]);
        return Redirect(ParticipantLinks.Camp(Camp.Reference));
    }

    private async Task<IActionResult> DoneAsync(Result<Done> result, string said, CancellationToken cancel)
    {
        if (!result.Succeeded) return await LoadAsync(cancel) ? this.Refused(result.Refusals, refusals) : NotFound();
        this.Say(said);
        return Redirect(ParticipantLinks.Own(Secret));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return false;
        var me = Participant;
        if (me.State == ParticipantState.Waiting)
            Ahead = await Db.Participants.CountAsync(p => p.CampId == me.CampId && p.Kind == me.Kind && p.State == ParticipantState.Waiting && p.Turn < me.Turn, cancel);
        Team = await Db.Teams.AsNoTracking().FirstOrDefaultAsync(t => t.AnnouncedAt != null && Db.TeamMembers.Any(m => m.TeamId == t.Id && m.ParticipantId == me.Id), cancel);
        if (Team is not { } team) return true;
        var challenge = await Db.Challenges.AsNoTracking().FirstOrDefaultAsync(c => c.Id == team.ChallengeId, cancel);
        ChallengeTitle = challenge?.Title(LabFormat.Language);
        ChallengeReference = challenge?.Reference;
        Members = await Db.Participants.Where(p => p.ForgottenAt == null && Db.TeamMembers.Any(m => m.TeamId == team.Id && m.ParticipantId == p.Id)).OrderBy(p => p.Name).Select(p => p.Name).ToListAsync(cancel);
        Guides = await Db.Users.Where(u => u.ErasedAt == null && Db.CrewMembers.Any(m => m.PersonId == u.Id && Db.TeamCrew.Any(c => c.TeamId == team.Id && c.CrewMemberId == m.Id)))
            .OrderBy(u => u.FullName).Select(u => u.FullName).ToListAsync(cancel);
        return true;
    }
}
