using Incubator.Core.Booking;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Host;

/// <summary>
/// The oracle: compares every two claims by their times and buffers, and counts the occupancy rows anew. It shares no code with
/// the booking itself.
/// </summary>
public static class Overlaps
{
    public static async Task AssertNoneAsync(IncubatorDb db)
    {
        ReservationState[] there =
            [ReservationState.Requested, ReservationState.Held, ReservationState.Confirmed, ReservationState.InUse, ReservationState.Completed];
        var reservations = await db.Reservations.AsNoTracking().Include(r => r.Items).Where(r => there.Contains(r.State)).ToListAsync();
        var claims = reservations
            .SelectMany(r => r.Items.Select(i => new Claim(
                i.ResourceId, i.Unit, r.Start.AddMinutes(-i.SetupMinutes), r.End.AddMinutes(i.CleanupMinutes), r.Number)))
            .ToList();
        var units = await db.Resources.ToDictionaryAsync(r => r.Id, r => r.Units);
        foreach (var window in await db.MaintenanceWindows.AsNoTracking().Where(w => !w.IsCancelled).ToListAsync())
            foreach (var unit in window.Unit is { } one ? [one] : Enumerable.Range(1, units[window.ResourceId]))
                claims.Add(new Claim(window.ResourceId, unit, window.Start, window.End, $"window {window.Id}"));

        for (var i = 0; i < claims.Count; i++)
            for (var j = i + 1; j < claims.Count; j++)
            {
                var (a, b) = (claims[i], claims[j]);
                Assert.False(
                    a.ResourceId == b.ResourceId && a.Unit == b.Unit && a.From < b.Until && b.From < a.Until && a.From < a.Until && b.From < b.Until,
                    $"{a} and {b} overlap.");
            }

        var expected = claims
            .SelectMany(c => Quarters(c.From, c.Until).Select(q => (c.ResourceId, c.Unit, Quarter: q)))
            .Order().ToList();
        var present = (await db.Occupancy.AsNoTracking().Select(o => new { o.ResourceId, o.Unit, o.Quarter }).ToListAsync())
            .Select(o => (o.ResourceId, o.Unit, o.Quarter)).Order().ToList();
        Assert.Equal(expected, present);
    }

    private static IEnumerable<int> Quarters(DateTimeOffset from, DateTimeOffset until)
    {
        for (var at = from.ToUnixTimeSeconds() / 900; at * 900 < until.ToUnixTimeSeconds(); at++) yield return (int)at;
    }

    private sealed record Claim(long ResourceId, int Unit, DateTimeOffset From, DateTimeOffset Until, string Whose);
}
