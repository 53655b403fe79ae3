using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Incubator.Tests.Booking.Calendar;

public class PolicyDeskTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 12, 1);
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 9, 7, 0, 0, TimeSpan.Zero));
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    public static readonly TheoryData<PolicyTerms, string, string> Broken = new()
    {
        { new PolicyTerms { MinMinutes = 0 }, "OutOfRange", "MinMinutes" },
        { new PolicyTerms { MinMinutes = 20 }, "NotQuarterHours", "MinMinutes" },
        { new PolicyTerms { MaxMinutes = int.MaxValue }, "OutOfRange", "MaxMinutes" },
        { new PolicyTerms { GranularityMinutes = 10 }, "OutOfRange", "GranularityMinutes" },
        { new PolicyTerms { GranularityMinutes = 40 }, "NotQuarterHours", "GranularityMinutes" },
        { new PolicyTerms { MinNoticeMinutes = -1 }, "OutOfRange", "MinNoticeMinutes" },
        { new PolicyTerms { HorizonDays = 10_000 }, "OutOfRange", "HorizonDays" },
        { new PolicyTerms { CompanyMinutesPerWeek = -60 }, "OutOfRange", "CompanyMinutesPerWeek" },
        { new PolicyTerms { PersonFutureReservations = 1_000_000 }, "OutOfRange", "PersonFutureReservations" },
        { new PolicyTerms { MinMinutes = 120, MaxMinutes = 60 }, "MinimumAboveMaximum", "MinMinutes" },
        { new PolicyTerms { WhoMayBook = (WhoMayBook)9 }, "NotKnown", "WhoMayBook" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Set_BrokenLimit_IsRefusedAtItsField(PolicyTerms terms, string code, string field)
    {
        await using var db = database.Open();
        var result = await new PolicyDesk(db, clock).SetAsync(new SetPolicy { ValidFrom = Day, Terms = terms }, Actor.System, cancel);
        Assert.Contains(result.Refusals, r => r.Code == code && r.Field == field);
        Assert.Equal(0, await db.BookingPolicies.CountAsync(cancel));
    }

    [Fact]
    public async Task Set_LevelsThatContradict_NamesTheResource()
    {
        await using var db = database.Open();
        var id = await ResourceAsync(db);
        var desk = new PolicyDesk(db, clock);
        Assert.True((await desk.SetAsync(new SetPolicy { ResourceId = id, ValidFrom = Day, Terms = new() { MaxMinutes = 60 } }, Actor.System, cancel)).Succeeded);
        var lab = await desk.SetAsync(new SetPolicy { ValidFrom = Day, Terms = new() { MinMinutes = 120 } }, Actor.System, cancel);
        var refusal = Assert.Single(lab.Refusals);
        Assert.Equal("MinimumAboveMaximum", refusal.Code);
        Assert.Equal("Spray dryer", Assert.IsType<LocalName>(refusal.Facts["resource"]).En);
        Assert.Equal(1, await db.BookingPolicies.CountAsync(cancel));
    }

    [Fact]
    public async Task Set_GranularityThatFitsNoLength_IsRefused()
    {
        await using var db = database.Open();
        var result = await new PolicyDesk(db, clock).SetAsync(
            new SetPolicy { ValidFrom = Day, Terms = new() { MinMinutes = 75, MaxMinutes = 105, GranularityMinutes = 60 } }, Actor.System, cancel);
        Assert.True(result.Was("GranularityFitsNoLength"));
    }

    [Fact]
    public async Task Set_SameDayAgain_NeedsTheVersionSeen()
    {
        await using var db = database.Open();
        var desk = new PolicyDesk(db, clock);
        var wish = new SetPolicy { ValidFrom = Day, Terms = new() { HorizonDays = 30 } };
        var id = (await desk.SetAsync(wish, Actor.System, cancel)).Value;
        Assert.True((await desk.SetAsync(wish, Actor.System, cancel)).Was("DayTaken"));
        var seen = (await db.BookingPolicies.AsNoTracking().SingleAsync(cancel)).Version;
        Assert.True((await desk.SetAsync(wish with { SeenVersion = seen, Terms = new() { HorizonDays = 60 } }, Actor.System, cancel)).Succeeded);
        Assert.True((await desk.SetAsync(wish with { SeenVersion = seen }, Actor.System, cancel)).Was("ChangedMeanwhile"));
        Assert.True((await desk.RemoveAsync(id, seen, Actor.System, cancel)).Was("ChangedMeanwhile"));
        var now = (await db.BookingPolicies.AsNoTracking().SingleAsync(cancel)).Version;
        Assert.True((await desk.RemoveAsync(id, now, Actor.System, cancel)).Succeeded);
        Assert.Equal(["PolicySet", "PolicyChanged", "PolicyRemoved"], await db.History.OrderBy(h => h.Id).Select(h => h.Act).ToListAsync(cancel));
    }

    [Fact]
    public async Task Set_UnknownResource_IsNotFound()
    {
        await using var db = database.Open();
        Assert.True((await new PolicyDesk(db, clock).SetAsync(
            new SetPolicy { ResourceId = 9, ValidFrom = Day, Terms = new() }, Actor.System, cancel)).Was("NotFound"));
    }

    private async Task<long> ResourceAsync(Incubator.Core.Data.IncubatorDb db) => (await new ResourceRegister(db, clock).CreateAsync(new RegisterResource
    {
        Details = new ResourceDetails { Code = "SD-1", NameHu = "Porlasztva szárító", NameEn = "Spray dryer", Kind = ResourceKind.Equipment, CategoryId = 0 },
        NewCategory = new LocalName("Szárítás", "Drying"),
    }, Actor.System, cancel)).Value.Id;
}
