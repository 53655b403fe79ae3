using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.FollowUp;

public class FollowUpDeskTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Idea_WrittenAndEdited_KeepsItsTeamAndHistory()
    {
        using var story = await FollowUpStory.BeginAsync();
        var reference = (await story.IdeaAsync(team: story.Team.Reference)).Value;
        var idea = await story.SeeIdeaAsync(reference);
        Assert.Equal((story.Team.Id, null), (idea.TeamId, idea.AdoptedOn));
        Task<Result<Guid>> EditAsync(string? title, Guid? seen, Actor actor) => story.App.AskAsync((FollowUpDesk desk) => desk.SaveIdeaAsync(
            new SaveIdea { Challenge = story.Challenge.Reference, Idea = reference, Title = title, Words = "In sachets", SeenVersion = seen }, actor, cancel));
        Assert.True((await EditAsync(" ", idea.Version, story.ManagerActor)).Was("Missing"));
        Assert.True((await EditAsync("Portions", Guid.NewGuid(), story.ManagerActor)).Was("ChangedMeanwhile"));
        Assert.True((await EditAsync("Portions", idea.Version, story.RivalActor)).Was("NotFound"));
        Assert.True((await EditAsync("Portions", idea.Version, story.StaffActor)).Succeeded);
        Assert.Equal(["IdeaAdded", "IdeaEdited"], await story.ActsAsync(FollowUpDesk.Subject));
        Assert.Equal(("Portions", "In sachets", null), ((await story.SeeIdeaAsync(reference)) is var i ? (i.Title, i.Words, i.TeamId) : default));
    }

    [Fact]
    public async Task Idea_ForeignTeamOrChallengeNotFollowed_IsRefused()
    {
        using var story = await FollowUpStory.BeginAsync();
        var other = Team.Create(story.Camp.Id, 2, "Sajt");
        await story.App.Given.RowsAsync(other);
        Assert.True((await story.IdeaAsync(team: other.Reference)).Was("NotKnown"));
        var (submitted, _) = await story.ChallengeAsync(story.Dairy, "Másik", "Another", ChallengeState.Submitted);
        Assert.True((await story.App.AskAsync((FollowUpDesk desk) => desk.SaveIdeaAsync(new SaveIdea { Challenge = submitted.Reference, Title = "x" }, story.ManagerActor, cancel)))
            .Was("ChallengeNotFollowed"));
        using var early = await FollowUpStory.BeginAsync(status: CampStatus.Preparing);
        Assert.True((await early.IdeaAsync()).Was("CampNotBegun"));
    }

    [Fact]
    public async Task Adopt_ThenGiveUp_IsToldWithItsReason()
    {
        using var story = await FollowUpStory.BeginAsync();
        var reference = (await story.IdeaAsync()).Value;
        async Task<Result<Done>> AdoptAsync(DateOnly on)
        {
            var seen = (await story.SeeIdeaAsync(reference)).Version;
            return await story.App.AskAsync((FollowUpDesk desk) => desk.AdoptAsync(reference, on, seen, story.ManagerActor, cancel));
        }

        async Task<Result<Done>> GiveUpAsync(string? reason)
        {
            var seen = (await story.SeeIdeaAsync(reference)).Version;
            return await story.App.AskAsync((FollowUpDesk desk) => desk.GiveUpAsync(reference, reason, seen, story.ManagerActor, cancel));
        }

        Assert.True((await GiveUpAsync("Never taken up")).Was("ChangedMeanwhile"));
        Assert.True((await AdoptAsync(new DateOnly(2026, 11, 10))).Was("FollowUpInFuture"));
        Assert.True((await AdoptAsync(FollowUpStory.Starts.AddDays(-1))).Was("FollowUpBeforeCamp"));
        Assert.True((await AdoptAsync(new DateOnly(2026, 10, 20))).Succeeded);
        Assert.Equal((new DateOnly(2026, 10, 20), story.Manager.Id), ((await story.SeeIdeaAsync(reference)) is var i ? (i.AdoptedOn!.Value, i.AdoptedById!.Value) : default));
        Assert.True((await GiveUpAsync(null)).Was("Missing"));
        Assert.True((await GiveUpAsync("Too dear")).Succeeded);
        Assert.Null((await story.SeeIdeaAsync(reference)).AdoptedOn);
        Assert.Equal(["IdeaAdded", "IdeaAdopted", "IdeaGivenUp"], await story.ActsAsync(FollowUpDesk.Subject));
    }

    [Fact]
    public async Task Prototype_TiedAndUntied_IsTheCompanysOwnReservationOnly()
    {
        using var story = await FollowUpStory.BeginAsync();
        var idea = (await story.IdeaAsync()).Value;
        var own = await BookAsync(story, story.Dairy, 1);
        var foreign = await BookAsync(story, story.Mill, 2);
        var gone = await BookAsync(story, story.Dairy, 3, ReservationState.Cancelled);
        async Task<Result<Done>> TryAsync(Guid reservation)
        {
            var seen = (await story.SeeIdeaAsync(idea)).Version;
            return await story.App.AskAsync((FollowUpDesk desk) => desk.TryAsync(idea, reservation, seen, story.ManagerActor, cancel));
        }

        async Task<Result<Done>> UntieAsync(Guid reservation)
        {
            var seen = (await story.SeeIdeaAsync(idea)).Version;
            return await story.App.AskAsync((FollowUpDesk desk) => desk.UntieAsync(idea, reservation, seen, story.ManagerActor, cancel));
        }

        Assert.True((await TryAsync(foreign)).Was("NotKnown"));
        Assert.True((await TryAsync(gone)).Was("PrototypeNotBooked"));
        Assert.True((await TryAsync(own)).Succeeded);
        Assert.True((await TryAsync(own)).Succeeded);
        Assert.Single((await story.SeeIdeaAsync(idea)).Prototypes);
        Assert.True((await UntieAsync(own)).Succeeded);
        Assert.Empty((await story.SeeIdeaAsync(idea)).Prototypes);
        Assert.True((await UntieAsync(own)).Was("ChangedMeanwhile"));
        Assert.Equal(["IdeaAdded", "PrototypeTied", "PrototypeUntied"], await story.ActsAsync(FollowUpDesk.Subject));
    }

    [Fact]
    public async Task Ask_CampInFollowUp_PlansThreeChecksAndAsksOnce()
    {
        using var story = await FollowUpStory.BeginAsync();
        Assert.Equal(new Dictionary<string, int> { ["Planned"] = 3, ["Told"] = 1 }, await story.AskAsync());
        Assert.Empty(await story.AskAsync());
        Assert.Equal([30, 100, 180], (await story.ChecksAsync()).Select(c => c.AfterDays));
        await using var db = story.App.OpenDb();
        var notice = await db.Notices.SingleAsync(cancel);
        Assert.Equal((CampCheckReminders.Due, story.Manager.Id), (notice.Kind, notice.PersonId));
        Assert.Contains((await story.ChecksAsync())[0].Reference.ToString(), notice.Facts, StringComparison.Ordinal);
        // A manager who came later is asked too.
        await story.App.Given.MemberAsync(story.Dairy, MemberRole.Manager, "Későbbi Klára");
        Assert.Equal(1, (await story.AskAsync())["Told"]);
    }

    [Fact]
    public async Task Ask_TwoWeeksLaterUnanswered_ChasesOnce()
    {
        using var story = await FollowUpStory.BeginAsync();
        await story.AskAsync();
        story.App.Time.SetUtcNow(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, (await story.AskAsync())["Told"]);
        Assert.Empty(await story.AskAsync());
        await using var db = story.App.OpenDb();
        Assert.Equal([CampCheckReminders.Due, CampCheckReminders.Overdue], await db.Notices.OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync(cancel));
    }

    [Fact]
    public async Task Ask_DroppedOrRunningOrInactive_IsSilent()
    {
        using var running = await FollowUpStory.BeginAsync(status: CampStatus.Running);
        Assert.Empty(await running.AskAsync());
        using var dropped = await FollowUpStory.BeginAsync();
        Assert.True((await dropped.OutcomeAsync(OutcomeKind.Dropped)).Succeeded);
        Assert.Equal(["Planned"], (await dropped.AskAsync()).Keys);
        using var inactive = await FollowUpStory.BeginAsync();
        await using var db = inactive.App.OpenDb();
        (await db.Companies.SingleAsync(c => c.Id == inactive.Dairy.Id, cancel)).Deactivate();
        await db.SaveChangesAsync(cancel);
        Assert.Equal(["Planned"], (await inactive.AskAsync()).Keys);
    }

    [Fact]
    public async Task Answer_ByTheCompany_WithdrawsWhatWouldChaseAndMayBePutRight()
    {
        using var story = await FollowUpStory.BeginAsync();
        await story.AskAsync();
        var checks = await story.ChecksAsync();
        Task<Result<Done>> AnswerAsync(CampCheck check, Guid seen, Actor actor, CheckState? state = CheckState.GoesWell, string? words = "Sold in two shops") =>
            story.App.AskAsync((FollowUpDesk desk) => desk.AnswerAsync(check.Reference, state, words, seen, actor, cancel));
        Assert.True((await AnswerAsync(checks[0], checks[0].Version, story.ManagerActor, null, null)).Was("Missing"));
        Assert.True((await AnswerAsync(checks[1], checks[1].Version, story.ManagerActor)).Was("CampCheckNotYet"));
        Assert.True((await AnswerAsync(checks[0], checks[0].Version, story.RivalActor)).Was("NotFound"));
        Assert.True((await AnswerAsync(checks[0], checks[0].Version, story.ManagerActor)).Succeeded);
        Assert.True((await AnswerAsync(checks[0], checks[0].Version, story.ManagerActor)).Was("ChangedMeanwhile"));
        var answered = (await story.ChecksAsync())[0];
        Assert.Equal((CheckState.GoesWell, story.Manager.Id), (answered.State, answered.AnsweredById));
        Assert.True((await AnswerAsync(answered, answered.Version, story.StaffActor, CheckState.Slow)).Succeeded);
        Assert.Equal(["CheckAnswered", "CheckCorrected"], await story.ActsAsync(FollowUpDesk.Subject));
        await using var db = story.App.OpenDb();
        Assert.Equal(NoticeState.Withdrawn, (await db.Notices.SingleAsync(cancel)).State);
        Assert.Empty(await story.AskAsync());
    }

    [Fact]
    public async Task Outcome_RecordedAndChanged_KeepsTheOldStateInTheHistory()
    {
        using var story = await FollowUpStory.BeginAsync();
        Assert.True((await story.OutcomeAsync(OutcomeKind.InDevelopment, actor: story.RivalActor)).Was("NotFound"));
        Assert.True((await story.OutcomeAsync(OutcomeKind.InDevelopment, actor: story.ManagerActor)).Succeeded);
        Assert.True((await story.OutcomeAsync(OutcomeKind.Launched)).Was("ChangedMeanwhile"));
        await using var db = story.App.OpenDb();
        var seen = (await db.ChallengeOutcomes.AsNoTracking().SingleAsync(cancel)).Version;
        Assert.True((await story.OutcomeAsync(OutcomeKind.Launched, seen, jobs: 1.5m)).Succeeded);
        var entry = await db.History.SingleAsync(h => h.Act == "OutcomeChanged", cancel);
        Assert.Contains("InDevelopment", entry.Changes, StringComparison.Ordinal);
        Assert.Contains("Launched", entry.Changes, StringComparison.Ordinal);
        Assert.True((await story.App.AskAsync((FollowUpDesk desk) => desk.RecordOutcomeAsync(story.Challenge.Reference,
            new OutcomeDetails { Kind = OutcomeKind.Dropped, On = new DateOnly(2026, 11, 10) }, seen, story.StaffActor, cancel))).Was("FollowUpInFuture"));
        Assert.True((await story.App.AskAsync((FollowUpDesk desk) => desk.RecordOutcomeAsync(story.Challenge.Reference,
            new OutcomeDetails { Kind = OutcomeKind.Dropped, On = new DateOnly(2026, 10, 4) }, seen, story.StaffActor, cancel))).Was("FollowUpBeforeCamp"));
    }

    [Fact]
    public async Task Report_OfOneCompany_IsWithheldFromTheMunicipalityOnly()
    {
        using var story = await FollowUpStory.BeginAsync();
        await story.MeasureAsync();
        await story.IdeaAsync();
        await story.OutcomeAsync(OutcomeKind.Launched, jobs: 2);
        await using var db = story.App.OpenDb();
        var report = (await CampReport.ReadAsync(db, story.Camp.Reference, cancel))!;
        Assert.Equal([new(1, 1), new(1, 1), new(1, 1), new(1, 1), new(2, 1), new(1, 1), new Figure(1, 1)],
            [report.ChallengesHandedIn, report.ChallengesAccepted, report.Ideas, report.Companies, report.Jobs, report.Compared, report.CpkBetter]);
        Assert.Null(CampReport.Tell(report.Ideas, all: false));
        Assert.NotNull(CampReport.Tell(report.Ideas, all: true));
        Assert.Equal([0m, null, 0m, 0m, 0m], report.TellOutcomes(all: false).Select(f => f?.Value));
    }

    [Fact]
    public async Task Report_OfThreeCompanies_IsTold()
    {
        using var story = await FollowUpStory.BeginAsync();
        await story.MeasureAsync();
        foreach (var name in new[] { "Harmadik Kft.", "Negyedik Kft." })
        {
            var (challenge, specification) = await story.ChallengeAsync(await story.App.Given.CompanyAsync(name), name, name);
            await story.MeasureAsync(challenge, specification);
            await story.OutcomeAsync(OutcomeKind.InDevelopment, challenge: challenge);
        }

        await using var db = story.App.OpenDb();
        var report = (await CampReport.ReadAsync(db, story.Camp.Reference, cancel))!;
        Assert.Equal(new Figure(3, 3), CampReport.Tell(report.ShareBetter, all: false));
        Assert.Equal(new Figure(3, 3), CampReport.Tell(report.ChallengesAccepted, all: false));
        // Two in development are too few to tell, and the one not told yet would tell them.
        Assert.Equal([null, 0m, 0m, 0m, null], report.TellOutcomes(all: false).Select(f => f?.Value));
        Assert.Null(await CampReport.ReadAsync(db, Guid.NewGuid(), cancel));
    }

    [Fact]
    public async Task Report_Participants_CountsWhoRegisteredWasAdmittedAndCame()
    {
        using var story = await FollowUpStory.BeginAsync();
        var (came, cancelled) = (Participant.Create(story.Camp.Id, ParticipantKind.Student, "Egy Egon", "egon@example.com", story.App.Now), Participant.Create(story.Camp.Id, ParticipantKind.Student, "Két Kata", "kata@example.com", story.App.Now));
        await using var db = story.App.OpenDb();
        db.AddRange(came, cancelled);
        db.Entry(cancelled).Property(p => p.State).CurrentValue = ParticipantState.Cancelled;
        await db.SaveChangesAsync(cancel);
        await story.App.Given.RowsAsync(Arrival.Record(came.Id, story.App.Now, null));
        var report = (await CampReport.ReadAsync(db, story.Camp.Reference, cancel))!;
        Assert.Equal([new(ParticipantKind.Student, 2, 1, 1), new(ParticipantKind.Company, 0, 0, 0), new ParticipantCount(ParticipantKind.Expert, 0, 0, 0)], report.Participants);
    }

    [Fact]
    public async Task PersonalData_OfWhoRecorded_IsExportedAndErased()
    {
        using var story = await FollowUpStory.BeginAsync();
        await story.RecordAsync(story.Lot("L-1", LotPhase.Before, 4.5m));
        await story.OutcomeAsync(OutcomeKind.InDevelopment, actor: story.ManagerActor);
        var mine = await story.App.AskAsync((PersonalDataDesk desk) => desk.ExportAsync(story.Manager.Id, story.ManagerActor, cancel));
        Assert.Equal("L-1", Assert.Single(mine.Value.Single(s => s.Name == "MeasuredLots").Records)["Number"]);
        Assert.Single(mine.Value.Single(s => s.Name == "CampOutcomes").Records);
        await using var db = story.App.OpenDb();
        var known = new KnownPerson(story.Manager.Id, story.Manager.FullName, story.Manager.Email);
        await story.App.AskAsync(async (IEnumerable<IPersonalData> rooms) =>
        {
            foreach (var room in rooms) await room.EraseAsync(known, story.App.Now, cancel);
            return true;
        });
        Assert.False(await db.MeasuredLots.AnyAsync(l => l.RecordedById != null, cancel));
        Assert.False(await db.ChallengeOutcomes.AnyAsync(o => o.RecordedById != null, cancel));
    }

    private static async Task<Guid> BookAsync(FollowUpStory story, Company company, int number, ReservationState state = ReservationState.Confirmed)
    {
        var start = new DateTimeOffset(2026, 11, 10, 8, 0, 0, TimeSpan.Zero);
        var reservation = Reservation.Confirm($"BK-2026-9000{number}", company.Id, null, null, story.App.Now, new TimeSlot(start, start.AddHours(2)), "Trial", null, null, null, start, Guid.NewGuid());
        if (state != ReservationState.Confirmed) reservation.Become(state);
        await story.App.Given.RowsAsync(reservation);
        return reservation.Reference;
    }
}
