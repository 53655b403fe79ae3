using Incubator.Core.Booking;
using Incubator.Core.Camps;
using Incubator.Core.Common;

namespace Incubator.Tests.Camps.Agenda;

public class CampPlanTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_WhatOthersHoldInTheLab_IsInTheWayWithSetupAndCleanup()
    {
        using var lab = await AgendaLab.BeginAsync();
        var other = await lab.App.Given.CompanyAsync("Más Kft.");
        AgendaLab.Succeed(await lab.App.AskAsync((BookingDesk desk) => desk.ReserveAsync(new ReserveSlot
        {
            ResourceIds = [lab.Dryer.Id],
            Slot = new TimeSlot(AgendaLab.At(0, 9), AgendaLab.At(0, 11)),
            CompanyId = other.Id,
            Purpose = "Trial",
            SubmissionKey = Guid.NewGuid(),
        }, lab.Staff, cancel)));
        // The dryer is cleaned until 11:30, and must be set up before the session for 15 minutes.
        var trial = await lab.PlanAsync(AgendaLab.Details("Trial", SessionKind.LabWork) with { ResourceIds = [lab.Dryer.Id] }, AgendaLab.At(0, 11, 30), lab.Hall);
        Assert.Equal([PlanRule.EquipmentBusy], await lab.ClashesAsync());
        AgendaLab.Succeed(await lab.PlaceAsync(trial, AgendaLab.At(0, 11, 45), lab.Hall));
        Assert.Empty(await lab.ClashesAsync());
    }

    [Fact]
    public async Task Read_ADayOnWhichTheLabIsClosed_ClosesItsRooms()
    {
        using var lab = await AgendaLab.BeginAsync();
        await lab.App.Given.RowsAsync(CalendarException.Create(AgendaLab.Monday, CalendarExceptionKind.Closed, "Zárva", "Closed"));
        await lab.PlanAsync(AgendaLab.Details("Tasting", SessionKind.Other), AgendaLab.At(0, 9), lab.KitchenRoom);
        await lab.PlanAsync(AgendaLab.Details("Lecture", SessionKind.Other), AgendaLab.At(0, 10), lab.Hall);
        Assert.Equal([PlanRule.RoomClosed], await lab.ClashesAsync());
    }

    [Fact]
    public async Task Read_APersonWithTwoRoles_IsOnePerson()
    {
        using var lab = await AgendaLab.BeginAsync();
        var alsoJuror = CrewMember.Create(lab.CampId, lab.MentorPerson.Id, CrewRole.Juror);
        await lab.App.Given.RowsAsync(alsoJuror);
        await lab.PlanAsync(AgendaLab.Details("Mentoring", SessionKind.Mentoring, 30) with { TeamIds = [lab.Teams[0].Id], CrewIds = [lab.Mentor.Id] }, AgendaLab.At(0, 9), lab.Hall);
        await lab.PlanAsync(AgendaLab.Details("Pitch", SessionKind.Pitch, 30) with { TeamIds = [lab.Teams[1].Id], CrewIds = [alsoJuror.Id] }, AgendaLab.At(0, 9), lab.KitchenRoom);
        Assert.Equal([PlanRule.PersonTwice], await lab.ClashesAsync());
    }

    [Fact]
    public async Task Read_JurorWhoMentorsOrOwnsTheChallenge_MayNotJudge()
    {
        using var lab = await AgendaLab.BeginAsync();
        var challenge = Challenge.Create(lab.CampId, lab.Host.Id);
        await lab.App.Given.RowsAsync(challenge);
        await using (var db = lab.App.OpenDb())
        {
            db.Teams.Single(t => t.Id == lab.Teams[1].Id).Take(challenge.Id);
            await db.SaveChangesAsync(cancel);
        }

        var owner = CrewMember.Create(lab.CampId, (await lab.App.Given.PersonAsync("Gazda Gizella")).Id, CrewRole.Juror, companyId: lab.Host.Id);
        var mentoring = CrewMember.Create(lab.CampId, lab.MentorPerson.Id, CrewRole.Juror);
        await lab.App.Given.RowsAsync(owner, mentoring);
        await lab.PlanAsync(AgendaLab.Details("Pitch 1", SessionKind.Pitch, 30) with { TeamIds = [lab.Teams[0].Id], CrewIds = [mentoring.Id] }, AgendaLab.At(0, 9), lab.Hall);
        await lab.PlanAsync(AgendaLab.Details("Pitch 2", SessionKind.Pitch, 30) with { TeamIds = [lab.Teams[1].Id], CrewIds = [owner.Id] }, AgendaLab.At(0, 10), lab.Hall);
        Assert.Equal([PlanRule.JurorMentors, PlanRule.JurorOfCompany], (await lab.ClashesAsync()).Order());
    }

    [Fact]
    public async Task Read_CrewTimesHeadsAndDays_Bind()
    {
        using var lab = await AgendaLab.BeginAsync();
        await lab.App.Given.RowsAsync(CrewTime.Create(lab.Mentor.Id, AgendaLab.At(0, 13), AgendaLab.At(0, 15)));
        await lab.PlanAsync(AgendaLab.Details("Early", SessionKind.Other) with { CrewIds = [lab.Mentor.Id] }, AgendaLab.At(0, 9), lab.Hall);
        await lab.PlanAsync(AgendaLab.Details("Crowd", SessionKind.Other) with { Guests = 11 }, AgendaLab.At(0, 11), lab.KitchenRoom);
        await lab.PlanAsync(AgendaLab.Details("Late", SessionKind.Other) with { OnDay = AgendaLab.Monday.AddDays(1) }, AgendaLab.At(0, 17, 30), lab.Hall);
        Assert.Equal([PlanRule.OutsideOpening, PlanRule.OutsideWindow, PlanRule.RoomTooSmall, PlanRule.PersonAway], (await lab.ClashesAsync()).Order());
    }

    [Fact]
    public async Task TakeOver_WhatTheSearchFound_MovesAllButThePinnedAndNotWhatChanged()
    {
        using var lab = await AgendaLab.BeginAsync();
        var pinned = await lab.PlanAsync(AgendaLab.Details(), AgendaLab.At(1, 9), lab.Hall);
        AgendaLab.Succeed(await lab.App.AskAsync((SessionDesk desk) => desk.PinAsync(pinned, true, lab.Staff, cancel)));
        AgendaLab.Succeed(await lab.TryAddAsync(AgendaLab.Details("Trial", SessionKind.LabWork, 90) with { ResourceIds = [lab.Dryer.Id] }, forEachTeam: true));
        AgendaLab.Succeed(await lab.TryAddAsync(AgendaLab.Details("Pitch", SessionKind.Pitch, 20) with { CrewIds = [lab.Juror.Id] }, forEachTeam: true));
        var planned = await lab.ReadAsync();
        var found = new PlanSearch(TimeProvider.System).Run(planned.Problem, new PlanRequest { Start = planned.Plan, Moves = 200_000 }, cancel: cancel);
        Assert.Empty(found.Judgement.Clashes);
        Assert.Empty(found.Judgement.Unplaced);
        AgendaLab.Succeed(await lab.App.AskAsync((PlanDesk desk) => desk.TakeOverAsync(lab.Camp, planned.Stamp, found.Plan, lab.Staff, cancel)));
        var after = await lab.ReadAsync();
        Assert.Empty(after.Judge().Clashes);
        Assert.Equal(found.Judgement.Penalty, after.Judge().Penalty);
        Assert.Equal(AgendaLab.At(1, 9), (await lab.SeeAsync(pinned)).Start);
        Assert.True((await lab.App.AskAsync((PlanDesk desk) => desk.TakeOverAsync(lab.Camp, planned.Stamp, found.Plan, lab.Staff, cancel))).Was("ChangedMeanwhile"));
    }
}
