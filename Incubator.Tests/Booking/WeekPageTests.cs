using System.Net;

namespace Incubator.Tests.Booking;

public sealed class WeekPageTests(CalendarLab lab) : IClassFixture<CalendarLab>
{
    [Fact]
    public async Task Get_UnknownResource_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await lab.AsMemberAsync("/booking/week/XX-9")).Status);

    [Fact]
    public async Task Get_BadWeek_ShowsThisOneAndSaysSo()
    {
        var answer = await lab.AsMemberAsync("/booking/week/SD-1?week=2026-W99");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("This is not a week; the present one is shown.", answer.Document.QuerySelector(".field-error")!.TextContent);
        Assert.Equal("Mon 9 Nov", answer.Document.QuerySelector(".rw h3")!.TextContent);
    }

    [Theory]
    [InlineData("en", "Spray dryer", "Tue 10 Nov")]
    [InlineData("hu", "Porlasztva szárító", "nov. 10., K")]
    public async Task Get_Week_HasSevenDaysWithTheirBars(string language, string name, string tuesday)
    {
        var answer = await lab.AsMemberAsync("/booking/week/SD-1?week=2026-W46", language);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(name, answer.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal(7, answer.Document.QuerySelectorAll(".rw").Length);
        var row = DayPageTests.Row(answer.Document, tuesday);
        Assert.Contains(lab.Own.Number, row.QuerySelector("a.b.m")!.TextContent, StringComparison.Ordinal);
        Assert.Single(row.QuerySelectorAll("span.b.r"));
        Assert.DoesNotContain("Rivális", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WholeWeekOfTheClockChange_HasAnotherHeadingForThatDay()
    {
        var answer = await lab.AsMemberAsync("/booking/week/SD-1?week=2026-W13&hours=all");
        Assert.Equal(["n96", "n92"], answer.Document.QuerySelectorAll(".hd div").Select(h => h.ClassName!));
        Assert.Contains("n92", answer.Document.QuerySelectorAll(".t")[^1].ClassList);
    }
}
