using System.Net;
using System.Text.RegularExpressions;
using Ical.Net;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Tests.Booking;
using Incubator.Tests.Cohorts;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Calendars;

public partial class FeedTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Feed_Own_TellsReservationsAndHoursAndEndsWithTheRight()
    {
        using var story = await CohortStory.BeginAsync();
        using var booking = await BookingStory.BeginAsync(story.App);
        var hour = (await story.BookAsync((await story.SlotsAsync())[0])).Value;
        var booked = await booking.BookAsync(story.Dairy, BookingStory.Tuesday(9, 12));
        var client = await story.App.SignInAsAsync(story.Manager, "en");
        var (page, address) = await MakeAsync(client, "/calendar-feeds");
        Assert.Contains(address, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(address, (await client.GetPageAsync("/calendar-feeds")).Html, StringComparison.Ordinal);

        var visitor = story.App.Visitor();
        var answer = await visitor.GetAsync(address);
        Assert.Equal(("text/calendar; charset=utf-8", "private, max-age=300"), (answer.Content.Headers.ContentType!.ToString(), answer.Headers.CacheControl!.ToString().Replace("max-age=300, private", "private, max-age=300", StringComparison.Ordinal)));
        var calendar = Calendar.Load(await answer.Content.ReadAsStringAsync(cancel))!;
        Assert.Equal([Appointments.UidOf(booked.Reference), Core.Cohorts.MentorFeeds.UidOf(hour)], calendar.Events.Select(e => e.Uid!));
        Assert.Contains("Mentoróra: Bölcs Béla", calendar.Events.Select(e => e.Summary));

        // Asked again it says "not changed", until something has.
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(visitor, address, answer));
        await story.App.AskAsync((BookingDesk desk) => desk.CancelAsync(new CancelReservation { Reference = booked.Reference }, Actor.System));
        Assert.Equal(HttpStatusCode.OK, await AgainAsync(visitor, address, answer));
        var gone = (await ReadAsync(visitor, address)).Events.Single(e => e.Uid == Appointments.UidOf(booked.Reference));
        Assert.Equal(("CANCELLED", 1), (gone.Status, gone.Sequence));
        story.App.Time.Advance(TimeSpan.FromDays(BookingFeeds.DaysCancelled + 1));
        Assert.DoesNotContain((await ReadAsync(visitor, address)).Events, e => e.Uid == gone.Uid);

        // Who left the company reads nothing of it, who is locked nothing at all; revoked is revoked.
        await using (var db = story.App.OpenDb()) await db.CompanyMembers.Where(m => m.PersonId == story.Manager.Id).ExecuteDeleteAsync(cancel);
        Assert.Empty((await ReadAsync(visitor, address)).Events);
        await using (var db = story.App.OpenDb())
        {
            (await db.Users.SingleAsync(u => u.Id == story.Manager.Id, cancel)).Lock();
            await db.SaveChangesAsync(cancel);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Feed_OfAResource_TellsOthersOnlyThatItIsTaken()
    {
        using var story = await BookingStory.BeginAsync();
        var own = await story.BookAsync(story.Company, BookingStory.Tuesday(9, 11));
        var others = await story.BookAsync(story.Rival, BookingStory.Tuesday(13, 15));
        await story.App.AskAsync((MaintenanceDesk desk) => desk.PlaceAsync(
            new PlaceMaintenance { ResourceId = story.Dryer.Id, Slot = BookingStory.Tuesday(16, 17), Reason = "A secret defect" }, Actor.System));
        var anna = await story.AsAsync(story.Anna);
        var visitor = story.App.Visitor();
        var (_, address) = await MakeAsync(anna, "/calendar-feeds?resource=SD-1", "form[action*='resource=']");
        var text = await (await visitor.GetAsync(address)).Content.ReadAsStringAsync(cancel);
        var events = Calendar.Load(text)!.Events;
        Assert.Equal([own.Number, "Foglalt", "Karbantartás"], events.OrderBy(e => e.DtStart!.AsUtc).Select(e => e.Summary!));
        Assert.DoesNotContain(story.Rival.Name, text, StringComparison.Ordinal);
        Assert.DoesNotContain(others.Number, text, StringComparison.Ordinal);
        Assert.DoesNotContain(others.Reference.ToString("N"), text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);

        var (_, staffs) = await MakeAsync(await story.AsAsync(story.Staff), "/calendar-feeds?resource=SD-1", "form[action*='resource=']");
        Assert.Contains(story.Rival.Name, await (await visitor.GetAsync(staffs)).Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);

        var page = await anna.GetPageAsync("/calendar-feeds");
        page = await page.Form("main form:has(.btn-danger)").SubmitAsync();
        Assert.NotNull(page.Flash);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/feeds/x.ics")).StatusCode);
        await using var db = story.App.OpenDb();
        Assert.Equal([SecurityActs.FeedMade, SecurityActs.FeedRevoked],
            await db.History.Where(h => h.Subject == nameof(Person) && h.SubjectId == story.Anna.Id).OrderBy(h => h.Id).Select(h => h.Act).ToListAsync(cancel));
    }

    [Fact]
    public async Task Make_WhoMayNotSeeTheResource_IsNotFound()
    {
        using var story = await BookingStory.BeginAsync();
        var nobody = await story.App.Given.PersonAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await story.AsAsync(nobody)).GetPageAsync("/calendar-feeds?resource=SD-1")).Status);
        Assert.True((await story.App.AskAsync((FeedDesk desk) => desk.MakeAsync(story.Dryer.Id, new Actor(nobody.Id, false, []), cancel))).Was("NotFound"));
        for (var i = 0; i < CalendarFeed.MaxOfPerson; i++)
            Assert.True((await story.App.AskAsync((FeedDesk desk) => desk.MakeAsync(null, new Actor(nobody.Id, false, []), cancel))).Succeeded);
        Assert.True((await story.App.AskAsync((FeedDesk desk) => desk.MakeAsync(null, new Actor(nobody.Id, false, []), cancel))).Was("TooManyFeeds"));
    }

    [Fact]
    public async Task Feed_PersonErased_IsGoneWithThem()
    {
        using var story = await BookingStory.BeginAsync();
        var (_, address) = await MakeAsync(await story.AsAsync(story.Anna), "/calendar-feeds");
        var administrator = await story.App.Given.AdministratorAsync();
        await story.App.AskAsync((PersonalDataDesk desk) => desk.EraseAsync(story.Anna.Id, new Actor(administrator.Id, true, []) { IsAdministrator = true }, cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await story.App.Visitor().GetAsync(address)).StatusCode);
        await using var db = story.App.OpenDb();
        Assert.Empty(await db.CalendarFeeds.ToListAsync(cancel));
    }

    /// <summary>Debian's python3-icalendar, which shares nothing with the library that writes.</summary>
    [Fact]
    public async Task Feed_ReadByAnIndependentParser_SaysTheSame()
    {
        if (!IndependentParser.IsThere)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "python3-icalendar is missing.");
            Assert.Skip("python3-icalendar is not installed here.");
        }

        using var story = await BookingStory.BeginAsync();
        // The night on which two o'clock comes twice: two hours by the wall clock's name, three by the sun.
        var night = new TimeSlot(LabTime.AtMinute(new DateOnly(2026, 10, 25), 60), LabTime.AtMinute(new DateOnly(2026, 10, 25), 180));
        Assert.Equal(TimeSpan.FromHours(3), night.Length);
        var booked = (await story.App.AskAsync((BookingDesk desk) => desk.ReserveAsync(new ReserveSlot
        {
            ResourceIds = [story.Dryer.Id],
            Slot = night,
            CompanyId = story.Company.Id,
            Purpose = "Érlelés",
            SubmissionKey = Guid.NewGuid(),
            OverrideReason = "At night",
        }, Actor.System))).Value;
        var (_, address) = await MakeAsync(await story.AsAsync(story.Anna), "/calendar-feeds");
        var visitor = story.App.Visitor();
        var read = await IndependentParser.ReadAsync(await (await visitor.GetAsync(address)).Content.ReadAsByteArrayAsync(cancel), cancel);
        Assert.Equal($"PUBLISH|{Appointments.UidOf(booked.Reference)}|0|CONFIRMED|2026-10-24T23:00:00+00:00|2026-10-25T02:00:00+00:00|Porlasztva szárító ({booked.Number})", read);
        await story.App.AskAsync((BookingDesk desk) => desk.MoveAsync(new MoveReservation
        {
            Reference = booked.Reference,
            Slot = night.ShiftedTo(night.Start.AddDays(30)),
            OverrideReason = "At night",
        }, Actor.System));
        read = await IndependentParser.ReadAsync(await (await visitor.GetAsync(address)).Content.ReadAsByteArrayAsync(cancel), cancel);
        Assert.StartsWith($"PUBLISH|{Appointments.UidOf(booked.Reference)}|1|CONFIRMED|2026-11-23T23:00:00+00:00", read, StringComparison.Ordinal);
        await story.App.AskAsync((BookingDesk desk) => desk.CancelAsync(new CancelReservation { Reference = booked.Reference }, Actor.System));
        read = await IndependentParser.ReadAsync(await (await visitor.GetAsync(address)).Content.ReadAsByteArrayAsync(cancel), cancel);
        Assert.StartsWith($"PUBLISH|{Appointments.UidOf(booked.Reference)}|2|CANCELLED|", read, StringComparison.Ordinal);
    }

    private static async Task<(TestPage Page, string Address)> MakeAsync(TestClient client, string url, string form = "main form")
    {
        var page = await (await client.GetPageAsync(url)).Form(form).SubmitAsync();
        var address = Secret().Match(page.Html).Value;
        Assert.NotEqual("", address);
        return (page, address);
    }

    private static async Task<HttpStatusCode> AgainAsync(TestClient client, string address, HttpResponseMessage before)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        return (await client.Http.SendAsync(request)).StatusCode;
    }

    private async Task<Calendar> ReadAsync(TestClient client, string address) =>
        Calendar.Load(await (await client.GetAsync(address)).Content.ReadAsStringAsync(cancel))!;

    [GeneratedRegex("/feeds/[0-9a-f]{64}\\.ics")]
    private static partial Regex Secret();
}
