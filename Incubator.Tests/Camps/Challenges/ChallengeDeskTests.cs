using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Notifications;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Challenges;

public class ChallengeDeskTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Write_ByOthersOrNoMember_IsRefused()
    {
        var story = await ChallengeStory.BeginAsync(app);
        var rival = await app.Given.CompanyAsync("Rivális Kft.");
        var stranger = new Actor((await app.Given.MemberAsync(rival)).Id, false, [rival.Id]);
        Assert.True((await story.WriteAsync(ChallengeStory.Details(), stranger)).Was("NotFound"));
        Assert.True((await story.EditAsync(d => d, stranger)).Was("NotFound"));
        var guest = await app.AskAsync((ChallengeDesk desk) => desk.WriteAsync(
            new WriteChallenge { Camp = story.Camp.Camp, Company = rival.Reference, Details = ChallengeStory.Details() }, stranger));
        Assert.True(guest.Was("NotAMemberCompany"));
        Assert.True((await story.WriteAsync(ChallengeStory.Details() with { ResourceIds = [77] }, story.Owner)).Was("NotKnown"));
        app.Time.SetUtcNow(CampStory.ChallengesClose);
        Assert.True((await story.WriteAsync(ChallengeStory.Details(), story.Owner)).Was("ChallengesClosed"));
    }

    [Fact]
    public async Task Edit_RowsAndResources_AreAddedChangedAndRemoved()
    {
        var story = await ChallengeStory.BeginAsync(app);
        var (oven, dryer) = (await app.Given.ResourceAsync(), await app.Given.ResourceAsync());
        Assert.True((await story.EditAsync(d => d with
        {
            ResourceIds = [oven.Id, dryer.Id],
            Specifications = [new SpecificationDetails { Name = "Salt", Unit = "g", Upper = 2 }, d.Specifications[0] with { Name = "Water" }],
        }, story.Owner)).Succeeded);
        var there = await story.ChallengeAsync();
        Assert.Equal(["Salt", "Water"], there.Specifications.OrderBy(s => s.Position).Select(s => s.Name));
        Assert.Equal([oven.Id, dryer.Id], there.Resources.Select(r => r.ResourceId).Order());
        Assert.True((await story.EditAsync(d => d with { ResourceIds = [dryer.Id], Specifications = [d.Specifications[1]] }, story.Owner)).Succeeded);
        there = await story.ChallengeAsync();
        Assert.Equal(("Water", dryer.Id), (Assert.Single(there.Specifications).Name, Assert.Single(there.Resources).ResourceId));
        Assert.True((await app.AskAsync((ChallengeDesk desk) => desk.WriteAsync(
            new WriteChallenge { Reference = story.Challenge, Details = ChallengeStory.Details(), SeenVersion = Guid.NewGuid() }, story.Owner, cancel))).Was("ChangedMeanwhile"));
    }

    [Fact]
    public async Task Submit_BeforeTheDeadlineAndComplete_IsDecidedAndTold()
    {
        var story = await ChallengeStory.BeginAsync(app, change: d => d with { Success = null });
        var incomplete = await app.AskAsync((ChallengeDesk desk) => desk.SubmitAsync(story.Challenge, story.Owner, cancel));
        Assert.Equal(("ChallengeIncomplete", "Success"), (incomplete.Refusals[0].Code, incomplete.Refusals[0].Field));
        Assert.True((await story.DecideAsync(true)).Was("ChallengeNotToDecide"));
        Assert.True((await story.EditAsync(d => d, story.Owner)).Succeeded);
        Assert.True((await app.AskAsync((ChallengeDesk desk) => desk.SubmitAsync(story.Challenge, story.Owner, cancel))).Succeeded);
        Assert.True((await story.EditAsync(d => d with { Problem = "" }, story.Owner)).Was("ChallengeIncomplete"));
        Assert.True((await story.DecideAsync(true, actor: story.Owner)).Was("NotFound"));
        Assert.True((await story.DecideAsync(false)).Was("RejectionReasonMissing"));
        Assert.True((await story.DecideAsync(false, "Too large for three days")).Succeeded);
        await using var db = app.OpenDb();
        var notice = await db.Notices.SingleAsync(n => n.Kind == "ChallengeRejected", cancel);
        Assert.Equal((story.Anna.Email, "Too large for three days"), (notice.Recipient, NoticeFacts.Of(notice).Texts["reason"]));
        Assert.True((await story.EditAsync(d => d, story.Owner)).Was("ChallengeFixed"));
    }

    [Fact]
    public async Task Submit_AtTheDeadline_IsLate()
    {
        var story = await ChallengeStory.BeginAsync(app);
        var late = (await story.WriteAsync(ChallengeStory.Details(), story.Owner)).Value;
        app.Time.SetUtcNow(CampStory.ChallengesClose.AddMinutes(-1));
        Assert.True((await app.AskAsync((ChallengeDesk desk) => desk.SubmitAsync(story.Challenge, story.Owner, cancel))).Succeeded);
        app.Time.SetUtcNow(CampStory.ChallengesClose);
        Assert.True((await app.AskAsync((ChallengeDesk desk) => desk.SubmitAsync(late, story.Owner, cancel))).Was("ChallengesClosed"));
    }

    [Fact]
    public async Task Withdraw_WhileATeamWorksOnIt_IsRefused()
    {
        var story = await ChallengeStory.BeginAsync(app);
        await story.AcceptedAsync();
        var team = Team.Create((await story.Camp.CampAsync()).Id, 1, "Team 1");
        await app.Given.RowsAsync(team);
        Assert.True((await AssignAsync(true)).Succeeded);
        Assert.True((await app.AskAsync((ChallengeDesk desk) => desk.WithdrawAsync(story.Challenge, story.Owner, cancel))).Was("ChallengeHasTeams"));
        Assert.True((await AssignAsync(false)).Succeeded);
        Assert.True((await app.AskAsync((ChallengeDesk desk) => desk.WithdrawAsync(story.Challenge, story.Owner, cancel))).Succeeded);
        Assert.True((await AssignAsync(true)).Was("ChallengeNotAccepted"));

        Task<Result<Done>> AssignAsync(bool takes) =>
            app.AskAsync((ChallengeDecisions desk) => desk.AssignTeamAsync(story.Challenge, team.Reference, takes, story.Camp.Staff, cancel));
    }

    [Fact]
    public async Task Facilitator_OfTheCamp_RefinesOnceAgreedAndLeavesTheLevel()
    {
        var story = await ChallengeStory.BeginAsync(app);
        await story.AcceptedAsync();
        var (mentor, _, _) = await story.CrewAsync(CrewRole.Mentor, "Mentor Márton");
        var (guide, member, _) = await story.CrewAsync(CrewRole.Facilitator);
        Assert.True((await GiveAsync((await story.CrewAsync(CrewRole.Juror, "Zsűri Zsolt")).Member.Reference)).Was("NotKnown"));
        Assert.True((await GiveAsync(member.Reference)).Succeeded);
        Assert.True((await story.EditAsync(d => d, mentor)).Was("NotFound"));
        // Guiding does not spare the agreement.
        Assert.True((await story.EditAsync(d => d, guide)).Was("NotFound"));
        Assert.True((await story.OpenAsync(guide)).Value.MustAgree);
        Assert.True((await app.AskAsync((ChallengeReading door) => door.AgreeAsync(story.Challenge, ChallengeRules.PledgeNumber, guide, cancel: cancel))).Succeeded);
        Assert.True((await story.EditAsync(d => d with { Confidentiality = Confidentiality.Open }, guide)).Was("ConfidentialityFixed"));
        Assert.True((await story.EditAsync(d => d with { Success = "Two lumps in a sack" }, guide)).Succeeded);
        await using var db = app.OpenDb();
        var told = await db.History.SingleAsync(h => h.Subject == "Challenge" && h.Act == "Refined", cancel);
        Assert.Equal(guide.PersonId, told.PersonId);
        Assert.Contains("Two lumps", told.Changes, StringComparison.Ordinal);

        Task<Result<Done>> GiveAsync(Guid facilitator) =>
            app.AskAsync((ChallengeDecisions desk) => desk.GiveFacilitatorAsync(story.Challenge, facilitator, story.Camp.Staff, cancel));
    }

    [Fact]
    public async Task Open_Named_OnlyAfterAgreementAndEachTimeRecorded()
    {
        var story = await ChallengeStory.BeginAsync(app);
        var (juror, member, _) = await story.CrewAsync(CrewRole.Juror);
        var nobody = new Actor(null, false, []);
        Assert.True((await story.OpenAsync(juror)).Was("NotFound"));
        await story.AcceptedAsync();
        Assert.Null((await story.OpenAsync(nobody)).Value.Inside);
        Assert.Null((await story.OpenAsync(juror)).Value.Inside);
        Assert.True((await AgreeAsync(juror)).Was("NotFound"));
        Assert.True((await app.AskAsync((ChallengeReading door) => door.NameAsync(new NameReader { Challenge = story.Challenge, CrewMember = member.Reference }, juror, cancel))).Was("NotFound"));
        Assert.True((await app.AskAsync((ChallengeReading door) => door.NameAsync(new NameReader { Challenge = story.Challenge, CrewMember = member.Reference }, story.Owner, cancel))).Succeeded);
        var opened = (await story.OpenAsync(juror)).Value;
        Assert.Equal((true, (ChallengeInside?)null), (opened.MustAgree, opened.Inside));
        Assert.True((await AgreeAsync(juror)).Succeeded);
        Assert.Equal(ChallengeStory.Secret, (await story.OpenAsync(juror)).Value.Inside!.Problem);
        Assert.NotNull((await story.OpenAsync(juror)).Value.Inside);
        Assert.NotNull((await story.OpenAsync(story.Owner)).Value.Inside);
        Assert.NotNull((await story.OpenAsync(story.Camp.Staff)).Value.Inside);
        await using (var db = app.OpenDb())
        {
            Assert.Equal([juror.PersonId, juror.PersonId], await db.ChallengeOpenings.Select(o => o.PersonId).ToListAsync(cancel));
            var reader = await db.ChallengeReaders.SingleAsync(cancel);
            Assert.Equal((app.Now, ChallengeRules.PledgeNumber), (reader.AgreedAt!.Value, reader.PledgeNumber!.Value));
            Assert.True((await app.AskAsync((ChallengeReading door) => door.RemoveAsync(story.Challenge, reader.Reference, story.Owner, cancel))).Succeeded);
        }

        Assert.Null((await story.OpenAsync(juror)).Value.Inside);

        Task<Result<Done>> AgreeAsync(Actor who) => app.AskAsync((ChallengeReading door) => door.AgreeAsync(story.Challenge, ChallengeRules.PledgeNumber, who, cancel: cancel));
    }

    [Fact]
    public async Task Open_ByAParticipantsLink_IsOfTheCampOnceInATeam()
    {
        var story = await ChallengeStory.BeginAsync(app, change: d => d with { Confidentiality = Confidentiality.Camp });
        await story.AcceptedAsync();
        var camp = await story.Camp.CampAsync();
        var dora = Participant.Create(camp.Id, ParticipantKind.Student, "Diák Dóra", "dora@campus.example", app.Now);
        var team = Team.Create(camp.Id, 1, "Team 1");
        await app.Given.RowsAsync(dora, team);
        await app.Given.RowsAsync(ParticipantLink.Create(dora.Id, LinkSecret.Hash("secret"), app.Now));
        var nobody = new Actor(null, false, []);
        Assert.Null((await story.OpenAsync(nobody, LinkSecret.Hash("secret"))).Value.Inside);
        await app.Given.RowsAsync(TeamMember.Create(team.Id, dora.Id));
        Assert.NotNull((await story.OpenAsync(nobody, LinkSecret.Hash("secret"))).Value.Inside);
        Assert.Null((await story.OpenAsync(nobody, LinkSecret.Hash("other"))).Value.Inside);
        Assert.Null((await story.OpenAsync(nobody)).Value.Inside);
        await using var db = app.OpenDb();
        Assert.Equal([dora.Id], await db.ChallengeOpenings.Select(o => o.ParticipantId!.Value).ToListAsync(cancel));
    }

    [Fact]
    public async Task Files_OfTheDetails_AreForThoseWhoReadThem()
    {
        var story = await ChallengeStory.BeginAsync(app);
        await story.AcceptedAsync();
        var (juror, _, _) = await story.CrewAsync(CrewRole.Juror);
        Assert.True((await app.AskAsync((ChallengeDesk desk) => desk.AttachAsync(story.Challenge, "flow.pdf", "%PDF-1.7"u8.ToArray(), juror, cancel))).Was("NotFound"));
        Assert.True((await app.AskAsync((ChallengeDesk desk) => desk.AttachAsync(story.Challenge, "flow.pdf", "%PDF-1.7"u8.ToArray(), story.Owner, cancel))).Succeeded);
        var file = (await story.OpenAsync(story.Owner)).Value.Inside!.Files.Single();
        Assert.True((await OpenAsync(juror)).Was("NotFound"));
        Assert.Equal("flow.pdf", (await OpenAsync(story.Owner)).Value.File.FileName);
        Assert.True((await app.AskAsync((ChallengeDesk desk) => desk.RemoveFileAsync(story.Challenge, file.Reference, story.Owner, cancel))).Succeeded);
        Assert.True((await OpenAsync(story.Owner)).Was("NotFound"));

        Task<Result<(Core.Documents.Attachment File, byte[] Bytes)>> OpenAsync(Actor who) =>
            app.AskAsync((ChallengeReading door) => door.OpenFileAsync(story.Challenge, file.Reference, who, cancel: cancel));
    }
}
