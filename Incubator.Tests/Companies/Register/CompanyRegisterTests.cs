using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Incubator.Tests.Companies.Register;

public class CompanyRegisterTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 9, 7, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 9);
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly FakeTimeProvider clock = new(Now);
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Create_WithAMembership_KeepsFactsNormalAndTellsHistory()
    {
        await using var db = database.Open();
        var saved = (await Register(db).CreateAsync(new RegisterCompany { Facts = Facts(), Kind = MembershipKind.Cohort, From = Today }, Actor.System, cancel)).Value;
        db.ChangeTracker.Clear();
        var company = await db.Companies.Include(c => c.Keys).Include(c => c.OtherActivities).AsSplitQuery().SingleAsync(cancel);
        Assert.Equal(saved.Reference, company.Reference);
        Assert.Equal(("12345676-2-09", "12345676", "09-09-123456", "10.51"), (company.TaxNumber, company.TaxCore, company.RegisterNumber, company.NaceMain));
        Assert.Equal("hajdu sajtmuhely", company.NameKey);
        Assert.Contains(company.Keys, k => k is { Kind: CompanyKeyKind.Word, Key: "debrecen" });
        Assert.Equal(["10.52", "46.33"], company.OtherActivities.Select(a => a.Code).Order());
        Assert.Equal(MembershipKind.Cohort, (await db.Memberships.SingleAsync(cancel)).Kind);
        Assert.Equal(["Registered", "MembershipBegun"], await Acts(db, company.Id));
    }

    [Fact]
    public async Task Create_ByAMember_IsNotFound()
    {
        await using var db = database.Open();
        Assert.True((await Register(db).CreateAsync(new RegisterCompany { Facts = Facts() }, new Actor(1, false, [1]), cancel)).Was("NotFound"));
        Assert.Equal(0, await db.Companies.CountAsync(cancel));
    }

    public static readonly TheoryData<string, Func<CompanyFacts, CompanyFacts>, string, string> Broken = new()
    {
        { "no name", f => f with { Name = " " }, "Missing", "Name" },
        { "long name", f => f with { Name = new string('x', 161) }, "TextTooLong", "Name" },
        { "mistyped tax number", f => f with { TaxNumber = "12892313" }, "TaxNumberMistyped", "TaxNumber" },
        { "short tax number", f => f with { TaxNumber = "123" }, "TaxNumberMisshapen", "TaxNumber" },
        { "mistyped VAT number", f => f with { EuVatNumber = "HU12892313" }, "VatNumberMistyped", "EuVatNumber" },
        { "register number", f => f with { RegisterNumber = "9-9-1" }, "RegisterNumberMisshapen", "RegisterNumber" },
        { "activity", f => f with { NaceMain = "tej" }, "NaceMisshapen", "NaceMain" },
        { "other activity", f => f with { NaceOthers = ["tej"] }, "NaceMisshapen", "NaceOthers" },
        { "postcode", f => f with { Postcode = "40" }, "PostcodeMisshapen", "Postcode" },
        { "country", f => f with { Country = "Hungary" }, "CountryUnknown", "Country" },
        { "website", f => f with { Website = "javascript://alert" }, "WebsiteMisshapen", "Website" },
        { "mail address", f => f with { ContactEmail = "a@b" }, "EmailMisshapen", "ContactEmail" },
        { "founded tomorrow", f => f with { FoundedOn = Today.AddDays(1) }, "FoundingDayImpossible", "FoundedOn" },
        { "control characters", f => f with { Settlement = "a\u0000b" }, "ControlCharacters", "Settlement" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Create_BrokenLimit_IsRefusedAtItsField(string what, Func<CompanyFacts, CompanyFacts> broken, string code, string field)
    {
        await using var db = database.Open();
        var result = await Register(db).CreateAsync(new RegisterCompany { Facts = broken(Facts()) }, Actor.System, cancel);
        Assert.True(result.Refusals.Any(r => r.Code == code && r.Field == field), $"{what}: {string.Join(", ", result.Refusals)}");
    }

    [Fact]
    public async Task Create_SimilarName_AsksFirstAndNeverMerges()
    {
        await using var db = database.Open();
        await Create(db, Facts());
        var like = Facts() with { Name = "HAJDU SAJTMÜHELY Bt", TaxNumber = "10484878", ShortName = null };
        var asked = await Register(db).CreateAsync(new RegisterCompany { Facts = like }, Actor.System, cancel);
        var similar = Assert.Single(asked.Refusals, r => r.Code == "CompanySimilar");
        var alike = Assert.Single(Assert.IsType<IReadOnlyList<PossibleDuplicate>>(similar.Facts[CompanyRegister.AlikeFact], exactMatch: false));
        Assert.Equal(("Hajdú Sajtműhely Kft.", DuplicateReason.SameName), (alike.Name, alike.Reason));
        Assert.True((await Register(db).CreateAsync(new RegisterCompany { Facts = like, DuplicatesSeen = true }, Actor.System, cancel)).Succeeded);
        Assert.Equal(2, await db.Companies.CountAsync(cancel));
    }

    [Fact]
    public async Task Create_TaxNumberThere_IsRefusedThoughSeen()
    {
        await using var db = database.Open();
        await Create(db, Facts());
        var result = await Register(db).CreateAsync(
            new RegisterCompany { Facts = Facts() with { Name = "Egészen Más Zrt.", TaxNumber = "12345676-4-51" }, DuplicatesSeen = true }, Actor.System, cancel);
        Assert.Equal("Hajdú Sajtműhely Kft.", Assert.Single(result.Refusals, r => r.Code == "TaxNumberTaken").Facts["company"]);
    }

    [Fact]
    public async Task Edit_NewName_ChangesWhatItIsFoundBy()
    {
        await using var db = database.Open();
        var saved = await Create(db, Facts());
        var seen = await db.Companies.AsNoTracking().SingleAsync(cancel);
        var edited = await Register(db).EditAsync(new EditCompany
        {
            Reference = saved.Reference,
            Facts = Facts() with { Name = "Cívis Sajt Kft.", ShortName = null, NaceOthers = ["10.52"] },
            SeenVersion = seen.Version,
        }, Actor.System, cancel);
        Assert.True(edited.Value.Changed);
        db.ChangeTracker.Clear();
        var words = await db.CompanyKeys.Where(k => k.Kind == CompanyKeyKind.Word).Select(k => k.Key).ToListAsync(cancel);
        Assert.Contains("civis", words);
        Assert.DoesNotContain("sajtmuhely", words);
        Assert.Equal(["10.52"], await db.CompanyActivities.Select(a => a.Code).ToListAsync(cancel));
        Assert.Contains("Edited", await Acts(db, saved.Id));
        var same = await Register(db).EditAsync(new EditCompany
        {
            Reference = saved.Reference,
            Facts = Facts() with { Name = "Cívis Sajt Kft.", ShortName = null, NaceOthers = ["10.52"] },
            SeenVersion = (await db.Companies.AsNoTracking().SingleAsync(cancel)).Version,
        }, Actor.System, cancel);
        Assert.False(same.Value.Changed);
        Assert.True((await Register(db).EditAsync(new EditCompany { Reference = saved.Reference, Facts = Facts(), SeenVersion = seen.Version }, Actor.System, cancel))
            .Was("ChangedMeanwhile"));
    }

    [Fact]
    public async Task FindDuplicates_ByTaxNumberAndName_TellsWhyAndSparesTheOthers()
    {
        await using var db = database.Open();
        await Create(db, Facts());
        await Create(db, new CompanyFacts { Name = "Kösely Mezőgazdasági Zrt." });
        await Create(db, new CompanyFacts { Name = "Egészen Más Kft." });
        var found = await Register(db).FindDuplicatesAsync("12345676-2-09", "Kösely Zrt.", cancel: cancel);
        Assert.Equal(
            [("Hajdú Sajtműhely Kft.", DuplicateReason.SameTaxNumber), ("Kösely Mezőgazdasági Zrt.", DuplicateReason.SimilarName)],
            found.Select(f => (f.Name, f.Reason)));
        Assert.Equal(DuplicateReason.SameName, Assert.Single(await Register(db).FindDuplicatesAsync(null, "KOSELY mezogazdasagi", cancel: cancel)).Reason);
        Assert.Empty(await Register(db).FindDuplicatesAsync(null, "Kösely Zrt.", found[1].CompanyId, cancel));
    }

    [Fact]
    public async Task Admit_NewAndExisting_MakesOneOrBringsTheChosenUpToDate()
    {
        await using var db = database.Open();
        var first = await Admit(db, Facts(), null);
        var id = first.Value.Id;
        Assert.True((await Admit(db, Facts() with { Name = "Más néven Kft." }, null)).Was("TaxNumberTaken"));
        var again = await Admit(db, Facts() with { Website = "sajt.example" }, id);
        Assert.Equal(id, again.Value.Id);
        db.ChangeTracker.Clear();
        Assert.Equal("https://sajt.example", (await db.Companies.SingleAsync(cancel)).Website);
        Assert.Equal(2, await db.Memberships.CountAsync(m => m.CompanyId == id, cancel));
        Assert.Equal(["Registered", "MembershipBegun", "Edited", "MembershipBegun"], await Acts(db, id));
    }

    [Fact]
    public async Task Admit_FiguresTold_EnterWhereNothingStandsAndSayTheSize()
    {
        await using var db = database.Open();
        var link = new LinkFacts { Name = "Anya Zrt.", SharePercent = 60, Direction = LinkDirection.OwnedBy };
        var id = (await Admit(db, Facts(), null, new ToldFigures([Year(2025, 8), Year(2024, 7)], [(link, [Year(2025, 240)])]))).Value.Id;
        Assert.Equal([(2024, 7m), (2025, 8m)], (await db.CompanyYears.OrderBy(y => y.Year).ToListAsync(cancel)).Select(y => (y.Year, y.Headcount)));
        Assert.Equal(("Anya Zrt.", 240m), (await db.CompanyLinks.Select(l => l.Name).SingleAsync(cancel), await db.CompanyLinkYears.Select(y => y.Headcount).SingleAsync(cancel)));
        Assert.Equal(SizeClass.Medium, await db.Companies.Select(c => c.SizeClass).SingleAsync(cancel));
        Assert.Equal(["Registered", "MembershipBegun", "YearSaid", "YearSaid", "LinkAdded", "SizeChanged"], await Acts(db, id));
        // What the register knows stays; only the year that it lacks is added.
        await Admit(db, Facts(), id, new ToldFigures([Year(2025, 99), Year(2023, 6)], [(link with { Name = "Más Zrt." }, [])]));
        db.ChangeTracker.Clear();
        Assert.Equal([(2023, 6m), (2024, 7m), (2025, 8m)], (await db.CompanyYears.OrderBy(y => y.Year).ToListAsync(cancel)).Select(y => (y.Year, y.Headcount)));
        Assert.Equal(1, await db.CompanyLinks.CountAsync(cancel));

        static YearFigures Year(int year, decimal staff) => new() { Year = year, Headcount = staff, Turnover = 120_000_000, BalanceTotal = 80_000_000, Rate = 400 };
    }

    [Fact]
    public async Task IndexOld_CompanyFromBefore_IsFoundAgain()
    {
        await using var db = database.Open();
        var saved = await Create(db, Facts());
        await db.CompanyKeys.ExecuteDeleteAsync(cancel);
        await db.Companies.ExecuteUpdateAsync(c => c.SetProperty(x => x.NameKey, "").SetProperty(x => x.Reference, Guid.Empty), cancel);
        db.ChangeTracker.Clear();
        await Register(db).IndexOldAsync(cancel);
        Assert.NotEqual(Guid.Empty, (await db.Companies.AsNoTracking().SingleAsync(cancel)).Reference);
        Assert.Equal(saved.Id, Assert.Single(await Register(db).FindDuplicatesAsync(null, "Hajdú Sajtműhely", cancel: cancel)).CompanyId);
    }

    internal static CompanyFacts Facts() => new()
    {
        Name = "  Hajdú  Sajtműhely Kft. ",
        ShortName = "Sajtműhely",
        LegalForm = LegalForm.Kft,
        TaxNumber = "12345676209",
        EuVatNumber = "hu 12345676",
        RegisterNumber = "0909123456",
        Postcode = "4024",
        Settlement = "Debrecen",
        Address = "Piac u. 20.",
        Website = "sajtmuhely.example",
        ContactEmail = "iroda@sajtmuhely.example",
        NaceMain = "1051",
        NaceOthers = ["46.33", "1052"],
        FoundedOn = new DateOnly(2019, 3, 1),
        S3Priority = S3Priority.AgriFood,
    };

    private CompanyRegister Register(IncubatorDb db) => new(db, clock);

    private async Task<CompanySaved> Create(IncubatorDb db, CompanyFacts facts) =>
        (await Register(db).CreateAsync(new RegisterCompany { Facts = facts }, Actor.System, cancel)).Value;

    private Task<Result<Company>> Admit(IncubatorDb db, CompanyFacts facts, long? existing, ToldFigures? told = null) => db.CommitAsync(token => Register(db).AdmitWithinAsync(
        facts, MembershipKind.Member, Today, null, existing, told ?? new ToldFigures([], []), Actor.System, Now, token), cancel: cancel);

    private async Task<List<string>> Acts(IncubatorDb db, long id) =>
        await db.History.Where(h => h.Subject == "Company" && h.SubjectId == id).OrderBy(h => h.Id).Select(h => h.Act).ToListAsync(cancel);
}
