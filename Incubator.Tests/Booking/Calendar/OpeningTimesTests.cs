using System.Text;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Incubator.Tests.Booking.Calendar;

public class OpeningTimesTests : IDisposable
{
    private static readonly string Seed = Path.Combine(AppContext.BaseDirectory, "seed");
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 9, 7, 0, 0, TimeSpan.Zero));
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Load_ReferenceData_OpensTheLabAsTheLawSays()
    {
        await using var db = database.Open();
        await ReferenceData.LoadAsync(db, Seed, clock, cancel);
        var history = await db.History.CountAsync(cancel);
        await ReferenceData.LoadAsync(db, Seed, clock, cancel);
        Assert.Equal(history, await db.History.CountAsync(cancel));
        Assert.Equal((20, 5, 38, 1), (await db.ResourceCategories.CountAsync(cancel), await db.OpeningPatterns.CountAsync(cancel),
            await db.CalendarExceptions.CountAsync(cancel), await db.BookingPolicies.CountAsync(cancel)));

        var calendar = new OpeningCalendar(await db.OpeningPatterns.ToListAsync(cancel), await db.CalendarExceptions.ToListAsync(cancel));
        Assert.NotEmpty(calendar.OpenOn(new DateOnly(2026, 11, 9)));
        Assert.Empty(calendar.OpenOn(new DateOnly(2026, 11, 14)));
        Assert.Empty(calendar.OpenOn(new DateOnly(2026, 8, 20)));
        Assert.Empty(calendar.OpenOn(new DateOnly(2026, 8, 21)));
        Assert.Equal(TimeSpan.FromHours(12), Assert.Single(calendar.OpenOn(new DateOnly(2026, 8, 8))).Length);
        // Worked for Christmas Eve, a Thursday, whose times it follows.
        Assert.Equal(DayOfWeek.Thursday, calendar.ExceptionOn(new DateOnly(2026, 12, 12))!.FollowsDay);
    }

    [Fact]
    public async Task SetWeek_Site_ReplacesItWholeAndEmptyInheritsAgain()
    {
        await using var db = database.Open();
        var site = Site.Create("Böszörményi út");
        db.Add(site);
        await db.SaveChangesAsync(cancel);
        var times = new OpeningTimes(db, clock);
        var first = new[] { new OpeningSpan(DayOfWeek.Monday, 480, 720), new(DayOfWeek.Monday, 780, 1020) };
        Assert.True((await times.SetWeekAsync(new SetOpeningWeek { SiteId = site.Id, Week = first }, Actor.System, cancel)).Succeeded);
        var second = new[] { new OpeningSpan(DayOfWeek.Tuesday, 0, 1440) };
        Assert.True((await times.SetWeekAsync(new SetOpeningWeek { SiteId = site.Id, Week = second, Seen = second }, Actor.System, cancel)).Was("ChangedMeanwhile"));
        Assert.True((await times.SetWeekAsync(new SetOpeningWeek { SiteId = site.Id, Week = second, Seen = first }, Actor.System, cancel)).Succeeded);
        Assert.Equal(second, OpeningTimes.SpansOf(await db.OpeningPatterns.AsNoTracking().ToListAsync(cancel)));
        Assert.True((await times.SetWeekAsync(new SetOpeningWeek { SiteId = site.Id, Week = [] }, Actor.System, cancel)).Succeeded);
        Assert.Equal(0, await db.OpeningPatterns.CountAsync(cancel));
        Assert.Equal(3, await db.History.CountAsync(h => h.Subject == "Site" && h.Act == "OpeningTimesSet", cancel));
    }

    [Theory]
    [InlineData(600, 600, "OpeningTimesInvalid")]
    [InlineData(700, 600, "OpeningTimesInvalid")]
    [InlineData(-15, 600, "OpeningTimesInvalid")]
    [InlineData(600, 1455, "OpeningTimesInvalid")]
    [InlineData(605, 700, "OpeningTimesInvalid")]
    [InlineData(480, 615, "OpeningTimesOverlapped")]
    public async Task SetWeek_BadSpan_IsRefused(int opens, int closes, string code)
    {
        await using var db = database.Open();
        var week = new[] { new OpeningSpan(DayOfWeek.Monday, 600, 720), new OpeningSpan(DayOfWeek.Monday, opens, closes) };
        Assert.True((await new OpeningTimes(db, clock).SetWeekAsync(new SetOpeningWeek { Week = week }, Actor.System, cancel)).Was(code));
    }

    [Fact]
    public async Task SetWeek_LabNeverOpen_IsRefused()
    {
        await using var db = database.Open();
        Assert.True((await new OpeningTimes(db, clock).SetWeekAsync(new SetOpeningWeek { Week = [] }, Actor.System, cancel)).Was("LabNeverOpen"));
    }

    [Fact]
    public async Task AddException_DayThere_IsDayTakenUntilRemoved()
    {
        await using var db = database.Open();
        var times = new OpeningTimes(db, clock);
        var day = new AddCalendarException
        {
            Date = new DateOnly(2027, 3, 15),
            Kind = CalendarExceptionKind.PublicHoliday,
            NameHu = "Nemzeti ünnep",
            NameEn = "National day",
        };
        Assert.True((await times.AddExceptionAsync(day, Actor.System, cancel)).Succeeded);
        Assert.True((await times.AddExceptionAsync(day, Actor.System, cancel)).Was("DayTaken"));
        var id = (await db.CalendarExceptions.AsNoTracking().SingleAsync(cancel)).Id;
        Assert.True((await times.RemoveExceptionAsync(id, Actor.System, cancel)).Succeeded);
        Assert.True((await times.RemoveExceptionAsync(id, Actor.System, cancel)).Was("NotFound"));
        Assert.True((await times.AddExceptionAsync(day, Actor.System, cancel)).Succeeded);
    }

    [Theory]
    [InlineData("2027-03-16", CalendarExceptionKind.WorkingSaturday, null, null, "NotASaturday")]
    [InlineData("2027-03-16", CalendarExceptionKind.SpecialHours, null, null, "OpeningTimesInvalid")]
    [InlineData("2027-03-16", CalendarExceptionKind.SpecialHours, 700, 600, "OpeningTimesInvalid")]
    [InlineData("1027-03-16", CalendarExceptionKind.Closed, null, null, "OutOfRange")]
    [InlineData("2027-03-16", (CalendarExceptionKind)77, null, null, "Missing")]
    public async Task AddException_Malformed_IsRefused(string date, CalendarExceptionKind kind, int? opens, int? closes, string code)
    {
        await using var db = database.Open();
        var result = await new OpeningTimes(db, clock).AddExceptionAsync(new AddCalendarException
        {
            Date = DateOnly.ParseExact(date, "yyyy-MM-dd"),
            Kind = kind,
            NameHu = "Nap",
            NameEn = "Day",
            OpensAt = opens,
            ClosesAt = closes,
        }, Actor.System, cancel);
        Assert.True(result.Was(code), string.Join(", ", result.Refusals));
    }

    [Fact]
    public void Read_BadHolidayLines_AreReported()
    {
        var file = HolidayFile.Read(Encoding.UTF8.GetBytes(
            "date,kind,name_hu,name_en,swapped_with\n2027-01-01,public_holiday,Újév,New Year,\n2027-01-01,public_holiday,Újév,New Year,\n" +
            "2027-02-30,public_holiday,?,?,\n2027-01-04,party,Buli,Party,\n2027-01-05,working_saturday,Munkanap,Working day,2027-01-04\n")).Value;
        Assert.Single(file.Days);
        Assert.Equal(["DayTwice", "NotADate", "NotKnown", "NotASaturday"], file.Problems.Select(p => p.Code));
        Assert.Equal([3, 4, 5, 6], file.Problems.Select(p => p.Line));
    }
}
