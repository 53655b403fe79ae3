using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Calendars;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>
/// Busy times of a mentor's external calendars: no hour is offered or booked over them. What is booked already stays, and the mentor is
/// told once.
/// </summary>
internal sealed class MentorBusyTimes(IncubatorDb db) : ICalendarOwner
{
    public string Subject => nameof(Mentor);

    public Task<bool> MaySetAsync(long id, Actor actor, CancellationToken cancel) =>
        db.Mentors.AnyAsync(m => m.Id == id && (actor.IsStaff || m.PersonId == actor.PersonId), cancel);

    public Task<string> PageAsync(long id, CancellationToken cancel) => Task.FromResult("/mentoring/calendars");

    public Task LockAsync(long id, CancellationToken cancel) =>
        db.Mentors.Where(m => m.Id == id).ExecuteUpdateAsync(m => m.SetProperty(x => x.CalendarVersion, x => x.CalendarVersion + 1), cancel);

    // The times themselves are all there is; what they meet is said when they come.
    public Task<bool> IsSettledAsync(ExternalCalendar calendar, IReadOnlyList<TimeSlot> busy, DateTimeOffset now, CancellationToken cancel) => Task.FromResult(true);

    public async Task TakeAsync(ExternalCalendar calendar, IReadOnlyList<TimeSlot> busy, DateTimeOffset now, CancellationToken cancel)
    {
        var sessions = await db.MentorSessions.AsNoTracking()
            .Where(s => s.MentorId == calendar.SubjectId && s.State == MentorSessionState.Booked && s.Start > now).ToListAsync(cancel);
        foreach (var session in sessions.Where(s => busy.Any(b => b.Overlaps(s.Slot)))) await TellAsync(calendar, session, now, cancel);
    }

    /// <summary>Stretches within which one of the mentor's external calendars says busy.</summary>
    internal static IQueryable<BusyTime> Of(IncubatorDb db, long mentorId) =>
        db.BusyTimes.Where(b => db.ExternalCalendars.Any(c => c.Id == b.CalendarId && c.Subject == nameof(Mentor) && c.SubjectId == mentorId));

    private async Task TellAsync(ExternalCalendar calendar, MentorSession session, DateTimeOffset now, CancellationToken token)
    {
        var mentor = await (
                from m in db.Mentors
                join person in db.Users on m.PersonId equals person.Id
                where m.Id == session.MentorId
                select new { person.Id, person.Email, person.Language })
            .SingleAsync(token);
        if (mentor.Email is null) return;
        var company = await db.Companies.Where(c => c.Id == session.CompanyId).Select(c => c.Name).SingleAsync(token);
        await db.TellAsync(new Tell
        {
            Event = string.Create(CultureInfo.InvariantCulture, $"MentorSession:{session.Id}:{session.Moves}:busy"),
            Kind = "MentorHourCollided",
            Recipient = mentor.Email,
            Language = mentor.Language,
            PersonId = mentor.Id,
            Facts = new Dictionary<string, string>
            {
                ["company"] = company,
                ["calendar"] = calendar.Name,
                ["start"] = History.HistoryBook.Text(session.Start)!,
                [NoticeFacts.Link] = $"/mentors/sessions/{session.Reference}",
            },
        }, now, token);
    }
}
