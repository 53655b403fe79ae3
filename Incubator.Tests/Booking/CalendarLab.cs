using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Host;

namespace Incubator.Tests.Booking;

/// <summary>
/// A small lab for the calendar pages, Monday 9 November 2026, 10:07 local: two companies, a spray dryer with buffers,
/// a freeze dryer of two units, a kitchen of another category. Read only, so one serves a whole class.
/// </summary>
public sealed class CalendarLab : IAsyncLifetime
{
    public const string RivalPurpose = "Secret rival recipe";
    private TestClient member = null!, memberInHungarian = null!, staff = null!, municipality = null!;

    public IncubatorApp App { get; } = IncubatorApp.Start();

    public Booked Own { get; private set; } = null!;

    public Booked Rival { get; private set; } = null!;

    public Task<TestPage> AsMemberAsync(string path, string language = "en") =>
        (language == "hu" ? memberInHungarian : member).GetPageAsync(path);

    public Task<TestPage> AsStaffAsync(string path) => staff.GetPageAsync(path);

    public Task<TestPage> AsMunicipalityAsync(string path) => municipality.GetPageAsync(path);

    public async ValueTask InitializeAsync()
    {
        App.Time.Advance(TimeSpan.FromMinutes(127));
        await App.Given.OpeningTimesAsync();
        var kitchens = ResourceCategory.Create("kitchen", "Konyha", "Kitchen");
        await App.Given.RowsAsync(
            ResourceCategory.Create("drying", "Szárítás", "Drying"), kitchens, OpeningPattern.Create(DayOfWeek.Sunday, 7 * 60, 12 * 60),
            CalendarException.Create(new(2026, 12, 25), CalendarExceptionKind.PublicHoliday, "Karácsony", "Christmas Day"));
        var spray = await App.Given.ResourceAsync(r => r with { Code = "SD-1", SetupMinutes = 15, CleanupMinutes = 30, Room = "A 1.12" });
        var freeze = await App.Given.ResourceAsync(r => r with { Code = "FD 2", NameHu = "Fagyasztva szárító", NameEn = "Freeze dryer", Units = 2 });
        await App.Given.ResourceAsync(r => r with { Code = "K-1", NameHu = "Bemutatókonyha", NameEn = "Demo kitchen", CategoryId = kitchens.Id });
        var ours = await App.Given.CompanyAsync("Sajtműhely Kft.");
        var theirs = await App.Given.CompanyAsync("Rivális Pékség Zrt.");
        var anna = await App.Given.PersonAsync("Anna Smith", language: "en");
        await App.Given.RowsAsync(CompanyMember.Create(ours.Id, anna.Id, MemberRole.Member));

        var tuesday = LabTime.AtMinute(new(2026, 11, 10), 9 * 60);
        Own = await BookAsync(ours, spray, tuesday, 3, "Whey powder trial");
        Rival = await BookAsync(theirs, spray, tuesday.AddHours(5), 2, RivalPurpose);
        await BookAsync(theirs, freeze, tuesday, 4, RivalPurpose);
        var placed = await App.AskAsync((MaintenanceDesk desk) => desk.PlaceAsync(
            new PlaceMaintenance
            {
                ResourceId = freeze.Id,
                Unit = 2,
                Slot = new TimeSlot(tuesday, tuesday.AddHours(2)),
                Reason = "Pump oil",
                IsPlanned = true,
            },
            Actor.System));
        Assert.True(placed.Succeeded);

        member = await App.SignInAsAsync(anna, "en");
        memberInHungarian = await App.SignInAsAsync(await App.Given.MemberAsync(ours), "hu");
        staff = await App.SignInAsAsync(await App.Given.PersonAsync("Jane Staff", language: "en", roles: Role.Staff), "en");
        municipality = await App.SignInAsAsync(await App.Given.MunicipalityAsync(), "en");
    }

    public ValueTask DisposeAsync()
    {
        App.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<Booked> BookAsync(Company company, Resource resource, DateTimeOffset start, int hours, string purpose) =>
        (await App.AskAsync((BookingDesk desk) => desk.ReserveAsync(
            new ReserveSlot
            {
                ResourceIds = [resource.Id],
                Slot = new TimeSlot(start, start.AddHours(hours)),
                CompanyId = company.Id,
                Purpose = purpose,
                SubmissionKey = Guid.NewGuid(),
            },
            Actor.System))).Value;
}
