using System.Diagnostics;
using Incubator.Core.Common;
using Incubator.Core.Notifications;
using Incubator.Db.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Benchmarks;

/// <summary>An outbox that keeps a given number of notices that were sent; what is due stands among them.</summary>
internal static class FullOutbox
{
    private const int Due = 10_000;

    /// <summary>Milliseconds for each thousand: written as a sweep writes them, and taken, handed over and crossed off as a deliverer does.</summary>
    public static async Task<(double Queued, double Delivered)> MeasureAsync(string root, int kept)
    {
        Directory.CreateDirectory(root);
        var file = Path.Combine(root, $"outbox-{kept}.db");
        var connection = SqliteIncubatorDb.ConnectionString(file);
        await using (var db = Open(connection))
        {
            await db.Database.MigrateAsync();
            if (!await db.Notices.AnyAsync()) Fill(connection, kept);
            await db.Notices.Where(n => n.Event.StartsWith("Due:")).ExecuteDeleteAsync();
        }

        var now = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        for (var from = 0; from < Due; from += 100)
        {
            await using var db = Open(connection);
            var first = from;
            await db.CommitAsync<Done>(async token =>
            {
                for (var i = first; i < first + 100; i++)
                {
                    await db.TellAsync(new Tell
                    {
                        Event = $"Due:{i}",
                        Kind = "UpdateDue",
                        Recipient = $"person{i}@load.test",
                        Language = "hu",
                        DueAt = now,
                        Facts = new Dictionary<string, string> { ["company"] = "Próba Kft.", ["number"] = "3", ["year"] = "2026", ["link"] = "/x" },
                    }, now, token);
                }

                return default(Done);
            });
        }

        var queued = watch.Elapsed.TotalMilliseconds / (Due / 1000);
        watch.Restart();
        for (var sent = 0; sent < Due;)
        {
            await using var db = Open(connection);
            var desk = new OutboxDesk(db, TimeProvider.System);
            var batch = await desk.TakeDueAsync(50);
            foreach (var notice in batch)
            {
                if (await desk.HandOverAsync(notice)) await desk.SentAsync(notice);
            }

            sent += batch.Count;
        }

        return (queued, watch.Elapsed.TotalMilliseconds / (Due / 1000));
    }

    private static SqliteIncubatorDb Open(string connection)
    {
        var options = new DbContextOptionsBuilder<SqliteIncubatorDb>();
        SqliteIncubatorDb.Configure(options, connection);
        return new SqliteIncubatorDb(options.Options);
    }

    // One row written by the program says how a row looks; the others are its copies.
    private static void Fill(string file, int kept)
    {
        using (var db = Open(file))
        {
            var past = DateTimeOffset.UtcNow.AddDays(-400);
            db.TellAsync(new Tell { Event = "Kept:0", Kind = "UpdateDue", Recipient = "person@load.test", Language = "hu", Facts = new Dictionary<string, string> { ["company"] = "Próba Kft.", ["link"] = "/x" } }, past).Wait();
            db.SaveChanges();
            db.Notices.ExecuteUpdate(n => n.SetProperty(x => x.State, NoticeState.Sent).SetProperty(x => x.SentAt, past));
        }

        using var connection = new SqliteConnection(file);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var copy = connection.CreateCommand();
        var columns = Columns(connection, transaction);
        copy.Transaction = transaction;
        copy.CommandText =
            $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {kept - 1}) " +
            $"INSERT INTO Notices (Event, {string.Join(", ", columns)}) SELECT 'Kept:' || n.i, {string.Join(", ", columns)} FROM n, Notices WHERE Event = 'Kept:0'";
        copy.ExecuteNonQuery();
        transaction.Commit();
    }

    private static List<string> Columns(SqliteConnection connection, SqliteTransaction transaction)
    {
        using var ask = connection.CreateCommand();
        ask.Transaction = transaction;
        ask.CommandText = "SELECT name FROM pragma_table_info('Notices') WHERE name NOT IN ('Id', 'Event')";
        using var reader = ask.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add($"\"{reader.GetString(0)}\"");
        return names;
    }
}
