using Incubator.Core.Companies;
using Incubator.Tests.Host;

namespace Incubator.Tests.Companies.Invitations;

public sealed class InvitationsInBrowser(Browser browser)
{
    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Invite_FromTheStaffToTheManager_IsAccessible(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        var company = await app.Given.CompanyAsync("Nagyerdei Granola Kft.");
        await app.Given.MemberAsync(company);
        await using var staff = await browser.VisitAsync(app, await app.Given.StaffAsync(), language, width);
        await (await staff.GoAsync("/people/invitations")).CheckAsync("invitations");
        await staff.Page.FillAsync("#Input_Mail", "szilagyi.eszter@example.com");
        await staff.Page.FillAsync("#Input_FullName", "Szilágyi Eszter");
        await staff.Page.FillAsync("#Input_Company", company.Name);
        await staff.Page.SelectOptionAsync("#Input_MemberRole", nameof(MemberRole.Manager));
        await staff.Page.ClickAsync("main .card-form button[type=submit]");
        await staff.CheckAsync("invitation-made");
        var link = await staff.Page.InnerTextAsync("#invitation-link");

        await using var visit = await browser.VisitAsync(app, null, language, width);
        await (await visit.GoAsync(link)).CheckAsync("invitation");
        await visit.Page.FillAsync("#Input_Password", Given.Password);
        await visit.Page.FillAsync("#Input_Again", Given.Password);
        await visit.Page.ClickAsync("main button[type=submit]");
        await (await visit.GoAsync("/my-company/people")).CheckAsync("my-people");
        await visit.Page.ClickAsync("main .rows a.btn-outline-danger");
        await visit.CheckAsync("my-people-remove");
        await (await visit.GoAsync(link)).CheckAsync("invitation-spent");
    }
}
