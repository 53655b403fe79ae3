using System.Text;
using Ical.Net;
using Incubator.Core.Notifications;

namespace Incubator.Tests.Notifications;

public sealed class CalendarTextTests
{
    private static readonly Uri Site = new("https://lab.example/");
    private static readonly DateTimeOffset Stamp = new(2026, 11, 23, 7, 0, 0, 123, TimeSpan.Zero);
    private static readonly MailParty TheLab = new("lab@incubator.example", "Élelmiszer-inkubátor; \"Debrecen\"");
    private static readonly MailParty Recipient = new("kata.kiss@example.com", "Kiss Kata, ügyvezető");

    private static readonly Appointment Long = new()
    {
        Uid = "reservation-0123@incubator.debrecen",
        Sequence = 2,
        Start = new DateTimeOffset(2026, 10, 25, 0, 0, 0, TimeSpan.Zero),
        End = new DateTimeOffset(2026, 10, 25, 1, 0, 0, TimeSpan.Zero),
        Title = string.Concat(Enumerable.Repeat("Árvíztűrő tükörfúrógép; aszaló, őrlő \\ 🍎🍏\r\nmásodik sor: ", 9)) + "\u0007vége",
        Place = "Pilot csarnok, Böszörményi út 138.",
        Link = "/booking/reservations/6f9619ff-8b86-d011-b42d-00c04fc964ff",
    };

    [Fact]
    public void ForMail_LongHungarianText_FoldsAtSeventyFiveOctetsInsideNoCharacter()
    {
        var text = CalendarText.ForMail(Long, TheLab, Recipient, Site, Stamp).Text;
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', text.Replace("\r\n", "", StringComparison.Ordinal));
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(strict.GetByteCount(line), 0, CalendarText.MaxOctets));
        Assert.Contains("\r\n ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ForMail_Appointment_IsReadBackAsWritten()
    {
        var mail = CalendarText.ForMail(Long, TheLab, Recipient, Site, Stamp);
        var calendar = Calendar.Load(mail.Text)!;
        var read = Assert.Single(calendar.Events);
        Assert.Equal(("REQUEST", "REQUEST", "2.0"), (mail.Method, calendar.Method, calendar.Version));
        Assert.Equal((Long.Uid, 2, "CONFIRMED"), (read.Uid, read.Sequence, read.Status));
        Assert.Equal(Long.Title.ReplaceLineEndings("\n").Replace("\u0007", "", StringComparison.Ordinal), read.Summary);
        Assert.Equal(Long.Place, read.Location);
        Assert.Equal("https://lab.example/booking/reservations/6f9619ff-8b86-d011-b42d-00c04fc964ff", read.Url!.ToString());
        Assert.Equal((Long.Start.UtcDateTime, Long.End.UtcDateTime), (read.DtStart!.AsUtc, read.DtEnd!.AsUtc));
        Assert.Equal(new DateTime(2026, 11, 23, 7, 0, 0, DateTimeKind.Utc), read.DtStamp!.AsUtc);
        Assert.Equal(new Uri("mailto:lab@incubator.example"), read.Organizer!.Value);
        var attendee = Assert.Single(read.Attendees);
        Assert.Equal((new Uri("mailto:kata.kiss@example.com"), "Kiss Kata, ügyvezető", false), (attendee.Value, attendee.CommonName, attendee.Rsvp));
    }

    [Fact]
    public void ForMail_Cancelled_IsACancelOfTheSameUid()
    {
        var mail = CalendarText.ForMail(Long with { IsCancelled = true, Sequence = 3 }, TheLab, Recipient, Site, Stamp);
        Assert.Equal("CANCEL", mail.Method);
        Assert.Contains("METHOD:CANCEL\r\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED\r\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:3\r\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"UID:{Long.Uid}\r\n", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ForFeed_Appointments_ArePublishedUnderAName()
    {
        var text = CalendarText.ForFeed("Foglalásaim, őszi", [Long, Long with { Uid = "b", IsCancelled = true }], Site, Stamp);
        var calendar = Calendar.Load(text)!;
        Assert.Equal(("PUBLISH", 2), (calendar.Method, calendar.Events.Count));
        Assert.Contains("X-WR-CALNAME:Foglalásaim\\, őszi\r\n", text, StringComparison.Ordinal);
        Assert.Contains("REFRESH-INTERVAL;VALUE=DURATION:PT30M\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ATTENDEE", text, StringComparison.Ordinal);
    }
}
