using System.Text;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.Playwright;

namespace Incubator.Tests.Companies.Register;

/// <summary>The register and a company's page with a browser, in both languages, on a desk and on a phone.</summary>
public sealed class CompaniesInBrowser(Browser browser)
{
    private static readonly byte[] List = Encoding.UTF8.GetBytes(
        "cégnév;adószám;település;nace\r\nHajdu Sajtmuhely Bt.;;Debrecen;10.51\r\nZabkása és Reggelizőpehely-gyártó Szövetkezet;10484878-2-09;Hajdúböszörmény;10.61\r\nHibás Kft.;12892313;Derecske;10.71\r\n");

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Register_Staff_IsKept(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        var company = await LabAsync(app);
        await using var visit = await browser.VisitAsync(app, await app.Given.StaffAsync(), language, width);
        await (await visit.GoAsync("/companies")).CheckAsync("companies");
        await visit.GoAsync("/companies/new");
        await visit.Page.FillAsync("#Input_Name", "HAJDU SAJTMŰHELY BT.");
        await visit.Page.FillAsync("#Input_TaxNumber", "12892313");
        await visit.Page.ClickAsync("main form button.btn-primary");
        await visit.Page.WaitForSelectorAsync(".problems");
        await visit.Page.FillAsync("#Input_TaxNumber", "10484878");
        await visit.Page.ClickAsync("main form button.btn-primary");
        await visit.Page.WaitForSelectorAsync(".alike");
        await visit.CheckAsync("company-new-alike");
        await (await visit.GoAsync($"/companies/{company.Reference}")).CheckAsync("company");
        await (await visit.GoAsync($"/companies/{company.Reference}/edit")).CheckAsync("company-edit");
        await (await visit.GoAsync($"/companies/{company.Reference}/membership")).CheckAsync("company-membership");
        await visit.GoAsync($"/companies/{company.Reference}/files");
        await visit.Page.SetInputFilesAsync("#file", new FilePayload { Name = "egyuttmukodesi_megallapodas_2026_alairt_peldany.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4"u8.ToArray() });
        await visit.Page.CheckAsync("#Input_IsForStaff");
        await visit.Page.ClickAsync("#add button");
        await visit.Page.WaitForSelectorAsync(".flash");
        await visit.CheckAsync("company-files");
        await visit.GoAsync("/companies/import");
        await visit.CheckAsync("company-import");
        await visit.Page.SetInputFilesAsync("#file", new FilePayload { Name = "cegek.csv", MimeType = "text/csv", Buffer = List });
        await visit.Page.ClickAsync("main form button");
        await visit.Page.WaitForSelectorAsync(".unsettled");
        await visit.CheckAsync("company-import-preview");
    }

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task OwnCompany_Manager_SaysGoalsAndFigures(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        var company = await LabAsync(app);
        await using var visit = await browser.VisitAsync(app, await app.Given.MemberAsync(company, MemberRole.Manager, "Főnök Ferenc"), language, width);
        await visit.GoAsync($"/companies/{company.Reference}/goal");
        await visit.Page.FillAsync("#Input_Words", "Három hónapig eltartható füstölt sajt, adalékanyag nélkül.");
        await visit.CheckAsync("company-goal");
        await visit.Page.ClickAsync("main form button");
        await visit.Page.WaitForSelectorAsync(".goal");
        await visit.GoAsync($"/companies/{company.Reference}/figures");
        await visit.Page.FillAsync("#Input_Headcount", language == "hu" ? "8,5" : "8.5");
        await visit.Page.FillAsync("#Input_Turnover", "200000000");
        await visit.Page.FillAsync("#Input_BalanceTotal", "90000000");
        await visit.Page.FillAsync("#Input_Rate", "395");
        await visit.Page.ClickAsync("form:has(#Input_Rate) button.btn-primary");
        await visit.Page.WaitForSelectorAsync(".flash");
        await visit.CheckAsync("company-figures");
        await (await visit.GoAsync($"/companies/{company.Reference}/link")).CheckAsync("company-link");
        await (await visit.GoAsync("/my-company")).CheckAsync("my-company");
    }

    private static async Task<Company> LabAsync(IncubatorApp app)
    {
        var facts = CompanyRegisterTests.Facts() with { NaceRevision = NaceRevision.Rev2 };
        var company = Company.Create(facts);
        await app.Given.RowsAsync(company, Company.Create(new CompanyFacts { Name = "Zsírosbödöni Gyümölcsfeldolgozó és Savanyúságkészítő Szövetkezet", Settlement = "Hajdúszoboszló" }));
        await app.Given.MemberAsync(company, name: "Kovács Anna");
        var link = CompanyLink.Create(company.Id, new LinkFacts { Name = "Tiszamenti Malomipari Zrt.", SharePercent = 30, Direction = LinkDirection.OwnedBy });
        for (var year = 2024; year < 2026; year++) link.Say(new YearFigures { Year = year, Headcount = 84, Turnover = 4_100_000_000, BalanceTotal = 2_600_000_000, Rate = 400 });
        await app.Given.RowsAsync(link, Membership.Create(company.Id, MembershipKind.Cohort, new DateOnly(2026, 9, 1), new DateOnly(2027, 8, 31)),
            CompanyYear.Create(company.Id, new YearFigures { Year = 2024, Headcount = 7, Turnover = 160_000_000, BalanceTotal = 80_000_000, Rate = 400 }),
            CompanyGoal.Create(company.Id, "Két új állandó vevő a megyén kívül.", "hu", new DateOnly(2027, 12, 31), app.Now));
        return company;
    }
}
