using System.Net;

namespace Incubator.Tests.Booking;

public sealed class MonthPageTests(CalendarLab lab) : IClassFixture<CalendarLab>
{
    [Theory]
    [InlineData("en", "closed")]
    [InlineData("hu", "zárva")]
    public async Task Get_Month_SaysTheShareOfEachDay(string language, string closed)
    {
        var answer = await lab.AsMemberAsync("/booking/month?month=2026-11", language);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var spray = answer.Document.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th a")!.GetAttribute("href")!.Contains("SD-1", StringComparison.Ordinal));
        var cells = spray.QuerySelectorAll("td");
        Assert.Equal(30, cells.Length);
        // Twice with buffers: 3 h 45 min and 2 h 45 min of 12 h.
        Assert.Equal("54%", cells[9].TextContent);
        Assert.Equal("/booking/day?date=2026-11-10", cells[9].QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("l2", cells[9].ClassName);
        Assert.StartsWith(closed, cells[6].TextContent, StringComparison.Ordinal);
        // One unit of two for four hours; maintenance is no reservation.
        var freeze = answer.Document.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th a")!.GetAttribute("href")!.Contains("FD%202", StringComparison.Ordinal));
        Assert.Equal("17%", freeze.QuerySelectorAll("td")[9].TextContent);
        Assert.DoesNotContain("Rivális", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_BadMonth_ShowsThisOneAndSaysSo()
    {
        var answer = await lab.AsMemberAsync("/booking/month?month=2026-13");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("This is not a month; the present one is shown.", answer.Document.QuerySelector("#month-error")!.TextContent);
    }

    [Fact]
    public async Task Get_Filtered_ShowsThatCategoryOnly()
    {
        var answer = await lab.AsMemberAsync("/booking/month?month=2026-11&category=kitchen");
        Assert.Single(answer.Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("category=kitchen", answer.Document.QuerySelector("td a")!.GetAttribute("href"), StringComparison.Ordinal);
    }
}
