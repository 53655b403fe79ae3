using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Programmes;

public class CohortDeskTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Join_ByHand_KeepsTheReasonAndAsksForTheUpdatesToCome()
    {
        var cohort = await CohortAsync(capacity: 2);
        var company = await app.Given.CompanyAsync();
        var manager = await app.Given.MemberAsync(company, MemberRole.Manager);
        var staff = await StaffAsync();
        Assert.True((await JoinAsync(cohort, company.Id, staff, reason: "  ")).Was("Missing"));
        Assert.True((await JoinAsync(cohort, company.Id, staff)).Succeeded);
        Assert.True((await JoinAsync(cohort, company.Id, staff)).Was("AlreadyInCohort"));
        await using var db = app.OpenDb();
        var member = await db.CohortMembers.SingleAsync(cancel);
        Assert.Equal((CohortMemberState.Active, new DateOnly(2026, 11, 9), "Came late"), (member.State, member.From, member.JoinReason));
        Assert.Equal("Joined", (await db.History.SingleAsync(h => h.Subject == nameof(CohortMember), cancel)).Act);
        // The cohort runs until 30 June 2027: the fourth quarter and the next two.
        var notices = await db.Notices.OrderBy(n => n.DueAt).ToListAsync(cancel);
        Assert.Equal(
            [("UpdateDue", "2027-01-07T07:00Z"), ("UpdateOverdue", "2027-01-21T07:00Z"), ("UpdateDue", "2027-04-07T06:00Z"),
                ("UpdateOverdue", "2027-04-21T06:00Z"), ("UpdateDue", "2027-07-07T06:00Z"), ("UpdateOverdue", "2027-07-21T06:00Z")],
            notices.Select(n => (n.Kind, n.DueAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", null))));
        Assert.All(notices, n => Assert.Equal(manager.Email, n.Recipient));
    }

    [Fact]
    public async Task Join_Full_IsRefusedAndASeatGivenBackCanBeTaken()
    {
        var cohort = await CohortAsync(capacity: 1);
        var (first, second) = (await app.Given.CompanyAsync("Első Kft."), await app.Given.CompanyAsync("Második Kft."));
        var staff = await StaffAsync();
        await JoinAsync(cohort, first.Id, staff);
        Assert.True((await JoinAsync(cohort, second.Id, staff)).Was("CohortFull"));
        Assert.True((await app.AskAsync((CohortDesk desk) => desk.SaveCohortAsync(
            new SaveCohort { Reference = cohort.Reference, Details = Details(1) with { Capacity = 0 }, SeenVersion = cohort.Version }, staff, cancel))).Was("OutOfRange"));
        var left = await app.AskAsync((CohortDesk desk) => desk.LeaveAsync(
            new EndInCohort { Member = Member(first.Id).Reference, On = new DateOnly(2026, 11, 9), Reason = "Moved away" }, staff, cancel));
        Assert.True(left.Succeeded, string.Join(", ", left.Refusals));
        Assert.True((await JoinAsync(cohort, second.Id, staff)).Succeeded);
        Assert.True((await JoinAsync(cohort, first.Id, staff)).Was("CohortFull"));
    }

    [Fact]
    public async Task Join_ManyAtOnce_NeverExceedTheCapacity()
    {
        var cohort = await CohortAsync(capacity: 3);
        var staff = await StaffAsync();
        var companies = new List<Company>();
        for (var i = 0; i < 10; i++) companies.Add(await app.Given.CompanyAsync($"{i}. Kft."));
        var results = await Task.WhenAll(companies.Select(c => Task.Run(() => JoinAsync(cohort, c.Id, staff))));
        Assert.Equal(3, results.Count(r => r.Succeeded));
        Assert.All(results.Where(r => !r.Succeeded), r => Assert.True(r.Was("CohortFull")));
    }

    [Fact]
    public async Task Leave_AndComeBack_IsAskedAnew()
    {
        var cohort = await CohortAsync();
        var company = await app.Given.CompanyAsync();
        await app.Given.MemberAsync(company, MemberRole.Manager);
        var staff = await StaffAsync();
        await JoinAsync(cohort, company.Id, staff);
        await app.AskAsync((CohortDesk desk) => desk.LeaveAsync(
            new EndInCohort { Member = Member(company.Id).Reference, On = new DateOnly(2026, 11, 9), Reason = "Moved away" }, staff, cancel));
        await using (var db = app.OpenDb()) Assert.Equal(0, await db.Notices.CountAsync(n => n.WithdrawnAt == null, cancel));
        app.Time.Advance(TimeSpan.FromDays(2));
        Assert.True((await JoinAsync(cohort, company.Id, staff)).Succeeded);
        await using var after = app.OpenDb();
        Assert.Equal(6, await after.Notices.CountAsync(n => n.WithdrawnAt == null, cancel));
        Assert.Equal(["Joined", "Left", "Joined"],
            await after.History.Where(h => h.Subject == nameof(CohortMember)).OrderBy(h => h.Id).Select(h => h.Act).ToListAsync(cancel));
    }

    [Fact]
    public async Task Graduate_MakesTheFollowUpsAndStopsAsking()
    {
        var cohort = await CohortAsync();
        var company = await app.Given.CompanyAsync();
        await app.Given.MemberAsync(company, MemberRole.Manager);
        var staff = await StaffAsync();
        await JoinAsync(cohort, company.Id, staff);
        var member = Member(company.Id);
        Assert.True((await GraduateAsync(member, new DateOnly(2026, 11, 10), staff)).Was("EndOutsideMembership"));
        Assert.True((await GraduateAsync(member, new DateOnly(2026, 11, 9), staff)).Succeeded);
        Assert.True((await GraduateAsync(member, new DateOnly(2026, 11, 9), staff)).Succeeded);
        await using var db = app.OpenDb();
        Assert.Equal([new DateOnly(2027, 5, 9), new DateOnly(2027, 11, 9), new DateOnly(2028, 11, 9)],
            await db.FollowUps.OrderBy(f => f.DueOn).Select(f => f.DueOn).ToListAsync(cancel));
        Assert.Equal(0, await db.Notices.CountAsync(n => n.WithdrawnAt == null && n.Kind.StartsWith("Update"), cancel));
        Assert.Equal("NotInCohortAnyMore", Assert.Single((await app.AskAsync((CohortDesk desk) => desk.LeaveAsync(
            new EndInCohort { Member = member.Reference, On = new DateOnly(2026, 11, 9), Reason = "x" }, staff, cancel))).Refusals).Code);
    }

    [Fact]
    public async Task Acts_OfOthersThanStaff_AreNotFound()
    {
        var cohort = await CohortAsync();
        var company = await app.Given.CompanyAsync();
        var nobody = new Actor(1, false, [company.Id]);
        Assert.True((await JoinAsync(cohort, company.Id, nobody)).Was("NotFound"));
        Assert.True((await app.AskAsync((CohortDesk desk) => desk.SaveProgrammeAsync(new SaveProgramme { NameHu = "x", NameEn = "x" }, nobody, cancel))).Was("NotFound"));
    }

    [Fact]
    public async Task SaveCohort_Stale_IsChangedMeanwhile()
    {
        var cohort = await CohortAsync();
        var staff = await StaffAsync();
        var first = await app.AskAsync((CohortDesk desk) => desk.SaveCohortAsync(
            new SaveCohort { Reference = cohort.Reference, Details = Details(5) with { Focus = "Tejtermékek" }, SeenVersion = cohort.Version }, staff, cancel));
        Assert.True(first.Succeeded, string.Join(", ", first.Refusals));
        var second = await app.AskAsync((CohortDesk desk) => desk.SaveCohortAsync(
            new SaveCohort { Reference = cohort.Reference, Details = Details(7), SeenVersion = cohort.Version }, staff, cancel));
        Assert.True(second.Was("ChangedMeanwhile"));
    }

    private CohortMember Member(long companyId)
    {
        using var db = app.OpenDb();
        return db.CohortMembers.Single(m => m.CompanyId == companyId);
    }

    private Task<Result<Done>> JoinAsync(Cohort cohort, long companyId, Actor actor, string? reason = "Came late") =>
        app.AskAsync((CohortDesk desk) => desk.JoinAsync(new JoinCohort { Cohort = cohort.Reference, CompanyId = companyId, Reason = reason }, actor, cancel));

    private Task<Result<Done>> GraduateAsync(CohortMember member, DateOnly on, Actor actor) =>
        app.AskAsync((CohortDesk desk) => desk.GraduateAsync(new EndInCohort { Member = member.Reference, On = on }, actor, cancel));

    private async Task<Actor> StaffAsync() => new((await app.Given.StaffAsync()).Id, true, []);

    private async Task<Cohort> CohortAsync(int capacity = 5)
    {
        var staff = await StaffAsync();
        var programme = await app.AskAsync((CohortDesk desk) => desk.SaveProgrammeAsync(
            new SaveProgramme { NameHu = "Élelmiszer-inkubáció", NameEn = "Food incubation" }, staff, cancel));
        var cohort = await app.AskAsync((CohortDesk desk) => desk.SaveCohortAsync(
            new SaveCohort { Programme = programme.Value, Details = Details(capacity) }, staff, cancel));
        await using var db = app.OpenDb();
        return await db.Cohorts.SingleAsync(c => c.Reference == cohort.Value, cancel);
    }

    private static CohortDetails Details(int capacity) => new()
    {
        NameHu = "2026. évi évfolyam",
        NameEn = "Cohort of 2026",
        Starts = new DateOnly(2026, 9, 1),
        Ends = new DateOnly(2027, 6, 30),
        Capacity = capacity,
    };
}
