using System.Collections;
using System.Data.Common;
using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using Incubator.Core.Data;
using Incubator.Db.SqlServer;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Incubator.Tests.Data;

/// <summary>
/// Without a server: each query that the application composes, as it was composed while <see cref="RecordedQueries"/> played, is
/// translated by EF for SQL Server, and the SQL is parsed and bound, by SQL Server's own model, to the committed schema. This proves
/// that every translation exists and names only what is there. It does not prove what a server answers: functions are not looked up,
/// types, locks and collations not tried; nor the INSERTs and UPDATEs of SaveChanges, which EF makes of the model alone.
/// </summary>
public sealed class SqlServerQueryTests(RecordedQueries recorded) : IClassFixture<RecordedQueries>
{
    /// <summary>seed-load refuses any other database.</summary>
    private static readonly string[] OnlyOnSqlite = [House.Path("Incubator.Web", "Startup", "Verbs.cs")];

    private static string Schema => File.ReadAllText(House.Path("db", "schema.sqlserver.sql"));

    [Fact]
    public void Queries_OfTheApplication_TranslateAndBind()
    {
        var (sql, problems) = SqlServerQueries.Translate(recorded.Recorder.Queries);
        problems.AddRange(SqlServerModel.Problems(Schema, sql));
        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
    }

    [Fact]
    public void Queries_InTheSource_AreEachRecorded()
    {
        Assert.SkipWhen(
            typeof(IncubatorDb).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true },
            "An optimised build does not tell the lines that its queries come from.");
        var unheard = QuerySite.All().Where(s => !OnlyOnSqlite.Contains(s.File) && recorded.Recorder.Calls.Count(s.Holds) < s.Count).ToList();
        Assert.True(unheard.Count == 0, $"No story of {nameof(RecordedQueries)} runs the query at\n{string.Join('\n', unheard)}");
    }

    [Fact]
    public async Task Query_ThatOnlySqliteKnows_IsReported()
    {
        var (sql, problems) = await TranslateAsync(db => db.Resources.Where(r => EF.Functions.Glob(r.Code, "A*")).ToListAsync());
        Assert.Empty(sql);
        Assert.Contains("could not be translated", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_OfAColumnTheSchemaLacks_IsReported()
    {
        var purpose = "x";
        var (sql, problems) = await TranslateAsync(db => db.Reservations
            .Where(r => r.Purpose == purpose).ExecuteUpdateAsync(r => r.SetProperty(x => x.Sequence, x => x.Sequence + 1)));
        Assert.Empty(problems);
        Assert.StartsWith("DECLARE @purpose nvarchar(", Assert.Single(sql), StringComparison.Ordinal);
        Assert.Empty(SqlServerModel.Problems(Schema, sql));
        var missing = Schema.Replace("[Purpose]", "[Aim]", StringComparison.Ordinal);
        Assert.Contains(SqlServerModel.Problems(missing, sql), p => p.Contains("Purpose", StringComparison.Ordinal) && p.Contains("UPDATE", StringComparison.Ordinal));
    }

    private static async Task<(List<string> Sql, List<string> Problems)> TranslateAsync(Func<IncubatorDb, Task> ask)
    {
        using var recorder = new QueryRecorder();
        QueryRecorder.Current = recorder;
        using var database = TestDatabase.Create();
        await using (var db = database.Open()) await ask(db);
        return SqlServerQueries.Translate(recorder.Queries);
    }
}

/// <summary>A statement of the source with EF's asynchronous operators, and how many of them it has.</summary>
internal sealed partial record QuerySite(string File, int FirstLine, int LastLine, int Count)
{
    public static IEnumerable<QuerySite> All() => House.Files("Incubator.Core", ".cs").Concat(House.Files("Incubator.Web", ".cs")).SelectMany(In);

    public bool Holds((string File, int Line) call) => call.File == File && call.Line >= FirstLine && call.Line <= LastLine;

    public override string ToString() => $"{Path.GetRelativePath(House.Root, File)}:{LastLine}";

    private static IEnumerable<QuerySite> In(string file)
    {
        var text = System.IO.File.ReadAllText(file);
        return Operators().Matches(text)
            .GroupBy(o => StatementStart(text, o.Index))
            .Select(s => new QuerySite(file, LineOf(text, s.Key), LineOf(text, s.Max(o => o.Index)), s.Count()));
    }

    /// <summary>Just after the end of the statement before, or the brace of the block that holds this one.</summary>
    private static int StatementStart(string text, int at)
    {
        var depth = 0;
        for (var i = at - 1; i > 0; i--)
        {
            switch (text[i])
            {
                case ';' or '{' when depth == 0:
                case '}' when depth == 0 && BlockEnd().IsMatch(text, i):
                    return text.Length - text.AsSpan(i + 1).TrimStart().Length;
                case ')' or ']' or '}':
                    depth++;
                    break;
                case '(' or '[' or '{' when depth > 0:
                    depth--;
                    break;
            }
        }

        return 0;
    }

    private static int LineOf(string text, int at) => 1 + text.AsSpan(0, at).Count('\n');

    // What "await foreach" reads is asked for there.
    [GeneratedRegex(@"\.((To(List|Array|Dictionary|HashSet)|(Single|First|Last)(OrDefault)?|ElementAt|Any|All|Contains|(Long)?Count|Sum|Min|Max|Average|ForEach|Execute(Update|Delete))Async)(<[^(]*>)?\(|await foreach")]
    private static partial Regex Operators();

    // Of an initialiser or a pattern the expression goes on after the brace.
    [GeneratedRegex(@"\G\}\s*\n\s*[^\s.,;:?)\]}]")]
    private static partial Regex BlockEnd();
}

/// <summary>The SQL that EF would send to a SQL Server for a recorded query; no connection is opened.</summary>
internal static class SqlServerQueries
{
    public static (List<string> Sql, List<string> Problems) Translate(IEnumerable<Expression> recorded)
    {
        var options = new DbContextOptionsBuilder<SqlServerIncubatorDb>();
        SqlServerIncubatorDb.Configure(options, "Server=none");
        using var db = new SqlServerIncubatorDb(options.AddInterceptors(new Eavesdropper()).Options);
        var (sql, problems) = (new List<string>(), new List<string>());
        foreach (var query in recorded)
        {
            try
            {
                sql.Add(SqlOf(query, db));
            }
            catch (InvalidOperationException untranslatable)
            {
                problems.Add(untranslatable.Message);
            }
        }

        return ([.. sql.Distinct()], problems);
    }

    private static string SqlOf(Expression recorded, IncubatorDb db)
    {
        var moved = new OtherModel(db.Model);
        var query = moved.Visit(recorded);
        var result = ElementOf(query.Type, typeof(IQueryable<>)) is { } row ? typeof(IEnumerable<>).MakeGenericType(row) : query.Type;
        try
        {
            typeof(SqlServerQueries).GetMethod(nameof(Send), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(result)
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [query, moved.Parameters, db], null);
        }
        catch (Overheard overheard)
        {
            return overheard.Message;
        }

        throw new InvalidOperationException($"Nothing is sent for {query}");
    }

    private static void Send<TResult>(Expression query, Dictionary<string, Type> parameters, IncubatorDb db)
    {
        var run = db.GetService<IDatabase>().CompileQuery<TResult>(query, async: false);
        var context = db.GetService<IQueryContextFactory>().Create();
        foreach (var (name, type) in parameters) context.Parameters[name] = Sample(type);
        if (run(context) is IEnumerable rows) rows.GetEnumerator().MoveNext();
    }

    /// <summary>Some value of the type: what is sent is not looked at, only that it is declared. Of a list two, as IN has them.</summary>
    private static object? Sample(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return Sample(value);
        if (type == typeof(string)) return "x";
        if (type.IsValueType) return Activator.CreateInstance(type);
        var element = ElementOf(type, typeof(IEnumerable<>)) ?? throw new InvalidOperationException($"Of {type} there is no sample.");
        var two = Array.CreateInstance(element, 2);
        for (var i = 0; i < two.Length; i++) two.SetValue(Sample(element), i);
        return type.IsInstanceOfType(two) ? two : Activator.CreateInstance(type, two);
    }

    private static Type? ElementOf(Type type, Type sequence) => type.GetInterfaces().Append(type)
        .FirstOrDefault(t => t.IsGenericType && t.GetGenericTypeDefinition() == sequence)?.GenericTypeArguments[0];

    /// <summary>The same query over another model's tables; tells the parameters it needs.</summary>
    private sealed class OtherModel(IModel model) : ExpressionVisitor
    {
        public Dictionary<string, Type> Parameters { get; } = [];

        protected override Expression VisitExtension(Expression node)
        {
            if (node is EntityQueryRootExpression root) return new EntityQueryRootExpression(model.FindEntityType(root.EntityType.Name)!);
            if (node is QueryParameterExpression parameter) Parameters[parameter.Name] = parameter.Type;
            return base.VisitExtension(node);
        }
    }

    /// <summary>Hears the command and ends the matter before it is sent.</summary>
    private sealed class Eavesdropper : DbCommandInterceptor, IDbConnectionInterceptor
    {
        public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();

        public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
            throw new Overheard(eventData.Context!.GetService<IRelationalQueryStringFactory>().Create(result));
    }

    private sealed class Overheard(string sql) : Exception(sql);
}
