using System.Globalization;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>Tells both sides of a mentor's hour what became of it.</summary>
internal sealed class MentorNotices(IncubatorDb db)
{
    public async Task TellBothAsync(MentorSession session, string kind, DateTimeOffset now, CancellationToken token)
    {
        var mentor = await (
                from m in db.Mentors
                join person in db.Users on m.PersonId equals person.Id
                where m.Id == session.MentorId
                select new { person.Id, person.FullName, person.Email, person.Language })
            .SingleAsync(token);
        var company = await db.Companies.Where(c => c.Id == session.CompanyId).Select(c => c.Name).SingleAsync(token);
        var booker = await db.Users.Where(u => u.Id == session.BookedById).Select(u => new { u.Id, u.Email, u.Language }).SingleOrDefaultAsync(token);
        var local = LabTime.ToLocal(session.Start);
        var facts = new Dictionary<string, string>
        {
            ["company"] = company,
            ["mentor"] = mentor.FullName,
            ["date"] = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["time"] = local.ToString("HH:mm", CultureInfo.InvariantCulture),
            ["link"] = $"/mentors/sessions/{session.Reference}",
        };
        // As their calendars' subscriptions tell it: each meets the other.
        var sides = new[]
        {
            (mentor.Id, mentor.Email, mentor.Language, With: company), (booker?.Id ?? 0, booker?.Email, booker?.Language ?? "hu", With: mentor.FullName),
        };
        foreach (var (person, address, language, with) in sides.Where(s => s.Item2 is not null).DistinctBy(s => s.Item2))
        {
            await db.TellAsync(new Tell
            {
                Event = string.Create(CultureInfo.InvariantCulture, $"MentorSession:{session.Id}:{session.Moves}"),
                Kind = kind,
                Recipient = address!,
                Language = language,
                PersonId = person,
                Facts = facts,
                Appointment = MentorFeeds.Of(session, with),
            }, now, token);
        }
    }
}
