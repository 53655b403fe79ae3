using System.Text.RegularExpressions;
using System.Xml.Linq;
using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Core.Notifications;
using Incubator.Tests.Host;
using Incubator.Web.Pages.Notifications;
using Incubator.Web.Pages.Notifications.Emails;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Notifications;

public partial class NoticePagesTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();

    public void Dispose() => app.Dispose();

    [Fact]
    public void Kinds_EachInCore_HaveWordsInHungarian()
    {
        var hungarian = XDocument.Load(House.Path("Incubator.Web", "Pages", "Notifications", "NotificationsText.hu.resx")).Root!
            .Elements("data").Select(d => d.Attribute("name")!.Value).ToHashSet();
        var kinds = House.Files("Incubator.Core", ".cs").Select(File.ReadAllText).Where(t => t.Contains("new Tell", StringComparison.Ordinal) || t.Contains("TellAsync", StringComparison.Ordinal))
            .SelectMany(t => Kind().Matches(t).Select(m => m.Groups[1].Value)).Distinct().ToList();
        Assert.Contains(InvitationDesk.NoticeToCompany, kinds);
        Assert.Empty(kinds.Except(NoticeWords.Kinds.Keys));
        Assert.Empty(NoticeWords.Kinds.Values.SelectMany(w => new[] { w.Subject, w.Body, w.Action }.Concat(w.Lists.SelectMany(l => new[] { l.Heading, l.Row }))).Except(hungarian));
    }

    [Fact]
    public async Task Notices_InDevelopment_ReadLikeAMailbox()
    {
        var company = await app.Given.CompanyAsync("Próba Kft.");
        var made = await InviteAsync(new InvitePerson { Mail = "anna@example.com", Language = "hu", CompanyId = company.Id });
        var house = await InviteAsync(new InvitePerson { Mail = "staff@example.com", Language = "en", Role = Role.Staff });
        await app.AskAsync((DeliverOutbox job) => job.RunAsync());
        var page = await (await app.SignInAsAsync(await app.Given.StaffAsync(), "en")).GetPageAsync("/notices");
        var mail = string.Join("\n", page.All(".mail"));
        Assert.Contains("Meghívó: Próba Kft.", mail, StringComparison.Ordinal);
        Assert.Contains("2026. november 23., hétfő", mail, StringComparison.Ordinal);
        Assert.Contains(made.Token, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(house.Token, page.Html, StringComparison.Ordinal);
        page = await (await app.SignInAsAsync(await app.Given.AdministratorAsync(), "en")).GetPageAsync("/notices");
        Assert.Contains(house.Token, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_InProduction_ShowNoLink()
    {
        await using var host = LabHost.With("Production");
        using var lab = IncubatorApp.StartOn(host);
        var company = await lab.Given.CompanyAsync("Próba Kft.");
        var made = (await lab.AskAsync((InvitationDesk desk) => desk.InviteAsync(
            new InvitePerson { Mail = "anna@example.com", Language = "hu", CompanyId = company.Id }, Actor.System))).Value;
        var administrator = await lab.Given.AdministratorAsync();
        var client = lab.Visitor("en", https: true);
        await lab.AskAsync((DeliverOutbox job) => job.RunAsync());
        var page = await client.GetPageAsync("/sign-in?returnUrl=/notices");
        page = await page.Form().Set("Input.Email", administrator.Email!).Set("Input.Password", Given.Password).SubmitAsync();
        Assert.Equal("/notices", page.Url);
        Assert.Contains("anna@example.com", page.Text("table"), StringComparison.Ordinal);
        Assert.DoesNotContain("/invitation/", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Token, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_Parked_ShowWhyAndAreTriedAgain()
    {
        await TellAsync("anna@example.com");
        await using (var db = app.OpenDb())
        {
            var desk = new OutboxDesk(db, app.Time);
            var taken = await desk.TakeDueAsync(10);
            await desk.HandOverAsync(taken[0]);
            await desk.ParkAsync(taken[0], DeliveryProblem.Refused, "550 no such address");
        }

        var client = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var page = await client.GetPageAsync("/notices");
        Assert.Contains("The mail server refused it. (550 no such address)", page.Text(".mail"), StringComparison.Ordinal);
        page = await page.Form(".mail form").SubmitAsync();
        Assert.Equal("It goes out with the next delivery.", page.Flash);
        await using var after = app.OpenDb();
        Assert.Equal((NoticeState.Waiting, 0), await after.Notices.Select(n => new ValueTuple<NoticeState, int>(n.State, n.Attempts)).SingleAsync());
    }

    [Fact]
    public async Task Messages_OfThePersonOnly_AreNewOnce()
    {
        var anna = await app.Given.PersonAsync("Kovács Anna", "anna@example.com");
        var other = await app.Given.PersonAsync("Kiss Péter", "peter@example.com");
        await TellAsync(anna.Email!, anna.Id);
        await TellAsync(other.Email!, other.Id);
        await TellAsync(anna.Email!, anna.Id, "Later", app.Now.AddDays(1));
        var client = await app.SignInAsAsync(anna, "en");
        var page = await client.GetPageAsync("/messages");
        Assert.Equal("Próba Kft.: update for quarter 3 of 2026", Assert.Single(page.All(".mail h2")));
        Assert.Equal("/cohorts/members/x/updates/2026-Q3", page.Document.QuerySelector(".mail a")!.GetAttribute("href"));
        Assert.Single(page.All(".mail-new"));
        page = await client.GetPageAsync("/messages");
        Assert.Empty(page.All(".mail-new"));
    }

    [Fact]
    public async Task Unsubscribe_ByTheMailsLink_StopsThatKindOnly()
    {
        var anna = await app.Given.PersonAsync("Kovács Anna", "anna@example.com");
        var link = await app.AskAsync((UnsubscribeLinks links) => Task.FromResult(links.Of(anna.Id, NoticeTopic.CohortReminders)));
        var page = await app.Visitor("en").GetPageAsync(link);
        Assert.Contains("Milestones and company updates that are due", page.Text("main"), StringComparison.Ordinal);
        await using (var before = app.OpenDb()) Assert.Empty(await before.RefusedNotices.ToListAsync());
        page = await page.Form("main form").SubmitAsync();
        Assert.Contains("You will get no more mails of this kind", page.Text("main"), StringComparison.Ordinal);
        // A mail reader's one click, and twice.
        using var oneClick = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        Assert.True((await app.Visitor("en").Http.PostAsync(new Uri(link, UriKind.Relative), oneClick)).IsSuccessStatusCode);
        await using var db = app.OpenDb();
        Assert.Equal(NoticeTopic.CohortReminders, (await db.RefusedNotices.SingleAsync()).Topic);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await app.Visitor("en").GetPageAsync("/unsubscribe/forged")).Status);
    }

    private async Task TellAsync(string recipient, long? person = null, string happened = "Update:1", DateTimeOffset? due = null)
    {
        await using var db = app.OpenDb();
        await db.TellAsync(new Tell
        {
            Event = happened,
            Kind = "UpdateDue",
            Recipient = recipient,
            Language = "en",
            PersonId = person,
            DueAt = due,
            Facts = new Dictionary<string, string> { ["company"] = "Próba Kft.", ["number"] = "3", ["year"] = "2026", ["link"] = "/cohorts/members/x/updates/2026-Q3" },
        }, app.Now);
        await db.SaveChangesAsync();
    }

    private async Task<InvitationMade> InviteAsync(InvitePerson wish) =>
        (await app.AskAsync((InvitationDesk desk) => desk.InviteAsync(wish, Actor.System))).Value;

    [GeneratedRegex("""(?:\bKind = |const string Notice\w* = )"(\w+)""")]
    private static partial Regex Kind();
}
