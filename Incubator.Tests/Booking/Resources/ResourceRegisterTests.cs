using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Incubator.Tests.Booking.Resources;

public class ResourceRegisterTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 9, 7, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly FakeTimeProvider clock = new(Now);
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Create_NewCategoryAndSite_ComeIntoBeingOnce()
    {
        await using var db = database.Open();
        var register = new ResourceRegister(db, clock);
        var first = await register.CreateAsync(Wish("A-1"), Actor.System, cancel);
        var second = await register.CreateAsync(Wish("A-2"), Actor.System, cancel);
        Assert.True(first.Succeeded && second.Succeeded);
        Assert.Equal("Szárítás", (await db.ResourceCategories.SingleAsync(cancel)).NameHu);
        Assert.Equal("Debrecen, Böszörményi út", (await db.Sites.SingleAsync(cancel)).Name);
        Assert.Equal("Registered", (await db.History.SingleAsync(h => h.Subject == "Resource" && h.SubjectId == first.Value.Id, cancel)).Act);
    }

    [Theory]
    [InlineData("A-1")]
    [InlineData(" a-1 ")]
    public async Task Create_CodeThere_IsCodeTaken(string code)
    {
        await using var db = database.Open();
        var register = new ResourceRegister(db, clock);
        await register.CreateAsync(Wish("A-1"), Actor.System, cancel);
        var second = await register.CreateAsync(Wish(code), Actor.System, cancel);
        Assert.True(second.Was("CodeTaken"));
        Assert.Equal(1, await db.Resources.CountAsync(cancel));
    }

    public static readonly TheoryData<string, Func<ResourceDetails, ResourceDetails>, string, string> Broken = new()
    {
        { "no code", d => d with { Code = " " }, "Missing", "Code" },
        { "code of a page", d => d with { Code = "Import" }, "CodeNotAllowed", "Code" },
        { "code with a slash", d => d with { Code = "A/1" }, "CodeNotAllowed", "Code" },
        { "no Hungarian name", d => d with { NameHu = "" }, "Missing", "NameHu" },
        { "10,000 characters", d => d with { NameEn = new string('x', 10_000) }, "TextTooLong", "NameEn" },
        { "control characters", d => d with { Model = "a\u0000b" }, "ControlCharacters", "Model" },
        { "no unit", d => d with { Units = 0 }, "OutOfRange", "Units" },
        { "too many units", d => d with { Units = int.MaxValue }, "OutOfRange", "Units" },
        { "negative setup", d => d with { SetupMinutes = -15 }, "OutOfRange", "SetupMinutes" },
        { "enormous cleanup", d => d with { CleanupMinutes = 1_000_000 }, "OutOfRange", "CleanupMinutes" },
        { "cleanup of 20 minutes", d => d with { CleanupMinutes = 20 }, "NotQuarterHours", "CleanupMinutes" },
        { "owner who is not there", d => d with { OwnerId = 99 }, "NotFound", "OwnerId" },
        { "site that is not there", d => d with { SiteId = 99 }, "NotFound", "SiteId" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Create_BrokenLimit_IsRefusedAtItsField(
        string what, Func<ResourceDetails, ResourceDetails> broken, string code, string field)
    {
        await using var db = database.Open();
        var wish = Wish("A-1") with { NewSite = null };
        var result = await new ResourceRegister(db, clock).CreateAsync(wish with { Details = broken(wish.Details) }, Actor.System, cancel);
        Assert.True(result.Refusals.Any(r => r.Code == code && r.Field == field), $"{what}: {string.Join(", ", result.Refusals)}");
        Assert.Equal(0, await db.ResourceCategories.CountAsync(cancel));
    }

    [Fact]
    public async Task Edit_SeenVersionOld_IsChangedMeanwhile()
    {
        await using var db = database.Open();
        var register = new ResourceRegister(db, clock);
        var (id, seen, details) = await Given(register, Wish("A-1"));
        var first = await register.EditAsync(new EditResource { Id = id, Details = details with { NameEn = "Spray tower" }, SeenVersion = seen }, Actor.System, cancel);
        Assert.True(first.Value.Changed);
        var late = await register.EditAsync(new EditResource { Id = id, Details = details with { NameEn = "Mill" }, SeenVersion = seen }, Actor.System, cancel);
        Assert.True(late.Was("ChangedMeanwhile"));
        var entry = await db.History.SingleAsync(h => h.Subject == "Resource" && h.Act == "Edited", cancel);
        Assert.Contains("\"NameEn\":[\"Spray dryer\",\"Spray tower\"]", entry.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_NothingNew_SaysSoAndWritesNoHistory()
    {
        await using var db = database.Open();
        var register = new ResourceRegister(db, clock);
        var (id, seen, details) = await Given(register, Wish("A-1"));
        var same = await register.EditAsync(new EditResource { Id = id, Details = details, SeenVersion = seen }, Actor.System, cancel);
        Assert.False(same.Value.Changed);
        Assert.Equal(0, await db.History.CountAsync(h => h.Act == "Edited", cancel));
    }

    [Fact]
    public async Task Edit_FewerUnitsThanBooked_KeepsAndListsThemAndLetsNoMoreIn()
    {
        await using var db = database.Open();
        var register = new ResourceRegister(db, clock);
        var wish = Wish("A-1");
        var (id, _, details) = await Given(register, wish with { Details = wish.Details with { Units = 2 } });
        var company = await CompanyAsync(db);
        var desk = new BookingDesk(db, clock);
        var early = (await desk.ReserveAsync(Book(id, company, 9, 11), Actor.System, cancel)).Value;
        var late = (await desk.ReserveAsync(Book(id, company, 10, 12), Actor.System, cancel)).Value;
        var alone = (await desk.ReserveAsync(Book(id, company, 14, 15), Actor.System, cancel)).Value;
        var seen = (await db.Resources.AsNoTracking().SingleAsync(r => r.Id == id, cancel)).Version;

        var edited = await register.EditAsync(new EditResource { Id = id, Details = details with { Units = 1 }, SeenVersion = seen }, Actor.System, cancel);

        Assert.Equal([early.Id, late.Id], edited.Value.Affected.Select(a => a.Id));
        Assert.Equal(3, await db.Reservations.CountAsync(r => r.State == ReservationState.Confirmed, cancel));
        // Unit 1 is free from 11 to 12, but the second machine that is no more is still booked until then.
        Assert.True((await desk.ReserveAsync(Book(id, company, 11, 12), Actor.System, cancel)).Was(BookingRefusals.SlotTaken));
        Assert.True((await desk.ReserveAsync(Book(id, company, 12, 14), Actor.System, cancel)).Succeeded);
        var offered = await new FreeTimes(db, clock).FindAsync(new FindFreeTime
        {
            ResourceIds = [id],
            Minutes = 60,
            From = new DateOnly(2026, 11, 10),
            Until = new DateOnly(2026, 11, 10),
        }, Actor.System, cancel);
        Assert.DoesNotContain(offered, o => o.Slot.Overlaps(Slot(9, 15)));
        Assert.NotEmpty(offered);
        Assert.NotEqual(default, alone);
    }

    [Fact]
    public async Task Edit_OtherBuffers_MoveNoOccupancy()
    {
        await using var db = database.Open();
        var register = new ResourceRegister(db, clock);
        var (id, _, details) = await Given(register, Wish("A-1"));
        var company = await CompanyAsync(db);
        await new BookingDesk(db, clock).ReserveAsync(Book(id, company, 9, 11), Actor.System, cancel);
        var before = await db.Occupancy.CountAsync(cancel);
        var seen = (await db.Resources.AsNoTracking().SingleAsync(r => r.Id == id, cancel)).Version;
        var edited = await register.EditAsync(new EditResource { Id = id, Details = details with { CleanupMinutes = 120 }, SeenVersion = seen }, Actor.System, cancel);
        Assert.True(edited.Value.Changed);
        Assert.Equal(before, await db.Occupancy.CountAsync(cancel));
        Assert.Equal(0, (await db.ReservationItems.AsNoTracking().SingleAsync(cancel)).CleanupMinutes);
    }

    [Fact]
    public async Task Retire_WithReservationsAhead_KeepsThemListsThemAndCanBeUndone()
    {
        await using var db = database.Open();
        var register = new ResourceRegister(db, clock);
        var (id, seen, _) = await Given(register, Wish("A-1"));
        var company = await CompanyAsync(db);
        var desk = new BookingDesk(db, clock);
        var booked = (await desk.ReserveAsync(Book(id, company, 9, 11), Actor.System, cancel)).Value;
        Assert.Equal(booked.Id, Assert.Single(await register.BookedAheadAsync(id, cancel)).Id);

        var retired = await register.RetireAsync(id, seen, "Sold", Actor.System, cancel);
        Assert.Equal(booked.Id, Assert.Single(retired.Value.Affected).Id);
        Assert.True((await desk.ReserveAsync(Book(id, company, 12, 13), Actor.System, cancel)).Was(BookingRefusals.ResourceRetired));
        Assert.False((await register.RetireAsync(id, seen, null, Actor.System, cancel)).Value.Changed);

        var now = (await db.Resources.AsNoTracking().SingleAsync(r => r.Id == id, cancel)).Version;
        Assert.True((await register.PutBackAsync(id, seen, Actor.System, cancel)).Was("ChangedMeanwhile"));
        Assert.True((await register.PutBackAsync(id, now, Actor.System, cancel)).Value.Changed);
        Assert.True((await desk.ReserveAsync(Book(id, company, 12, 13), Actor.System, cancel)).Succeeded);
        Assert.Equal("Sold", (await db.History.SingleAsync(h => h.Act == "Retired", cancel)).Reason);
    }

    [Fact]
    public async Task EveryAct_NotStaff_IsNotFound()
    {
        await using var db = database.Open();
        var register = new ResourceRegister(db, clock);
        var (id, seen, details) = await Given(register, Wish("A-1"));
        var company = new Actor(5, false, [1]);
        Assert.True((await register.CreateAsync(Wish("B-1"), company, cancel)).Was("NotFound"));
        Assert.True((await register.EditAsync(new EditResource { Id = id, Details = details, SeenVersion = seen }, company, cancel)).Was("NotFound"));
        Assert.True((await register.RetireAsync(id, seen, null, company, cancel)).Was("NotFound"));
        Assert.True((await register.PutBackAsync(id, seen, company, cancel)).Was("NotFound"));
    }

    private static RegisterResource Wish(string code) => new()
    {
        Details = new ResourceDetails { Code = code, NameHu = "Porlasztva szárító", NameEn = "Spray dryer", Kind = ResourceKind.Equipment, CategoryId = 0 },
        NewCategory = new LocalName("szárítás", "drying"),
        NewSite = "Debrecen, Böszörményi út",
    };

    private static TimeSlot Slot(int from, int until) => new(
        LabTime.AtMinute(new DateOnly(2026, 11, 10), from * 60), LabTime.AtMinute(new DateOnly(2026, 11, 10), until * 60));

    private static ReserveSlot Book(long resource, long company, int from, int until) => new()
    {
        ResourceIds = [resource],
        Slot = Slot(from, until),
        CompanyId = company,
        Purpose = "Trial",
        SubmissionKey = Guid.NewGuid(),
    };

    private async Task<long> CompanyAsync(Incubator.Core.Data.IncubatorDb db)
    {
        var company = Company.Create("Sajtműhely Kft.");
        db.Add(company);
        foreach (var day in Enum.GetValues<DayOfWeek>()) db.Add(OpeningPattern.Create(day, 7 * 60, 19 * 60));
        await db.SaveChangesAsync(cancel);
        return company.Id;
    }

    private async Task<(long Id, Guid Version, ResourceDetails Details)> Given(ResourceRegister register, RegisterResource wish)
    {
        var saved = (await register.CreateAsync(wish, Actor.System, cancel)).Value;
        await using var db = database.Open();
        var resource = await db.Resources.SingleAsync(r => r.Id == saved.Id, cancel);
        return (saved.Id, resource.Version, wish.Details with { CategoryId = resource.CategoryId, SiteId = resource.SiteId });
    }
}
