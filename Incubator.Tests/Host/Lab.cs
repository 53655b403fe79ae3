using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Incubator.Tests.Host;

/// <summary>
/// A small lab for desk tests, without the web: a database, a clock (Monday 9 November 2026, 08:00), open on weekdays from 7 to 19,
/// two companies with their people. Each act has a context of its own, as each request has.
/// </summary>
public sealed class Lab : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
    private readonly TestDatabase database = TestDatabase.Create();
    private int count;

    public Lab(bool alwaysOpen = false)
    {
        using var db = Open();
        var drying = ResourceCategory.Create("drying", "Szárítás", "Drying");
        var milling = ResourceCategory.Create("milling", "Őrlés", "Milling");
        var (dairy, mill) = (Core.Companies.Company.Create("Sajtműhely Kft."), Core.Companies.Company.Create("Malom Bt."));
        var people = new[] { "anna", "bela", "chief", "dora", "staff" }.Select(n => new Person { UserName = n, FullName = n }).ToList();
        db.AddRange(drying, milling, dairy, mill);
        db.AddRange(people);
        for (var day = 0; day < 7; day++)
        {
            if (alwaysOpen) db.Add(OpeningPattern.Create((DayOfWeek)day, 0, OpeningPattern.MinutesPerDay));
            else if (day is >= 1 and <= 5) db.Add(OpeningPattern.Create((DayOfWeek)day, 7 * 60, 19 * 60));
        }

        db.SaveChanges();
        db.AddRange(
            CompanyMember.Create(dairy.Id, people[0].Id, MemberRole.Member), CompanyMember.Create(dairy.Id, people[1].Id, MemberRole.Member),
            CompanyMember.Create(dairy.Id, people[2].Id, MemberRole.Manager), CompanyMember.Create(mill.Id, people[3].Id, MemberRole.Member));
        db.SaveChanges();
        (Drying, Milling, Dairy, Mill) = (drying.Id, milling.Id, dairy.Id, mill.Id);
        Anna = new Actor(people[0].Id, false, [Dairy]);
        Bela = new Actor(people[1].Id, false, [Dairy]);
        Chief = new Actor(people[2].Id, false, [Dairy]);
        Dora = new Actor(people[3].Id, false, [Mill]);
        Staff = new Actor(people[4].Id, true, []);
    }

    public FakeTimeProvider Clock { get; } = new(At(9, 8));

    public long Drying { get; }

    public long Milling { get; }

    public long Dairy { get; }

    public long Mill { get; }

    /// <summary>Anna and Béla are members of the dairy, the chief its manager; Dóra belongs to the mill.</summary>
    public Actor Anna { get; }

    public Actor Bela { get; }

    public Actor Chief { get; }

    public Actor Dora { get; }

    public Actor Staff { get; }

    public IncubatorDb Open() => database.Open();

    /// <summary>A local time of November 2026 (the 10th is a Tuesday); the 31st is the first of December.</summary>
    public static DateTimeOffset At(int day, int hour, int minute = 0) =>
        LabTime.ToInstant(new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(day - 1).AddHours(hour).AddMinutes(minute)).Value;

    /// <summary>Tuesday 10 November, or another day of that month; hours may have quarters (9.25).</summary>
    public static TimeSlot Slot(double from, double until, int day = 10) =>
        new(At(day, 0).AddHours(from), At(day, 0).AddHours(until));

    public void GoTo(DateTimeOffset instant) => Clock.SetUtcNow(instant);

    public long Resource(int units = 1, int setup = 0, int cleanup = 0, long? category = null, PolicyTerms? policy = null)
    {
        using var db = Open();
        var resource = Core.Booking.Resource.Create(Details(++count, units, setup, cleanup, category ?? Drying));
        db.Add(resource);
        db.SaveChanges();
        if (policy is not null) Policy(policy, resourceId: resource.Id);
        return resource.Id;
    }

    /// <summary>As the register would, after the fact.</summary>
    public void Change(long resourceId, int units = 1, int setup = 0, int cleanup = 0)
    {
        using var db = Open();
        var resource = db.Resources.Single(r => r.Id == resourceId);
        resource.Describe(Details((int)resourceId, units, setup, cleanup, resource.CategoryId) with { Code = resource.Code });
        db.SaveChanges();
    }

    public void Retire(long resourceId)
    {
        using var db = Open();
        db.Resources.Single(r => r.Id == resourceId).Retire(Clock.GetUtcNow());
        db.SaveChanges();
    }

    public void Policy(PolicyTerms terms, long? categoryId = null, long? resourceId = null) =>
        Add(BookingPolicy.Create(new DateOnly(2026, 1, 1), terms, categoryId, resourceId));

    public void Add(params object[] rows)
    {
        using var db = Open();
        db.AddRange(rows);
        db.SaveChanges();
    }

    public ReserveSlot Wish(TimeSlot slot, params long[] resources) => new()
    {
        ResourceIds = resources,
        Slot = slot,
        CompanyId = Dairy,
        Purpose = "Whey powder trial",
        SubmissionKey = Guid.NewGuid(),
    };

    public Task<Result<Booked>> ReserveAsync(ReserveSlot wish, Actor? actor = null) =>
        OnDeskAsync(desk => desk.ReserveAsync(wish, actor ?? (wish.CompanyId == Mill ? Dora : Anna), Cancel));

    public Task<Result<Booked>> ReserveAsync(TimeSlot slot, params long[] resources) => ReserveAsync(Wish(slot, resources));

    /// <summary>Reserves and insists.</summary>
    public async Task<Guid> BookAsync(TimeSlot slot, params long[] resources) => (await ReserveAsync(slot, resources)).Value.Reference;

    public Task<Result<Done>> MoveAsync(
        Guid reference, TimeSlot slot, Actor? actor = null, string? reason = null, Guid? seen = null, params long[] resources) =>
        OnDeskAsync(desk => desk.MoveAsync(new MoveReservation
        {
            Reference = reference,
            Slot = slot,
            ResourceIds = resources.Length > 0 ? resources : null,
            OverrideReason = reason,
            SeenVersion = seen,
        }, actor ?? Anna, Cancel));

    public Task<Result<Done>> CancelAsync(Guid reference, Actor? actor = null, bool forgive = false, string? reason = null, Guid? seen = null) =>
        OnDeskAsync(desk => desk.CancelAsync(
            new CancelReservation { Reference = reference, Forgive = forgive, Reason = reason, SeenVersion = seen }, actor ?? Anna, Cancel));

    public Task<Result<Done>> CheckInAsync(Guid reference, Actor? actor = null) => AtMachineAsync(use => use.CheckInAsync(reference, actor ?? Anna, Cancel));

    public Task<Result<Done>> CheckOutAsync(Guid reference, Actor? actor = null) => AtMachineAsync(use => use.CheckOutAsync(reference, actor ?? Anna, Cancel));

    /// <summary>Everybody can be written to, in English: anna@example.com and so on.</summary>
    public void GiveAddresses()
    {
        using var db = Open();
        foreach (var person in db.Users.ToList()) (person.Email, person.Language) = ($"{person.UserName}@example.com", "en");
        db.SaveChanges();
    }

    /// <summary>What was told, in order; all of it, or of one kind.</summary>
    public async Task<IReadOnlyList<Notice>> NoticesAsync(string? kind = null)
    {
        await using var db = Open();
        return await db.Notices.AsNoTracking().Where(n => kind == null || n.Kind == kind).OrderBy(n => n.Id).ToListAsync(Cancel);
    }

    public Task<Result<Done>> NoShowAsync(Guid reference, Actor? actor = null) => AtMachineAsync(use => use.MarkNoShowAsync(reference, actor ?? Staff, Cancel));

    public async Task<T> OnDeskAsync<T>(Func<BookingDesk, Task<T>> act)
    {
        await using var db = Open();
        return await act(new BookingDesk(db, Clock));
    }

    public async Task<T> AtMachineAsync<T>(Func<UseDesk, Task<T>> act)
    {
        await using var db = Open();
        return await act(new UseDesk(db, new BookingDesk(db, Clock), Clock));
    }

    public async Task<T> InWorkshopAsync<T>(Func<MaintenanceDesk, Task<T>> act)
    {
        await using var db = Open();
        var desk = new BookingDesk(db, Clock);
        return await act(new MaintenanceDesk(db, desk, new UseDesk(db, desk, Clock), Clock));
    }

    public Task<Result<IReadOnlyList<Guid>>> MaintainAsync(
        long resourceId, TimeSlot slot, bool planned = true, int? unit = null, params (long Id, AffectedChoice Choice)[] choices) =>
        InWorkshopAsync(desk => desk.PlaceAsync(new PlaceMaintenance
        {
            ResourceId = resourceId,
            Slot = slot,
            Unit = unit,
            Reason = "Nozzle change",
            IsPlanned = planned,
            Choices = choices.ToDictionary(c => c.Id, c => c.Choice),
        }, Staff, Cancel));

    public async Task<IReadOnlyList<FreeTime>> FindAsync(FindFreeTime wish, Actor? actor = null)
    {
        await using var db = Open();
        return await new FreeTimes(db, Clock).FindAsync(wish, actor ?? Anna, Cancel);
    }

    /// <summary>As it lies in the table, with its items.</summary>
    public async Task<Reservation> SeeAsync(Guid reference)
    {
        await using var db = Open();
        return await db.Reservations.AsNoTracking().Include(r => r.Items).SingleAsync(r => r.Reference == reference, Cancel);
    }

    public async Task<long> IdAsync(Guid reference) => (await SeeAsync(reference)).Id;

    /// <summary>What its history says was done, in order.</summary>
    public async Task<IReadOnlyList<string>> ActsAsync(Guid reference)
    {
        var id = await IdAsync(reference);
        await using var db = Open();
        return await db.History.Where(h => h.Subject == nameof(Reservation) && h.SubjectId == id).OrderBy(h => h.Id).Select(h => h.Act).ToListAsync(Cancel);
    }

    /// <summary>How many quarters of the resource are held.</summary>
    public async Task<int> HeldAsync(long resourceId)
    {
        await using var db = Open();
        return await db.Occupancy.CountAsync(o => o.ResourceId == resourceId, Cancel);
    }

    /// <summary>All invariants hold: by the program's own check, and by a plain look at every pair of claims.</summary>
    public async Task AssertSoundAsync()
    {
        await using var db = Open();
        Assert.Empty(await new InvariantCheck(db, Clock).RunAsync(Cancel));
        await Overlaps.AssertNoneAsync(db);
    }

    public void Dispose() => database.Dispose();

    private static ResourceDetails Details(int number, int units, int setup, int cleanup, long category) => new()
    {
        Code = $"R-{number}",
        NameHu = "Porlasztva szárító",
        NameEn = "Spray dryer",
        Kind = ResourceKind.Equipment,
        CategoryId = category,
        Units = units,
        SetupMinutes = setup,
        CleanupMinutes = cleanup,
    };
}
