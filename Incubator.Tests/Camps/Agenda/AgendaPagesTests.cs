using System.Net;
using System.Text;
using System.Text.Json;
using Incubator.Core.Camps;
using Incubator.Tests.Host;

namespace Incubator.Tests.Camps.Agenda;

public class AgendaPagesTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_ForStaff_AreNotForOthersAndKnowNoOtherCamp()
    {
        using var lab = await AgendaLab.BeginAsync();
        var session = await lab.AddAsync(AgendaLab.Details());
        var (member, staff) = (await lab.App.SignInAsAsync(lab.MentorPerson, "en"), await lab.App.SignInAsAsync(lab.StaffPerson, "en"));
        foreach (var path in new[] { "sessions", "sessions/new", $"sessions/{session}", "rooms", "plan", $"plan/{session}", "plan/settings", "plan/automatic", "plan/publish" })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await member.GetAsync($"/camps/{lab.Camp}/{path}")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync($"/camps/{lab.Camp}/{path}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/camps/{Guid.NewGuid()}/{path}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/camps/{lab.Camp}/plan/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/camps/{lab.Camp}/agenda.ics")).StatusCode);
    }

    [Fact]
    public async Task Sessions_WrittenAndPlacedByForm_StandOnTheBoardWithWhatCollides()
    {
        using var lab = await AgendaLab.BeginAsync();
        var staff = await lab.App.SignInAsAsync(lab.StaffPerson, "en");
        var page = await staff.GetPageAsync($"/camps/{lab.Camp}/sessions/new");
        page = await page.Form().Set("Input.TitleHu", "").Set("Input.TitleEn", "Opening").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await page.Form().Set("Input.TitleHu", "Megnyitó").Set("Input.Kind", "Other").SubmitAsync();
        Assert.Equal("The session was added.", page.Flash);
        page = await (await staff.GetPageAsync($"/camps/{lab.Camp}/sessions/new")).Form()
            .Set("Input.TitleHu", "Mentorálás").Set("Input.TitleEn", "Mentoring").Set("Input.Kind", "Mentoring").Set("Input.Minutes", "30").Tick("Input.ForEachTeam").SubmitAsync();
        Assert.Equal("2 sessions were added.", page.Flash);
        var sessions = (await lab.ReadAsync()).Sessions;
        var (opening, mentoring) = (sessions.Single(s => s.TitleEn == "Opening"), sessions.First(s => s.TitleEn.StartsWith("Mentoring", StringComparison.Ordinal)));
        page = await PlaceAsync(staff, lab, opening.Reference, "2026-11-16T09:00");
        Assert.Equal("The session has its new place.", page.Flash);
        page = await PlaceAsync(staff, lab, mentoring.Reference, "2026-11-16T09:30");
        Assert.Contains("collides: “Mentoring: Almavirág” and “Opening” are both in Aula", page.Flash!.Replace("“Opening” and “Mentoring: Almavirág”", "“Mentoring: Almavirág” and “Opening”", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(2, page.All(".board .session-clash").Count);
        Assert.NotEmpty(page.All(".clashes li"));
        page = await PlaceAsync(staff, lab, mentoring.Reference, "2026-11-16T09:31");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await PlaceAsync(staff, lab, mentoring.Reference, "soon");
        Assert.Equal(["This is not a date."], page.Errors);

        // The drop of the board sends the same.
        page = await staff.GetPageAsync($"/camps/{lab.Camp}/plan?day=2026-11-16");
        page = await page.Form("#move").Set("session", $"{mentoring.Reference}").Set("start", "2026-11-16T11:00").Set("room", $"{lab.Hall}").SubmitAsync();
        Assert.Equal("The session has its new place.", page.Flash);
        Assert.Empty(page.All(".clashes li"));
        page = await staff.GetPageAsync($"/camps/{lab.Camp}/sessions/{mentoring.Reference}");
        page = await page.Form("form[action*=Remove]").SubmitAsync();
        Assert.Equal("The session was removed.", page.Flash);
    }

    [Fact]
    public async Task Rooms_ByForm_AreAddedChangedAndRemoved()
    {
        using var lab = await AgendaLab.BeginAsync();
        var staff = await lab.App.SignInAsAsync(lab.StaffPerson, "en");
        var page = await staff.GetPageAsync($"/camps/{lab.Camp}/rooms");
        page = await page.Form("#room-form").Set("Input.Name", "Library").Set("Input.Seats", "15").SubmitAsync();
        Assert.Equal("The room was saved.", page.Flash);
        var room = (await lab.ReadAsync()).Rooms.Single(r => r.Name == "Library");
        page = await (await staff.GetPageAsync($"/camps/{lab.Camp}/rooms?edit={room.Reference}")).Form("#room-form").Set("Input.Seats", "16").SubmitAsync();
        Assert.Contains("16", page.Text("main"), StringComparison.Ordinal);
        page = await page.Form($"form:has([value='{room.Reference}'])").SubmitAsync();
        Assert.Equal("The room was removed.", page.Flash);
    }

    [Fact]
    public async Task Automatic_Started_ShowsProgressAndIsTakenOver()
    {
        using var lab = await AgendaLab.BeginAsync();
        AgendaLab.Succeed(await lab.TryAddAsync(AgendaLab.Details("Mentoring", SessionKind.Mentoring, 30), forEachTeam: true));
        var staff = await lab.App.SignInAsAsync(lab.StaffPerson, "en");
        var page = await staff.GetPageAsync($"/camps/{lab.Camp}/plan/automatic");
        page = await page.Form().Set("Seconds", "5").SubmitAsync();
        for (var i = 0; i < 100 && page.Answer.Headers.Contains("Refresh"); i++)
        {
            if (i == 1) page = await page.Form("form[action*=Cancel]").SubmitAsync();
            await Task.Delay(100, cancel);
            page = await staff.GetPageAsync($"/camps/{lab.Camp}/plan/automatic");
        }

        Assert.Contains("2 of 2 sessions; now 0", page.Text("#found-title + p + dl"), StringComparison.Ordinal);
        page = await page.Form("form[action*=TakeOver]").SubmitAsync();
        Assert.Equal("The schedule was taken over; sessions moved: 2", page.Flash);
        Assert.Empty((await lab.ReadAsync()).Judge().Unplaced);
        page = await (await staff.GetPageAsync($"/camps/{lab.Camp}/plan/automatic")).Form().SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task Publish_ByForm_IsReadByEverybodyInListTableAndFeeds()
    {
        using var lab = await AgendaLab.BeginAsync();
        await lab.PlanAsync(AgendaLab.Details("Opening", SessionKind.Other) with { CrewIds = [lab.Mentor.Id, lab.Juror.Id], Note = "Bring your badge" }, AgendaLab.At(0, 9), lab.Hall);
        var second = await lab.PlanAsync(AgendaLab.Details("Ideas", SessionKind.Ideation) with { TeamIds = [lab.Teams[1].Id] }, AgendaLab.At(1, 9), lab.KitchenRoom);
        var staff = await lab.App.SignInAsAsync(lab.StaffPerson, "en");
        var page = await staff.GetPageAsync($"/camps/{lab.Camp}/plan/publish");
        page = await page.Form("form:has(#Note)").SubmitAsync();
        Assert.Contains("Say in the settings of the plan in whose name the lab is reserved.", page.Errors);
        page = await (await staff.GetPageAsync($"/camps/{lab.Camp}/plan/settings")).Form().Set("Input.HostCompanyId", $"{lab.Host.Id}").SubmitAsync();
        Assert.Equal("The settings were saved.", page.Flash);
        page = await (await staff.GetPageAsync($"/camps/{lab.Camp}/plan/publish")).Form("form:has(#Note)").SubmitAsync();
        Assert.Equal("Version 1 is published; those affected are told.", page.Flash);

        // The juror has not said yes, and is not named.
        var visitor = lab.App.Visitor("en");
        page = await visitor.GetPageAsync($"/camps/{lab.Camp}/agenda");
        Assert.Equal(2, page.All(".agenda-item").Count);
        Assert.Contains("Mentor Márton", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Zsűri Zoltán", page.Html, StringComparison.Ordinal);
        Assert.Single((await visitor.GetPageAsync($"/camps/{lab.Camp}/agenda?team={lab.Teams[0].Reference}")).All(".agenda-item"));
        Assert.Single((await visitor.GetPageAsync($"/camps/{lab.Camp}/agenda?room=Aula")).All(".agenda-item"));
        Assert.Single((await visitor.GetPageAsync($"/camps/{lab.Camp}/agenda?day=2026-11-17")).All(".agenda-item"));
        Assert.Equal(2, (await visitor.GetPageAsync($"/camps/{lab.Camp}/agenda?view=table")).All(".board").Count);
        Assert.Single((await (await lab.App.SignInAsAsync(lab.MentorPerson, "en")).GetPageAsync($"/camps/{lab.Camp}/agenda?who=mine")).All(".agenda-item"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/camps/{lab.Camp}/agenda?version=2")).StatusCode);

        await lab.RemoveAsync(second);
        AgendaLab.Succeed(await lab.PublishAsync("Less"));
        page = await visitor.GetPageAsync($"/camps/{lab.Camp}/agenda");
        Assert.Single(page.All(".agenda-gone"));
        Assert.Equal(2, (await visitor.GetPageAsync($"/camps/{lab.Camp}/agenda?version=1")).All(".agenda-item").Count);
        var calendar = (await visitor.Http.GetStringAsync($"/camps/{lab.Camp}/agenda.ics", cancel)).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains($"UID:session-{second:N}@incubator.debrecen", calendar, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", calendar, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("Diák", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_WrittenAndReadBack_AreTheSameAgenda()
    {
        using var lab = await AgendaLab.BeginAsync();
        await lab.PlanAsync(AgendaLab.Details("Opening & <welcome>", SessionKind.Other) with { CrewIds = [lab.Mentor.Id], Note = "Two\nlines" }, AgendaLab.At(0, 9), lab.Hall);
        await lab.PlanAsync(AgendaLab.Details("Coffee", SessionKind.Break, 20), AgendaLab.At(0, 10), null);
        await lab.PlanAsync(AgendaLab.Details("Ideas", SessionKind.Ideation) with { TeamIds = [lab.Teams[1].Id] }, AgendaLab.At(1, 9), lab.Hall);
        AgendaLab.Succeed(await lab.PublishAsync("x"));
        var visitor = lab.App.Visitor("en");
        var agenda = (await lab.App.AskAsync((AgendaReader reader) => reader.ReadAsync(lab.Camp, null, cancel)))!;
        foreach (var format in new[] { "xml", "json" })
        {
            var read = TimetableFile.Read(await visitor.Http.GetByteArrayAsync($"/camps/{lab.Camp}/agenda.{format}", cancel));
            AgendaLab.Succeed(read);
            var wanted = agenda.ToTimetable("en", new Uri(read.Value.Events[0].Url));
            Assert.Equal(JsonSerializer.Serialize(wanted), JsonSerializer.Serialize(read.Value));
            Assert.DoesNotContain("example.com", Encoding.UTF8.GetString(await visitor.Http.GetByteArrayAsync($"/camps/{lab.Camp}/agenda.{format}", cancel)), StringComparison.Ordinal);
        }
    }

    private static async Task<TestPage> PlaceAsync(TestClient staff, AgendaLab lab, Guid session, string start)
    {
        var page = await staff.GetPageAsync($"/camps/{lab.Camp}/plan/{session}");
        return await page.Form("form:has(#Input_Start)").Set("Input.Start", start).Set("Input.Room", $"{lab.Hall}").SubmitAsync();
    }
}
