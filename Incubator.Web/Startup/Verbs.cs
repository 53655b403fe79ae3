using System.Globalization;
using Incubator.Core.Booking;
using Incubator.Core.Data;
using Incubator.Db.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>What the program does besides serving: `dotnet run --project Incubator.Web -- VERB ARGUMENT…`.</summary>
public static class Verbs
{
    /// <summary>Each gets its own scope's services and the arguments after its name; gives the exit code.</summary>
    private static readonly Dictionary<string, Func<IServiceProvider, string[], Task<int>>> Known = new()
    {
        [AddAdministrator.Verb] = AddAdministrator.RunAsync,
        ["check"] = CheckAsync,
        ["seed-load"] = SeedLoadAsync,
        [ImportEquipment.Verb] = ImportEquipment.RunAsync,
        ["run-job"] = RunJobAsync,
    };

    /// <summary>Options begin with a dash (and may take the next word); the first bare word begins the verb.</summary>
    public static (string[] Options, string[] Verb) Split(string[] args)
    {
        var at = 0;
        while (at < args.Length && args[at].StartsWith('-'))
            at += args[at].Contains('=') || at + 1 >= args.Length || args[at + 1].StartsWith('-') ? 1 : 2;
        return at >= args.Length ? (args, []) : (args[..at], args[at..]);
    }

    public static async Task<int> RunAsync(IServiceProvider services, string[] verb)
    {
        if (!Known.TryGetValue(verb[0], out var run))
        {
            await Console.Error.WriteLineAsync(
                $"There is no '{verb[0]}'; there are: {string.Join(", ", Known.Keys.Order())}. Without one the program serves the pages.");
            return 2;
        }

        await using var scope = services.CreateAsyncScope();
        return await run(scope.ServiceProvider, verb[1..]);
    }

    /// <summary>A file named on the command line; <c>dotnet run</c> moves to the project's folder, the shell's own is in PWD.</summary>
    public static string FileNamed(string path) =>
        !File.Exists(path) && Environment.GetEnvironmentVariable("PWD") is { } home && File.Exists(Path.Combine(home, path))
            ? Path.Combine(home, path)
            : path;

    private static async Task<int> CheckAsync(IServiceProvider services, string[] arguments)
    {
        var findings = await services.GetRequiredService<InvariantCheck>().RunAsync();
        foreach (var (code, rows) in findings) Console.WriteLine($"{code}: {rows}");
        Console.WriteLine(findings.Count == 0 ? "All invariants hold." : $"{findings.Count} findings.");
        return findings.Count == 0 ? 0 : 1;
    }

    private static async Task<int> RunJobAsync(IServiceProvider services, string[] arguments)
    {
        if (arguments is not [var name] || Schedule.All.FirstOrDefault(j => j.Name == name) is not { } job)
        {
            await Console.Error.WriteLineAsync($"Say which job: run-job NAME; there are: {string.Join(", ", Schedule.All.Select(j => j.Name).Order())}.");
            return 2;
        }

        if (await services.GetRequiredService<JobRunner>().RunAsync(job, CancellationToken.None) is not { } report) return 1;
        Console.WriteLine(report.Did.Count == 0 ? "Nothing was due." : string.Join(", ", report.Did.Select(d => $"{d.Key}: {d.Value}")));
        return 0;
    }

    private static async Task<int> SeedLoadAsync(IServiceProvider services, string[] arguments)
    {
        var db = services.GetRequiredService<IncubatorDb>();
        if (arguments is not [var number] || !int.TryParse(number, CultureInfo.InvariantCulture, out var count) ||
            count is < SeedLoad.MeasuredReservations or > SeedLoad.Most)
        {
            await Console.Error.WriteLineAsync(
                $"Say how many reservations: seed-load N, from {SeedLoad.MeasuredReservations} to {SeedLoad.Most}. " +
                $"{SeedLoad.Resources} resources are made; one day, {SeedLoad.MeasuredDay(services.GetRequiredService<TimeProvider>().GetUtcNow()):yyyy-MM-dd}, always holds the same {SeedLoad.MeasuredReservations}.");
            return 2;
        }

        if (db is not SqliteIncubatorDb || await db.Resources.AnyAsync())
        {
            await Console.Error.WriteLineAsync("seed-load fills an empty SQLite database only: name a new folder in INCUBATOR_DATA.");
            return 2;
        }

        await new SeedLoad(db, services.GetRequiredService<TimeProvider>()).RunAsync(count, new Progress<int>(done => Console.Write($"\r{done}")));
        Console.WriteLine($"\r{count} reservations are in.");
        return 0;
    }
}
