using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Host;

namespace Incubator.Tests.Booking;

/// <summary>Two companies, staff and a spray dryer with half an hour of cleaning; Monday 9 November 2026, 08:00.</summary>
public sealed class BookingStory : IDisposable
{
    private BookingStory(IncubatorApp app, Resource dryer, Company company, Person anna, Company rival, Person bela, Person staff) =>
        (App, Dryer, Company, Anna, Rival, Bela, Staff) = (app, dryer, company, anna, rival, bela, staff);

    public IncubatorApp App { get; }

    public Resource Dryer { get; }

    public Company Company { get; }

    public Person Anna { get; }

    public Company Rival { get; }

    public Person Bela { get; }

    public Person Staff { get; }

    public static async Task<BookingStory> BeginAsync(IncubatorApp? app = null)
    {
        app ??= IncubatorApp.Start();
        await app.Given.OpeningTimesAsync();
        var dryer = await app.Given.ResourceAsync(r => r with { Code = "SD-1", CleanupMinutes = 30 });
        await app.Given.ResourceAsync(r => r with { Code = "SD-2", NameHu = "Kis szárító", NameEn = "Small dryer" });
        var company = await app.Given.CompanyAsync("Hajdú Sajt Kft.");
        var rival = await app.Given.CompanyAsync("Rivális Pékség Zrt.");
        return new BookingStory(
            app, dryer, company, await app.Given.MemberAsync(company), rival, await app.Given.MemberAsync(rival, name: "Nagy Béla"), await app.Given.StaffAsync());
    }

    public Task<TestClient> AsAsync(Person person, string language = "en") => App.SignInAsAsync(person, language);

    /// <summary>The reserve form filled for Tuesday 10 November, local time.</summary>
    public static async Task<TestForm> FormAsync(TestClient client, string start = "09:00", string end = "12:00", string resource = "SD-1")
    {
        var page = await client.GetPageAsync($"/booking/reserve?resource={resource}&start=2026-11-10T{start}&end=2026-11-10T{end}");
        return page.Form(".card-form").Set("Input.Purpose", "Whey powder trial");
    }

    public static TimeSlot Tuesday(int from, int until) => new(
        LabTime.AtMinute(new DateOnly(2026, 11, 10), from * 60), LabTime.AtMinute(new DateOnly(2026, 11, 10), until * 60));

    public async Task<Booked> BookAsync(Company company, TimeSlot slot, string? overrideReason = null)
    {
        var result = await App.AskAsync((BookingDesk desk) => desk.ReserveAsync(new ReserveSlot
        {
            ResourceIds = [Dryer.Id],
            Slot = slot,
            CompanyId = company.Id,
            Purpose = "A trade secret",
            OverrideReason = overrideReason,
            SubmissionKey = Guid.NewGuid(),
        }, Actor.System));
        return result.Value;
    }

    public void Dispose() => App.Dispose();
}
