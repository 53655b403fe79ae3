using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Mentoring;

/// <summary>The mentor pool for companies of a cohort: who helps with what, and when they are free next.</summary>
[Authorize(Policy = Permission.Book)]
public sealed class IndexModel(IncubatorDb db, CurrentActor current, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Row> Mentors { get; private set; } = [];

    /// <summary>Hours to come of the reader's companies.</summary>
    public IReadOnlyList<SessionRow> Coming { get; private set; } = [];

    public bool MayBook { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var actor = await current.GetAsync();
        var companies = actor.CompanyIds;
        MayBook = actor.IsStaff || await db.CohortMembers.AnyAsync(m => companies.Contains(m.CompanyId) && m.State == CohortMemberState.Active, cancel);
        Mentors = await (
                from mentor in db.Mentors
                join person in db.Users on mentor.PersonId equals person.Id
                where mentor.IsActive
                orderby person.FullName
                select new Row(mentor.Reference, person.FullName, LabFormat.Language == "hu" ? mentor.TopicsHu : mentor.TopicsEn, mentor.Languages,
                    db.MentorSlots.Where(s => s.MentorId == mentor.Id && !s.IsWithdrawn && s.Start > now &&
                            !db.MentorSessions.Any(x => x.SlotId == s.Id && x.State == MentorSessionState.Booked) && !db.BusyTimes.Any(b => b.Start < s.End && b.End > s.Start &&
                db.ExternalCalendars.Any(c => c.Id == b.CalendarId && c.Subject == nameof(Mentor) && c.SubjectId == s.MentorId)))
                        .OrderBy(s => s.Start).Select(s => (DateTimeOffset?)s.Start).FirstOrDefault()))
            .AsNoTracking().ToListAsync(cancel);
        Coming = await db.ReadSessionsAsync(
            db.MentorSessions.Where(s => companies.Contains(s.CompanyId) && s.State == MentorSessionState.Booked && s.End > now), cancel);
    }

    /// <param name="NextFree">UTC; null where nothing is free.</param>
    public sealed record Row(Guid Reference, string Name, string Topics, string Languages, DateTimeOffset? NextFree);
}
