using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Incubator.Tests.Host;
using Microsoft.Data.Sqlite;

namespace Incubator.Tests.Startup;

/// <summary>Starts the program as a person would, in a process of its own.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("incubator-start-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Start_PortTaken_SaysSoInOneSentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var (code, said) = await RunAsync(folder, "--urls", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");
        Assert.Equal(1, code);
        Assert.StartsWith("The address is taken by another program", OneSentence(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DataFolderNotWritable_SaysSoInOneSentence()
    {
        var file = Path.Combine(folder, "a-file");
        await File.WriteAllTextAsync(file, "");
        var (code, said) = await RunAsync(Path.Combine(file, "data"));
        Assert.Equal(1, code);
        Assert.StartsWith($"The data folder {file}", OneSentence(said), StringComparison.Ordinal);
        Assert.Contains("INCUBATOR_DATA", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DatabaseNewerThanTheProgram_SaysSoInOneSentence()
    {
        using (var database = TestDatabase.Create())
        await using (var from = new SqliteConnection(database.ConnectionString))
        await using (var to = new SqliteConnection($"Data Source={Path.Combine(folder, "incubator.db")};Pooling=False"))
        {
            await from.OpenAsync();
            await to.OpenAsync();
            from.BackupDatabase(to);
            await using var newer = to.CreateCommand();
            newer.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('20991231000000_FromTheFuture', '99.0')";
            await newer.ExecuteNonQueryAsync();
        }

        var (code, said) = await RunAsync(folder);
        Assert.Equal(1, code);
        Assert.StartsWith("The database is newer than this program (it holds the migration 20991231000000_FromTheFuture)", OneSentence(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_FileIsNoDatabase_SaysSoInOneSentence()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "incubator.db"), new string('x', 5000));
        var (code, said) = await RunAsync(folder);
        Assert.Equal(1, code);
        Assert.StartsWith("The database file is not a SQLite database", OneSentence(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verb_Unknown_SaysWhatThereIs()
    {
        var (code, said) = await RunAsync(folder, "dance");
        Assert.Equal(2, code);
        Assert.Contains("check", OneSentence(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verb_Check_RunsOnAFreshDatabaseWithoutServing()
    {
        var (code, said) = await RunAsync(folder, "check");
        Assert.Equal((0, ""), (code, said));
    }

    [Fact]
    public async Task Verb_AddAdministrator_MakesOneWhoCanSignInOnce()
    {
        Assert.Equal((0, ""), await RunAsync(folder, "add-administrator", "admin@example.com", "Nagy Ádám"));
        var (code, said) = await RunAsync(folder, "add-administrator", "admin@example.com", "Nagy Ádám");
        Assert.Equal(1, code);
        Assert.Contains("admin@example.com", OneSentence(said), StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync(folder, "add-administrator")).Code);
    }

    private static string OneSentence(string said) => Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static async Task<(int Code, string Said)> RunAsync(string data, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Incubator.Web.dll"), .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["INCUBATOR_DATA"] = data;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Demo__Load"] = "false";
        start.WorkingDirectory = AppContext.BaseDirectory;
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync();
        var said = await program.StandardError.ReadToEndAsync();
        await output;
        await program.WaitForExitAsync();
        return (program.ExitCode, said.Trim());
    }
}
