using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Reviews;

/// <summary>What a decision does, all of it or nothing, and what it freezes.</summary>
public class DecisionDeskTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Admit_NewCompany_DoesAllOfItOnce()
    {
        var app = Host.IncubatorApp.Start();
        var cohort = await CohortAsync(app, capacity: 1);
        using var lab = await ReviewLab.BeginAsync(app, cohort: cohort.Id);
        await ReviewAllAsync(lab, lab.Applications[0], (5, 4), (3, 3), (4, 2));
        var wish = await lab.WishAsync(lab.Applications[0], DecisionKind.Admit);

        var admitted = await lab.DecideAsync(wish);
        var twice = await lab.DecideAsync(wish);

        Assert.True(admitted.Succeeded, string.Join(", ", admitted.Refusals));
        Assert.Equal(admitted.Value, twice.Value);
        await using var db = app.OpenDb();
        var company = await db.Companies.SingleAsync(cancel);
        Assert.Equal(("Zöldségszárító Kft.", "12892312"), (company.Name, company.TaxCore));
        var application = await db.Applications.SingleAsync(a => a.Id == lab.Applications[0].Id, cancel);
        Assert.Equal((ApplicationState.Admitted, company.Id), (application.State, application.CompanyId));
        var membership = await db.Memberships.SingleAsync(cancel);
        Assert.Equal((company.Id, MembershipKind.Cohort, cohort.Starts, cohort.Ends), (membership.CompanyId, membership.Kind, membership.From, membership.Until));
        Assert.Equal((company.Id, application.Id), await db.CohortMembers.Select(m => new ValueTuple<long, long?>(m.CompanyId, m.ApplicationId)).SingleAsync(cancel));
        var invitation = await db.Invitations.SingleAsync(cancel);
        Assert.Equal(("applicant1@example.com", MemberRole.Manager, company.Id), (invitation.Mail, invitation.MemberRole, invitation.CompanyId));
        var letter = await db.Notices.SingleAsync(n => n.Kind == "ApplicationAdmitted", cancel);
        Assert.Equal(("applicant1@example.com", "hu"), (letter.Recipient, letter.Language));
        Assert.Contains("\"link\":\"/", letter.Facts, StringComparison.Ordinal);
        Assert.Equal(1, await db.Decisions.CountAsync(cancel));
        Assert.Equal(1, await db.History.CountAsync(h => h.Subject == nameof(Application) && h.Act == "DecidedAdmit", cancel));
    }

    [Fact]
    public async Task Admit_CohortFull_ChangesNothingAtAll()
    {
        var app = Host.IncubatorApp.Start();
        var cohort = await CohortAsync(app, capacity: 1);
        using var lab = await ReviewLab.BeginAsync(app, cohort: cohort.Id);
        Assert.True((await lab.DecideAsync(lab.Applications[0], DecisionKind.Admit)).Succeeded);
        Assert.True((await lab.DecideAsync(lab.Applications[1], DecisionKind.Admit)).Was("CohortFull"));
        await using var db = app.OpenDb();
        Assert.Equal((1, 1, 1, 1, 1), (await db.Companies.CountAsync(cancel), await db.Memberships.CountAsync(cancel), await db.Invitations.CountAsync(cancel),
            await db.Decisions.CountAsync(cancel), await db.Notices.CountAsync(n => n.Kind == "ApplicationAdmitted", cancel)));
        Assert.Equal(ApplicationState.Submitted, await db.Applications.Where(a => a.Id == lab.Applications[1].Id).Select(a => a.State).SingleAsync(cancel));
    }

    [Fact]
    public async Task Admit_WhatTheApplicationSays_EntersTheRegisterAndTheInvitation()
    {
        using var lab = await ReviewLab.BeginAsync();
        var application = lab.Applications[0];
        await lab.App.Given.RowsAsync([.. new Dictionary<string, string>
        {
            ["company.name"] = "Zöldségszárító Kft.",
            ["company.tax"] = "12892312-2-09",
            ["company.postcode"] = "4110",
            ["company.settlement"] = "Biharkeresztes",
            ["company.address"] = "Fő utca 1.",
            ["contact.name"] = "Tóth Lilla",
            ["contact.phone"] = "+36 30 123 4567",
            ["size.currency"] = "HUF",
            ["size.1.year"] = "2025",
            ["size.1.staff"] = "6,5",
            ["size.1.turnover"] = "84 000 000",
            ["size.1.balance"] = "51 000 000",
            ["size.1.rate"] = "400",
        }.Select(a => ApplicationAnswer.Create(application.Id, a.Key, a.Value, lab.App.Now))]);
        Assert.True((await lab.DecideAsync(application, DecisionKind.Admit)).Succeeded);
        await using var db = lab.App.OpenDb();
        var company = await db.Companies.SingleAsync(cancel);
        Assert.Equal(("12892312-2-09", "Biharkeresztes", "applicant1@example.com", "+36 30 123 4567"), (company.TaxNumber, company.Settlement, company.ContactEmail, company.Phone));
        Assert.Equal("Tóth Lilla", (await db.Invitations.SingleAsync(cancel)).FullName);
        var year = await db.CompanyYears.SingleAsync(cancel);
        Assert.Equal((company.Id, 2025, 6.5m, 84_000_000m, 51_000_000m), (year.CompanyId, year.Year, year.Headcount, year.Turnover, year.BalanceTotal));
        Assert.Equal(SizeClass.Micro, company.SizeClass);
    }

    [Fact]
    public async Task Admit_SameFormAtTheSameMoment_AdmitsOnce()
    {
        using var lab = await ReviewLab.BeginAsync();
        var wish = await lab.WishAsync(lab.Applications[0], DecisionKind.Admit);
        var both = await Task.WhenAll(lab.DecideAsync(wish), lab.DecideAsync(wish), lab.DecideAsync(wish));
        Assert.Equal(both[0].Value, both[1].Value);
        Assert.Equal(both[0].Value, both[2].Value);
        await using var db = lab.App.OpenDb();
        Assert.Equal((1, 1, 1), (await db.Companies.CountAsync(cancel), await db.Decisions.CountAsync(cancel), await db.Invitations.CountAsync(cancel)));
    }

    [Fact]
    public async Task Admit_TwoForTheLastSeatAtOnce_OneIsLeftOut()
    {
        var app = Host.IncubatorApp.Start();
        var cohort = await CohortAsync(app, capacity: 1);
        using var lab = await ReviewLab.BeginAsync(app, applications: 3, cohort: cohort.Id);
        var wishes = new List<DecideApplication>();
        foreach (var application in lab.Applications) wishes.Add(await lab.WishAsync(application, DecisionKind.Admit));
        var results = await Task.WhenAll(wishes.Select(lab.DecideAsync));
        Assert.Equal((1, 2), (results.Count(r => r.Succeeded), results.Count(r => r.Was("CohortFull"))));
        await using var db = app.OpenDb();
        Assert.Equal((1, 1), (await db.Companies.CountAsync(cancel), await db.CohortMembers.CountAsync(cancel)));
    }

    [Fact]
    public async Task Admit_SaidNotToBeThatCompany_AsksNoMore()
    {
        using var lab = await ReviewLab.BeginAsync();
        var known = Company.Create(new CompanyFacts { Name = "Zöldségszárító Bt." });
        await lab.App.Given.RowsAsync(known);
        Assert.True((await lab.App.AskAsync((DuplicateDesk desk) => desk.JudgeAsync(
            new JudgeDuplicate { Application = lab.Applications[0].Reference, CompanyId = known.Id, IsSame = false }, lab.StaffActor, cancel))).Succeeded);
        Assert.NotEqual(known.Id, (await lab.DecideAsync(lab.Applications[0], DecisionKind.Admit)).Value.CompanyId);
    }

    [Fact]
    public async Task Admit_CompanyLooksKnown_StaffMustChoose()
    {
        using var lab = await ReviewLab.BeginAsync();
        var known = Company.Create(new CompanyFacts { Name = "Zöldségszárító Betéti Társaság", Settlement = "Derecske" });
        await lab.App.Given.RowsAsync(known);
        var wish = await lab.WishAsync(lab.Applications[0], DecisionKind.Admit);
        Assert.True((await lab.DecideAsync(wish)).Was("CompanyChoiceMissing"));
        var linked = await lab.DecideAsync(wish with { CompanyId = known.Id });
        Assert.Equal(known.Id, linked.Value.CompanyId);
        await using var db = lab.App.OpenDb();
        var company = await db.Companies.SingleAsync(cancel);
        // The register's own facts stay.
        Assert.Equal(("Zöldségszárító Betéti Társaság", "Derecske"), (company.Name, company.Settlement));
        Assert.Equal(1, await db.Memberships.CountAsync(m => m.CompanyId == known.Id, cancel));
    }

    [Fact]
    public async Task Admit_SaidToBeNew_MakesASecondCompany()
    {
        using var lab = await ReviewLab.BeginAsync();
        await lab.App.Given.RowsAsync(Company.Create(new CompanyFacts { Name = "Zöldségszárító Bt." }));
        Assert.True((await lab.DecideAsync(await lab.WishAsync(lab.Applications[0], DecisionKind.Admit) with { IsNewCompany = true })).Succeeded);
        await using var db = lab.App.OpenDb();
        Assert.Equal(2, await db.Companies.CountAsync(cancel));
    }

    [Fact]
    public async Task Decide_Snapshot_IsNotMovedByLaterReviews()
    {
        using var lab = await ReviewLab.BeginAsync();
        await ReviewAllAsync(lab, lab.Applications[0], (5, 5), (4, 4), (3, 3));
        await ReviewAllAsync(lab, lab.Applications[1], (2, 2), (2, 2), (2, 2));
        var decided = await lab.DecideAsync(lab.Applications[0], DecisionKind.Reject);
        await lab.DecideAsync(lab.Applications[1], DecisionKind.Reject);

        var review = await lab.ReviewOfAsync(lab.Applications[0], lab.Reviewers[0]);
        await lab.App.AskAsync((AssignmentDesk desk) => desk.ReopenAsync(review.Reference, "Elírás", lab.StaffActor, cancel));
        Assert.True((await lab.SaveAsync(await lab.ReviewOfAsync(lab.Applications[0], lab.Reviewers[0]), lab.Reviewers[0], true, 0, 0)).Succeeded);

        await using var db = lab.App.OpenDb();
        // Both decisions were made on the same ranking.
        var snapshot = await db.RankSnapshots.SingleAsync(cancel);
        Assert.Equal(snapshot.Id, await db.Decisions.Where(d => d.Reference == decided.Value.Decision).Select(d => d.SnapshotId).SingleAsync(cancel));
        var frozen = snapshot.Read();
        Assert.Equal((4m, 3, 1), (frozen.LineOf(lab.Applications[0].Id)!.Standing.RawMean, frozen.Reviewers, frozen.LineOf(lab.Applications[0].Id)!.Standing.Rank));
        Assert.Equal("Újdonság: 4. fokozat", frozen.Criteria[0].AnchorOf(4).Hu);
        Assert.Equal(2.33m, (await lab.RankAsync()).LineOf(lab.Applications[0].Id)!.Standing.RawMean);
    }

    [Fact]
    public async Task Correct_ADecision_NeedsAReasonAndKeepsTheFirst()
    {
        using var lab = await ReviewLab.BeginAsync();
        Assert.True((await lab.DecideAsync(lab.Applications[0], DecisionKind.Reject)).Succeeded);
        var wish = await lab.WishAsync(lab.Applications[0], DecisionKind.Reserve);
        Assert.True((await lab.DecideAsync(wish)).Was("CorrectionReasonMissing"));
        Assert.True((await lab.DecideAsync(wish with { CorrectionReason = "Elnéztük a számot." })).Succeeded);
        await using var db = lab.App.OpenDb();
        var decisions = await db.Decisions.OrderBy(d => d.Id).ToListAsync(cancel);
        Assert.Equal([DecisionKind.Reject, DecisionKind.Reserve], decisions.Select(d => d.Kind));
        Assert.Equal((decisions[0].Id, "Elnéztük a számot.", 1), (decisions[1].CorrectsId, decisions[1].CorrectionReason, decisions[1].ReserveOrder));
        // The first letter, where it still waits, is not sent any more.
        Assert.NotNull((await db.Notices.SingleAsync(n => n.Kind == "ApplicationRejected", cancel)).WithdrawnAt);
        Assert.Null((await db.Notices.SingleAsync(n => n.Kind == "ApplicationOnReserve", cancel)).WithdrawnAt);
    }

    [Fact]
    public async Task MoveUp_FromTheReserveList_AdmitsWithoutACorrection()
    {
        using var lab = await ReviewLab.BeginAsync();
        Assert.True((await lab.DecideAsync(lab.Applications[0], DecisionKind.Reserve)).Succeeded);
        Assert.True((await lab.DecideAsync(lab.Applications[1], DecisionKind.Reserve)).Was("ReservePlaceTaken"));
        Assert.Equal(2, await lab.App.AskAsync((DecisionDesk desk) => desk.NextReserveOrderAsync(lab.Call.Id, cancel)));
        Assert.True((await lab.DecideAsync(lab.Applications[0], DecisionKind.Admit)).Succeeded);
        // The place is free again.
        Assert.True((await lab.DecideAsync(lab.Applications[1], DecisionKind.Reserve)).Succeeded);
        var back = await lab.WishAsync(lab.Applications[0], DecisionKind.Reject) with { CorrectionReason = "Mégsem." };
        Assert.True((await lab.DecideAsync(back)).Was("AdmittedStays"));
    }

    [Fact]
    public async Task Decide_TwoAtOnceOnTheSameForm_TheSecondMustLookAgain()
    {
        using var lab = await ReviewLab.BeginAsync();
        var seen = await lab.WishAsync(lab.Applications[0], DecisionKind.Reject);
        Assert.True((await lab.DecideAsync(seen with { Kind = DecisionKind.Admit })).Succeeded);
        Assert.True((await lab.DecideAsync(seen with { SubmissionKey = Guid.NewGuid() })).Was("ChangedMeanwhile"));
    }

    [Fact]
    public async Task Decide_WrongState_IsRefused()
    {
        using var open = await ReviewLab.BeginAsync(closed: false);
        Assert.True((await open.DecideAsync(open.Applications[0], DecisionKind.Reject)).Was("ApplicationNotDecidable"));
        using var lab = await ReviewLab.BeginAsync();
        var wish = await lab.WishAsync(lab.Applications[0], DecisionKind.Reject);
        Assert.True((await lab.DecideAsync(wish with { PublicReason = " " })).Was("Missing"));
        Assert.True((await lab.DecideAsync(wish with { Kind = DecisionKind.Reserve, ReserveOrder = 0 })).Was("OutOfRange"));
        Assert.True((await lab.App.AskAsync((DecisionDesk desk) => desk.DecideAsync(wish, ReviewLab.As(lab.Reviewers[0]), cancel))).Was("NotFound"));
        // Staff who review it themselves submit first.
        Assert.True((await lab.AssignAsync(lab.Applications[0], lab.Staff)).Succeeded);
        Assert.True((await lab.DecideAsync(lab.Applications[0], DecisionKind.Reject)).Was("OwnReviewOpen"));
    }

    [Fact]
    public async Task Review_OfADecidedApplication_IsNotWantedAnyMore()
    {
        using var lab = await ReviewLab.BeginAsync();
        var review = await lab.OpenAsync(lab.Applications[0], lab.Reviewers[0]);
        Assert.True((await lab.DecideAsync(lab.Applications[0], DecisionKind.Reject)).Succeeded);
        Assert.True((await lab.SaveAsync(review, lab.Reviewers[0], true, 3, 3)).Was("ReviewNotWanted"));
    }

    private static async Task ReviewAllAsync(ReviewLab lab, Application application, params (int First, int Second)[] scores)
    {
        for (var i = 0; i < scores.Length; i++) await lab.ReviewedAsync(application, lab.Reviewers[i], scores[i].First, scores[i].Second);
    }

    internal static async Task<Cohort> CohortAsync(Host.IncubatorApp app, int capacity)
    {
        var programme = Programme.Create(new Core.Common.LocalName("Inkubáció", "Incubation"), null);
        await app.Given.RowsAsync(programme);
        var cohort = Cohort.Create(programme.Id, new CohortDetails
        {
            NameHu = "Tavasz",
            NameEn = "Spring",
            Starts = new DateOnly(2027, 1, 1),
            Ends = new DateOnly(2027, 6, 30),
            Capacity = capacity,
        });
        await app.Given.RowsAsync(cohort);
        return cohort;
    }
}
