using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Notifications;

/// <summary>The change and what is said of it are one: where the database fails at one of them, neither is there.</summary>
public sealed class OutboxFaultTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("Notices")]
    [InlineData("Reservations")]
    [InlineData("Occupancy")]
    [InlineData("History")]
    public async Task Reserve_DatabaseFailsAtThisTable_IsNeitherBookedNorTold(string table)
    {
        await app.Given.OpeningTimesAsync();
        var dryer = await app.Given.ResourceAsync();
        var company = await app.Given.CompanyAsync();
        var anna = await app.Given.MemberAsync(company);
        await using (var db = app.OpenDb())
        {
            // A name of ours, not a parameter: SQL has none for tables.
            var fault = "CREATE TRIGGER fault BEFORE INSERT ON " + table + " BEGIN SELECT RAISE(ABORT, 'fault'); END";
            await db.Database.ExecuteSqlRawAsync(fault, Cancel);
        }

        var wish = new ReserveSlot
        {
            ResourceIds = [dryer.Id],
            CompanyId = company.Id,
            Slot = new TimeSlot(app.Now.AddDays(1), app.Now.AddDays(1).AddHours(2)),
            Purpose = "Próba",
            SubmissionKey = Guid.NewGuid(),
        };
        var actor = new Actor(anna.Id, false, [company.Id]);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => app.AskAsync((BookingDesk desk) => desk.ReserveAsync(wish, actor, Cancel)));
        await using (var db = app.OpenDb())
        {
            Assert.Equal((0, 0, 0), (await db.Reservations.CountAsync(Cancel), await db.Occupancy.CountAsync(Cancel), await db.Notices.CountAsync(Cancel)));
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER fault", Cancel);
        }

        // The same form again, now that it works: booked once, told once.
        Assert.True((await app.AskAsync((BookingDesk desk) => desk.ReserveAsync(wish, actor, Cancel))).Succeeded);
        Assert.True((await app.AskAsync((BookingDesk desk) => desk.ReserveAsync(wish, actor, Cancel))).Succeeded);
        await using var after = app.OpenDb();
        Assert.Equal((1, 1), (await after.Reservations.CountAsync(Cancel), await after.Notices.CountAsync(n => n.Kind == "ReservationConfirmed", Cancel)));
    }
}
