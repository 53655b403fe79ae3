using System.Diagnostics;
using System.Globalization;
using System.Text;
using Incubator.Core.Calendars;
using Incubator.Core.Common;
using Incubator.Tests.Host;

namespace Incubator.Tests.Calendars;

public sealed class BusyReadingTests
{
    private static readonly string Shared = House.Path("..", "shared", "data", "ics");
    private static readonly TimeSlot Window = new(Utc(2026, 10, 1), Utc(2027, 4, 1));

    [Theory]
    // Lab's zone without one said, UTC, a zone by name, by Windows' name, and by a path that ends in the name.
    [InlineData("DTSTART:20261102T090000\r\nDTEND:20261102T103000", "2026-11-02T08:00/09:30")]
    [InlineData("DTSTART:20261102T090000Z\r\nDTEND:20261102T103000Z", "2026-11-02T09:00/10:30")]
    [InlineData("DTSTART;TZID=America/New_York:20261102T090000\r\nDURATION:PT1H", "2026-11-02T14:00/15:00")]
    [InlineData("DTSTART;TZID=\"Central Europe Standard Time\":20261102T090000\r\nDURATION:PT1H", "2026-11-02T08:00/09:00")]
    [InlineData("DTSTART;TZID=/mozilla.org/20070129_1/Europe/London:20261102T090000\r\nDURATION:PT1H", "2026-11-02T09:00/10:00")]
    // A whole day is a day of the lab's zone: 25 hours when the clocks go back, two days where two are said.
    [InlineData("DTSTART;VALUE=DATE:20261025", "2026-10-24T22:00/23:00+1")]
    [InlineData("DTSTART;VALUE=DATE:20261102\r\nDTEND;VALUE=DATE:20261104", "2026-11-01T23:00/23:00+2")]
    // The hour that comes twice means the first; the one that is skipped is read with the offset before.
    [InlineData("DTSTART:20261025T023000\r\nDURATION:PT30M", "2026-10-25T00:30/01:00")]
    [InlineData("DTSTART:20270328T023000\r\nDURATION:PT30M", "2027-03-28T01:30/02:00")]
    // Not busy: free, transparent, cancelled, without length.
    [InlineData("DTSTART:20261102T090000Z\r\nDURATION:PT1H\r\nTRANSP:TRANSPARENT", "")]
    [InlineData("DTSTART:20261102T090000Z\r\nDURATION:PT1H\r\nSTATUS:CANCELLED", "")]
    [InlineData("DTSTART:20261102T090000Z\r\nDURATION:PT1H\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE", "")]
    [InlineData("DTSTART:20261102T090000Z", "")]
    // Series keep their wall clock over the change of it; what is taken out is not there.
    [InlineData("DTSTART:20261023T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=4\r\nEXDATE:20261024T090000", "2026-10-23T07:00/08:00 2026-10-25T08:00/09:00 2026-10-26T08:00/09:00")]
    [InlineData("DTSTART;VALUE=DATE:20261101\r\nRRULE:FREQ=MONTHLY;UNTIL=20261201\r\nEXDATE;VALUE=DATE:20261101", "2026-11-30T23:00/23:00+1")]
    [InlineData("DTSTART:19970101T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=YEARLY", "2027-01-01T09:00/10:00")]
    [InlineData("DTSTART:20261102T090000Z\r\nDURATION:PT1H\r\nRDATE:20261103T090000Z,20261104T100000Z", "2026-11-02T09:00/10:00 2026-11-03T09:00/10:00 2026-11-04T10:00/11:00")]
    [InlineData("DTSTART:20261102T090000Z\r\nDURATION:PT1H\r\nRDATE;VALUE=PERIOD:20261103T090000Z/PT2H", "2026-11-02T09:00/10:00 2026-11-03T09:00/11:00")]
    [InlineData("DTSTART:20000229T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "")]
    // What touches is one.
    [InlineData("DTSTART:20261102T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=HOURLY;COUNT=3", "2026-11-02T09:00/12:00")]
    public void Read_Event_IsBusyThen(string lines, string expected) => Assert.Equal(expected, Told(Read(Event(lines))));

    [Fact]
    public void Read_ChangedOccurrence_TakesThePlaceOfTheOldOne() => Assert.Equal(
        "2026-11-02T09:00/10:00 2026-11-03T14:00/15:00 2026-11-04T09:00/10:00",
        Told(Read(Calendar(
            "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261102T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=4\r\nEND:VEVENT\r\n" +
            "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20261103T090000Z\r\nDTSTART:20261103T140000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n" +
            "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20261105T090000Z\r\nDTSTART:20261105T090000Z\r\nDURATION:PT1H\r\nSTATUS:CANCELLED\r\nEND:VEVENT"))));

    [Fact]
    public void Read_FreeBusyList_IsBusyThen() => Assert.Equal(
        "2026-11-02T09:00/10:30 2026-11-03T09:00/10:00",
        Told(Read(Calendar("BEGIN:VFREEBUSY\r\nFREEBUSY;FBTYPE=BUSY:20261102T090000Z/PT90M,20261103T090000Z/20261103T100000Z\r\n" +
            "FREEBUSY;FBTYPE=FREE:20261105T090000Z/PT1H\r\nEND:VFREEBUSY"))));

    [Theory]
    [InlineData("DTSTART;TZID=Nowhere/Land:20261102T090000\r\nDURATION:PT1H")]
    [InlineData("DTSTART;TZID=../../../etc/passwd:20261102T090000\r\nDURATION:PT1H")]
    [InlineData("DTSTART:99999999T000000\r\nDURATION:PT1H")]
    [InlineData("DTSTART:20261102T090000Z\r\nDTEND:20261101T090000Z")]
    [InlineData("DTSTART:20261102T090000Z\r\nDURATION:P99999999999999999999W")]
    [InlineData("DTSTART:20261102T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=SOMETIMES")]
    [InlineData("DTSTART:20261102T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;INTERVAL=0")]
    [InlineData("DTSTART:20261102T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;BYHOUR=25")]
    [InlineData("SUMMARY:nothing else")]
    public void Read_EventNobodyUnderstands_IsCountedAndTheOthersRead(string lines)
    {
        var reading = BusyReading.Of(Encoding.UTF8.GetBytes(Calendar(
            $"BEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:20261202T090000Z\r\nDURATION:PT1H\r\nEND:VEVENT")), Window, default);
        Assert.Equal((1, "2026-12-02T09:00/10:00"), (reading.Skipped, Told(reading.Busy)));
    }

    public static TheoryData<string, string> Hostile() => new()
    {
        { "", CalendarProblem.NotACalendar },
        { "<!doctype html><html></html>", CalendarProblem.NotACalendar },
        { "BEGIN:VEVENT\r\nEND:VEVENT\r\n", CalendarProblem.NotACalendar },
        { "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", CalendarProblem.NotACalendar },
        { "BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", CalendarProblem.NotACalendar },
        { "BEGIN:VCALENDAR\r\n" + string.Concat(Enumerable.Repeat("BEGIN:VEVENT\r\n", 90_000)), CalendarProblem.NotACalendar },
        { Event("DTSTART:20261102T090000Z\r\nDURATION:PT1S\r\nRRULE:FREQ=SECONDLY"), CalendarProblem.TooHeavy },
        { Event("DTSTART:19000101T000000Z\r\nDURATION:PT1M\r\nRRULE:FREQ=MINUTELY"), CalendarProblem.TooHeavy },
        { Calendar(string.Concat(Enumerable.Repeat("BEGIN:VEVENT\r\nDTSTART:19000101T000000Z\r\nDURATION:PT1M\r\nRRULE:FREQ=HOURLY;COUNT=1000000000;BYMONTH=7\r\nEND:VEVENT\r\n", 8))), CalendarProblem.TooHeavy },
        { Event($"DTSTART:20260101T000000Z\r\nDURATION:PT1M\r\nRRULE:FREQ=YEARLY;BYSECOND={To(59)};BYMINUTE={To(59)};BYHOUR={To(23)};BYYEARDAY={To(366, 1)}"), CalendarProblem.TooHeavy },
        { Event($"DTSTART:20260101T000000Z\r\nDURATION:PT1M\r\nRRULE:FREQ=DAILY;BYMONTHDAY={string.Join(',', Enumerable.Repeat("1", 50_000))}"), CalendarProblem.TooHeavy },
        { Event("DTSTART:20260101T000000Z\r\nDURATION:PT1M\r\nRRULE:FREQ=DAILY;BYMINUTE=0,15,30,45;BYHOUR=" + To(23)), CalendarProblem.TooHeavy },
        { Calendar(string.Concat(Enumerable.Repeat("BEGIN:VEVENT\r\nDTSTART:20261102T090000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n", 10_001))), CalendarProblem.TooHeavy },
        { Calendar(string.Concat(Enumerable.Repeat("BEGIN:VEVENT\r\nDTSTART:20200101T000000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=HOURLY;INTERVAL=5\r\nEND:VEVENT\r\n", 9_000))), CalendarProblem.TooHeavy },
        { new string('x', CalendarFile.MaxBytes + 1), CalendarProblem.TooLarge },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Read_HostileFile_IsRefusedSoon(string file, string problem)
    {
        var watch = Stopwatch.StartNew();
        var reading = await CalendarReadings.ParseAsync(Encoding.UTF8.GetBytes(file), Window, TestContext.Current.CancellationToken);
        Assert.Equal(problem, Assert.Single(reading.Refusals).Code);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x42, 0x00, 0x45, 0x00 })]
    [InlineData(new byte[] { 0x80, 0x81, 0x82, 0x0A, 0x00 })]
    public async Task Read_BadOctets_AreRefused(byte[] file) => Assert.Equal(
        CalendarProblem.NotACalendar, Assert.Single((await CalendarReadings.ParseAsync(file, Window, TestContext.Current.CancellationToken)).Refusals).Code);

    [Fact]
    public void Read_BadOctetsInATitle_DoNotMatter()
    {
        var bytes = Encoding.UTF8.GetBytes(Event("SUMMARY:????\r\nDTSTART:20261102T090000Z\r\nDURATION:PT1H"));
        for (var i = 0; i < bytes.Length; i++) bytes[i] = bytes[i] == (byte)'?' ? (byte)0xC3 : bytes[i];
        Assert.Equal("2026-11-02T09:00/10:00", Told(BusyReading.Of(bytes, Window, default).Busy));
    }

    /// <summary>The examples of RFC 5545, 3.8.5.3, whose instances the standard itself lists; a year before 1900 is none of ours.</summary>
    [Theory]
    [InlineData("FREQ=WEEKLY;COUNT=4;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "19970805T090000", "0805 0810 0819 0824")]
    [InlineData("FREQ=WEEKLY;COUNT=4;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "19970805T090000", "0805 0817 0819 0831")]
    [InlineData("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "19970904T090000", "0904 1007 1106")]
    [InlineData("FREQ=MONTHLY;COUNT=4;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "19970929T090000", "0929 1030 1127 1230")]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "19980213T090000", "0213 0313 1113")]
    [InlineData("FREQ=YEARLY;COUNT=2;BYYEARDAY=1,100", "19970101T090000", "0101 0410")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "20070115T090000", "0115 0130 0215 0315 0330")]
    public void Read_RuleOfTheStandard_GivesTheStandardsInstances(string rule, string start, string days)
    {
        var year = int.Parse(start[..4], CultureInfo.InvariantCulture);
        var busy = BusyReading.Of(
            Encoding.UTF8.GetBytes(Event($"DTSTART:{start}Z\r\nDURATION:PT1H\r\nRRULE:{rule}")), new TimeSlot(Utc(year, 1, 1), Utc(year + 1, 1, 1)), default).Busy;
        Assert.Equal(days, string.Join(' ', busy.Select(b => b.Start.ToString("MMdd", CultureInfo.InvariantCulture))));
        Assert.All(busy, b => Assert.Equal(9, b.Start.Hour));
    }

    [Fact]
    public void Read_RulesOfAnotherLibrarysTests_AgreeWithItsInstances()
    {
        var file = Path.Combine(Shared, "recurrence_expected.txt");
        Assert.SkipUnless(File.Exists(file), "../shared/data/ics/recurrence_expected.txt is not here.");
        string? rule = null, start = null;
        var checkedRules = 0;
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("RRULE:", StringComparison.Ordinal)) rule = line;
            else if (line.StartsWith("DTSTART", StringComparison.Ordinal)) start = line;
            else if (line.StartsWith("INSTANCES:", StringComparison.Ordinal))
            {
                var expected = line["INSTANCES:".Length..].Split(',');
                var busy = BusyReading.Of(Encoding.UTF8.GetBytes(Event($"{start}Z\r\nDURATION:PT1M\r\n{rule}")), new TimeSlot(Utc(1950, 1, 1), Utc(2050, 1, 1)), default).Busy;
                Assert.Equal(string.Join(',', expected), string.Join(',', busy.Select(b => b.Start.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture))));
                checkedRules++;
            }
        }

        Assert.Equal(12, checkedRules);
    }

    [Fact]
    public async Task Read_FilesOfOtherLibrariesTests_AreReadOrRefusedSoon()
    {
        Assert.SkipUnless(Directory.Exists(Shared), "../shared/data/ics is not here.");
        foreach (var file in Directory.GetFiles(Shared, "*.ics"))
        {
            var watch = Stopwatch.StartNew();
            var reading = await CalendarReadings.ParseAsync(
                await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), new TimeSlot(Utc(2012, 1, 1), Utc(2014, 1, 1)), TestContext.Current.CancellationToken);
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
            switch (Path.GetFileName(file))
            {
                case "libical_recur-errors.ics":
                    Assert.True(reading.Was(CalendarProblem.NotACalendar));
                    break;
                case "ical4j_Belgische32feestdagen.ics":
                    Assert.Equal(0, reading.Value.Skipped);
                    break;
                case "pyicalendar_example.ics":
                    Assert.Equal(0, reading.Value.Skipped);
                    break;
                default:
                    Assert.True(reading.Succeeded, $"{file}: {string.Join(' ', reading.Refusals)}");
                    break;
            }
        }
    }

    private static IReadOnlyList<TimeSlot> Read(string file)
    {
        var reading = BusyReading.Of(Encoding.UTF8.GetBytes(file), Window, default);
        Assert.Equal(0, reading.Skipped);
        return reading.Busy;
    }

    private static string Event(string lines) => Calendar($"BEGIN:VEVENT\r\nUID:x\r\n{lines}\r\nEND:VEVENT");

    private static string Calendar(string content) => $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{content}\r\nEND:VCALENDAR\r\n";

    private static string To(int last, int first = 0) => string.Join(',', Enumerable.Range(first, last - first + 1));

    private static string Told(IEnumerable<TimeSlot> busy) => string.Join(' ', busy.Select(b =>
    {
        var days = (b.End.Date - b.Start.Date).Days;
        return string.Create(CultureInfo.InvariantCulture, $"{b.Start:yyyy-MM-ddTHH:mm}/{b.End:HH:mm}{(days == 0 ? "" : $"+{days}")}");
    }));

    private static DateTimeOffset Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
