using System.Net;
using System.Text;
using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Tests.Booking;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Companies.Register;

public class CompanyPagesTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task New_WithASimilarName_ShowsItAndAsksFirst()
    {
        await app.Given.CompanyAsync("Hajdú Sajtműhely Kft.");
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var form = (await staff.GetPageAsync("/companies/new")).Form()
            .Set("Input.Name", "HAJDU SAJTMUHELY BT").Set("Input.TaxNumber", " 12345676 2 09 ").Set("Input.NaceMain", "1051").Set("Membership.Kind", "Cohort");
        var asked = await form.SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Equal("Hajdú Sajtműhely Kft.", asked.Text(".alike a"));
        Assert.Equal("HAJDU SAJTMUHELY BT", asked.Form()["Input.Name"]);
        var made = await asked.Form().Tick("Input.IsAnother").SubmitAsync();
        Assert.Equal("The company is in the register.", made.Flash);
        Assert.Equal("HAJDU SAJTMUHELY BT", made.Text("h1"));
        Assert.Contains("12345676-2-09", made.Text(".company-facts"), StringComparison.Ordinal);
        Assert.Contains("Member of a cohort", made.Text(".badges"), StringComparison.Ordinal);
        Assert.Contains("HAJDU SAJTMUHELY BT", (await made.FollowAsync("a[href^='/onboarding/companies/']")).Text("h1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Name", "", HttpStatusCode.BadRequest)]
    [InlineData("Input.TaxNumber", "12892313", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Input.FoundedOn", "tegnap", HttpStatusCode.BadRequest)]
    public async Task New_Wrong_SaysSoAndKeepsTheRest(string field, string value, HttpStatusCode status)
    {
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync());
        var page = await (await staff.GetPageAsync("/companies/new")).Form()
            .Set("Input.Name", "Új Kft.").Set("Input.Settlement", "Derecske").Set(field, value).SubmitAsync();
        Assert.Equal(status, page.Status);
        Assert.NotEmpty(page.Errors);
        Assert.Equal("Derecske", page.Form()["Input.Settlement"]);
    }

    [Fact]
    public async Task Search_FoldedAndNarrowed_FindsByNamePlaceAndNumber()
    {
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        await MakeAsync(new CompanyFacts { Name = "Árvíztűrő Sajt Kft.", Settlement = "Hajdúböszörmény", TaxNumber = "12345676-2-09", NaceMain = "10.51" });
        await MakeAsync(new CompanyFacts { Name = "Malom Bt.", Settlement = "Derecske", NaceMain = "10.61" });
        await app.Given.CompanyAsync("Zab Kft.");
        Assert.Equal(3, (await Names("")).Count);
        Assert.Equal(["Árvíztűrő Sajt Kft."], await Names("q=ARVIZ"));
        Assert.Equal(["Árvíztűrő Sajt Kft."], await Names("q=hajduboszormeny+saj"));
        Assert.Equal(["Árvíztűrő Sajt Kft."], await Names("q=12345676-2-09"));
        Assert.Equal(["Árvíztűrő Sajt Kft."], await Names("q=123456"));
        Assert.Equal(["Árvíztűrő Sajt Kft.", "Malom Bt."], await Names("Filter.Nace=10"));
        Assert.Equal(["Malom Bt."], await Names("Filter.Nace=1061"));
        Assert.Empty(await Names("Filter.Size=Micro"));
        Assert.Empty(await Names("Filter.Kind=Cohort&Filter.Demo=true"));
        Assert.Empty(await Names("Filter.Standing=Left"));
        Assert.Equal("Zab Kft.", (await Names("Filter.By=Newest&Filter.Standing=All"))[0]);
        Assert.Equal(3, (await Names("Filter.By=Settlement")).Count);
        Assert.Equal(HttpStatusCode.BadRequest, (await staff.GetPageAsync("/companies?page=zero")).Status);

        async Task<IReadOnlyList<string>> Names(string query) => (await staff.GetPageAsync("/companies?" + query)).All("tbody td:first-child");
    }

    [Fact]
    public async Task Edit_Stale_ShowsTheFreshStateAndKeepsWhatWasTyped()
    {
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var reference = await MakeAsync(CompanyRegisterTests.Facts());
        var stale = (await staff.GetPageAsync($"/companies/{reference}/edit")).Form().Set("Input.Phone", "52 123 456");
        await (await staff.GetPageAsync($"/companies/{reference}/edit")).Form().Set("Input.Settlement", "Nádudvar").SubmitAsync();
        var page = await stale.SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(page.All(".alert-warning"), text => text.Contains("Nádudvar", StringComparison.Ordinal));
        Assert.Equal("52 123 456", page.Form("#Input_Phone")["Input.Phone"]);
        var saved = await page.Form("#Input_Phone").Set("Input.Settlement", "Nádudvar").SubmitAsync();
        Assert.Equal("The company was saved.", saved.Flash);
        Assert.Contains("Nádudvar", saved.Text(".history"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetPageAsync($"/companies/{Guid.NewGuid()}/edit")).Status);
    }

    [Fact]
    public async Task MyCompany_OfTwoCompanies_IsOnlyTheOwn()
    {
        var story = await BookingStory.BeginAsync(app);
        var manager = await app.SignInAsAsync(await app.Given.MemberAsync(story.Company, MemberRole.Manager, "Főnök Ferenc"), "en");
        var member = await app.SignInAsAsync(story.Anna, "en");
        var staff = await app.SignInAsAsync(story.Staff, "en");
        var (own, foreign) = (story.Company.Reference, story.Rival.Reference);

        Assert.Equal(story.Company.Name, (await member.GetPageAsync("/my-company")).Text("h1"));
        Assert.False((await member.GetPageAsync("/my-company")).Has(".history"));
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetPageAsync("/my-company")).Status == HttpStatusCode.OK ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        foreach (var address in new[] { "/my-company/{0}", "/companies/{0}/figures", "/companies/{0}/goal", "/companies/{0}/contact", "/companies/{0}/files", "/companies/{0}/link" })
        {
            var format = System.Text.CompositeFormat.Parse(address);
            Assert.Equal(HttpStatusCode.NotFound, (await manager.GetPageAsync(string.Format(null, format, foreign))).Status);
            Assert.Equal(HttpStatusCode.OK, (await manager.GetPageAsync(string.Format(null, format, own))).Status);
            Assert.Equal(address.StartsWith("/my", StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.NotFound,
                (await member.GetPageAsync(string.Format(null, format, own))).Status);
        }

        var goal = await (await manager.GetPageAsync($"/companies/{own}/goal")).Form().Set("Input.Words", "A cheese that keeps").Set("Input.Language", "en").SubmitAsync();
        Assert.Equal("The goal was saved.", goal.Flash);
        goal = await (await goal.FollowAsync(".goal a")).Form().Set("Input.State", "Reached").SubmitAsync();
        Assert.Contains("Reached", goal.Text(".goal"), StringComparison.Ordinal);

        var figures = await (await manager.GetPageAsync($"/companies/{own}/figures")).Form("#Input_Headcount")
            .Set("Input.Headcount", "8.5").Set("Input.Turnover", "200000000").Set("Input.BalanceTotal", "90000000").Set("Input.Rate", "395.5").SubmitAsync();
        Assert.Equal("The figures of 2025 are kept.", figures.Flash);
        Assert.Contains("Micro enterprise", figures.Text(".working"), StringComparison.Ordinal);
        var wrong = await figures.Form("#Input_Headcount").Set("Input.Headcount", "8").Set("Input.Turnover", "5").Set("Input.Rate", "").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);

        var link = await (await manager.GetPageAsync($"/companies/{own}/link")).Form("#link").Set("Input.Name", "Anya Zrt.").Set("Input.SharePercent", "30").SubmitAsync();
        Assert.True(link.Flash == "The linked firm was saved.", $"{link.Status} {link.Url} {string.Join("; ", link.Errors)}");
        link = await link.Form("#year").Set("Figures.Headcount", "20").Set("Figures.Turnover", "1").Set("Figures.BalanceTotal", "1").Set("Figures.Currency", "EUR").SubmitAsync();
        Assert.Equal("The figures of 2025 are kept.", link.Flash);
        Assert.Equal(["The company itself", "Anya Zrt.", "Together"], (await manager.GetPageAsync($"/companies/{own}/figures")).All(".table-working tbody th").Take(3));
        Assert.Equal("The linked firm was removed.", (await link.Form("#remove").SubmitAsync()).Flash);
        Assert.Equal("The figures of 2025 were removed.", (await (await manager.GetPageAsync($"/companies/{own}/figures")).Form(".lines form").SubmitAsync()).Flash);

        var contact = await (await manager.GetPageAsync($"/companies/{own}/contact")).Form().Set("Input.Website", "sajt.example").SubmitAsync();
        Assert.Contains("sajt.example", contact.Text(".company-facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_OfACompany_AreForItAndStaffOnly()
    {
        var story = await BookingStory.BeginAsync(app);
        var staff = await app.SignInAsAsync(story.Staff, "en");
        var member = await app.SignInAsAsync(story.Anna, "en");
        var rival = await app.SignInAsAsync(await app.Given.MemberAsync(story.Rival, MemberRole.Manager, "Rivális Róbert"), "en");
        var url = $"/companies/{story.Company.Reference}/files";
        var pdf = Encoding.ASCII.GetBytes("%PDF-1.4 agreement");
        Assert.NotEmpty((await (await staff.GetPageAsync(url)).Form("#add").SubmitAsync()).Errors);
        await (await staff.GetPageAsync(url)).Form("#add").Attach("file", "open.pdf", pdf).Set("Input.Kind", "Agreement").SubmitAsync();
        var page = await (await staff.GetPageAsync(url)).Form("#add").Attach("file", "hidden.pdf", pdf).Tick("Input.IsForStaff").SubmitAsync();
        Assert.Equal("The file is kept.", page.Flash);
        var links = page.Document.QuerySelectorAll(".lines a").ToDictionary(a => a.TextContent, a => a.GetAttribute("href")!);
        Assert.Equal(["open.pdf"], (await member.GetPageAsync("/my-company")).All("#documents ~ * .lines a, .lines a[download]").Distinct());
        Assert.Equal("attachment", (await member.GetAsync(links["open.pdf"])).Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync(links["hidden.pdf"])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await rival.GetAsync(links["open.pdf"])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync(links["hidden.pdf"])).StatusCode);
        Assert.Equal("The file was removed.", (await page.Form(".lines form").SubmitAsync()).Flash);
    }

    [Fact]
    public async Task Leave_AskedFirst_ClosesAccessAndKeepsThePage()
    {
        var story = await BookingStory.BeginAsync(app);
        await story.BookAsync(story.Company, BookingStory.Tuesday(9, 12));
        var staff = await app.SignInAsAsync(story.Staff, "en");
        var member = await app.SignInAsAsync(story.Anna, "en");
        var url = $"/companies/{story.Company.Reference}/membership";
        var added = await (await staff.GetPageAsync(url)).Form("#add").Set("Input.Kind", "Member").SubmitAsync();
        Assert.True(added.Flash == "The membership was added.", $"{added.Status} {added.Url} {string.Join("; ", added.Errors)}");
        var page = await staff.GetPageAsync(url);
        Assert.Contains(page.All("main .alert-warning"), text => text.Contains('1', StringComparison.Ordinal) && !text.Contains("Days left", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await page.Form("#leaving").SubmitAsync()).Status);
        var left = await page.Form("#leaving").Set("Leaving.Reason", "Has its own plant").SubmitAsync();
        Assert.Equal("The company has left; its record stays.", left.Flash);
        Assert.Contains("Alumni", left.Text(".badges"), StringComparison.Ordinal);
        Assert.Contains("Has its own plant", left.Text(".history"), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await member.GetAsync("/my-company")).StatusCode);
        Assert.Contains(story.Company.Name, (await staff.GetPageAsync("/companies?Filter.Standing=Left")).All("tbody a"));
        Assert.DoesNotContain(story.Company.Name, (await staff.GetPageAsync("/companies")).All("tbody a"));
        var back = await (await staff.GetPageAsync(url)).Form("#add").Set("Input.Kind", "SingleUse").SubmitAsync();
        Assert.Equal("The company is back.", back.Flash);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/my-company")).StatusCode);
        var ended = await (await staff.GetPageAsync(url)).Form(".lines form").Set("lastDay", "2026-11-20").SubmitAsync();
        Assert.Equal("The membership ends.", ended.Flash);
    }

    private async Task<Guid> MakeAsync(CompanyFacts facts) => (await app.AskAsync((CompanyRegister register) =>
        register.CreateAsync(new RegisterCompany { Facts = facts, DuplicatesSeen = true }, Actor.System))).Value.Reference;
}
