using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Challenges;

/// <summary>Who may read a challenge's details and who has; for its company and staff.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class ReadersModel(
    IncubatorDb db, ChallengeReading reading, CurrentActor current, RefusalText refusals, IStringLocalizer<ChallengesText> text) : PageModel
{
    private const int Shown = 100;

    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public Challenge Item { get; private set; } = null!;
    public IReadOnlyList<Named> Readers { get; private set; } = [];
    public IReadOnlyList<(string Value, string Name)> Candidates { get; private set; } = [];
    public IReadOnlyList<Opened> Openings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    /// <param name="who">"c" for one of the crew or "p" for a participant, then the reference.</param>
    public async Task<IActionResult> OnPostNameAsync(string? who, CancellationToken cancel)
    {
        var reference = Guid.TryParse(who?.Length > 1 ? who[1..] : null, out var known) ? known : (Guid?)null;
        return await DoneAsync(await reading.NameAsync(new NameReader
        {
            Challenge = Reference,
            CrewMember = who?.StartsWith('c') == true ? reference : null,
            Participant = who?.StartsWith('p') == true ? reference : null,
        }, await current.GetAsync(), cancel), text["Named. They read the details once they have agreed to keep them."], cancel);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid reader, CancellationToken cancel) =>
        await DoneAsync(await reading.RemoveAsync(Reference, reader, await current.GetAsync(), cancel), text["Removed: they cannot read the details any more."], cancel);

    private async Task<IActionResult> DoneAsync(Result<Done> result, string said, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(said);
        return Redirect(ChallengeLinks.Readers(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        var own = actor.CompanyIds;
        if (await db.Challenges.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference && (actor.IsStaff || own.Contains(c.CompanyId)), cancel) is not { } challenge) return false;
        Item = challenge;
        Readers = await (
                from r in db.ChallengeReaders
                where r.ChallengeId == challenge.Id
                orderby r.Id
                select new Named(r.Reference, db.Users.Where(p => p.Id == r.PersonId).Select(p => p.FullName).FirstOrDefault() ??
                    db.Participants.Where(p => p.Id == r.ParticipantId).Select(p => p.Name).FirstOrDefault() ?? "", r.AgreedAt))
            .AsNoTracking().ToListAsync(cancel);
        var crew = await (
                from m in db.CrewMembers
                join p in db.Users on m.PersonId equals p.Id
                where m.CampId == challenge.CampId && !db.ChallengeReaders.Any(r => r.ChallengeId == challenge.Id && r.PersonId == m.PersonId)
                orderby p.FullName
                select new { m.Reference, m.PersonId, p.FullName })
            .ToListAsync(cancel);
        var team = await (
                from p in db.Participants
                join m in db.TeamMembers on p.Id equals m.ParticipantId
                join t in db.Teams on m.TeamId equals t.Id
                where t.ChallengeId == challenge.Id && p.State == ParticipantState.Admitted && !db.ChallengeReaders.Any(r => r.ChallengeId == challenge.Id && r.ParticipantId == p.Id)
                orderby t.Position, p.Name
                select new { p.Reference, p.Name, Team = t.Name })
            .ToListAsync(cancel);
        Candidates = [.. crew.DistinctBy(c => c.PersonId).Select(c => ($"c{c.Reference}", c.FullName)), .. team.Select(p => ($"p{p.Reference}", $"{p.Name} ({p.Team})"))];
        Openings = await (
                from o in db.ChallengeOpenings
                where o.ChallengeId == challenge.Id
                orderby o.Id descending
                select new Opened(o.At, db.Users.Where(p => p.Id == o.PersonId).Select(p => p.FullName).FirstOrDefault() ??
                    db.Participants.Where(p => p.Id == o.ParticipantId).Select(p => p.Name).FirstOrDefault() ?? "",
                    db.Attachments.Where(a => a.Id == o.AttachmentId).Select(a => a.FileName).FirstOrDefault()))
            .AsNoTracking().Take(Shown).ToListAsync(cancel);
        return true;
    }

    public sealed record Named(Guid Reference, string Name, DateTimeOffset? AgreedAt);

    /// <param name="File">Null: the text.</param>
    public sealed record Opened(DateTimeOffset At, string Name, string? File);
}
