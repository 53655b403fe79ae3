using System.Diagnostics;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Incubator.Db.Sqlite;
using Incubator.Tests.Host;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Notifications;

/// <summary>The program itself, as a process of its own, killed while it talks with the mail server.</summary>
public sealed class KilledWhileSendingTests : IDisposable
{
    private readonly SmtpSink sink = new();
    private readonly string folder = Directory.CreateTempSubdirectory("incubator-killed-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string ConnectionString => SqliteIncubatorDb.ConnectionString(Path.Combine(folder, "incubator.db"));

    public void Dispose()
    {
        sink.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    // Before any of the message was under way: it is sent later, once.
    [InlineData("GREETING", 1, NoticeState.Sent)]
    // Given to the server: nobody can know, so it is parked and not sent again.
    [InlineData("RCPT", 0, NoticeState.Parked)]
    [InlineData("END", 0, NoticeState.Parked)]
    [InlineData("DONE", 1, NoticeState.Parked)]
    public async Task Kill_AtThisStep_SendsNothingTwiceAndLosesNothing(string step, int arrived, NoticeState state)
    {
        await TellAsync();
        using (var first = Start())
        {
            sink.At = (at, _) =>
            {
                if (at != step) return SinkAct.Go;
                first.Kill();
                first.WaitForExit();
                return SinkAct.Drop;
            };
            await first.WaitForExitAsync(Cancel);
            Assert.NotEqual(0, first.ExitCode);
        }

        sink.At = (_, _) => SinkAct.Go;
        await PassTenMinutesAsync();
        using (var second = Start())
        {
            await second.WaitForExitAsync(Cancel);
            Assert.Equal(0, second.ExitCode);
        }

        Assert.Equal(arrived, sink.Taken.Count);
        await using var db = Open();
        var notice = await db.Notices.SingleAsync(Cancel);
        Assert.Equal(state, notice.State);
        if (state == NoticeState.Parked) Assert.Equal(DeliveryProblem.Unanswered, notice.Problem);
    }

    private SqliteIncubatorDb Open()
    {
        var options = new DbContextOptionsBuilder<SqliteIncubatorDb>();
        SqliteIncubatorDb.Configure(options, ConnectionString);
        return new SqliteIncubatorDb(options.Options);
    }

    private async Task TellAsync()
    {
        await using var db = Open();
        await db.Database.MigrateAsync(Cancel);
        await db.TellAsync(new Tell
        {
            Event = "Update:1",
            Kind = "UpdateDue",
            Recipient = "anna@example.com",
            Language = "hu",
            Facts = new Dictionary<string, string> { ["company"] = "Próba Kft.", ["number"] = "3", ["year"] = "2026" },
        }, DateTimeOffset.UtcNow, Cancel);
        await db.SaveChangesAsync(Cancel);
    }

    // What the dead program had taken is free again, and what it had handed over counts as unanswered.
    private async Task PassTenMinutesAsync()
    {
        await using var db = Open();
        DateTimeOffset over = DateTimeOffset.UtcNow.AddMinutes(-1), old = DateTimeOffset.UtcNow.AddMinutes(-11);
        await db.Notices.Where(n => n.ClaimedUntil != null).ExecuteUpdateAsync(n => n.SetProperty(x => x.ClaimedUntil, over), Cancel);
        await db.Notices.Where(n => n.HandedOverAt != null).ExecuteUpdateAsync(n => n.SetProperty(x => x.HandedOverAt, old), Cancel);
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add("run-job");
        start.ArgumentList.Add("DeliverOutbox");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["INCUBATOR_DATA"] = folder;
        foreach (var (key, value) in sink.Settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["Mail__TimeoutSeconds"] = "20";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
