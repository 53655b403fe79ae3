using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Caching.Memory;

namespace Incubator.Tests.Host;

/// <summary>
/// Hears every query that EF compiles on the databases made while <see cref="Current"/>, and from which line of the
/// application each was sent.
/// </summary>
public sealed class QueryRecorder : DbCommandInterceptor, IQueryExpressionInterceptor, IDisposable
{
    private static readonly AsyncLocal<QueryRecorder?> Ambient = new();
    private static readonly Assembly[] Application = [typeof(Core.Data.IncubatorDb).Assembly, typeof(Program).Assembly];

    // A compiled query is not compiled again: with a cache of its own each is compiled, and heard, once here too.
    private readonly MemoryCache compiled = new(new MemoryCacheOptions());
    private readonly ConcurrentQueue<Expression> queries = new();
    private readonly ConcurrentDictionary<(MethodBase Method, int Offset), (string File, int Line)> calls = new();

    /// <summary>Of the flow that asks; given to the databases it makes.</summary>
    public static QueryRecorder? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>As EF compiles them: parameters are named, no closure is left.</summary>
    public IReadOnlyCollection<Expression> Queries => queries;

    /// <summary>Where the application's own code sent a query: one entry for each call, a line may have several.</summary>
    public IReadOnlyCollection<(string File, int Line)> Calls => [.. calls.Values];

    public void Hear(DbContextOptionsBuilder options) => options.UseMemoryCache(compiled).AddInterceptors(this);

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        queries.Enqueue(queryExpression);
        return queryExpression;
    }

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (eventData.CommandSource is not (CommandSource.LinqQuery or CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete)) return result;
        // EF asks for the command before it awaits anything: whoever sent the query is still on the stack.
        var frame = new StackTrace().GetFrames().FirstOrDefault(IsOurs);
        if (frame?.GetMethod() is { } method && !calls.ContainsKey((method, frame.GetILOffset())))
        {
            var told = new StackTrace(fNeedFileInfo: true).GetFrames().First(IsOurs);
            calls.TryAdd((method, frame.GetILOffset()), (told.GetFileName() ?? "", told.GetFileLineNumber()));
        }

        return result;
    }

    public void Dispose() => compiled.Dispose();

    private static bool IsOurs(StackFrame frame) => Application.Contains(frame.GetMethod()?.Module.Assembly);
}
