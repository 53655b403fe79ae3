using System.Net;
using Incubator.Core.Booking;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Booking;

public sealed class ReservePageTests
{
    [Theory]
    [InlineData("/booking/reserve")]
    [InlineData("/booking/mine")]
    [InlineData("/booking/free-times")]
    public async Task Get_NotAllowed_IsTurnedAway(string path)
    {
        using var story = await BookingStory.BeginAsync();
        Assert.StartsWith("/sign-in", (await story.App.Visitor().GetPageAsync(path)).Url, StringComparison.Ordinal);
        var municipality = await story.AsAsync(await story.App.Given.MunicipalityAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await municipality.GetPageAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await story.AsAsync(story.Anna)).GetPageAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await story.AsAsync(story.Staff)).GetPageAsync(path)).Status);
    }

    [Theory]
    [InlineData("en", "Booked: BK-2026-00001")]
    [InlineData("hu", "Lefoglalva: BK-2026-00001")]
    public async Task Post_FreeTime_IsBookedAndShown(string language, string said)
    {
        using var story = await BookingStory.BeginAsync();
        var page = await (await BookingStory.FormAsync(await story.AsAsync(story.Anna, language))).SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith(said, page.Flash, StringComparison.Ordinal);
        Assert.Contains("Whey powder trial", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TakenTime_IsRefusedWithNearestFreeTimesThatCanBeBooked()
    {
        using var story = await BookingStory.BeginAsync();
        var rival = await story.BookAsync(story.Rival, BookingStory.Tuesday(10, 13));
        var anna = await story.AsAsync(story.Anna);
        var page = await (await BookingStory.FormAsync(anna)).Set("Input.ProjectNote", "Typed with care").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(page.Errors, e => e.Contains("taken from", StringComparison.Ordinal));
        Assert.Contains("Typed with care", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(rival.Number, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Rivális", page.Html, StringComparison.Ordinal);

        var offers = page.Document.QuerySelectorAll(".offers a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Contains(offers, o => o.Contains("SD-2", StringComparison.Ordinal));
        foreach (var offer in offers)
        {
            var booked = await (await anna.GetPageAsync(offer)).Form(".card-form").Set("Input.Purpose", "Instead").SubmitAsync();
            Assert.StartsWith("Booked", booked.Flash, StringComparison.Ordinal);
            using var db = story.App.OpenDb();
            await story.App.AskAsync((BookingDesk desk) => desk.CancelAsync(
                new CancelReservation { Reference = db.Reservations.OrderByDescending(r => r.Id).First().Reference }, Incubator.Core.Accounts.Actor.System));
        }
    }

    [Fact]
    public async Task Post_SameFormTwice_IsBookedOnce()
    {
        using var story = await BookingStory.BeginAsync();
        var form = await BookingStory.FormAsync(await story.AsAsync(story.Anna));
        var (first, second) = (await form.SubmitAsync(), await form.SubmitAsync());
        Assert.Equal(first.Url, second.Url);
        using var db = story.App.OpenDb();
        Assert.Equal(1, await db.Reservations.CountAsync(TestContext.Current.CancellationToken));
    }

    public static TheoryData<string, string, HttpStatusCode, string> BadInput => new()
    {
        { "Input.End", "08:00", HttpStatusCode.UnprocessableEntity, "The end must be later than the start." },
        { "Input.Start", "09:07", HttpStatusCode.UnprocessableEntity, "Times are quarter-hours: 00, 15, 30 or 45 minutes." },
        { "Input.Start", "25:99", HttpStatusCode.BadRequest, "This is not a time." },
        { "Input.Date", "2026-02-30", HttpStatusCode.BadRequest, "This is not a date." },
        { "Input.Date", "", HttpStatusCode.BadRequest, "Please fill this in." },
        { "Input.Date", "2026-11-08", HttpStatusCode.UnprocessableEntity, "The start is in the past." },
        { "Input.EndDate", "2026-12-31", HttpStatusCode.UnprocessableEntity, "This is longer than 14 days." },
        { "Input.Purpose", "", HttpStatusCode.UnprocessableEntity, "Please fill this in." },
        { "Input.Purpose", "control\u0001character", HttpStatusCode.UnprocessableEntity, "This text holds characters that cannot be shown." },
        { "Input.CompanyId", "-1", HttpStatusCode.UnprocessableEntity, "You cannot book for this company." },
        { "Input.CompanyId", "99999999999999999999", HttpStatusCode.BadRequest, "" },
        { "Input.ResourceIds[0]", "", HttpStatusCode.UnprocessableEntity, "Choose what to book." },
        { "Input.ResourceIds[0]", "-5", HttpStatusCode.NotFound, "" },
    };

    [Theory]
    [MemberData(nameof(BadInput))]
    public async Task Post_BadInput_IsSaidBesideTheFieldAndNothingIsWritten(string field, string value, HttpStatusCode status, string message)
    {
        using var story = await BookingStory.BeginAsync();
        var page = await (await BookingStory.FormAsync(await story.AsAsync(story.Anna))).Force(field, value).SubmitAsync();
        Assert.Equal(status, page.Status);
        if (message.Length > 0) Assert.Contains(page.Errors, e => e.Contains(message, StringComparison.Ordinal));
        if (status != HttpStatusCode.NotFound && field != "Input.Purpose") Assert.Contains("Whey powder trial", page.Html, StringComparison.Ordinal);
        using var db = story.App.OpenDb();
        Assert.False(await db.Reservations.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Post_TenThousandCharacters_AreRefusedAndKept()
    {
        using var story = await BookingStory.BeginAsync();
        var text = new string('x', 10_000);
        var page = await (await BookingStory.FormAsync(await story.AsAsync(story.Anna, "hu"))).Force("Input.ProjectNote", text).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.StartsWith("A szöveg túl hosszú", StringComparison.Ordinal));
        Assert.Contains(text, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TimeThatTheSpringChangeSkips_IsRefusedWithTheReason()
    {
        using var story = await BookingStory.BeginAsync();
        var page = await (await BookingStory.FormAsync(await story.AsAsync(story.Anna)))
            .Set("Input.Date", "2027-03-28").Set("Input.Start", "02:30").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(page.Errors, e => e.Contains("the clocks go forward", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_RetiredResource_IsRefused()
    {
        using var story = await BookingStory.BeginAsync();
        var form = await BookingStory.FormAsync(await story.AsAsync(story.Anna));
        using (var db = story.App.OpenDb())
        {
            (await db.Resources.SingleAsync(r => r.Code == "SD-1", TestContext.Current.CancellationToken)).Retire(story.App.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var page = await form.SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(page.Errors, e => e.Contains("has been retired", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_WithoutTheFormsToken_IsTurnedAway()
    {
        using var story = await BookingStory.BeginAsync();
        var anna = await story.AsAsync(story.Anna);
        Assert.Equal(HttpStatusCode.BadRequest, (await anna.PostAsync("/booking/reserve", ("Input.Purpose", "x"))).StatusCode);
    }

    [Fact]
    public async Task Post_StaffOutsideOpeningTimes_MayGoAheadWithAReason()
    {
        using var story = await BookingStory.BeginAsync();
        var staff = await story.AsAsync(story.Staff);
        var page = await (await BookingStory.FormAsync(staff, "19:00", "20:00"))
            .Set("Input.CompanyId", $"{story.Company.Id}").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form(".card-form").Set("Input.OverrideReason", "The product must not wait").SubmitAsync();
        Assert.StartsWith("Booked", page.Flash, StringComparison.Ordinal);
        Assert.Contains("The product must not wait", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_NextTuesday_LeadsToABooking()
    {
        using var story = await BookingStory.BeginAsync();
        var anna = await story.AsAsync(story.Anna);
        var page = await anna.GetPageAsync("/booking/free-times?resource=SD-1&minutes=180&from=2026-11-10&until=2026-11-10&units=1");
        var reserve = await page.FollowAsync(".found-day a");
        page = await reserve.Form(".card-form").Set("Input.Purpose", "Found").SubmitAsync();
        Assert.StartsWith("Booked", page.Flash, StringComparison.Ordinal);
        page = await anna.GetPageAsync("/booking/free-times?resource=SD-1&minutes=45&units=-3&from=2026-11-10&until=2026-11-01");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(2, page.Errors.Distinct().Count(e => e.Length > 0));
    }
}
