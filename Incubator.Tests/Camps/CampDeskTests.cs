using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Notifications;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps;

public class CampDeskTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Acts_ByNoStaff_AreNotFound()
    {
        var story = await CampStory.BeginAsync(app);
        var anna = new Actor((await app.Given.PersonAsync()).Id, false, [1]);
        Assert.True((await app.AskAsync((CampDesk desk) => desk.CreateAsync(CampStory.Details(), anna, cancel))).Was("NotFound"));
        Assert.True((await app.AskAsync((CampDesk desk) => desk.CloneAsync(story.Camp, CampStory.Details(), anna, cancel))).Was("NotFound"));
        Assert.True((await app.AskAsync((CampDesk desk) => desk.EditAsync(
            new EditCamp { Reference = story.Camp, Details = CampStory.Details(), SeenVersion = Guid.Empty }, anna, cancel))).Was("NotFound"));
        Assert.True((await app.AskAsync((CampDesk desk) => desk.MoveOnAsync(
            new MoveCampOn { Reference = story.Camp, Seen = CampStatus.Open, To = CampStatus.Preparing }, anna, cancel))).Was("NotFound"));
    }

    [Fact]
    public async Task Edit_StaleOrUnknown_IsRefused()
    {
        var story = await CampStory.BeginAsync(app);
        Assert.True((await app.AskAsync((CampDesk desk) => desk.EditAsync(
            new EditCamp { Reference = story.Camp, Details = CampStory.Details(), SeenVersion = Guid.NewGuid() }, story.Staff, cancel))).Was("ChangedMeanwhile"));
        Assert.True((await app.AskAsync((CampDesk desk) => desk.EditAsync(
            new EditCamp { Reference = Guid.NewGuid(), Details = CampStory.Details(), SeenVersion = Guid.NewGuid() }, story.Staff, cancel))).Was("NotFound"));
    }

    [Fact]
    public async Task Edit_OpenCampMoved_NeedsAReasonAndTellsThoseConcernedEachTime()
    {
        var story = await CampStory.BeginAsync(app);
        await PeopleAsync(story);
        Assert.True((await story.EditAsync(d => d with { EndsOn = d.EndsOn.AddDays(1) })).Was("CampReasonMissing"));
        Assert.True((await story.EditAsync(d => d with { EndsOn = d.EndsOn.AddDays(1) }, "The oven comes a day later")).Succeeded);
        Assert.True((await story.EditAsync(d => d with { Place = "Campus" }, "The hall is flooded")).Succeeded);
        // A deadline put off is no reason to write to those who are in.
        Assert.True((await story.EditAsync(d => d with { RegistrationClosesAt = d.RegistrationClosesAt.AddDays(1) }, "Few students yet")).Succeeded);
        await using var db = app.OpenDb();
        var told = await db.Notices.Where(n => n.Kind == "CampMoved").ToListAsync(cancel);
        Assert.Equal(2, told.Count(n => n.Recipient == "in@campus.example"));
        Assert.Equal(2, told.Count(n => n.Recipient == "waits@campus.example"));
        Assert.DoesNotContain(told, n => n.Recipient == "gone@campus.example");
        Assert.Contains(told, n => NoticeFacts.Of(n).Texts["reason"] == "The hall is flooded");
        Assert.Equal(["Edited", "Moved", "Moved"], await db.History.Where(h => h.Subject == "Camp" && h.Reason != null).OrderBy(h => h.Act).Select(h => h.Act).ToListAsync(cancel));
    }

    [Fact]
    public async Task Edit_FewerPlacesThanTaken_IsRefused()
    {
        var story = await CampStory.BeginAsync(app);
        await PeopleAsync(story);
        var refused = await story.EditAsync(d => d with { StudentPlaces = 0, CompanyPlaces = 0 });
        // The one who waits takes none.
        Assert.Equal(["StudentPlaces"], refused.Refusals.Select(r => r.Field));
        Assert.True(refused.Was("CampPlacesBelowTaken"));
        Assert.True((await story.EditAsync(d => d with { StudentPlaces = 1, CompanyPlaces = 0 })).Succeeded);
    }

    [Fact]
    public async Task MoveOn_ByItsSteps_IsKeptInTheHistory()
    {
        var story = await CampStory.BeginAsync(app, open: false);
        Assert.True((await story.TryMoveOnAsync(CampStatus.Open, CampStatus.Preparing)).Was("ChangedMeanwhile"));
        Assert.True((await story.TryMoveOnAsync(CampStatus.Draft, CampStatus.Running)).Was("CampStepUnknown"));
        await story.MoveOnAsync(CampStatus.Draft, CampStatus.Open);
        // Twice clicked it is done once.
        await story.MoveOnAsync(CampStatus.Draft, CampStatus.Open);
        await story.MoveOnAsync(CampStatus.Open, CampStatus.Draft);
        await story.MoveOnAsync(CampStatus.Draft, CampStatus.Open);
        await PeopleAsync(story);
        Assert.True((await story.TryMoveOnAsync(CampStatus.Open, CampStatus.Draft)).Was("CampInUse"));
        await story.MoveOnAsync(CampStatus.Open, CampStatus.Preparing);
        app.Time.SetUtcNow(Core.Common.LabTime.StartOf(CampStory.Starts));
        await story.MoveOnAsync(CampStatus.Preparing, CampStatus.Running);
        app.Time.SetUtcNow(Core.Common.LabTime.StartOf(CampStory.Starts.AddDays(2)));
        await story.MoveOnAsync(CampStatus.Running, CampStatus.FollowUp);
        await story.MoveOnAsync(CampStatus.FollowUp, CampStatus.Closed);
        await using var db = app.OpenDb();
        Assert.Equal(7, await db.History.CountAsync(h => h.Subject == "Camp" && h.Act == "MovedOn", cancel));
        Assert.True((await story.EditAsync(d => d with { AboutEn = "Other" }, "x")).Was("CampClosedAlready"));
    }

    [Fact]
    public async Task Cancel_Open_TellsEverybodyOnceWithTheReason()
    {
        var story = await CampStory.BeginAsync(app);
        await PeopleAsync(story);
        Assert.True((await story.TryMoveOnAsync(CampStatus.Open, CampStatus.Cancelled)).Was("CampCancelReasonMissing"));
        Assert.True((await story.TryMoveOnAsync(CampStatus.Open, CampStatus.Cancelled, "Too few challenges")).Succeeded);
        await using var db = app.OpenDb();
        var told = await db.Notices.Where(n => n.Kind == "CampCalledOff").OrderBy(n => n.Recipient).ToListAsync(cancel);
        Assert.Equal(["boss@firm.example", "in@campus.example", "juror@firm.example", "waits@campus.example"], told.Select(n => n.Recipient));
        Assert.All(told, n => Assert.Equal("Too few challenges", NoticeFacts.Of(n).Texts["reason"]));
        Assert.Equal("Winter camp", NoticeFacts.Of(told[1]).Texts["camp"]);
        Assert.NotNull(told[2].PersonId);
        Assert.True((await story.TryMoveOnAsync(CampStatus.Cancelled, CampStatus.Open)).Was("CampStepUnknown"));
    }

    [Fact]
    public async Task Clone_OfACamp_IsADraftOfItsOwn()
    {
        var story = await CampStory.BeginAsync(app);
        await PeopleAsync(story);
        var details = CampStory.Details() with
        {
            StartsOn = CampStory.Starts.AddYears(1),
            EndsOn = CampStory.Starts.AddYears(1),
            RegistrationClosesAt = CampStory.RegistrationCloses.AddYears(1),
            ChallengesCloseAt = CampStory.ChallengesClose.AddYears(1),
        };
        var clone = await app.AskAsync((CampDesk desk) => desk.CloneAsync(story.Camp, details, story.Staff, cancel));
        Assert.True((await app.AskAsync((CampDesk desk) => desk.CloneAsync(Guid.NewGuid(), details, story.Staff, cancel))).Was("NotFound"));
        await using var db = app.OpenDb();
        var made = await db.Camps.SingleAsync(c => c.Reference == clone.Value, cancel);
        Assert.Equal((CampStatus.Draft, false, (await story.CampAsync()).Id), (made.Status, made.IsPublic, made.ClonedFromId!.Value));
        Assert.False(await db.Participants.AnyAsync(p => p.CampId == made.Id, cancel));
        Assert.Contains("Winter camp", (await db.History.SingleAsync(h => h.Act == "Cloned" && h.SubjectId == made.Id, cancel)).Changes, StringComparison.Ordinal);
    }

    /// <summary>One student has a place, one of a company waits, one has gone; a juror; a company with a challenge, whose manager is told.</summary>
    private async Task PeopleAsync(CampStory story)
    {
        var camp = await story.CampAsync();
        var company = await app.Given.CompanyAsync();
        var boss = await app.Given.PersonAsync("Főnök Ferenc", "boss@firm.example");
        var juror = await app.Given.PersonAsync("Zsűri Zsófia", "juror@firm.example");
        await app.Given.RowsAsync(
            Core.Companies.CompanyMember.Create(company.Id, boss.Id, Core.Companies.MemberRole.Manager),
            CrewMember.Create(camp.Id, juror.Id, CrewRole.Juror), CrewMember.Create(camp.Id, juror.Id, CrewRole.Mentor),
            Challenge.Create(camp.Id, company.Id));
        await using var db = app.OpenDb();
        Add("in@campus.example", ParticipantKind.Student, ParticipantState.Admitted);
        Add("waits@campus.example", ParticipantKind.Company, ParticipantState.Waiting);
        Add("gone@campus.example", ParticipantKind.Student, ParticipantState.Cancelled);
        await db.SaveChangesAsync(cancel);

        void Add(string mail, ParticipantKind kind, ParticipantState state)
        {
            var participant = Participant.Create(camp.Id, kind, "Diák Dóra", mail, app.Now);
            db.Participants.Add(participant);
            db.Entry(participant).Property(p => p.State).CurrentValue = state;
            db.Entry(participant).Property(p => p.Language).CurrentValue = "en";
        }
    }
}
