using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Tests.Camps.Jury;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Attendance;

/// <summary>Ticking people off, messages, and what each team reads today.</summary>
public class CheckInDeskTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Arrive_Twice_IsKeptOnceAndCanBeTakenBack()
    {
        using var lab = await JuryLab.BeginAsync();
        Assert.True((await ArriveAsync(lab, 0)).Succeeded);
        lab.App.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.True((await ArriveAsync(lab, 0)).Succeeded);
        await using var db = lab.App.OpenDb();
        Assert.Equal(lab.App.Now.AddMinutes(-5), (await db.Arrivals.SingleAsync(cancel)).At);
        Assert.True((await ArriveAsync(lab, 0, hasArrived: false)).Succeeded);
        Assert.True((await ArriveAsync(lab, 0, hasArrived: false)).Succeeded);
        Assert.False(await db.Arrivals.AnyAsync(cancel));
        Assert.Equal(2, await db.History.CountAsync(h => h.Subject == nameof(Participant) && (h.Act == "Arrived" || h.Act == "ArrivalTakenBack"), cancel));
    }

    [Fact]
    public async Task Attend_ByPersonAndTeam_IsKeptOnceAndBringsTheArrival()
    {
        using var lab = await JuryLab.BeginAsync();
        var (all, own) = await SessionsAsync(lab);
        Assert.True((await AttendAsync(lab, all, participant: 0)).Succeeded);
        Assert.True((await AttendAsync(lab, all, participant: 0)).Succeeded);
        Assert.True((await ArriveAsync(lab, 0, hasArrived: false)).Was("AttendedAlready"));
        // Of the second of the team nobody knows whether she came.
        Assert.True((await AttendAsync(lab, all, team: 0)).Succeeded);
        await using var db = lab.App.OpenDb();
        Assert.Equal([lab.Participants[0].Id], await db.Presences.Select(p => p.ParticipantId).ToListAsync(cancel));
        Assert.True((await ArriveAsync(lab, 1)).Succeeded);
        Assert.True((await AttendAsync(lab, all, team: 0)).Succeeded);
        Assert.Equal(2, await db.Presences.CountAsync(cancel));
        lab.App.Time.Advance(TimeSpan.FromMinutes(40));
        Assert.True((await AttendAsync(lab, own, participant: 2)).Was("SessionOfOtherTeam"));
        Assert.True((await AttendAsync(lab, all, participant: 1, isHere: false)).Succeeded);
        Assert.Equal(1, await db.Presences.CountAsync(cancel));
    }

    [Fact]
    public async Task Attend_LongBeforeItBegins_IsRefused()
    {
        using var lab = await JuryLab.BeginAsync();
        var session = CampSession.Create(lab.Camp.Id, SessionKind.Pitch, "Bemutató", "Pitch", 60);
        session.Place(lab.App.Now.AddHours(2), null);
        await lab.App.Given.RowsAsync(session);
        Assert.True((await AttendAsync(lab, session, participant: 0)).Was("CampSessionNotBegun"));
        lab.App.Time.Advance(TimeSpan.FromMinutes(90));
        Assert.True((await AttendAsync(lab, session, participant: 0)).Succeeded);
    }

    [Fact]
    public async Task Arrive_ByWhoMayNotOrTooEarly_IsRefused()
    {
        using var lab = await JuryLab.BeginAsync(status: CampStatus.Preparing);
        Assert.True((await ArriveAsync(lab, 0)).Was("CampNotRunning"));
        Assert.True((await ArriveAsync(lab, 0, actor: JuryLab.As(lab.Jurors[1]))).Was("NotFound"));
        await lab.App.Given.RowsAsync(CrewMember.Create(lab.Camp.Id, lab.Jurors[1].Id, CrewRole.Facilitator));
        Assert.True((await ArriveAsync(lab, 0, actor: JuryLab.As(lab.Jurors[1]))).Was("CampNotRunning"));
        Assert.True((await lab.App.AskAsync((CheckInDesk desk) => desk.ArriveAsync(
            new NoteArrival { Camp = Guid.NewGuid(), Participant = lab.Participants[0].Reference }, lab.StaffActor, cancel))).Was("NotFound"));
    }

    [Fact]
    public async Task Send_ToEachAudience_ReachesThoseAndNobodyTwice()
    {
        using var lab = await JuryLab.BeginAsync();
        var row = CrewMember.Create(lab.Camp.Id, lab.Jurors[1].Id, CrewRole.Mentor);
        await lab.App.Given.RowsAsync(row);
        await lab.App.Given.RowsAsync(TeamCrew.Create(lab.Teams[0].Id, row.Id));
        Assert.Equal(6 + 3, (await SendAsync(lab, MessageAudience.Everyone, "A busz 17:15-kor indul.")).Value);
        Assert.Equal(0, (await SendAsync(lab, MessageAudience.Everyone, "A busz 17:15-kor indul. ")).Value);
        Assert.Equal(3, (await SendAsync(lab, MessageAudience.Crew, "Zsűri 16:00-kor.")).Value);
        Assert.Equal(2 + 1, (await SendAsync(lab, MessageAudience.Team, "A laborban várunk.", lab.Teams[0].Reference)).Value);
        Assert.True((await SendAsync(lab, MessageAudience.Team, "x")).Was("Missing"));
        Assert.True((await SendAsync(lab, MessageAudience.Crew, " ")).Was("Missing"));
        Assert.True((await SendAsync(lab, MessageAudience.Crew, "x", actor: JuryLab.As(lab.Jurors[0]))).Was("NotFound"));
        await using var db = lab.App.OpenDb();
        Assert.Equal(9 + 3 + 3, await db.Notices.CountAsync(n => n.Kind == "CampMessage", cancel));
        // Each team reads what is for it; the crew all.
        var first = await TodayAsync(lab, lab.Teams[0].Id, false);
        Assert.Equal(["A laborban várunk.", "A busz 17:15-kor indul."], first.Messages.Select(m => m.Text));
        Assert.Equal(["A busz 17:15-kor indul."], (await TodayAsync(lab, lab.Teams[1].Id, false)).Messages.Select(m => m.Text));
        Assert.Equal(3, (await TodayAsync(lab, null, true)).Messages.Count);
    }

    [Fact]
    public async Task Today_OfATeam_TellsWhatIsNowAndNext()
    {
        using var lab = await JuryLab.BeginAsync();
        var (all, own) = await SessionsAsync(lab);
        var today = await TodayAsync(lab, lab.Teams[0].Id, false);
        Assert.Equal([all.Reference], Assert.Single(today.Teams).Now.Select(i => i.Reference));
        Assert.Equal([own.Reference], today.Teams[0].Next.Select(i => i.Reference));
        Assert.Empty((await TodayAsync(lab, lab.Teams[1].Id, false)).Teams[0].Next);
        Assert.Equal(3, (await TodayAsync(lab, null, true)).Teams.Count);
        lab.App.Time.Advance(TimeSpan.FromHours(1));
        today = await TodayAsync(lab, lab.Teams[0].Id, false);
        // Half-open: the first has ended in the minute in which the second begins.
        Assert.Equal([own.Reference], today.Teams[0].Now.Select(i => i.Reference));
        Assert.Empty(today.Teams[0].Next);
    }

    /// <summary>One for all, under way since half an hour; then one of the first team.</summary>
    internal static async Task<(CampSession All, CampSession Own)> SessionsAsync(JuryLab lab)
    {
        var all = CampSession.Create(lab.Camp.Id, SessionKind.Brief, "Kihívások ismertetése", "Briefing", 90);
        var own = CampSession.Create(lab.Camp.Id, SessionKind.LabWork, "Laboratóriumi munka", "Lab work", 180);
        all.Place(lab.App.Now.AddMinutes(-30), null);
        own.Place(lab.App.Now.AddMinutes(60), null);
        await lab.App.Given.RowsAsync(all, own);
        await lab.App.Given.RowsAsync(new SessionTeam { SessionId = own.Id, TeamId = lab.Teams[0].Id });
        return (all, own);
    }

    internal static Task<Result<Done>> ArriveAsync(JuryLab lab, int participant, bool hasArrived = true, Actor? actor = null) => lab.App.AskAsync((CheckInDesk desk) => desk.ArriveAsync(
        new NoteArrival { Camp = lab.Camp.Reference, Participant = lab.Participants[participant].Reference, HasArrived = hasArrived }, actor ?? lab.StaffActor));

    internal static Task<Result<Done>> AttendAsync(JuryLab lab, CampSession session, int? participant = null, int? team = null, bool isHere = true) =>
        lab.App.AskAsync((CheckInDesk desk) => desk.AttendAsync(new NotePresence
        {
            Camp = lab.Camp.Reference,
            Session = session.Reference,
            Participant = participant is { } one ? lab.Participants[one].Reference : null,
            Team = team is { } some ? lab.Teams[some].Reference : null,
            IsHere = isHere,
        }, lab.StaffActor));

    private Task<Result<int>> SendAsync(JuryLab lab, MessageAudience audience, string text, Guid? team = null, Actor? actor = null) => lab.App.AskAsync((MessageDesk desk) =>
        desk.SendAsync(new SendCampMessage { Camp = lab.Camp.Reference, Audience = audience, Team = team, Text = text }, actor ?? lab.StaffActor, cancel));

    private Task<CampToday> TodayAsync(JuryLab lab, long? team, bool isCrew) =>
        lab.App.AskAsync((TodayReader reader) => reader.ReadAsync(lab.Camp, team, isCrew, lab.App.Now, cancel));
}
