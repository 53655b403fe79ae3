using System.Net;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Tests.Camps.Jury;

namespace Incubator.Tests.Camps.Attendance;

/// <summary>Check-in, today and messages on their pages.</summary>
public class AttendancePagesTests
{
    [Fact]
    public async Task CheckIn_ByTaps_TicksOffArrivalAndSession()
    {
        using var lab = await JuryLab.BeginAsync();
        var (all, _) = await CheckInDeskTests.SessionsAsync(lab);
        var url = $"/camps/{lab.Camp.Reference}/checkin";
        var staff = await lab.App.SignInAsAsync(lab.Staff, "en");
        var page = await (await staff.GetPageAsync(url)).Form($"#p-{lab.Participants[0].Id} form").SubmitAsync();
        Assert.Equal("1 of 6 have arrived", page.Text(".jury-progress span"));
        Assert.Equal("Arrived 08:00: Apró Aliz", page.Text($"#p-{lab.Participants[0].Id} button"));
        page = await page.FollowAsync(".checkin-what a");
        page = await page.Form("form[action*=Team]").SubmitAsync();
        Assert.Equal($"{url}?session={all.Reference}", page.Url);
        Assert.True(page.Has($"#p-{lab.Participants[0].Id}.checkin-here"));
        Assert.False(page.Has($"#p-{lab.Participants[1].Id}.checkin-here"));
        page = await page.Form($"#p-{lab.Participants[0].Id} form").SubmitAsync();
        Assert.False(page.Has(".checkin-here"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await lab.App.SignInAsAsync(lab.Jurors[0])).GetPageAsync(url)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetPageAsync($"{url}?session={Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetPageAsync($"/camps/{Guid.NewGuid()}/checkin")).Status);
    }

    [Fact]
    public async Task Today_OfCrewAndByLink_ShowsMessagesAndTheTeamsProgramme()
    {
        using var lab = await JuryLab.BeginAsync();
        await CheckInDeskTests.SessionsAsync(lab);
        var secret = LinkSecret.Create();
        await lab.App.Given.RowsAsync(ParticipantLink.Create(lab.Participants[0].Id, LinkSecret.Hash(secret), lab.App.Now));
        var url = $"/camps/{lab.Camp.Reference}/today";
        var staff = await lab.App.SignInAsAsync(lab.Staff, "en");
        var page = await (await staff.GetPageAsync(url)).Form(".today-send").Set("Input.Text", "").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form(".today-send").Set("Input.To", lab.Teams[0].Reference.ToString()).Set("Input.Text", "Come to the lab.").SubmitAsync();
        Assert.Equal("The message is on its way to 2 people.", page.Flash);
        Assert.Contains("to Almavirág", page.Text(".today-messages"), StringComparison.Ordinal);
        var juror = await lab.App.SignInAsAsync(lab.Jurors[1], "en");
        page = await juror.GetPageAsync(url);
        Assert.False(page.Has(".today-send"));
        Assert.Equal(3, page.All(".today-teams section").Count);
        Assert.Equal(HttpStatusCode.NotFound, (await (await lab.App.SignInAsAsync(await lab.App.Given.PersonAsync())).GetPageAsync(url)).Status);
        page = await lab.App.Visitor("en").GetPageAsync($"/camps/place/{secret}/today");
        Assert.Equal(["Now", "Next"], page.All(".today-item .state"));
        Assert.Contains("Come to the lab.", page.Text(".today-messages"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await lab.App.Visitor().GetPageAsync($"/camps/place/{LinkSecret.Create()}/today")).Status);
    }
}
