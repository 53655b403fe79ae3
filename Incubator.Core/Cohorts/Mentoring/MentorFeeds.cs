using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>A mentor's hours as calendars know them: mails and feeds tell the same of them.</summary>
public sealed class MentorFeeds(IncubatorDb db)
{
    /// <summary>The same from booking to the end.</summary>
    public static string UidOf(Guid session) => $"mentor-session-{session:N}@incubator.debrecen";

    /// <summary>Raised when it is moved and when it is cancelled.</summary>
    public static int SequenceOf(MentorSession session) => session.Moves + (session.State == MentorSessionState.Cancelled ? 1 : 0);

    /// <param name="with">Whom the reader meets there.</param>
    public static Appointment Of(MentorSession session, string with) => new()
    {
        Uid = UidOf(session.Reference),
        Sequence = SequenceOf(session),
        Start = session.Start,
        End = session.End,
        Title = with,
        Link = $"/mentors/sessions/{session.Reference}",
        IsCancelled = session.State == MentorSessionState.Cancelled,
    };

    /// <summary>Hours the person gives as a mentor (with the company's name), and those the person booked for a company of theirs (with the mentor's).</summary>
    /// <param name="goneSince">Cancelled ones are told where they were to be after this (UTC).</param>
    public async Task<IReadOnlyList<Appointment>> OwnAsync(
        long personId, IReadOnlyList<long> companies, DateTimeOffset since, DateTimeOffset until, DateTimeOffset goneSince, CancellationToken cancel)
    {
        var rows = await (
                from session in db.MentorSessions
                join mentor in db.Mentors on session.MentorId equals mentor.Id
                join person in db.Users on mentor.PersonId equals person.Id
                join company in db.Companies on session.CompanyId equals company.Id
                where session.Start >= since && session.Start < until && (session.State != MentorSessionState.Cancelled || session.Start >= goneSince) &&
                    (mentor.PersonId == personId || (session.BookedById == personId && companies.Contains(session.CompanyId)))
                orderby session.Start, session.Id
                select new { Session = session, With = mentor.PersonId == personId ? company.Name : person.FullName })
            .AsNoTracking().Take(2000).ToListAsync(cancel);
        return [.. rows.Select(r => Of(r.Session, r.With))];
    }
}
