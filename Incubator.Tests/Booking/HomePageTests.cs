using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Tests.Host;

namespace Incubator.Tests.Booking;

public sealed class HomePageTests
{
    [Fact]
    public async Task Home_Visitor_SeesTheDoorsOnly()
    {
        using var story = await BookingStory.BeginAsync();
        var page = await story.App.Visitor("en").GetPageAsync("/");
        Assert.Equal(3, page.All(".door").Count);
        Assert.False(page.Has(".cards") || page.Has(".today") || page.Has(".empty"));
    }

    [Theory]
    [InlineData("hu", "Még nincs foglalása", "Szabad a héten", "Porlasztva szárító")]
    [InlineData("en", "Nothing is booked yet", "Free this week", "Spray dryer")]
    public async Task Home_CompanyWithoutReservations_OffersAFreeTimeThatIsAccepted(string language, string nothing, string free, string dryer)
    {
        using var story = await BookingStory.BeginAsync();
        var anna = await story.AsAsync(story.Anna, language);
        var page = await anna.GetPageAsync("/");
        Assert.Equal(nothing, page.Text(".empty-title"));
        Assert.Equal(free, page.Text("#free-title"));
        Assert.Contains(dryer, page.Text("section[aria-labelledby=free-title] .card-line strong"), StringComparison.Ordinal);
        page = await page.FollowAsync("section[aria-labelledby=free-title] .card-line .btn");
        page = await page.Form(".card-form").Set("Input.Purpose", "Whey powder trial").SubmitAsync();
        Assert.StartsWith("/booking/reservations/", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_CompanyWithReservations_SeesItsOwnAndOneClickToBegin()
    {
        using var story = await BookingStory.BeginAsync();
        var mine = await story.BookAsync(story.Company, BookingStory.Tuesday(10, 13));
        var theirs = await story.BookAsync(story.Rival, BookingStory.Tuesday(14, 16));
        story.App.Time.SetUtcNow(BookingStory.Tuesday(10, 13).Start);
        var anna = await story.AsAsync(story.Anna);
        var page = await anna.GetPageAsync("/");
        Assert.Contains(mine.Reference.ToString(), Assert.Single(page.Document.QuerySelectorAll("section[aria-labelledby=next-title] .card-line")).InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs.Reference.ToString(), page.Html, StringComparison.Ordinal);
        page = await page.FollowAsync("section[aria-labelledby=next-title] .btn");
        Assert.Equal("Begin use", page.Text("form[action*=CheckIn] button"));
    }

    [Fact]
    public async Task Home_UsedMachines_StandFirstAndEachOnce()
    {
        using var story = await BookingStory.BeginAsync();
        await story.App.Given.ResourceAsync(r => r with { Code = "AA-1", NameEn = "Press" });
        await story.BookAsync(story.Company, BookingStory.Tuesday(10, 13));
        var page = await (await story.AsAsync(story.Anna)).GetPageAsync("/");
        var offered = page.All("section[aria-labelledby=free-title] .card-line strong");
        Assert.Equal("Spray dryer", offered[0]);
        Assert.Equal(offered.Distinct(), offered);
    }

    [Fact]
    public async Task Home_NothingFree_SaysWhatToDo()
    {
        using var app = IncubatorApp.Start();
        var anna = await app.SignInAsAsync(await app.Given.MemberAsync(await app.Given.CompanyAsync()), "en");
        var page = await anna.GetPageAsync("/");
        Assert.Equal(["Nothing is booked yet", "Nothing is free in the next seven days"], page.All(".empty-title"));
        Assert.Equal("/booking/free-times", page.One(".empty a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("hu", "Ma nincs teendője")]
    [InlineData("en", "Nothing is waiting for you today")]
    public async Task Home_StaffOnAQuietDay_SaysSo(string language, string quiet)
    {
        using var story = await BookingStory.BeginAsync();
        await story.BookAsync(story.Company, BookingStory.Tuesday(10, 13));
        var page = await (await story.AsAsync(story.Staff, language)).GetPageAsync("/");
        Assert.Equal(quiet, page.Text(".empty-title"));
        Assert.All(page.All(".today strong"), count => Assert.Equal("0", count));
    }

    [Theory]
    [InlineData("hu", "1 A befejezés után is használják", "1 Még senki sem jött", "1 Ma érkeznek", "1 Most használatban", "1 Most üzemen kívül")]
    [InlineData("en", "1 Still in use after the end", "1 Nobody came yet", "1 Arrivals today", "1 In use now", "1 Out of order now")]
    public async Task Home_StaffOnABusyDay_ListsEachWhereItBelongs(string language, params string[] counts)
    {
        using var story = await BookingStory.BeginAsync();
        var app = story.App;
        var small = await app.Given.ResourceAsync(r => r with { Code = "SD-3" });
        var big = await app.Given.ResourceAsync(r => r with { Code = "SD-4" });
        var overdue = await story.BookAsync(story.Company, BookingStory.Tuesday(8, 9));
        await story.BookAsync(story.Rival, BookingStory.Tuesday(14, 15)); // arrives
        var missed = await BookAsync(small.Id, BookingStory.Tuesday(9, 11));
        var running = await BookAsync(big.Id, BookingStory.Tuesday(8, 12));
        app.Time.SetUtcNow(BookingStory.Tuesday(8, 9).Start);
        foreach (var booked in new[] { overdue, running })
            Assert.True((await app.AskAsync((UseDesk use) => use.CheckInAsync(booked.Reference, Core.Accounts.Actor.System))).Succeeded);
        app.Time.SetUtcNow(BookingStory.Tuesday(10, 11).Start);
        var stopped = await app.Given.ResourceAsync(r => r with { Code = "SD-5" });
        await app.Given.RowsAsync(MaintenanceWindow.TakeOutOfService(stopped.Id, null, BookingStory.Tuesday(10, 12), "Nozzle", null));

        var staff = await story.AsAsync(story.Staff, language);
        var page = await staff.GetPageAsync("/");
        Assert.Equal(counts, page.All(".today li"));
        Assert.Contains(missed.Reference.ToString(), page.One("section[aria-labelledby=missed]").InnerHtml, StringComparison.Ordinal);
        page = await page.Form("section[aria-labelledby=overdue] form").SubmitAsync();
        Assert.NotNull(page.Flash);
        Assert.Equal("0", (await staff.GetPageAsync("/")).Text(".today li:first-child strong"));

        async Task<Booked> BookAsync(long resource, TimeSlot slot) => (await app.AskAsync((BookingDesk desk) => desk.ReserveAsync(new ReserveSlot
        {
            ResourceIds = [resource],
            Slot = slot,
            CompanyId = story.Company.Id,
            Purpose = "Trial",
            SubmissionKey = Guid.NewGuid(),
        }, Core.Accounts.Actor.System))).Value;
    }

    [Fact]
    public async Task Home_Municipality_SeesNeitherReservationsNorFreeTimes()
    {
        using var story = await BookingStory.BeginAsync();
        var page = await (await story.AsAsync(await story.App.Given.MunicipalityAsync(), "en")).GetPageAsync("/");
        Assert.False(page.Has(".cards") || page.Has(".today") || page.Has(".empty"));
    }
}
