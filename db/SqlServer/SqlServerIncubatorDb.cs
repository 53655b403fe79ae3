using System.Text.RegularExpressions;
using Incubator.Core.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Db.SqlServer;

/// <summary>Production: any number of web nodes; the row lock of the calendar versions serialises rivals.</summary>
public sealed partial class SqlServerIncubatorDb(DbContextOptions<SqlServerIncubatorDb> options) : IncubatorDb(options)
{
    private const string HungarianCollation = "Hungarian_100_CI_AS";
    private const string LetterByLetter = "Latin1_General_100_BIN2";

    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlServer(connectionString, server => server.EnableRetryOnFailure()).AddInterceptors(RenewVersions.Instance);

    public override string? TakenKeyOf(DbUpdateException failure) =>
        failure.InnerException is SqlException { Number: 2601 or 2627 } unique && ObjectName().Match(unique.Message) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var name in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(Names.IsName))
            name.SetCollation(HungarianCollation);
        foreach (var folded in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(Names.IsFolded))
            folded.SetCollation(LetterByLetter);
    }

    // "... in object 'dbo.Occupancy' ..."; the message's language varies, the quoted name does not.
    [GeneratedRegex(@"'dbo\.(\w+)'")]
    private static partial Regex ObjectName();
}
