using System.Net;
using AngleSharp.Dom;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Tests.Host;

namespace Incubator.Tests.Booking;

public sealed class DayPageTests(CalendarLab lab) : IClassFixture<CalendarLab>
{
    private const string Tuesday = "/booking/day?date=2026-11-10";

    [Theory]
    [InlineData("/booking/day")]
    [InlineData("/booking/week/SD-1")]
    [InlineData("/booking/month")]
    public async Task Get_NotAllowed_IsTurnedAway(string path)
    {
        Assert.StartsWith("/sign-in", (await lab.App.Visitor().GetPageAsync(path)).Url, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await lab.AsMunicipalityAsync(path)).Status);
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("tomorrow")]
    [InlineData("9999-12-31")]
    public async Task Get_BadDate_ShowsTodayAndSaysSo(string date)
    {
        var answer = await lab.AsMemberAsync($"/booking/day?date={date}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Monday 9 November 2026", answer.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal("This is not a date; today is shown.", answer.Document.QuerySelector("#date-error")!.TextContent);
    }

    [Theory]
    [InlineData("en", "Tuesday 10 November 2026", "Spray dryer", "our reservation", "reserved", "maintenance")]
    [InlineData("hu", "2026. november 10., kedd", "Porlasztva szárító", "saját foglalás", "foglalt", "karbantartás")]
    public async Task Get_AsMember_ShowsOwnAndHidesWhoseTheOthersAre(
        string language, string heading, string dryer, string ours, string reserved, string maintenance)
    {
        var answer = await lab.AsMemberAsync(Tuesday, language);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(heading, answer.Document.QuerySelector("h1")!.TextContent);
        var row = Row(answer.Document, dryer);
        var own = row.QuerySelector("a.b.m")!;
        Assert.Equal($"/booking/reservations/{lab.Own.Reference}", own.GetAttribute("href"));
        Assert.Equal($"09:00–12:00 {ours} {lab.Own.Number}", own.TextContent);
        Assert.Equal(["14:00–16:00 " + reserved], row.QuerySelectorAll("span.b.r").Select(b => b.TextContent));
        Assert.Contains(answer.Document.QuerySelectorAll(".t .x"), x => x.TextContent == "09:00–11:00 " + maintenance);
        foreach (var secret in new[] { "Rivális", CalendarLab.RivalPurpose, lab.Rival.Number, lab.Rival.Reference.ToString() })
            Assert.DoesNotContain(secret, answer.Html, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The day is drawn once for all who see the same; whatever changes it, everybody sees at once and only their own.</summary>
    [Fact]
    public async Task Get_AfterEachKindOfChange_ShowsItAtOnceAndToEachTheirOwn()
    {
        using var story = await BookingStory.BeginAsync();
        TestClient anna = await story.AsAsync(story.Anna), staff = await story.AsAsync(story.Staff);
        Assert.Empty((await anna.GetPageAsync(Tuesday)).All(".t .b"));

        var booked = await story.BookAsync(story.Company, BookingStory.Tuesday(10, 13));
        Assert.Contains(booked.Number, (await anna.GetPageAsync(Tuesday)).Text(".t .b.m"), StringComparison.Ordinal);
        Assert.Contains(story.Company.Name, (await staff.GetPageAsync(Tuesday)).Text(".t a.b"), StringComparison.Ordinal);

        await story.App.AskAsync((BookingDesk desk) => desk.CancelAsync(new CancelReservation { Reference = booked.Reference }, Actor.System));
        Assert.Empty((await anna.GetPageAsync(Tuesday)).All(".t .b"));

        await story.App.AskAsync((OpeningTimes times) => times.AddExceptionAsync(
            new AddCalendarException { Date = new(2026, 11, 10), Kind = CalendarExceptionKind.Closed, NameHu = "Leltár", NameEn = "Stocktaking" }, Actor.System));
        Assert.Contains("Stocktaking", (await anna.GetPageAsync(Tuesday)).Text(".cal-note"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AsStaff_ShowsWhoseEachReservationIs()
    {
        var answer = await lab.AsStaffAsync(Tuesday);
        Assert.Contains(
            Row(answer.Document, "Spray dryer").QuerySelectorAll("a.b"), b => b.TextContent == $"14:00–16:00 Rivális Pékség Zrt. {lab.Rival.Number}");
        Assert.DoesNotContain(CalendarLab.RivalPurpose, answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Bars_StandOnTheirQuarters()
    {
        var row = Row((await lab.AsMemberAsync(Tuesday)).Document, "Spray dryer");
        // Shown from 06:00 to 20:00; 09:00 is the twelfth quarter after 06:00.
        Assert.True(row.QuerySelector(".t")!.ClassList.Contains("n56"));
        Assert.Equal("b m q12 w12 mv", row.QuerySelector("a.b.m")!.ClassName);
        Assert.Equal(["b m u q11 w1", "b m u q24 w2", "b r u q31 w1", "b r u q40 w2"], row.QuerySelectorAll("i.u").Select(u => u.ClassName!));
        Assert.Equal("o q4 w48", row.QuerySelector("i.o")!.ClassName);
        Assert.Equal(["f q4 w5", "f q27 w2", "f q43 w9"], row.QuerySelectorAll("a.f").Select(f => f.ClassName!));
    }

    [Fact]
    public async Task Get_FreeStretch_LinksToReserve()
    {
        var row = Row((await lab.AsMemberAsync(Tuesday)).Document, "Spray dryer");
        Assert.Equal(
            "/booking/reserve?resource=SD-1&start=2026-11-10T07:00&end=2026-11-10T08:00", row.QuerySelector("a.f")!.GetAttribute("href"));
        Assert.Equal(
            "/booking/reserve?resource=FD%202&start=2026-11-10T07:00&end=2026-11-10T08:00",
            Row((await lab.AsMemberAsync(Tuesday)).Document, "Freeze dryer").QuerySelector("a.f")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Follow_FreeStretch_OpensTheFormWithItsTime()
    {
        var form = await (await lab.AsMemberAsync(Tuesday + "&category=kitchen")).FollowAsync("a.f");
        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.Equal(
            ["2026-11-10", "07:00", "08:00"],
            new[] { "Input.Date", "Input.Start", "Input.End" }.Select(f => form.One($"[name='{f}']").GetAttribute("value")!));
    }

    [Fact]
    public async Task Follow_MovedBar_OpensTheMoveFormWithTheNewTime()
    {
        // What the script makes of a drag: local times with their offset.
        var form = await lab.AsMemberAsync(
            $"/booking/reservations/{lab.Own.Reference}/move?start=2026-11-10T10%3A00%2B01%3A00&end=2026-11-10T13%3A00%2B01%3A00");
        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.Equal(
            ["2026-11-10", "10:00", "13:00"],
            new[] { "Input.Date", "Input.Start", "Input.End" }.Select(f => form.One($"[name='{f}']").GetAttribute("value")!));
    }

    [Fact]
    public async Task Get_SeveralUnits_HaveALaneEach()
    {
        var row = Row((await lab.AsMemberAsync(Tuesday)).Document, "Freeze dryer");
        Assert.Equal(["1 unit", "2 unit"], row.QuerySelectorAll(".t .un").Select(u => u.TextContent));
    }

    [Fact]
    public async Task Get_Today_ShowsNowAndOffersNothingPast()
    {
        var answer = await lab.AsMemberAsync("/booking/day");
        Assert.Equal("now q16", Row(answer.Document, "Demo kitchen").QuerySelector(".now")!.ClassName);
        Assert.Equal("f q21 w31", Row(answer.Document, "Demo kitchen").QuerySelector("a.f")!.ClassName);
        Assert.Empty((await lab.AsMemberAsync(Tuesday)).Document.QuerySelectorAll(".t .now"));
    }

    [Theory]
    [InlineData("en", "Christmas Day: the lab is closed.")]
    [InlineData("hu", "Karácsony: a labor zárva tart.")]
    public async Task Get_Holiday_IsClosed(string language, string note)
    {
        var answer = await lab.AsMemberAsync("/booking/day?date=2026-12-25", language);
        Assert.Equal(note, answer.Document.QuerySelector(".cal-note")!.TextContent);
        Assert.Empty(answer.Document.QuerySelectorAll(".t a, .t .o"));
    }

    [Theory]
    [InlineData("2026-03-29", "n92", "00 01 03 04")]
    [InlineData("2026-10-25", "n100", "00 01 02 02")]
    [InlineData("2026-11-09", "n96", "00 01 02 03")]
    public async Task Get_ClockChange_HasTheDaysQuarters(string date, string columns, string hours)
    {
        var answer = await lab.AsMemberAsync($"/booking/day?date={date}&hours=all");
        var head = answer.Document.QuerySelector(".hd div")!;
        Assert.Equal(columns, head.ClassName);
        Assert.StartsWith(hours, string.Join(' ', head.Children.Select(h => h.TextContent)), StringComparison.Ordinal);
        Assert.All(answer.Document.QuerySelectorAll(".t"), t => Assert.Contains(columns, t.ClassList));
        // Still drawn at seven o'clock on the wall.
        Assert.Equal($"q{(date == "2026-03-29" ? 24 : date == "2026-10-25" ? 32 : 28)}", answer.Document.QuerySelector(".t .o")!.ClassList[1]);
    }

    [Fact]
    public async Task Get_Filtered_ShowsThatCategoryOnly()
    {
        var answer = await lab.AsMemberAsync(Tuesday + "&category=kitchen");
        Assert.Equal(["Demo kitchen"], answer.Document.QuerySelectorAll(".rw h3").Select(h => h.TextContent));
        Assert.Equal("kitchen", answer.Document.QuerySelector("select#Category option[selected]")!.GetAttribute("value"));
        Assert.NotNull((await lab.AsMemberAsync(Tuesday + "&category=none")).Document.QuerySelector(".empty a"));
    }

    [Fact]
    public async Task Get_AsList_SaysTheSameInATable()
    {
        var answer = await lab.AsMemberAsync(Tuesday + "&view=list");
        var cells = answer.Document.QuerySelectorAll("tr").First(r => r.TextContent.Contains("Spray dryer", StringComparison.Ordinal)).QuerySelectorAll("td");
        Assert.Equal(["07:00–08:15", "12:45–13:15", "16:45–19:00"], cells[0].QuerySelectorAll("li").Select(l => Words(l).Replace("Book Spray dryer ", "")));
        Assert.Equal(
            [
                $"09:00–12:00 our reservation {lab.Own.Number} with preparation and cleaning 08:45–12:30",
                "14:00–16:00 reserved with preparation and cleaning 13:45–16:30",
            ],
            cells[1].QuerySelectorAll("li").Select(Words));
        Assert.DoesNotContain("Rivális", answer.Html, StringComparison.Ordinal);
        Assert.Empty(answer.Document.QuerySelectorAll(".tl"));
    }

    [Fact]
    public async Task Get_Timeline_HasNoStyleAttributesOrInlineScripts()
    {
        var answer = await lab.AsMemberAsync(Tuesday);
        Assert.Empty(answer.Document.QuerySelectorAll("[style], style, script:not([src])"));
    }

    internal static IElement Row(IParentNode page, string name) =>
        page.QuerySelectorAll(".rw").Single(r => r.QuerySelector("h3")!.TextContent == name);

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
