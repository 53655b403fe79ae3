using Incubator.Core.Camps;
using Incubator.Tests.Camps.Agenda;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Sessions;

public class SessionDeskTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_MentoringForEachTeam_IsOneEachWithTheTeamsMentor()
    {
        using var lab = await AgendaLab.BeginAsync();
        var added = await lab.TryAddAsync(AgendaLab.Details("Mentoring", SessionKind.Mentoring, 30), forEachTeam: true);
        AgendaLab.Succeed(added);
        var (first, second) = (await lab.SeeAsync(added.Value[0]), await lab.SeeAsync(added.Value[1]));
        Assert.Equal(("Mentoring: Almavirág", "Mentoring: Buborék"), (first.TitleEn, second.TitleEn));
        Assert.Equal(lab.Teams[0].Id, Assert.Single(first.Teams).TeamId);
        Assert.Equal(lab.Mentor.Id, Assert.Single(first.Crew).CrewMemberId);
        Assert.Empty(second.Crew);
        await using var db = lab.App.OpenDb();
        Assert.Contains("SessionsAdded", await db.History.Where(h => h.Subject == nameof(Camp) && h.SubjectId == lab.CampId).Select(h => h.Act).ToListAsync(cancel));
    }

    [Fact]
    public async Task Add_WhatBreaksALimitOrIsOfAnotherCamp_IsRefused()
    {
        using var lab = await AgendaLab.BeginAsync();
        var details = AgendaLab.Details();
        Assert.True((await lab.TryAddAsync(details with { TitleHu = " " })).Was("Missing"));
        Assert.True((await lab.TryAddAsync(details with { Minutes = 7 })).Was("SessionNotFives"));
        Assert.True((await lab.TryAddAsync(details with { Minutes = 20, ResourceIds = [lab.Dryer.Id] })).Was("SessionNotQuarters"));
        Assert.True((await lab.TryAddAsync(details with { Minutes = 900 })).Was("OutOfRange"));
        Assert.True((await lab.TryAddAsync(details with { TeamIds = [99] })).Was("NotKnown"));
        Assert.True((await lab.TryAddAsync(details with { CrewIds = [99] })).Was("NotKnown"));
        Assert.True((await lab.TryAddAsync(details with { OnDay = AgendaLab.Monday.AddDays(3) })).Was("DayOutsideCamp"));
        Assert.True((await lab.TryAddAsync(details, actor: new(lab.MentorPerson.Id, false, []))).Was("NotFound"));
    }

    [Fact]
    public async Task Place_WhereItCollides_IsKeptAndBothAreNamed()
    {
        using var lab = await AgendaLab.BeginAsync();
        var first = await lab.PlanAsync(AgendaLab.Details("Opening", SessionKind.Other), AgendaLab.At(0, 9), lab.Hall);
        var second = await lab.PlanAsync(AgendaLab.Details("Lecture", SessionKind.Other) with { TeamIds = [lab.Teams[1].Id] }, AgendaLab.At(0, 9, 30), lab.Hall);
        var planned = await lab.ReadAsync();
        var clashes = planned.Judge().Clashes;
        Assert.Equal([PlanRule.RoomTwice, PlanRule.TeamTwice], clashes.Select(c => c.Rule).Order());
        Assert.All(clashes, c => Assert.Equal(new[] { first.ToString("N"), second.ToString("N") }.Order(), new[] { c.Activity, c.Other! }.Order()));
        Assert.Equal(AgendaLab.At(0, 9, 30), (await lab.SeeAsync(second)).Start);
        AgendaLab.Succeed(await lab.PlaceAsync(second, AgendaLab.At(0, 10), lab.Hall));
        Assert.Empty((await lab.ReadAsync()).Judge().Clashes);
    }

    [Fact]
    public async Task Place_OffTheStepOutsideTheCampOrStale_IsRefused()
    {
        using var lab = await AgendaLab.BeginAsync();
        var session = await lab.AddAsync(AgendaLab.Details(minutes: 20));
        var seen = (await lab.SeeAsync(session)).Version;
        Assert.True((await lab.PlaceAsync(session, AgendaLab.At(0, 9, 7), lab.Hall)).Was("SessionNotFives"));
        Assert.True((await lab.PlaceAsync(session, AgendaLab.At(0, 9), lab.KitchenRoom)).Was("SessionNotQuarters"));
        Assert.True((await lab.PlaceAsync(session, AgendaLab.At(5, 9), lab.Hall)).Was("DayOutsideCamp"));
        Assert.True((await lab.PlaceAsync(session, AgendaLab.At(0, 9), Guid.NewGuid())).Was("NotKnown"));
        AgendaLab.Succeed(await lab.PlaceAsync(session, AgendaLab.At(0, 9, 5), lab.Hall, pin: true, seen: seen));
        Assert.True((await lab.SeeAsync(session)).IsPinned);
        Assert.True((await lab.PlaceAsync(session, AgendaLab.At(0, 10), lab.Hall, seen: seen)).Was("ChangedMeanwhile"));
        AgendaLab.Succeed(await lab.PlaceAsync(session, null, null));
        Assert.True(await lab.SeeAsync(session) is { Start: null, IsPinned: false });
    }

    [Fact]
    public async Task Edit_TeamsCrewAndEquipment_BecomeWhatIsSaid()
    {
        using var lab = await AgendaLab.BeginAsync();
        var session = await lab.AddAsync(AgendaLab.Details() with { TeamIds = [lab.Teams[0].Id], CrewIds = [lab.Mentor.Id] });
        var seen = (await lab.SeeAsync(session)).Version;
        var wanted = AgendaLab.Details("Trial", SessionKind.LabWork, 90) with { TeamIds = [lab.Teams[1].Id], ResourceIds = [lab.Dryer.Id], OnDay = AgendaLab.Monday };
        AgendaLab.Succeed(await lab.PlaceAsync(session, AgendaLab.At(0, 9), lab.KitchenRoom));
        seen = (await lab.SeeAsync(session)).Version;
        var rooms = (await lab.ReadAsync()).Rooms;
        Assert.True((await EditAsync(lab, session, AgendaLab.Details(minutes: 20), seen)).Was("SessionNotQuarters"));
        Assert.True((await EditAsync(lab, session, wanted with { WishedRoomId = 99 }, seen)).Was("NotKnown"));
        wanted = wanted with { WishedRoomId = rooms[0].Id };
        AgendaLab.Succeed(await EditAsync(lab, session, wanted, seen));
        var now = await lab.SeeAsync(session);
        Assert.Equal(("Trial", 90, AgendaLab.Monday), (now.TitleEn, now.Minutes, now.OnDay));
        Assert.Equal((lab.Teams[1].Id, lab.Dryer.Id, 0), (Assert.Single(now.Teams).TeamId, Assert.Single(now.Equipment).ResourceId, now.Crew.Count));
        Assert.True((await EditAsync(lab, session, wanted, seen)).Was("ChangedMeanwhile"));
        await lab.RemoveAsync(session);
        Assert.Empty((await lab.ReadAsync()).Sessions);
    }

    [Fact]
    public async Task Rooms_SavedTwiceOrInUse_AreRefused()
    {
        using var lab = await AgendaLab.BeginAsync();
        Assert.True((await lab.RoomAsync("Again", 5, lab.Kitchen.Id)).Was("CampRoomTwice"));
        Assert.True((await lab.RoomAsync("Not a room", 5, lab.Dryer.Id)).Was("NotKnown"));
        Assert.True((await lab.RoomAsync("", 0, null)).Was("Missing"));
        await lab.PlanAsync(AgendaLab.Details(), AgendaLab.At(0, 9), lab.Hall);
        var room = (await lab.ReadAsync()).Rooms.Single(r => r.Reference == lab.Hall);
        Assert.True((await RemoveRoomAsync(lab, room)).Was("CampRoomInUse"));
        AgendaLab.Succeed(await RemoveRoomAsync(lab, (await lab.ReadAsync()).Rooms.Single(r => r.Reference == lab.KitchenRoom)));
        AgendaLab.Succeed(await lab.App.AskAsync((CampRoomDesk desk) => desk.SaveAsync(
            new SaveCampRoom { Camp = lab.Camp, Reference = room.Reference, Name = "Great hall", Seats = 50, SeenVersion = room.Version }, lab.Staff, cancel)));
        Assert.Equal("Great hall", Assert.Single((await lab.ReadAsync()).Rooms).Name);
    }

    private Task<Core.Common.Result<Core.Common.Done>> EditAsync(AgendaLab lab, Guid session, SessionDetails details, Guid seen) => lab.App.AskAsync(
        (SessionDesk desk) => desk.EditAsync(new EditSession { Reference = session, Details = details, SeenVersion = seen }, lab.Staff, cancel));

    private Task<Core.Common.Result<Core.Common.Done>> RemoveRoomAsync(AgendaLab lab, CampRoom room) =>
        lab.App.AskAsync((CampRoomDesk desk) => desk.RemoveAsync(room.Reference, room.Version, lab.Staff, cancel));
}
