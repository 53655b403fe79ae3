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

namespace Incubator.Web.Pages.Camps.Certificates;

/// <summary>Who attended how much, and who has a certificate; issuing and withdrawing.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class IndexModel(
    IncubatorDb db, AttendanceReader attendance, CertificateDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CertificatesText> text, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public Camp Camp { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<CrewRow> Crew { get; private set; } = [];

    public bool IsOver => Camp.Status is CampStatus.FollowUp or CampStatus.Closed;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostIssueAsync(CancellationToken cancel)
    {
        var result = await desk.IssueAsync(Reference, await current.GetAsync(), cancel);
        return await DoneAsync(result.Refusals, result.Succeeded ? text["Certificates issued and mailed: {0}", result.Value] : "", cancel);
    }

    public async Task<IActionResult> OnPostCrewAsync(Guid member, CancellationToken cancel) =>
        await DoneAsync((await desk.IssueForCrewAsync(Reference, member, await current.GetAsync(), cancel)).Refusals, text["The confirmation was issued and mailed."], cancel);

    public async Task<IActionResult> OnPostRevokeAsync(Guid certificate, string? reason, CancellationToken cancel) =>
        await DoneAsync((await desk.RevokeAsync(certificate, reason, await current.GetAsync(), cancel)).Refusals, text["The certificate is withdrawn; whoever checks it reads so."], cancel);

    private async Task<IActionResult> DoneAsync(IReadOnlyList<Refusal> refused, string said, CancellationToken cancel)
    {
        if (refused.Count > 0) return await LoadAsync(cancel) ? this.Refused(refused, refusals) : NotFound();
        this.Say(said);
        return Redirect(CertificateLinks.OfCamp(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel) is not { } camp) return false;
        Camp = camp;
        var now = clock.GetUtcNow();
        var sessions = (await attendance.SessionsAsync(camp.Id, cancel)).Select(s => s.Session).ToList();
        var certificates = await db.Certificates.AsNoTracking().Where(c => c.CampId == camp.Id).OrderBy(c => c.Id).ToListAsync(cancel);
        Rows = [.. (await attendance.AttendeesAsync(camp.Id, cancel)).Select(p => new Row(p,
            AttendanceRules.ShareOf(sessions, p.TeamId, p.Attended, p.ArrivedAt is not null, now), certificates.LastOrDefault(c => c.ParticipantId == p.Id)))];
        var crew = await (
                from member in db.CrewMembers
                join person in db.Users on member.PersonId equals person.Id
                where member.CampId == camp.Id
                orderby person.FullName, member.Role
                select new { member.Id, member.Reference, member.PersonId, person.FullName })
            .AsNoTracking().ToListAsync(cancel);
        Crew = [.. crew.GroupBy(m => m.PersonId).Select(g => new CrewRow(
            g.First().Reference, g.First().FullName, certificates.LastOrDefault(c => g.Any(m => m.Id == c.CrewMemberId))))];
        return true;
    }

    public sealed record Row(Attendee Person, AttendanceShare Share, Certificate? Certificate);

    public sealed record CrewRow(Guid Member, string Name, Certificate? Certificate);
}
