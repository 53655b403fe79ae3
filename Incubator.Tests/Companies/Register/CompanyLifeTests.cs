using System.Text;
using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Core.Documents;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Companies.Register;

/// <summary>Memberships, leaving, figures, goals, contact and files: by staff and by the company's own managers, and by nobody else.</summary>
public class CompanyLifeTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 9);
    private readonly Lab lab = new();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => lab.Dispose();

    [Fact]
    public async Task Leave_WithMemberships_EndsThemAndAccessAndKeepsTheRecord()
    {
        await using var db = lab.Open();
        var register = new CompanyRegister(db, lab.Clock);
        var company = await CompanyAsync();
        foreach (var from in new[] { Today.AddDays(-100), Today.AddDays(30) })
            Assert.True((await register.AddMembershipAsync(
                new AddMembership { Reference = company.Reference, Kind = MembershipKind.Member, From = from }, lab.Staff, cancel)).Succeeded);
        Assert.True((await register.LeaveAsync(new LeaveCompany { Reference = company.Reference, LastDay = Today.AddDays(1), Reason = "x" }, lab.Staff, cancel)).Was("LeavingDayAhead"));
        Assert.True((await register.LeaveAsync(new LeaveCompany { Reference = company.Reference, LastDay = Today, Reason = " " }, lab.Staff, cancel)).Was("Missing"));
        Assert.True((await register.LeaveAsync(new LeaveCompany { Reference = company.Reference, LastDay = Today, Reason = "x" }, lab.Chief, cancel)).Was("NotFound"));
        Assert.True((await register.LeaveAsync(new LeaveCompany { Reference = company.Reference, LastDay = Today, Reason = "Has its own plant now" }, lab.Staff, cancel)).Succeeded);

        var gone = await CompanyAsync();
        Assert.Equal((false, Today), (gone.IsActive, gone.LeftOn));
        Assert.Equal(Today, (await db.Memberships.AsNoTracking().SingleAsync(m => m.CompanyId == gone.Id, cancel)).Until);
        Assert.Equal("Has its own plant now", (await db.History.SingleAsync(h => h.Act == "Left", cancel)).Reason);
        Assert.Equal(3, await db.CompanyMembers.CountAsync(m => m.CompanyId == gone.Id, cancel));
        Assert.True((await register.AddMembershipAsync(
            new AddMembership { Reference = company.Reference, Kind = MembershipKind.Member, From = Today }, lab.Staff, cancel)).Was("CompanyHasLeft"));

        Assert.True((await register.ReturnAsync(
            new AddMembership { Reference = company.Reference, Kind = MembershipKind.SingleUse, From = Today, Until = Today.AddDays(30) }, lab.Staff, cancel)).Succeeded);
        Assert.Equal((true, (DateOnly?)null), ((await CompanyAsync()).IsActive, (await CompanyAsync()).LeftOn));
        Assert.Equal(2, await db.Memberships.CountAsync(m => m.CompanyId == gone.Id, cancel));
    }

    [Fact]
    public async Task EndMembership_OfAnotherCompany_IsNotFound()
    {
        await using var db = lab.Open();
        var register = new CompanyRegister(db, lab.Clock);
        var company = await CompanyAsync();
        await register.AddMembershipAsync(new AddMembership { Reference = company.Reference, Kind = MembershipKind.Member, From = Today.AddDays(-9) }, lab.Staff, cancel);
        var id = await db.Memberships.Select(m => m.Id).SingleAsync(cancel);
        var mill = await db.Companies.AsNoTracking().SingleAsync(c => c.Id == lab.Mill, cancel);
        Assert.True((await register.EndMembershipAsync(mill.Reference, id, Today, null, lab.Staff, cancel)).Was("NotFound"));
        Assert.True((await register.EndMembershipAsync(company.Reference, id, Today.AddDays(-10), null, lab.Staff, cancel)).Was("MembershipEndsBeforeItBegins"));
        Assert.True((await register.EndMembershipAsync(company.Reference, id, Today, "Agreed", lab.Staff, cancel)).Succeeded);
        Assert.Equal(Today, (await db.Memberships.AsNoTracking().SingleAsync(cancel)).Until);
    }

    [Fact]
    public async Task EditContact_ByTheManager_ChangesNothingElse()
    {
        await using var db = lab.Open();
        var register = new CompanyRegister(db, lab.Clock);
        var company = await CompanyAsync();
        EditContact Wish(Guid version) => new() { Reference = company.Reference, Website = "sajt.example", ContactEmail = "iroda@sajt.example", Phone = "52", SeenVersion = version };
        Assert.True((await register.EditContactAsync(Wish(company.Version), lab.Anna, cancel)).Was("NotFound"));
        Assert.True((await register.EditContactAsync(Wish(company.Version), lab.Dora, cancel)).Was("NotFound"));
        Assert.True((await register.EditContactAsync(Wish(Guid.NewGuid()), lab.Chief, cancel)).Was("ChangedMeanwhile"));
        Assert.True((await register.EditContactAsync(Wish(company.Version) with { ContactEmail = "a@b" }, lab.Chief, cancel)).Was("EmailMisshapen"));
        Assert.True((await register.EditContactAsync(Wish(company.Version), lab.Chief, cancel)).Succeeded);
        var after = await CompanyAsync();
        Assert.Equal((company.Name, "https://sajt.example", "52"), (after.Name, after.Website, after.Phone));
    }

    [Fact]
    public async Task Figures_SaidByTheManager_MakeTheSizeClass()
    {
        await using var db = lab.Open();
        var desk = new SizeDesk(db, lab.Clock);
        var company = (await CompanyAsync()).Reference;
        var year = new YearFigures { Year = 2025, Headcount = 8, Turnover = 200_000_000, BalanceTotal = 100_000_000, Rate = 400 };
        Assert.True((await desk.SayYearAsync(company, year, lab.Anna, cancel)).Was("NotFound"));
        Assert.True((await desk.SayYearAsync(company, year, lab.Dora, cancel)).Was("NotFound"));
        Assert.True((await desk.SayYearAsync(company, year with { Year = 2027 }, lab.Chief, cancel)).Was("OutOfRange"));
        Assert.True((await desk.SayYearAsync(company, year, lab.Chief, cancel)).Succeeded);
        Assert.Equal(SizeClass.Micro, (await CompanyAsync()).SizeClass);

        Assert.True((await desk.SayYearAsync(company, year with { Headcount = 12 }, lab.Chief, cancel)).Succeeded);
        Assert.Equal(SizeClass.Small, (await CompanyAsync()).SizeClass);
        Assert.Equal(["YearSaid", "SizeChanged", "YearSaid", "SizeChanged"], await ActsAsync());
        Assert.True((await desk.RemoveYearAsync(company, 2025, lab.Chief, cancel)).Succeeded);
        Assert.Null((await CompanyAsync()).SizeClass);
    }

    [Fact]
    public async Task Links_AddedAndFilledIn_CountAndGo()
    {
        await using var db = lab.Open();
        var desk = new SizeDesk(db, lab.Clock);
        var company = (await CompanyAsync()).Reference;
        var mill = await db.Companies.AsNoTracking().SingleAsync(c => c.Id == lab.Mill, cancel);
        await desk.SayYearAsync(company, new YearFigures { Year = 2025, Headcount = 8, Turnover = 1, BalanceTotal = 1, Currency = "EUR" }, lab.Staff, cancel);
        var facts = new LinkFacts { Name = "Anya Zrt.", SharePercent = 60, Direction = LinkDirection.OwnedBy };
        Assert.True((await desk.SaveLinkAsync(new SaveLink { Company = company, Facts = facts with { Kind = LinkedFirmKind.ExemptInvestor } }, lab.Staff, cancel)).Was("ExceptionUnnamed"));
        Assert.True((await desk.SaveLinkAsync(new SaveLink { Company = company, Facts = facts with { SharePercent = 101 } }, lab.Staff, cancel)).Was("OutOfRange"));
        var link = (await desk.SaveLinkAsync(new SaveLink { Company = company, Facts = facts }, lab.Chief, cancel)).Value;
        Assert.Null((await CompanyAsync()).SizeClass);
        Assert.True((await desk.SayLinkYearAsync(mill.Reference, link, new YearFigures { Year = 2025, Headcount = 1, Currency = "EUR" }, lab.Staff, cancel)).Was("NotFound"));
        Assert.True((await desk.SayLinkYearAsync(company, link, new YearFigures { Year = 2025, Headcount = 45, Turnover = 1, BalanceTotal = 1, Currency = "EUR" }, lab.Chief, cancel)).Succeeded);
        Assert.Equal(SizeClass.Medium, (await CompanyAsync()).SizeClass);
        Assert.True((await desk.SaveLinkAsync(new SaveLink { Company = company, Link = link, Facts = facts with { SharePercent = 20 } }, lab.Chief, cancel)).Succeeded);
        Assert.Equal(SizeClass.Micro, (await CompanyAsync()).SizeClass);
        Assert.True((await desk.RemoveLinkAsync(company, link, lab.Dora, cancel)).Was("NotFound"));
        Assert.True((await desk.RemoveLinkAsync(company, link, lab.Chief, cancel)).Succeeded);
        Assert.Equal(0, await db.CompanyLinkYears.CountAsync(cancel));
    }

    [Fact]
    public async Task Goals_SavedAndReached_AreTheCompanysOwn()
    {
        await using var db = lab.Open();
        var desk = new GoalDesk(db, lab.Clock);
        var company = (await CompanyAsync()).Reference;
        var wish = new SaveGoal { Company = company, Words = "Három hónapig eltartható sajt", Language = "hu", TargetOn = Today.AddDays(200) };
        Assert.True((await desk.SaveAsync(wish, lab.Dora, cancel)).Was("NotFound"));
        Assert.True((await desk.SaveAsync(wish with { Words = " " }, lab.Chief, cancel)).Was("Missing"));
        var goal = (await desk.SaveAsync(wish, lab.Chief, cancel)).Value;
        var there = await db.CompanyGoals.AsNoTracking().SingleAsync(cancel);
        Assert.True((await desk.SaveAsync(wish with { Goal = goal, SeenVersion = Guid.NewGuid() }, lab.Chief, cancel)).Was("ChangedMeanwhile"));
        Assert.True((await desk.SaveAsync(wish with { Goal = goal, SeenVersion = there.Version, State = GoalState.Reached }, lab.Chief, cancel)).Succeeded);
        Assert.Equal(GoalState.Reached, (await db.CompanyGoals.AsNoTracking().SingleAsync(cancel)).State);
        Assert.Equal(["GoalAdded", "GoalEdited"], await ActsAsync());
    }

    [Fact]
    public async Task Files_OfStaffAndManager_AreKeptApart()
    {
        await using var db = lab.Open();
        var desk = new CompanyFileDesk(db, new DocumentArchive(db, lab.Clock), lab.Clock);
        var company = (await CompanyAsync()).Reference;
        KeepCompanyFile File(bool forStaff) => new()
        {
            Company = company,
            Kind = CompanyDocumentKind.Agreement,
            IsForStaff = forStaff,
            FileName = "../szerződés.exe",
            Bytes = Encoding.ASCII.GetBytes("%PDF-1.4 …"),
        };
        Assert.True((await desk.KeepAsync(File(false), lab.Dora, cancel)).Was("NotFound"));
        Assert.True((await desk.KeepAsync(File(false) with { Bytes = Encoding.ASCII.GetBytes("MZ program") }, lab.Chief, cancel)).Was("NotADocument"));
        var secret = (await desk.KeepAsync(File(true), lab.Staff, cancel)).Value;
        var own = (await desk.KeepAsync(File(true), lab.Chief, cancel)).Value;
        var rows = await db.CompanyDocuments.AsNoTracking().OrderBy(d => d.AttachmentId).ToListAsync(cancel);
        Assert.Equal([true, false], rows.Select(r => r.IsForStaff));
        Assert.Equal("szerződés.pdf", await db.Attachments.Where(a => a.Reference == own).Select(a => a.FileName).SingleAsync(cancel));
        Assert.True((await desk.RemoveAsync(company, secret, lab.Chief, cancel)).Was("NotFound"));
        Assert.True((await desk.RemoveAsync(company, own, lab.Chief, cancel)).Succeeded);
        Assert.True((await desk.RemoveAsync(company, secret, lab.Staff, cancel)).Succeeded);
        Assert.Equal(0, await db.Attachments.CountAsync(cancel));
    }

    private async Task<Company> CompanyAsync()
    {
        await using var db = lab.Open();
        return await db.Companies.AsNoTracking().SingleAsync(c => c.Id == lab.Dairy, cancel);
    }

    private async Task<List<string>> ActsAsync()
    {
        await using var db = lab.Open();
        return await db.History.Where(h => h.Subject == "Company" && h.SubjectId == lab.Dairy).OrderBy(h => h.Id).Select(h => h.Act).ToListAsync(cancel);
    }
}
