using System.Net;
using Incubator.Core.Camps;
using Incubator.Tests.Camps.Participants;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Crew;

public sealed class CrewPagesTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Crew_SearchedAskedConfirmedAndRemoved_ByPostsAlone()
    {
        var story = await PeopleStory.BeginAsync(app);
        var judith = await app.Given.PersonAsync("Bíró Judit", "judith@example.com");
        var client = await app.SignInAsAsync(story.Staff, "en");
        var page = await client.GetPageAsync($"/camps/{story.Camp}/crew");
        page = await page.Form("form.participants-filter").Set("q", "nobody of this name").SubmitAsync();
        Assert.Equal("Nobody with an account is found by this.", page.Text(".result"));
        page = await client.GetPageAsync($"/camps/{story.Camp}/crew?q=judith");
        page = await page.Form("form.card-form").Set("Input.Role", "Juror").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form("form.card-form").Set("Input.PersonId", $"{judith.Id}").Set("Input.Company", story.Company.Reference.ToString()).SubmitAsync();
        Assert.Equal("Asked; a mail says so.", page.Flash);
        Assert.Contains("has not answered", page.Text("tbody tr"), StringComparison.Ordinal);

        var own = await app.SignInAsAsync(judith, "en");
        var mine = await own.GetPageAsync($"/camps/{story.Camp}/crew/mine");
        Assert.Equal(3, mine.All(".crew-day").Count);
        mine = await mine.Form("form.card-form").Set("Hours[1].From", "10:00").SubmitAsync();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Give a start, and an end that is later."), (mine.Status, Assert.Single(mine.Errors)));
        mine = await mine.Form("form.card-form").Set("Hours[1].From", "10:00").Set("Hours[1].Until", "09:00").SubmitAsync();
        Assert.Contains("Give a start", mine.Text(".crew-day:nth-child(2)"), StringComparison.Ordinal);
        mine = await mine.Form("form.card-form").Set("Hours[1].Until", "00:00").SubmitAsync();
        Assert.Equal("Thank you: you are expected.", mine.Flash);
        Assert.Equal("10:00", mine.Form("form.card-form")["Hours[1].From"]);
        mine = await mine.Form("form[action*=Decline]").SubmitAsync();
        Assert.Equal("Thank you for saying so.", mine.Flash);
        mine = await mine.Form("form.card-form").SubmitAsync();
        Assert.Equal("Thank you: you are expected.", mine.Flash);
        // Only for who was asked.
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/camps/{story.Camp}/crew/mine")).Status);

        page = await client.GetPageAsync($"/camps/{story.Camp}/crew");
        Assert.Contains("10:00–00:00", page.Text("tbody tr"), StringComparison.Ordinal);
        page = await page.FollowAsync("tbody th a");
        page = await page.Form("form.card-form").Tick("Input.IsChair").Set("Input.Organisation", "University").SubmitAsync();
        Assert.Equal("Saved.", page.Flash);
        Assert.Contains("chair of the jury", page.Text("tbody tr"), StringComparison.Ordinal);
        page = await page.FollowAsync("tbody th a");
        page = await page.Form("form[action*=Remove]").SubmitAsync();
        Assert.Equal("Removed from the crew.", page.Flash);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/camps/crew/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetPageAsync($"/camps/{Guid.NewGuid()}/crew")).Status);
    }

    [Fact]
    public async Task Camp_OpenedByItsJuror_LeadsToTheirPart()
    {
        var story = await PeopleStory.BeginAsync(app);
        var judith = await app.Given.PersonAsync("Bíró Judit", "judith@example.com");
        var address = $"/camps/{story.Camp}";
        var client = await app.SignInAsAsync(judith, "en");
        Assert.DoesNotContain("Your part in this camp", (await client.GetPageAsync(address)).Text("main"), StringComparison.Ordinal);
        await app.Given.RowsAsync(CrewMember.Create(story.CampId, judith.Id, CrewRole.Juror));
        var page = await client.GetPageAsync(address);
        Assert.True(page.Has($"a[href='{address}/jury/score']"));
        Assert.False(page.Has($"a[href='{address}/checkin']"));
        foreach (var link in new[] { "today", "crew/mine", "jury/score" })
            Assert.Equal(HttpStatusCode.OK, (await client.GetPageAsync($"{address}/{link}")).Status);
    }

    [Fact]
    public async Task Mine_OfALongCamp_AsksForDays()
    {
        var story = await PeopleStory.BeginAsync(app);
        var camp = Camp.Create(RegistrationLab.Details with { Format = CampFormat.Placement, EndsOn = new DateOnly(2027, 1, 15) });
        camp.Become(CampStatus.Open);
        await app.Given.RowsAsync(camp);
        await app.Given.RowsAsync(CrewMember.Create(camp.Id, story.Staff.Id, CrewRole.Facilitator));
        var client = await app.SignInAsAsync(story.Staff, "en");
        var page = await client.GetPageAsync($"/camps/{camp.Reference}/crew/mine");
        page = await page.Form("form.card-form").Set("Hours[3].Day", "2027-02-01").Set("Hours[3].From", "10:00").Set("Hours[3].Until", "11:00").SubmitAsync();
        Assert.Contains("The camp lasts from", page.Text(".crew-day:nth-child(4)"), StringComparison.Ordinal);
        page = await page.Form("form.card-form").Set("Hours[3].Day", "2027-01-11").SubmitAsync();
        Assert.Equal("Thank you: you are expected.", page.Flash);
        await using var db = app.OpenDb();
        Assert.Equal(new DateTimeOffset(2027, 1, 11, 9, 0, 0, TimeSpan.Zero), (await db.CrewTimes.SingleAsync(cancel)).Start);
    }
}
