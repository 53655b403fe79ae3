using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Jury;

/// <summary>Who may score whom, what closing does, and how ties and protocols come about.</summary>
public class JuryDeskTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Score_OneByOne_IsKeptAtOnceAndMayBeChanged()
    {
        using var lab = await JuryLab.BeginAsync();
        Assert.True((await lab.ScoreAsync(lab.Jurors[1], 0, 0, 4)).Succeeded);
        Assert.True((await lab.ScoreAsync(lab.Jurors[1], 0, 1, 2)).Succeeded);
        Assert.True((await lab.ScoreAsync(lab.Jurors[1], 0, 0, 5)).Succeeded);
        var sheet = await lab.SheetAsync(lab.Jurors[1], 0);
        Assert.Equal([5, 2], sheet!.Scores.OrderBy(s => s.CriterionId).Select(s => s.Score));
        await using var db = lab.App.OpenDb();
        Assert.Equal(3, await db.History.CountAsync(h => h.Subject == nameof(JurySheet) && h.Act == "Scored", cancel));
        Assert.True((await lab.ScoreAsync(lab.Jurors[1], 0, 0, 6)).Was("OutOfRange"));
        Assert.True((await lab.App.AskAsync((JuryDesk desk) => desk.CommentAsync(
            new WriteComment { Camp = lab.Camp.Reference, Team = lab.Teams[0].Reference, Comment = " Jó mérések. " }, JuryLab.As(lab.Jurors[1]), cancel))).Succeeded);
        Assert.Equal("Jó mérések.", (await lab.SheetAsync(lab.Jurors[1], 0))!.Comment);
    }

    [Fact]
    public async Task Score_ByWhoMayNot_IsRefused()
    {
        using var lab = await JuryLab.BeginAsync();
        Assert.True((await lab.ScoreAsync(lab.Staff, 0, 0, 4)).Was("NotFound"));
        var mentor = lab.Jurors[1];
        // As a mentor the same person has another row in the crew.
        var row = CrewMember.Create(lab.Camp.Id, mentor.Id, CrewRole.Mentor);
        await lab.App.Given.RowsAsync(row);
        await lab.App.Given.RowsAsync(TeamCrew.Create(lab.Teams[0].Id, row.Id));
        Assert.True((await lab.ScoreAsync(mentor, 0, 0, 4)).Was("JurorHelpedTeam"));
        Assert.True((await lab.ScoreAsync(mentor, 1, 0, 4)).Succeeded);
        // Of the company that brought the challenge of the second and third team.
        await lab.App.Given.RowsAsync(CompanyMember.Create(lab.Companies[1].Id, lab.Jurors[2].Id, MemberRole.Member));
        Assert.True((await lab.ScoreAsync(lab.Jurors[2], 1, 0, 4)).Was("JurorOfChallengeOwner"));
        Assert.True((await lab.ScoreAsync(lab.Jurors[2], 0, 0, 4)).Succeeded);
    }

    [Fact]
    public async Task Score_TeamThatHadAMentorsHourOfTheJuror_IsRefused()
    {
        using var lab = await JuryLab.BeginAsync();
        var row = CrewMember.Create(lab.Camp.Id, lab.Jurors[1].Id, CrewRole.Mentor);
        var session = CampSession.Create(lab.Camp.Id, SessionKind.Mentoring, "Mentorálás", "Mentoring", 30);
        await lab.App.Given.RowsAsync(row, session);
        await lab.App.Given.RowsAsync(new SessionTeam { SessionId = session.Id, TeamId = lab.Teams[2].Id }, new SessionCrew { SessionId = session.Id, CrewMemberId = row.Id });
        Assert.True((await lab.ScoreAsync(lab.Jurors[1], 2, 0, 4)).Was("JurorHelpedTeam"));
        Assert.True((await lab.ScoreAsync(lab.Jurors[1], 0, 0, 4)).Succeeded);
    }

    [Fact]
    public async Task Score_BeforeTheCampRuns_IsRefused()
    {
        using var lab = await JuryLab.BeginAsync(status: CampStatus.Preparing);
        Assert.True((await lab.ScoreAsync(lab.Jurors[1], 0, 0, 4)).Was("JuryNotOpen"));
        Assert.True((await lab.CloseAsync()).Was("JuryNotOpen"));
    }

    [Fact]
    public async Task Recuse_AfterScoring_ForgetsTheScoresAndHolds()
    {
        using var lab = await JuryLab.BeginAsync();
        var juror = lab.Jurors[1];
        Assert.True((await lab.ScoreAsync(juror, 0, 0, 5)).Succeeded);
        Assert.True((await lab.RecuseAsync(juror, 0, " ")).Was("Missing"));
        Assert.True((await lab.RecuseAsync(juror, 0, "A nővérem a csapatban van.")).Succeeded);
        Assert.Empty((await lab.SheetAsync(juror, 0))!.Scores);
        Assert.True((await lab.ScoreAsync(juror, 0, 0, 5)).Was("JurorRecused"));
        Assert.True((await lab.RecuseAsync(juror, 0, "Mégis.")).Was("JurorRecused"));
    }

    [Fact]
    public async Task Close_WithScoresMissing_WantsThemSeenAndLeavesThemOut()
    {
        using var lab = await JuryLab.BeginAsync();
        Assert.True((await lab.CloseAsync()).Was("NothingScored"));
        await lab.ScoreAllAsync(lab.Jurors[0], 0, 5);
        await lab.ScoreAllAsync(lab.Jurors[0], 1, 3);
        Assert.True((await lab.ScoreAsync(lab.Jurors[1], 1, 0, 1)).Succeeded);
        Assert.True((await lab.RecuseAsync(lab.Jurors[2], 0, "Versenytárs.")).Succeeded);
        var refused = await lab.CloseAsync();
        // Three jurors and teams, less one recusal and two complete sheets.
        Assert.Equal(6, Assert.Single(refused.Refusals).Facts["count"]);
        Assert.True((await lab.CloseAsync(JuryLab.As(lab.Jurors[1]), true)).Was("NotFound"));
        Assert.True((await lab.CloseAsync(acceptsMissing: true)).Succeeded);
        Assert.True((await lab.ScoreAsync(lab.Jurors[1], 1, 1, 1)).Was("JuryClosed"));
        Assert.True((await lab.CloseAsync(acceptsMissing: true)).Was("JuryClosed"));
        var protocol = await lab.LastProtocolAsync();
        Assert.True(protocol.IsSound);
        var table = protocol.Read();
        // The sheet that was only begun counts nowhere.
        Assert.Equal([(lab.Teams[0].Id, 5.00m), (lab.Teams[1].Id, 3.00m)], table.Standings.Where(s => s.Rank is not null).Select(s => (s.TeamId, s.Score!.Value)));
        Assert.Equal(JuryBar.Recused, table.CellOf(lab.Teams[0].Id, lab.JurorRows[2].Id).Bar);
    }

    [Fact]
    public async Task Closed_CrewAndNamesChangedAfterwards_KeepsWhatWasFrozen()
    {
        using var lab = await JuryLab.BeginAsync();
        await lab.ScoreAllAsync(lab.Jurors[0], 0, 4);
        await lab.ScoreAllAsync(lab.Jurors[0], 1, 4);
        Assert.True((await lab.CloseAsync(acceptsMissing: true)).Succeeded);
        // Somebody makes the chair a mentor of the first team now: its scores stay, and so does the tie.
        await lab.App.Given.RowsAsync(TeamCrew.Create(lab.Teams[0].Id, lab.JurorRows[0].Id));
        Assert.True((await DecideAsync(lab, (1, 1), (0, 2))).Succeeded);
        var table = (await lab.LastProtocolAsync()).Read();
        Assert.Equal([lab.Teams[1].Id, lab.Teams[0].Id], table.Standings.Where(s => s.Rank is not null).Select(s => s.TeamId));
        Assert.Equal(JuryBar.None, table.CellOf(lab.Teams[0].Id, lab.JurorRows[0].Id).Bar);
    }

    [Fact]
    public async Task DecideTie_ByTheChair_TakesANewProtocolAndAllowsPublishing()
    {
        using var lab = await JuryLab.BeginAsync();
        await lab.ScoreAllAsync(lab.Jurors[0], 0, 4);
        await lab.ScoreAllAsync(lab.Jurors[0], 1, 4);
        await lab.ScoreAllAsync(lab.Jurors[0], 2, 2);
        Assert.True((await DecideAsync(lab, (0, 1), (1, 2))).Was("JuryStillOpen"));
        Assert.True((await lab.CloseAsync(acceptsMissing: true)).Succeeded);
        Assert.True((await PublishAsync(lab)).Was("TieUndecided"));
        Assert.True((await DecideAsync(lab, (0, 1), (2, 2))).Was("ChangedMeanwhile"));
        Assert.True((await DecideAsync(lab, (0, 1), (1, 1))).Was("TieOrderUnclear"));
        Assert.True((await lab.App.AskAsync((JuryChair chair) => chair.DecideTieAsync(
            new DecideTie { Camp = lab.Camp.Reference, Places = [], Reason = "x" }, JuryLab.As(lab.Jurors[1]), cancel))).Was("NotFound"));
        Assert.True((await DecideAsync(lab, (1, 1), (0, 2))).Succeeded);
        var protocol = await lab.LastProtocolAsync();
        Assert.Equal(2, protocol.Number);
        Assert.Equal([lab.Teams[1].Id, lab.Teams[0].Id, lab.Teams[2].Id], protocol.Read().Standings.Select(s => s.TeamId));
        Assert.True((await lab.App.AskAsync((JuryChair chair) => chair.PublishAsync(lab.Camp.Reference, JuryLab.As(lab.Jurors[0]), cancel))).Was("NotFound"));
        Assert.True((await PublishAsync(lab)).Succeeded);
        Assert.True((await ReopenAsync(lab)).Was("ResultPublic"));
        Assert.True((await lab.App.AskAsync((JuryChair chair) => chair.WithdrawAsync(lab.Camp.Reference, "Elírás.", lab.StaffActor, cancel))).Succeeded);
        Assert.True((await ReopenAsync(lab)).Succeeded);
        await using var db = lab.App.OpenDb();
        Assert.Equal((0, 2), (await db.TieOrders.CountAsync(cancel), await db.JuryProtocols.CountAsync(cancel)));
        Assert.True((await lab.ScoreAsync(lab.Jurors[0], 1, 0, 5)).Succeeded);
        Assert.True((await lab.CloseAsync(lab.StaffActor, true)).Succeeded);
        Assert.Equal(3, (await lab.LastProtocolAsync()).Number);
    }

    [Fact]
    public async Task Protocol_ChangedBehindTheProgram_IsNoticed()
    {
        using var lab = await JuryLab.BeginAsync();
        await lab.ScoreAllAsync(lab.Jurors[0], 0, 4);
        Assert.True((await lab.CloseAsync(acceptsMissing: true)).Succeeded);
        await using var db = lab.App.OpenDb();
        await db.JuryProtocols.ExecuteUpdateAsync(p => p.SetProperty(x => x.Table, x => x.Table.Replace("\"Score\":4", "\"Score\":5")), cancel);
        Assert.False((await lab.LastProtocolAsync()).IsSound);
    }

    [Fact]
    public async Task Criteria_CopiedEditedAndMoved_AreTheCampsOwnUntilTheFirstScore()
    {
        using var lab = await JuryLab.BeginAsync();
        var other = Camp.Create(JuryLab.Details() with { NameHu = "Tavaszi tábor", NameEn = "Spring camp" });
        await lab.App.Given.RowsAsync(other);
        Assert.True((await OnCriteriaAsync(lab, d => d.CopyAsync(other.Reference, Guid.NewGuid(), lab.StaffActor, cancel))).Was("NotFound"));
        Assert.True((await OnCriteriaAsync(lab, d => d.CopyAsync(other.Reference, lab.Camp.Reference, lab.StaffActor, cancel))).Succeeded);
        Assert.True((await OnCriteriaAsync(lab, d => d.CopyAsync(other.Reference, lab.Camp.Reference, lab.StaffActor, cancel))).Was("JuryCriteriaThere"));
        Assert.True((await OnCriteriaAsync(lab, d => d.OfferAsync(other.Reference, lab.StaffActor, cancel))).Was("JuryCriteriaThere"));
        var mine = await ReadAsync(lab, other.Id);
        Assert.True((await OnCriteriaAsync(lab, d => d.MoveAsync(other.Reference, mine[1].Id, true, lab.StaffActor, cancel))).Succeeded);
        Assert.True((await OnCriteriaAsync(lab, d => d.RemoveAsync(other.Reference, mine[0].Id, lab.StaffActor, cancel))).Succeeded);
        mine = await ReadAsync(lab, other.Id);
        var safety = mine.First(c => c.Aspect == JuryAspect.FoodSafety);
        Assert.True((await OnCriteriaAsync(lab, d => d.AddAsync(other.Reference, safety.Details, lab.StaffActor, cancel))).Was("JuryAspectTaken"));
        Assert.True((await OnCriteriaAsync(lab, d => d.EditAsync(other.Reference, safety.Id, safety.Details with { Weight = 40 }, Guid.NewGuid(), lab.StaffActor, cancel))).Was("ChangedMeanwhile"));
        Assert.True((await OnCriteriaAsync(lab, d => d.EditAsync(other.Reference, safety.Id, safety.Details with { Weight = 40 }, safety.Version, lab.StaffActor, cancel))).Succeeded);
        mine = await ReadAsync(lab, other.Id);
        Assert.Equal(Enumerable.Range(1, 6), mine.Select(c => c.Position));
        Assert.Equal((40, 5), (mine.First(c => c.Aspect == JuryAspect.FoodSafety).Weight, mine[0].Anchors.Count));
        Assert.True((await lab.ScoreAsync(lab.Jurors[0], 0, 0, 3)).Succeeded);
        Assert.True((await OnCriteriaAsync(lab, d => d.AddAsync(lab.Camp.Reference, safety.Details with { Aspect = JuryAspect.Other }, lab.StaffActor, cancel))).Was("JuryCriteriaInUse"));
        Assert.True((await OnCriteriaAsync(lab, d => d.AddAsync(other.Reference, safety.Details, JuryLab.As(lab.Jurors[0]), cancel))).Was("NotFound"));
    }

    private Task<Result<Done>> DecideAsync(JuryLab lab, params (int Team, int Place)[] places) => lab.App.AskAsync((JuryChair chair) => chair.DecideTieAsync(
        new DecideTie { Camp = lab.Camp.Reference, Places = [.. places.Select(p => (lab.Teams[p.Team].Reference, p.Place))], Reason = "Mérésekkel igazolta." }, JuryLab.As(lab.Jurors[0]), cancel));

    private Task<Result<Done>> PublishAsync(JuryLab lab) => lab.App.AskAsync((JuryChair chair) => chair.PublishAsync(lab.Camp.Reference, lab.StaffActor, cancel));

    private Task<Result<Done>> ReopenAsync(JuryLab lab) => lab.App.AskAsync((JuryChair chair) => chair.ReopenAsync(lab.Camp.Reference, "Kimaradt egy csapat.", JuryLab.As(lab.Jurors[0]), cancel));

    private static Task<Result<Done>> OnCriteriaAsync(JuryLab lab, Func<JuryCriteriaDesk, Task<Result<Done>>> act) => lab.App.AskAsync(act);

    private async Task<List<JuryCriterion>> ReadAsync(JuryLab lab, long camp)
    {
        await using var db = lab.App.OpenDb();
        return await db.JuryCriteria.AsNoTracking().Include(c => c.Anchors).Where(c => c.CampId == camp).OrderBy(c => c.Position).ToListAsync(cancel);
    }
}
