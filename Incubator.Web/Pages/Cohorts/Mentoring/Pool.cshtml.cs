using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Mentoring;

/// <summary>For staff: the mentor pool, and how many minutes each company had.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class PoolModel(IncubatorDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<MentorRow> Mentors { get; private set; } = [];

    /// <summary>People who may be mentors and have no profile yet.</summary>
    public IReadOnlyList<(long Id, string Name)> Without { get; private set; } = [];

    public IReadOnlyList<CompanyRow> Companies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var sessions = await db.ReadSessionsAsync(db.MentorSessions, cancel);
        var mentors = await (
                from mentor in db.Mentors
                join person in db.Users on mentor.PersonId equals person.Id
                orderby person.FullName
                select new
                {
                    Mentor = mentor,
                    person.FullName,
                    Free = db.MentorSlots.Count(s => s.MentorId == mentor.Id && !s.IsWithdrawn && s.Start > now &&
                    !db.MentorSessions.Any(x => x.SlotId == s.Id && x.State == MentorSessionState.Booked) && !db.BusyTimes.Any(b => b.Start < s.End && b.End > s.Start &&
                db.ExternalCalendars.Any(c => c.Id == b.CalendarId && c.Subject == nameof(Mentor) && c.SubjectId == s.MentorId)))
                })
            .AsNoTracking().ToListAsync(cancel);
        Mentors = [.. mentors.Select(m => new MentorRow(m.Mentor, m.FullName, m.Free,
            sessions.Count(s => s.MentorId == m.Mentor.Id && s.State == MentorSessionState.Booked && s.End > now),
            sessions.Where(s => s.MentorId == m.Mentor.Id && s.State == MentorSessionState.Held).Sum(s => s.Minutes)))];
        Without = [.. (await (
                from person in db.Users
                where !db.Mentors.Any(m => m.PersonId == person.Id) && db.UserRoles.Any(ur => ur.UserId == person.Id &&
                    db.Roles.Any(r => r.Id == ur.RoleId && (r.Name == Role.Mentor || r.Name == Role.Staff || r.Name == Role.Administrator)))
                orderby person.FullName
                select new { person.Id, person.FullName })
            .ToListAsync(cancel)).Select(p => (p.Id, p.FullName))];
        Companies = [.. sessions.GroupBy(s => s.Company).Select(g => new CompanyRow(g.Key, g.Count(s => s.State == MentorSessionState.Held),
            g.Where(s => s.State == MentorSessionState.Held).Sum(s => s.Minutes), g.Count(s => s.State == MentorSessionState.Missed)))
            .OrderBy(c => c.Company, StringComparer.CurrentCulture)];
    }

    public sealed record MentorRow(Mentor Mentor, string Name, int Free, int Booked, int Minutes);

    public sealed record CompanyRow(string Company, int Held, int Minutes, int Missed);
}
