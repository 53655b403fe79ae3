using System.Collections.Concurrent;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Incubator.Tests.Host;

/// <summary>
/// What belongs to one test though the host is shared: its database and its clock. A request says by a header which world it is of;
/// code that runs outside a request (a desk called by the test) says it by the calling flow.
/// </summary>
public sealed class World : IDisposable
{
    public const string Header = "X-Test-World";
    private static readonly ConcurrentDictionary<string, World> All = new();
    private static readonly AsyncLocal<World?> Ambient = new();

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public TestDatabase Database { get; } = TestDatabase.Create();

    /// <summary>Monday 9 November 2026, 08:00 in Debrecen.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 9, 7, 0, 0, TimeSpan.Zero));

    public static World Open()
    {
        var world = new World();
        All[world.Id] = world;
        return world;
    }

    public static World? Of(IHttpContextAccessor http) =>
        http.HttpContext?.Request.Headers[Header] is [{ } id] && All.TryGetValue(id, out var world) ? world : Ambient.Value;

    public IDisposable Enter()
    {
        var before = Ambient.Value;
        Ambient.Value = this;
        return new Leave(before);
    }

    public void Dispose()
    {
        All.TryRemove(Id, out _);
        Database.Dispose();
    }

    private sealed class Leave(World? before) : IDisposable
    {
        public void Dispose() => Ambient.Value = before;
    }
}

/// <summary>The clock of the world that asks; timers run on real time.</summary>
internal sealed class WorldTime(IHttpContextAccessor http) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => World.Of(http)?.Time.GetUtcNow() ?? base.GetUtcNow();
}
