using Incubator.Core.Booking;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Agenda;

public class AgendaDeskTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publish_WithAHardClash_IsRefusedWhateverTheNote()
    {
        using var lab = await AgendaLab.BeginAsync();
        await lab.PlanAsync(AgendaLab.Details("One", SessionKind.Other), AgendaLab.At(0, 9), lab.Hall);
        var other = await lab.PlanAsync(AgendaLab.Details("Two", SessionKind.Other), AgendaLab.At(0, 9), lab.Hall);
        Assert.True((await lab.PublishAsync("I want it")).Was("AgendaClashes"));
        AgendaLab.Succeed(await lab.PlaceAsync(other, AgendaLab.At(0, 10), lab.Hall));
        AgendaLab.Succeed(await lab.PublishAsync());
    }

    [Fact]
    public async Task Publish_WhatIsLessThanGood_NeedsANoteThatIsKept()
    {
        using var lab = await AgendaLab.BeginAsync();
        Assert.True((await lab.PublishAsync()).Was("AgendaEmpty"));
        await lab.PlanAsync(AgendaLab.Details(), AgendaLab.At(0, 9), lab.Hall);
        await lab.AddAsync(AgendaLab.Details("No time yet"));
        Assert.True((await lab.PublishAsync()).Was("AgendaNoteMissing"));
        AgendaLab.Succeed(await lab.PublishAsync("The rest follows"));
        Assert.Equal("The rest follows", (await lab.VersionAsync(1)).Note);
        Assert.True((await lab.PublishAsync("Again")).Was("AgendaUnchanged"));
        Assert.True((await lab.PublishAsync("No", new(lab.MentorPerson.Id, false, []))).Was("NotFound"));
        Assert.True((await lab.App.AskAsync((AgendaDesk desk) => desk.PublishAsync(
            new PublishAgenda { Camp = lab.Camp, Note = "x", Stamp = "stale" }, lab.Staff, cancel))).Was("ChangedMeanwhile"));
    }

    [Fact]
    public async Task Publish_OfADraft_IsRefused()
    {
        using var lab = await AgendaLab.BeginAsync(status: CampStatus.Draft);
        await lab.PlanAsync(AgendaLab.Details(), AgendaLab.At(0, 9), lab.Hall);
        Assert.True((await lab.PublishAsync("x")).Was("CampStillDraft"));
    }

    [Fact]
    public async Task Publish_RoomsAndEquipmentOfTheLab_AreReservedOnceForEachSession()
    {
        using var lab = await AgendaLab.BeginAsync();
        await lab.PlanAsync(AgendaLab.Details("Lecture", SessionKind.Other), AgendaLab.At(0, 8), lab.Hall);
        var trial = await TrialAsync(lab, AgendaLab.At(0, 10));
        Assert.True((await lab.PublishAsync("x")).Was("CampHostMissing"));
        await lab.HostedAsync();
        // Both teams change rooms once: a soft rule.
        Assert.True((await lab.PublishAsync()).Was("AgendaNoteMissing"));
        AgendaLab.Succeed(await lab.PublishAsync("x"));
        var held = Assert.Single(await lab.HeldAsync());
        Assert.Equal((lab.Host.Id, AgendaLab.At(0, 10), AgendaLab.At(0, 12)), (held.CompanyId, held.Start, held.End));
        Assert.Equal(new[] { lab.Dryer.Id, lab.Kitchen.Id }.Order(), held.Items.Select(i => i.ResourceId).Order());
        var dryer = held.Items.Single(i => i.ResourceId == lab.Dryer.Id);
        Assert.Equal((QuarterHour.Of(AgendaLab.At(0, 9, 45)), QuarterHour.Of(AgendaLab.At(0, 12, 30))), (dryer.FromQuarter, dryer.UntilQuarter));

        // Its own reservation is not in its way, and stays where nothing of it changed.
        Assert.Empty(await lab.ClashesAsync());
        await lab.PlanAsync(AgendaLab.Details("Second lecture", SessionKind.Other), AgendaLab.At(0, 14), lab.Hall);
        AgendaLab.Succeed(await lab.PublishAsync("Second"));
        Assert.Equal(held.Id, Assert.Single(await lab.HeldAsync()).Id);

        // Moved: given back, and taken anew.
        AgendaLab.Succeed(await lab.PlaceAsync(trial, AgendaLab.At(1, 9), lab.KitchenRoom));
        AgendaLab.Succeed(await lab.PublishAsync("Third"));
        Assert.Equal(AgendaLab.At(1, 9), Assert.Single(await lab.HeldAsync()).Start);

        // Removed: given back.
        await lab.RemoveAsync(trial);
        AgendaLab.Succeed(await lab.PublishAsync("Fourth"));
        Assert.Empty(await lab.HeldAsync());
        await using var db = lab.App.OpenDb();
        Assert.Equal(0, await db.Occupancy.CountAsync(cancel));
        Assert.Equal(0, await db.SessionReservations.CountAsync(cancel));
        Assert.Empty(await lab.ToldAsync("ReservationConfirmed"));
    }

    [Fact]
    public async Task CallOff_ACampThatHoldsTheLab_GivesItBack()
    {
        using var lab = await AgendaLab.BeginAsync();
        await TrialAsync(lab, AgendaLab.At(0, 10));
        await lab.HostedAsync();
        AgendaLab.Succeed(await lab.PublishAsync("x"));
        Assert.Single(await lab.HeldAsync());
        AgendaLab.Succeed(await lab.App.AskAsync((CampDesk desk) => desk.MoveOnAsync(
            new MoveCampOn { Reference = lab.Camp, To = CampStatus.Cancelled, Reason = "Too few came", Seen = CampStatus.Preparing }, lab.Staff, cancel)));
        Assert.Empty(await lab.HeldAsync());
        Assert.Empty(await lab.ToldAsync("ReservationCancelled"));
    }

    [Fact]
    public async Task Publish_TwoSessionsThatChangePlaces_BothGetTheLab()
    {
        using var lab = await AgendaLab.BeginAsync();
        await lab.HostedAsync();
        var (first, second) = (await TrialAsync(lab, AgendaLab.At(0, 8)), await TrialAsync(lab, AgendaLab.At(0, 13)));
        AgendaLab.Succeed(await lab.PublishAsync("x"));
        AgendaLab.Succeed(await lab.PlaceAsync(first, AgendaLab.At(0, 13), lab.KitchenRoom));
        AgendaLab.Succeed(await lab.PlaceAsync(second, AgendaLab.At(0, 8), lab.KitchenRoom));
        AgendaLab.Succeed(await lab.PublishAsync("x"));
        Assert.Equal([AgendaLab.At(0, 8), AgendaLab.At(0, 13)], (await lab.HeldAsync()).Select(r => r.Start));
    }

    [Fact]
    public async Task Publish_WhereTheLabRefuses_NothingIsReservedPublishedOrTold()
    {
        using var lab = await AgendaLab.BeginAsync();
        await lab.HostedAsync();
        await TrialAsync(lab, AgendaLab.At(0, 8));
        await TrialAsync(lab, AgendaLab.At(0, 13));
        // The house may no longer book: only the booking desk knows.
        await using (var db = lab.App.OpenDb())
        {
            db.Companies.Single(c => c.Id == lab.Host.Id).Deactivate();
            await db.SaveChangesAsync(cancel);
        }

        var refused = await lab.PublishAsync("x");
        Assert.True(refused.Was("LabRefusedSession") && refused.Was(BookingRefusals.CompanyInactive));
        Assert.Equal("Trial", refused.Refusals[0].Facts["session"].ToString());
        Assert.Empty(await lab.HeldAsync());
        Assert.Empty(await lab.ToldAsync());
        await using var seen = lab.App.OpenDb();
        Assert.Equal((0, 0), (await seen.AgendaVersions.CountAsync(cancel), await seen.Occupancy.CountAsync(cancel)));
    }

    [Fact]
    public async Task Publish_NewMovedAndCancelled_TellsOnlyThoseAffectedAndEachOnce()
    {
        using var lab = await AgendaLab.BeginAsync();
        var forAll = await lab.PlanAsync(AgendaLab.Details("Opening", SessionKind.Other), AgendaLab.At(0, 9), lab.Hall);
        var mentoring = await lab.PlanAsync(
            AgendaLab.Details("Mentoring", SessionKind.Other, 30) with { TeamIds = [lab.Teams[0].Id], CrewIds = [lab.Mentor.Id] }, AgendaLab.At(0, 11), lab.Hall);
        AgendaLab.Succeed(await lab.PublishAsync("First"));
        // The juror has no session; the other three are told of theirs.
        Assert.Equal(["mentor@example.com", "student1@example.com", "student2@example.com"], (await lab.ToldAsync()).Select(n => n.Recipient).Order());
        Assert.Equal(2, NoticeFacts.Of((await lab.ToldAsync()).Single(n => n.Recipient == "student1@example.com")).Lists["new"].Count);

        AgendaLab.Succeed(await lab.PlaceAsync(mentoring, AgendaLab.At(0, 12), lab.Hall));
        AgendaLab.Succeed(await lab.PublishAsync("Second"));
        var second = (await lab.ToldAsync()).Skip(3).ToList();
        Assert.Equal(["mentor@example.com", "student1@example.com"], second.Select(n => n.Recipient).Order());
        Assert.All(second, n => Assert.Equal(["moved"], NoticeFacts.Of(n).Lists.Keys));

        await lab.RemoveAsync(forAll);
        AgendaLab.Succeed(await lab.PublishAsync("Third"));
        Assert.Equal(["student1@example.com", "student2@example.com"], (await lab.ToldAsync()).Skip(5).Select(n => n.Recipient).Order());
        var version = await lab.VersionAsync(3);
        Assert.Equal([AgendaChange.Cancelled, AgendaChange.None], version.Items.OrderBy(i => i.Start).Select(i => i.Change));
        Assert.Equal([1, 1], version.Items.OrderBy(i => i.Start).Select(i => i.Sequence));
    }

    [Fact]
    public async Task Use_OfWhatSessionsReserved_BeginsAndEndsByItselfAndIsNoNoShow()
    {
        using var lab = await AgendaLab.BeginAsync();
        await lab.HostedAsync();
        await TrialAsync(lab, AgendaLab.At(0, 10));
        AgendaLab.Succeed(await lab.PublishAsync("x"));
        var held = Assert.Single(await lab.HeldAsync());
        lab.App.Time.SetUtcNow(AgendaLab.At(0, 9, 55));
        Assert.Equal((0, 0), await SweepAsync());
        lab.App.Time.SetUtcNow(AgendaLab.At(0, 10, 4));
        Assert.Equal((1, 0), await SweepAsync());
        Assert.Equal((0, 0), await SweepAsync());
        lab.App.Time.SetUtcNow(AgendaLab.At(0, 12, 1));
        Assert.Equal((0, 1), await SweepAsync());
        await using var db = lab.App.OpenDb();
        var after = await db.Reservations.AsNoTracking().SingleAsync(r => r.Id == held.Id, cancel);
        Assert.Equal((ReservationState.Completed, held.End), (after.State, after.End));
        Assert.Equal(2, await db.UseSessions.CountAsync(s => s.EndedAt != null, cancel));

        async Task<(int, int)> SweepAsync()
        {
            var did = (await lab.App.AskAsync((UseCampReservations job) => job.RunAsync(cancel))).Did;
            return (did.GetValueOrDefault("CampUseBegun"), did.GetValueOrDefault("CampUseEnded"));
        }
    }

    private static Task<Guid> TrialAsync(AgendaLab lab, DateTimeOffset start) =>
        lab.PlanAsync(AgendaLab.Details("Trial", SessionKind.LabWork, 120) with { ResourceIds = [lab.Dryer.Id] }, start, lab.KitchenRoom);
}
