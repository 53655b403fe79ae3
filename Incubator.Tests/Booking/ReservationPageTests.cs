using System.Net;
using Incubator.Core.Booking;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Booking;

public class ReservationPageTests
{
    [Fact]
    public async Task Get_ForeignOrUnknown_IsNotFound()
    {
        using var story = await BookingStory.BeginAsync();
        var booked = await story.BookAsync(story.Rival, BookingStory.Tuesday(10, 13));
        var anna = await story.AsAsync(story.Anna);
        foreach (var path in new[] { $"/booking/reservations/{booked.Reference}", $"/booking/reservations/{booked.Reference}/move", $"/booking/reservations/{Guid.NewGuid()}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await anna.GetPageAsync(path)).Status);
            Assert.StartsWith("/sign-in", (await story.App.Visitor().GetPageAsync(path)).Url, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await (await story.AsAsync(story.Bela)).GetPageAsync($"/booking/reservations/{booked.Reference}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await story.AsAsync(story.Staff)).GetPageAsync($"/booking/reservations/{booked.Reference}")).Status);
    }

    [Fact]
    public async Task Post_OnAForeignReservation_ChangesNothing()
    {
        using var story = await BookingStory.BeginAsync();
        var theirs = await story.BookAsync(story.Rival, BookingStory.Tuesday(10, 13));
        var mine = await story.BookAsync(story.Company, BookingStory.Tuesday(14, 16));
        var anna = await story.AsAsync(story.Anna);
        // One's own form, sent to the other's address.
        var form = (await anna.GetPageAsync($"/booking/reservations/{mine.Reference}")).Form("form[action*=Cancel]");
        var answer = await anna.PostAsync($"/booking/reservations/{theirs.Reference}?handler=Cancel", ("__RequestVerificationToken", form["__RequestVerificationToken"]!));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var db = story.App.OpenDb();
        Assert.All(await db.Reservations.ToListAsync(TestContext.Current.CancellationToken), r => Assert.Equal(ReservationState.Confirmed, r.State));
    }

    [Fact]
    public async Task Cancel_InTime_FreesTheTimeAndIsTold()
    {
        using var story = await BookingStory.BeginAsync();
        var booked = await story.BookAsync(story.Company, BookingStory.Tuesday(10, 13));
        var anna = await story.AsAsync(story.Anna, "hu");
        var page = await (await anna.GetPageAsync($"/booking/reservations/{booked.Reference}")).Form("form[action*=Cancel]").SubmitAsync();
        Assert.Equal("A foglalást lemondta.", page.Flash);
        Assert.Equal("Lemondva", page.Text("h1 .state"));
        using var db = story.App.OpenDb();
        Assert.False(await db.Occupancy.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("hu", "nyitvatartáson kívül")]
    [InlineData("en", "outside opening times")]
    public async Task History_OfRulesSetAside_NamesThemInWords(string language, string words)
    {
        using var story = await BookingStory.BeginAsync();
        var booked = await story.BookAsync(story.Company, BookingStory.Tuesday(20, 21), "The dryer runs late");
        var page = await (await story.AsAsync(story.Staff, language)).GetPageAsync($"/booking/reservations/{booked.Reference}");
        Assert.Contains(words, page.Text(".history"), StringComparison.Ordinal);
        Assert.DoesNotContain("OutsideOpeningTimes", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_FromCheckInToCheckOut_IsRecordedAndFreesTheRest()
    {
        using var story = await BookingStory.BeginAsync();
        var booked = await story.BookAsync(story.Company, BookingStory.Tuesday(10, 13));
        story.App.Time.SetUtcNow(BookingStory.Tuesday(10, 13).Start.AddMinutes(3));
        var anna = await story.AsAsync(story.Anna);
        var page = await (await anna.GetPageAsync($"/booking/reservations/{booked.Reference}")).Form("form[action*=CheckIn]").SubmitAsync();
        Assert.Equal("Use has begun.", page.Flash);
        story.App.Time.Advance(TimeSpan.FromMinutes(60));
        page = await page.Form("form[action*=CheckOut]").SubmitAsync();
        Assert.Equal("Use has ended.", page.Flash);
        using var db = story.App.OpenDb();
        Assert.Equal(7, await db.Occupancy.CountAsync(TestContext.Current.CancellationToken)); // 10:00–11:15 and 30 minutes of cleaning.
    }

    [Fact]
    public async Task Move_PageWentStale_SaysSoShowsTheFreshStateAndKeepsWhatWasTyped()
    {
        using var story = await BookingStory.BeginAsync();
        var booked = await story.BookAsync(story.Company, BookingStory.Tuesday(10, 13));
        var anna = await story.AsAsync(story.Anna);
        var form = (await anna.GetPageAsync($"/booking/reservations/{booked.Reference}/move")).Form(".card-form");
        await story.App.AskAsync((BookingDesk desk) => desk.MoveAsync(
            new MoveReservation { Reference = booked.Reference, Slot = BookingStory.Tuesday(13, 16) }, Incubator.Core.Accounts.Actor.System));
        var page = await form.Set("Input.Start", "08:00").Set("Input.End", "09:30").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("13:00–16:00", page.Text("main > p"), StringComparison.Ordinal);
        Assert.Equal("08:00", page.Form(".card-form")["Input.Start"]);
        page = await page.Form(".card-form").SubmitAsync();
        Assert.StartsWith("Moved to", page.Flash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Maintenance_OverAReservation_ListsItFirstAndThenDisplacesIt()
    {
        using var story = await BookingStory.BeginAsync();
        var booked = await story.BookAsync(story.Company, BookingStory.Tuesday(10, 13));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await story.AsAsync(story.Anna)).GetPageAsync("/booking/maintenance")).Status);
        var staff = await story.AsAsync(story.Staff);
        var page = await (await staff.GetPageAsync("/booking/maintenance/place?resource=SD-1")).Form(".card-form")
            .Set("Input.Reason", "New nozzle").Set("Input.Date", "2026-11-10").Set("Input.Start", "09:00").Set("Input.End", "12:00").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(booked.Number, page.Text(".affected"), StringComparison.Ordinal);
        var choice = page.One(".affected select").GetAttribute("name")!;
        page = await page.Form(".card-form").Set(choice, "displace").SubmitAsync();
        Assert.StartsWith("The maintenance is placed", page.Flash, StringComparison.Ordinal);
        using var db = story.App.OpenDb();
        Assert.Equal(ReservationState.Displaced, (await db.Reservations.SingleAsync(TestContext.Current.CancellationToken)).State);
        Assert.Empty(await new InvariantCheck(db, story.App.Time).RunAsync(TestContext.Current.CancellationToken));
    }
}
