using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Incubator.Core.Notifications;

/// <summary>Who writes or gets a mail with an appointment.</summary>
/// <param name="Address">Mail address.</param>
/// <param name="Name">Shown beside it; null: the address alone.</param>
public sealed record MailParty(string Address, string? Name = null);

/// <summary>A mail's attachment: the part's type is <c>text/calendar; charset=utf-8; method=…</c>.</summary>
/// <param name="Method">REQUEST or CANCEL; the text says the same.</param>
public sealed record CalendarMail(string Method, string Text);

/// <summary>
/// Writes appointments as iCalendar (RFC 5545): times in UTC, so that no reader needs to know our zone; lines end with CRLF and are folded
/// at 75 octets, never inside a character.
/// </summary>
public static class CalendarText
{
    public const int MaxOctets = 75;

    private const string Product = "-//Debrecen Food Incubator Lab//Incubator//HU";

    /// <summary>For the recipient of a mail: it enters, changes or strikes out the appointment in their calendar and asks for no answer (RFC 5546).</summary>
    /// <param name="site">Where this site stands; links become absolute with it.</param>
    /// <param name="stamp">When it was written (UTC): of the notice, so that sending again sends the same.</param>
    public static CalendarMail ForMail(Appointment appointment, MailParty lab, MailParty recipient, Uri site, DateTimeOffset stamp)
    {
        var method = appointment.IsCancelled ? CalendarMethods.Cancel : CalendarMethods.Request;
        var written = EventOf(appointment, site, stamp);
        written.Organizer = new Organizer { Value = MailTo(lab), CommonName = NameOf(lab) };
        written.Attendees.Add(new Attendee
        {
            Value = MailTo(recipient),
            CommonName = NameOf(recipient),
            Role = ParticipationRole.RequiredParticipant,
            ParticipationStatus = EventParticipationStatus.Accepted,
            Rsvp = false,
        });
        var calendar = new Calendar { Method = method, ProductId = Product };
        calendar.Events.Add(written);
        return new CalendarMail(method, Write(calendar));
    }

    /// <summary>A calendar to subscribe to.</summary>
    /// <param name="name">What the subscriber's program calls it, in the reader's language.</param>
    public static string ForFeed(string name, IEnumerable<Appointment> appointments, Uri site, DateTimeOffset stamp)
    {
        var calendar = new Calendar { Method = CalendarMethods.Publish, ProductId = Product };
        calendar.AddProperty("X-WR-CALNAME", Plain(name));
        calendar.AddProperty("NAME", Plain(name));
        // Programs that ask anew by themselves do so every half an hour.
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT30M");
        calendar.AddProperty("X-PUBLISHED-TTL", "PT30M");
        foreach (var appointment in appointments) calendar.Events.Add(EventOf(appointment, site, stamp));
        return Write(calendar);
    }

    private static CalendarEvent EventOf(Appointment appointment, Uri site, DateTimeOffset stamp) => new()
    {
        Uid = appointment.Uid,
        Sequence = appointment.Sequence,
        DtStamp = Utc(stamp),
        DtStart = Utc(appointment.Start),
        DtEnd = Utc(appointment.End),
        Summary = Plain(appointment.Title),
        Location = appointment.Place is { } place ? Plain(place) : null,
        Url = appointment.Link is { } link ? new Uri(site, link) : null,
        Status = appointment.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        Transparency = appointment.IsCancelled ? TransparencyType.Transparent : TransparencyType.Opaque,
    };

    // To the second: the format has no more.
    private static CalDateTime Utc(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        return new CalDateTime(new DateTime(utc.Year, utc.Month, utc.Day, utc.Hour, utc.Minute, utc.Second, DateTimeKind.Utc));
    }

    private static Uri MailTo(MailParty party) => new($"mailto:{party.Address}");

    // A parameter's value may hold no quotation mark.
    private static string? NameOf(MailParty party) => string.IsNullOrWhiteSpace(party.Name) ? null : Plain(party.Name).Replace('"', '\'');

    // The format allows no control characters but line breaks and tabs.
    private static string Plain(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c))).Trim();

    // The library folds by characters and may cut one in two; so its folds are taken out and made anew.
    private static string Write(Calendar calendar)
    {
        var written = new CalendarSerializer().SerializeToString(calendar)!.ReplaceLineEndings("\r\n").Replace("\r\n ", "", StringComparison.Ordinal);
        var text = new StringBuilder(written.Length + 64);
        foreach (var line in written.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)) Fold(line, text);
        return text.ToString();
    }

    private static void Fold(string line, StringBuilder text)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
