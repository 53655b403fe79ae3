using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Mentoring;

/// <summary>A mentor's hour with a company, as lists show it.</summary>
public sealed record SessionRow(
    Guid Reference, string Mentor, long MentorId, string Company, long CompanyId, DateTimeOffset Start, DateTimeOffset End, string Topic, MentorSessionState State, int Notes)
{
    public TimeSlot Slot => new(Start, End);

    public int Minutes => (int)(End - Start).TotalMinutes;
}

public static class SessionRows
{
    /// <summary>The latest first.</summary>
    public static async Task<List<SessionRow>> ReadSessionsAsync(this IncubatorDb db, IQueryable<MentorSession> sessions, CancellationToken cancel) => await (
            from session in sessions
            join mentor in db.Mentors on session.MentorId equals mentor.Id
            join person in db.Users on mentor.PersonId equals person.Id
            join company in db.Companies on session.CompanyId equals company.Id
            orderby session.Start descending, session.Id descending
            select new SessionRow(session.Reference, person.FullName, mentor.Id, company.Name, company.Id, session.Start, session.End, session.Topic,
                session.State, session.Notes.Count))
        .AsNoTracking().ToListAsync(cancel);

    /// <summary>The mentor's hours still to come that nobody has booked and that no calendar elsewhere says busy; the earliest first.</summary>
    public static IQueryable<MentorSlot> FreeHours(this IncubatorDb db, long mentorId, DateTimeOffset now) => db.MentorSlots.AsNoTracking()
        .Where(s => s.MentorId == mentorId && !s.IsWithdrawn && s.Start > now &&
            !db.MentorSessions.Any(x => x.SlotId == s.Id && x.State == MentorSessionState.Booked) &&
            !db.BusyTimes.Any(b => b.Start < s.End && b.End > s.Start &&
                db.ExternalCalendars.Any(c => c.Id == b.CalendarId && c.Subject == nameof(Mentor) && c.SubjectId == s.MentorId)))
        .OrderBy(s => s.Start);
}
