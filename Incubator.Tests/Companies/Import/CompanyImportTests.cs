using System.Net;
using System.Text;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Incubator.Tests.Companies.Import;

public class CompanyImportTests : IDisposable
{
    private static readonly IReadOnlyDictionary<int, ImportChoice> NoChoice = new Dictionary<int, ImportChoice>();
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 9, 7, 0, 0, TimeSpan.Zero));
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Confirm_HungarianHeadings_GoesInAndTwiceChangesNothing()
    {
        var file = Encoding.UTF8.GetBytes("Cégnév;Adószám;Irányítószám;Település;TEÁOR;TEÁOR változat;Alapítás\nHajdú Sajtműhely Kft.;12345676-2-09;4024;Debrecen;1051;TEÁOR'08;2019.03.01.\nMalom Bt.;;4130;Derecske;10.61;;\n");
        await using var db = database.Open();
        var import = new CompanyImport(db, clock);
        var plan = (await import.PreviewAsync(file, cancel)).Value;
        Assert.Empty(plan.Problems);
        Assert.Equal((2, 0, 0), (plan.Created.Count, plan.Changed.Count, plan.Unsettled.Count));
        Assert.Equal(0, await db.Companies.CountAsync(cancel));
        Assert.Equal(2, (await import.ConfirmAsync(file, NoChoice, Actor.System, plan.Fingerprint, cancel: cancel)).Value.Created);
        var dairy = await db.Companies.AsNoTracking().SingleAsync(c => c.TaxCore == "12345676", cancel);
        Assert.Equal(("Debrecen", "10.51", NaceRevision.Rev2, new DateOnly(2019, 3, 1)), (dairy.Settlement, dairy.NaceMain, dairy.NaceRevision, dairy.FoundedOn));
        Assert.Equal(new CompanyImportOutcome(0, 0, 2, 0), (await import.ConfirmAsync(file, NoChoice, Actor.System, cancel: cancel)).Value);
        Assert.Equal(2, await db.History.CountAsync(h => h.Subject == "Company" && h.Act == "Imported", cancel));
    }

    [Fact]
    public async Task Preview_TaxNumberKnown_UpdatesAndASimilarNameWaits()
    {
        await using var db = database.Open();
        var import = new CompanyImport(db, clock);
        db.AddRange(
            Company.Create(new CompanyFacts { Name = "Hajdú Sajtműhely Kft.", TaxNumber = "12345676-2-09", Website = "sajt.example" }),
            Company.Create(new CompanyFacts { Name = "Kösely Mezőgazdasági Zrt." }), Company.Create(new CompanyFacts { Name = "Malom Bt." }));
        await db.SaveChangesAsync(cancel);
        var file = "name,tax_number,settlement\nÚj Néven Sajt Kft.,12345676,Debrecen\nKösely Zrt.,,Hajdúszoboszló\nMalom Kft.,,Derecske\nMALOM BT,,Derecske\n"u8.ToArray();
        var plan = (await import.PreviewAsync(file, cancel)).Value;
        // The number says who it is; the website, of which the file does not speak, stays.
        Assert.Equal(["Name", "Settlement", "TaxNumber"], Assert.Single(plan.Changed, c => c.Line == 2).Changes.Select(c => c.Field).Order());
        Assert.Equal([3, 4], plan.Unsettled.Select(u => u.Line));
        Assert.Equal(5, Assert.Single(plan.Changed, c => c.Name == "MALOM BT").Line);

        var kosely = plan.Unsettled[0].Alike.Single(a => a.Reference is not null).Reference;
        var choices = new Dictionary<int, ImportChoice> { [3] = new(kosely), [4] = new(null) };
        Assert.True((await import.ConfirmAsync(file, choices, new Actor(1, false, []), plan.Fingerprint, cancel: cancel)).Was("NotFound"));
        Assert.True((await import.ConfirmAsync(file, choices, Actor.System, "old", cancel: cancel)).Was("ChangedMeanwhile"));
        var outcome = (await import.ConfirmAsync(file, choices, Actor.System, plan.Fingerprint, cancel: cancel)).Value;
        Assert.Equal((1, 3), (outcome.Created, outcome.Changed));
        Assert.Equal(["Kösely Zrt.", "MALOM BT", "Malom Kft.", "Új Néven Sajt Kft."],
            (await db.Companies.AsNoTracking().Select(c => c.Name).ToListAsync(cancel)).Order(StringComparer.Ordinal));
        Assert.Equal("https://sajt.example", await db.Companies.Where(c => c.TaxCore == "12345676").Select(c => c.Website).SingleAsync(cancel));
    }

    [Fact]
    public async Task Confirm_WithoutAChoice_PassesTheUnsettledOver()
    {
        await using var db = database.Open();
        db.Add(Company.Create("Kösely Mezőgazdasági Zrt."));
        await db.SaveChangesAsync(cancel);
        var outcome = (await new CompanyImport(db, clock).ConfirmAsync("name\nKösely Zrt.\nZab Kft.\n"u8.ToArray(), NoChoice, Actor.System, cancel: cancel)).Value;
        Assert.Equal((1, 0, 1), (outcome.Created, outcome.Changed, outcome.Problems));
        Assert.Equal(2, await db.Companies.CountAsync(cancel));
    }

    [Theory]
    [InlineData("name,tax_number\nA Kft.,12892313\n", "TaxNumberMistyped")]
    [InlineData("name,tax_number\nA Kft.,12345676\nEgészen Más Bt.,12345676\n", "TaxNumberTwice")]
    [InlineData("name,town\nA Kft.,x\na kft.,y\n", "NameTwice")]
    [InlineData("name,town\n,Debrecen\n", "Missing")]
    [InlineData("name,founded\nA Kft.,tavaly\n", "NotADate")]
    [InlineData("name,legal_form\nA Kft.,kft2\n", "NotKnown")]
    [InlineData("name,town\nA Kft.\n", "CellsMiscounted")]
    [InlineData("name,nace\nA Kft.,tej\n", "NaceMisshapen")]
    public async Task Preview_BadLine_IsNamedAndNotTaken(string file, string code)
    {
        await using var db = database.Open();
        var plan = (await new CompanyImport(db, clock).PreviewAsync(Encoding.UTF8.GetBytes(file), cancel)).Value;
        Assert.Contains(plan.Problems, p => p.Code == code);
        Assert.True(Web.Pages.Companies.CompanyFileWords.FileProblems.ContainsKey(code) || Web.Pages.Companies.CompanySentences.Refusals.ContainsKey(code));
    }

    [Theory]
    [InlineData("town\nDebrecen\n", "HeadingsMissing")]
    [InlineData("name,Cégnév\nA,B\n", "HeadingTwice")]
    [InlineData("", "FileEmpty")]
    public async Task Preview_NoSuchTable_IsRefused(string file, string code)
    {
        await using var db = database.Open();
        Assert.True((await new CompanyImport(db, clock).PreviewAsync(Encoding.UTF8.GetBytes(file), cancel)).Was(code));
    }

    [Fact]
    public async Task Export_TakenInAgain_ChangesNothingAndRunsNoFormula()
    {
        await using var db = database.Open();
        db.AddRange(
            Company.Create(Register.CompanyRegisterTests.Facts()), Company.Create(new CompanyFacts { Name = "=HYPERLINK(\"x\") Kft.", Settlement = "-" }),
            Company.Create(new CompanyFacts { Name = "Külföldi GmbH", Country = "AT", EuVatNumber = "ATU12345678", Role = OrganisationRole.Supplier }));
        await db.SaveChangesAsync(cancel);
        db.Add(Membership.Create(await db.Companies.Select(c => c.Id).FirstAsync(cancel), MembershipKind.Member, new DateOnly(2026, 1, 1)));
        await db.SaveChangesAsync(cancel);
        var file = await new CompanyExport(db, clock).WriteAsync(cancel);
        Assert.DoesNotContain("\n=", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        var plan = (await new CompanyImport(db, clock).PreviewAsync(file, cancel)).Value;
        Assert.Empty(plan.Problems);
        Assert.Empty(plan.Notices);
        Assert.True(plan.DoesNothing, string.Join("; ", plan.Changed.SelectMany(c => c.Changes)));
        Assert.Equal(3, plan.LeftAlone);
    }

    [Fact]
    public async Task Preview_OfTheRealFirmsOfTheCounty_AsksAboutTheTwoThatAreAlike()
    {
        var real = House.Path("..", "shared", "data", "companies_hajdu_bihar.csv");
        Assert.SkipUnless(File.Exists(real), $"{real} is not there");
        await using var db = database.Open();
        var plan = (await new CompanyImport(db, clock).PreviewAsync(await File.ReadAllBytesAsync(real, cancel), cancel)).Value;
        Assert.Empty(plan.Problems);
        Assert.Equal(34, plan.Created.Count);
        Assert.Equal(["Friesland Hungária Zrt.", "Kösely Mezőgazdasági Zrt."], plan.Unsettled.Select(u => u.Name).Order(StringComparer.Ordinal));
        Assert.Equal("10.51", (await Confirmed(db, real)).NaceMain);
    }

    private async Task<Company> Confirmed(IncubatorDb db, string path)
    {
        await new CompanyImport(db, clock).ConfirmAsync(await File.ReadAllBytesAsync(path, cancel), NoChoice, Actor.System, cancel: cancel);
        return await db.Companies.AsNoTracking().SingleAsync(c => c.Name == "Alföldi Tej Kft.", cancel);
    }
}

public class CompanyImportPagesTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Import_PreviewedDecidedAndConfirmed_WritesOnce()
    {
        await app.Given.CompanyAsync("Kösely Mezőgazdasági Zrt.");
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await staff.GetPageAsync("/companies/import")).Form().Attach("file", "x.pdf", "%PDF-1.4"u8.ToArray()).SubmitAsync()).Status);
        var file = "name,town,odd\nKösely Zrt.,Hajdúszoboszló,1\nZab Kft.,Derecske,2\n,Semmi,3\n"u8.ToArray();
        var preview = await (await staff.GetPageAsync("/companies/import")).Form().Attach("file", "cégek.csv", file).SubmitAsync();
        Assert.Equal(["1", "0", "1", "0", "1"], preview.All(".counts strong"));
        var form = preview.Form();
        var another = preview.One("input[value=another]");
        Assert.Equal("The list is in", (await UntilDone(await form.Set(another.GetAttribute("name")!, "another").SubmitAsync())).Text("h1"));
        await using var db = app.OpenDb();
        Assert.Equal(3, await db.Companies.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Conflict, (await form.SubmitAsync()).Status);
        var csv = await staff.GetAsync("/companies/export");
        Assert.Contains("Zab Kft.", await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        async Task<TestPage> UntilDone(TestPage page)
        {
            for (var i = 0; i < 100 && page.Answer.Headers.Contains("Refresh"); i++)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
                page = await staff.GetPageAsync(page.Url);
            }

            return page;
        }
    }
}
