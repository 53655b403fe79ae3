using System.Data.Common;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Db.Sqlite;

/// <summary>
/// Fills an empty database for measuring: 60 resources of four units, open day and night, and any number of reservations of
/// 90 minutes (and 15 of cleanup) spread evenly over the year that begins tomorrow. One day in its middle, the measured day,
/// holds the same 120 reservations whatever the number, so that a day's view can be compared between sizes.
/// </summary>
public sealed class SeedLoad(IncubatorDb db, TimeProvider clock)
{
    public const int Resources = 60;
    public const int UnitsEach = 4;
    public const int Days = 365;
    public const int MeasuredReservations = 120;
    public const int Companies = 20;

    private const int QuartersEach = 7;
    private const int Slots = 96 / QuartersEach;
    private const int PerDay = Resources * UnitsEach * Slots;

    /// <summary>The most that fit beside the measured day.</summary>
    public const int Most = (PerDay * (Days - 1)) + MeasuredReservations;

    public static DateOnly MeasuredDay(DateTimeOffset now) => LabTime.DateOf(now).AddDays(1 + (Days / 2));

    /// <exception cref="ArgumentOutOfRangeException">More than fit, or fewer than the measured day needs.</exception>
    public async Task RunAsync(int count, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, MeasuredReservations);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);
        var now = clock.GetUtcNow();
        var (resources, companies) = await FurnishAsync(cancel);
        var first = LabTime.DateOf(now).AddDays(1);
        var measured = MeasuredDay(now);
        var days = Enumerable.Range(0, Days).Select(first.AddDays).Where(d => d != measured).ToArray();

        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        using var rows = new Rows(connection, transaction);
        long id = 0;
        long spread = count - MeasuredReservations, room = (long)PerDay * days.Length;
        for (var r = 0; r < Resources; r++)
        {
            for (var d = 0; d < Days; d++)
            {
                var day = first.AddDays(d);
                var isMeasured = day == measured;
                var dayIndex = isMeasured ? 0 : Array.IndexOf(days, day);
                // Half an hour after midnight, so that no neighbour's first item reaches into a day's view.
                var quarter = QuarterHour.Of(LabTime.StartOf(day)) + 2;
                for (var slot = 0; slot < Slots; slot++)
                {
                    for (var unit = 1; unit <= UnitsEach; unit++)
                    {
                        // Even spread: position p is taken where p·count/room steps over a whole number.
                        long at = (((((long)dayIndex * Resources) + r) * Slots) + slot) * UnitsEach + unit - 1;
                        var taken = isMeasured
                            ? unit == 1 && slot is 4 or 5
                            : ((at + 1) * spread / room) > (at * spread / room);
                        if (!taken) continue;
                        id++;
                        rows.Add(id, resources[r], unit, quarter + (slot * QuartersEach), companies[(int)(id % Companies)], now);
                        if (id % 10_000 == 0) progress?.Report((int)id);
                    }
                }
            }
        }

        await transaction.CommitAsync(cancel);
        db.NumberSeries.Add(NumberSeries.Create("BK", LabTime.DateOf(now).Year, id));
        await db.SaveChangesAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;", cancel);
        await db.Database.CloseConnectionAsync();
    }

    private async Task<(long[] Resources, long[] Companies)> FurnishAsync(CancellationToken cancel)
    {
        // Open always, whatever the reference data said: the load is spread over day and night.
        await db.CalendarExceptions.ExecuteDeleteAsync(cancel);
        await db.OpeningPatterns.ExecuteDeleteAsync(cancel);
        await db.BookingPolicies.ExecuteDeleteAsync(cancel);
        var category = ResourceCategory.Create("load", "Terheléses próba", "Load test");
        db.Add(category);
        foreach (var day in Enum.GetValues<DayOfWeek>()) db.Add(OpeningPattern.Create(day, 0, OpeningPattern.MinutesPerDay));
        db.Add(BookingPolicy.Create(new DateOnly(2020, 1, 1), new PolicyTerms { HorizonDays = 3650, MinNoticeMinutes = 0 }));
        var companies = Enumerable.Range(1, Companies).Select(i => Company.Create($"Load company {i} (demo)", isDemo: true)).ToArray();
        db.AddRange(companies.Cast<object>());
        await db.SaveChangesAsync(cancel);
        var resources = Enumerable.Range(1, Resources).Select(i => Resource.Create(new ResourceDetails
        {
            Code = $"LOAD-{i:00}",
            NameHu = $"Terhelt berendezés {i}",
            NameEn = $"Loaded machine {i}",
            Kind = ResourceKind.Equipment,
            CategoryId = category.Id,
            Units = UnitsEach,
            CleanupMinutes = 15,
        })).ToArray();
        db.AddRange(resources.Cast<object>());
        await db.SaveChangesAsync(cancel);
        return ([.. resources.Select(r => r.Id)], [.. companies.Select(c => c.Id)]);
    }

    /// <summary>Prepared inserts of one reservation's rows.</summary>
    private sealed class Rows : IDisposable
    {
        private readonly DbCommand reservation, item, occupancy, history;

        public Rows(DbConnection connection, DbTransaction transaction)
        {
            reservation = Insert("Reservations", "Id", "Reference", "Number", "CompanyId", "BookedAt", "State", "Start", "End",
                "Purpose", "FreeCancelUntil", "LotUse", "Sequence", "SubmissionKey", "Version");
            item = Insert("ReservationItems", "Id", "ReservationId", "ResourceId", "Unit", "SetupMinutes", "CleanupMinutes", "FromQuarter", "UntilQuarter");
            occupancy = Insert("Occupancy", "ResourceId", "Quarter", "Unit", "ReservationItemId");
            history = Insert("History", "At", "Subject", "SubjectId", "Act");

            DbCommand Insert(string table, params string[] columns)
            {
                var command = connection.CreateCommand();
                command.Transaction = transaction;
                command.CommandText =
                    $"INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select(c => "@" + c))})";
                foreach (var column in columns)
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = "@" + column;
                    command.Parameters.Add(parameter);
                }

                return command;
            }
        }

        public void Add(long id, long resourceId, int unit, int quarter, long companyId, DateTimeOffset now)
        {
            DateTimeOffset start = QuarterHour.Start(quarter), end = QuarterHour.Start(quarter + QuartersEach - 1);
            Run(reservation, id, Guid.NewGuid(), $"BK-{LabTime.DateOf(now).Year}-{id:00000}", companyId, now.UtcDateTime,
                (int)ReservationState.Confirmed, start.UtcDateTime, end.UtcDateTime, "Load", start.AddDays(-1).UtcDateTime, 0, 0, Guid.NewGuid(), Guid.NewGuid());
            Run(item, id, id, resourceId, unit, 0, 15, quarter, quarter + QuartersEach);
            for (var q = quarter; q < quarter + QuartersEach; q++) Run(occupancy, resourceId, q, unit, id);
            Run(history, now.UtcDateTime, nameof(Reservation), id, nameof(ReservationState.Confirmed));
        }

        public void Dispose()
        {
            foreach (var command in new[] { reservation, item, occupancy, history }) command.Dispose();
        }

        private static void Run(DbCommand command, params ReadOnlySpan<object> values)
        {
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
            command.ExecuteNonQuery();
        }
    }
}
