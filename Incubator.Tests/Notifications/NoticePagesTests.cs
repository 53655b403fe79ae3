using System.Text.RegularExpressions;
using System.Xml.Linq;
using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Incubator.Web.Pages.Notifications;

namespace Incubator.Tests.Notifications;

public sealed partial class NoticePagesTests : IDisposable
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
        var page = await (await app.SignInAsAsync(await app.Given.StaffAsync(), "en")).GetPageAsync("/notices");
        var mail = page.Text(".mail");
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
        var page = await client.GetPageAsync("/sign-in?returnUrl=/notices");
        page = await page.Form().Set("Input.Email", administrator.Email!).Set("Input.Password", Given.Password).SubmitAsync();
        Assert.Equal("/notices", page.Url);
        Assert.Contains("anna@example.com", page.Text("table"), StringComparison.Ordinal);
        Assert.DoesNotContain("/invitation/", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Token, page.Html, StringComparison.Ordinal);
    }

    private async Task<InvitationMade> InviteAsync(InvitePerson wish) =>
        (await app.AskAsync((InvitationDesk desk) => desk.InviteAsync(wish, Actor.System))).Value;

    [GeneratedRegex("""(?:\bKind = |const string Notice\w* = )"(\w+)""")]
    private static partial Regex Kind();
}
