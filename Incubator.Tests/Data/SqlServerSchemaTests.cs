using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Incubator.Tests.Data;

/// <summary>What SQL Server itself would say of the schema, asked of its own parser and model; no server is needed.</summary>
public sealed class SqlServerSchemaTests
{
    private const int ClusteredKeyBytes = 900;
    private const int IndexKeyBytes = 1700;

    /// <summary>Texts without a bound, because what they hold has none; none is a key.</summary>
    private static readonly HashSet<string> Unbounded =
        ["HistoryEntry.Changes", "DataProtectionKey.Xml", "IdentityUserClaim.ClaimType", "IdentityUserClaim.ClaimValue",
         "IdentityRoleClaim.ClaimType", "IdentityRoleClaim.ClaimValue", "IdentityUserToken.Value",
         "IdentityUserLogin.ProviderDisplayName", "IdentityRole.ConcurrencyStamp",
         // A call's whole ranking, kept as it stood; read as one, never searched.
         "RankSnapshot.Table",
         // A camp's whole judging, kept as it stood; read as one, never searched.
         "JuryProtocol.Table",
         // What a mail speaks of, a digest's lists too; read with its row, never searched.
         "Notice.Facts",
         // Inside the one JSON column of a passkey.
         "IdentityPasskeyData.Name", "IdentityPasskeyData.Transports"];

    [Fact]
    public void Schema_InSqlServersOwnModel_IsValid() =>
        Assert.Empty(SqlServerModel.Problems(File.ReadAllText(House.Path("db", "schema.sqlserver.sql")), []));

    [Fact]
    public void Schema_WithAReferenceToNothing_IsReported()
    {
        const string broken = "CREATE TABLE [A] ([Id] bigint NOT NULL, CONSTRAINT [FK_A] FOREIGN KEY ([Id]) REFERENCES [Missing] ([Id]));";
        Assert.NotEmpty(SqlServerModel.Problems(broken, []));
        Assert.NotEmpty(SqlServerModel.Problems("CREATE TABLE [A] ([Id] bigint NOT NULL);", ["SELECT [b].[Gone] FROM [A] AS [b]"]));
    }

    [Fact]
    public void Tables_ByTheirCascades_AreReachedByOnePath()
    {
        using var db = MigrationTests.Open("SqlServer");
        foreach (var start in db.Model.GetEntityTypes())
        {
            var seen = new HashSet<IEntityType>();
            var next = new Stack<IEntityType>([start]);
            while (next.TryPop(out var principal))
            {
                foreach (var key in principal.GetReferencingForeignKeys().Where(k => k.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull))
                {
                    Assert.True(seen.Add(key.DeclaringEntityType), $"{start.ShortName()} deletes {key.DeclaringEntityType.ShortName()} by two paths.");
                    next.Push(key.DeclaringEntityType);
                }
            }
        }
    }

    [Fact]
    public void Keys_InBytes_FitSqlServersLimits()
    {
        using var db = MigrationTests.Open("SqlServer");
        foreach (var entity in db.Model.GetEntityTypes())
        {
            if (entity.FindPrimaryKey() is { } primary) Fits(primary.Properties, ClusteredKeyBytes, entity.ShortName());
            foreach (var index in entity.GetIndexes()) Fits(index.Properties, IndexKeyBytes, $"{entity.ShortName()}.{index.GetDatabaseName()}");
        }

        static void Fits(IEnumerable<IProperty> properties, int limit, string what)
        {
            var bytes = properties.Sum(Bytes);
            Assert.True(bytes <= limit, $"{what}: {bytes} bytes, at most {limit}.");
        }
    }

    [Fact]
    public void Texts_ButForTheListed_AreBounded()
    {
        using var db = MigrationTests.Open("SqlServer");
        var unbounded = db.Model.GetEntityTypes()
            .SelectMany(e => e.GetProperties())
            .Where(p => p.ClrType == typeof(string) && p.GetMaxLength() is null)
            .Select(p => $"{p.DeclaringType.ShortName()}.{p.Name}")
            .Except(Unbounded);
        Assert.Empty(unbounded);
    }

    [Fact]
    public void Instants_OnSqlServer_AreUtcDatetime2()
    {
        using var db = MigrationTests.Open("SqlServer");
        var own = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => p.DeclaringType.ClrType.Namespace!.StartsWith("Incubator.", StringComparison.Ordinal) &&
                p.Name != "LockoutEnd" && (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(DateTimeOffset));
        Assert.All(own, p => Assert.Equal("datetime2", p.GetColumnType()));
    }

    private static int Bytes(IProperty property) => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) switch
    {
        var t when t == typeof(string) => 2 * (property.GetMaxLength() ?? 100_000),
        var t when t == typeof(Guid) => 16,
        _ => 8,
    };
}

/// <summary>DacFx's model of a SQL Server database, built from a script; queries are bound against it as procedures.</summary>
internal static class SqlServerModel
{
    public static List<string> Problems(string ddl, IReadOnlyList<string> queries)
    {
        var problems = new List<string>();
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions { Collation = "Latin1_General_100_CI_AS" });
        var script = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(ddl), out var errors);
        problems.AddRange(errors.Select(e => $"line {e.Line}, column {e.Column}: {e.Message}"));
        if (problems.Count > 0) return problems;
        foreach (var statement in script.Batches.SelectMany(b => b.Statements))
            Add(ddl.Substring(statement.StartOffset, statement.FragmentLength));
        for (var i = 0; i < queries.Count; i++) Add($"CREATE PROCEDURE [dbo].[q{i}] AS BEGIN\n{queries[i]}\nEND");
        problems.AddRange(model.Validate().Select(m => $"{m.Prefix}{m.Number}: {Regex.Replace(m.Message, @"\[q(\d+)\]", QueryText)}"));
        return problems;

        string QueryText(Match name) => $"{name.Value} ({queries[int.Parse(name.Groups[1].Value, CultureInfo.InvariantCulture)]})";

        void Add(string text)
        {
            try
            {
                model.AddObjects(text);
            }
            catch (DacModelException refused)
            {
                problems.Add($"{refused.Message} in {new StringBuilder(text, 0, Math.Min(400, text.Length), 400)}");
            }
        }
    }
}
