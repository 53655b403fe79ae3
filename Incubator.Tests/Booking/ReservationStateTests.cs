using Incubator.Core.Booking;

namespace Incubator.Tests.Booking;

public sealed class ReservationStateTests
{
    // Every pair that is allowed, written out once more, independently of the code.
    private const string Allowed = """
        Requested Confirmed, Requested Rejected, Requested Expired, Requested Cancelled, Requested Displaced,
        Held Requested, Held Confirmed, Held Expired, Held Cancelled,
        Confirmed InUse, Confirmed Cancelled, Confirmed LateCancelled, Confirmed NoShow, Confirmed Displaced,
        InUse Completed
        """;

    public static TheoryData<ReservationState, ReservationState, bool> Table()
    {
        var allowed = Allowed.Split(',', StringSplitOptions.TrimEntries).ToHashSet();
        var table = new TheoryData<ReservationState, ReservationState, bool>();
        foreach (var from in Enum.GetValues<ReservationState>())
            foreach (var to in Enum.GetValues<ReservationState>())
                table.Add(from, to, allowed.Contains($"{from} {to}"));
        return table;
    }

    [Theory, MemberData(nameof(Table))]
    public void MayBecome_EveryPair_IsAsTheTableSays(ReservationState from, ReservationState to, bool allowed) =>
        Assert.Equal(allowed, from.MayBecome(to));

    [Fact]
    public void Occupies_OnlyWhatIsOrWasThere()
    {
        Assert.Equal(
            [ReservationState.Requested, ReservationState.Held, ReservationState.Confirmed, ReservationState.InUse, ReservationState.Completed],
            Enum.GetValues<ReservationState>().Where(s => s.Occupies()));
        Assert.DoesNotContain(Enum.GetValues<ReservationState>(), s => s.IsActive() && !s.Occupies());
    }

    [Fact]
    public void Become_WhatTheTableForbids_Throws()
    {
        var now = new DateTimeOffset(2026, 11, 9, 7, 0, 0, TimeSpan.Zero);
        var reservation = Reservation.Confirm(
            "BK-2026-00001", 1, null, null, now, new(now.AddHours(2), now.AddHours(3)), "x", null, null, null, now, Guid.NewGuid());
        Assert.Throws<InvalidOperationException>(() => reservation.Become(ReservationState.Completed));
        reservation.Become(ReservationState.Cancelled);
        Assert.Throws<InvalidOperationException>(() => reservation.Become(ReservationState.Confirmed));
        Assert.Throws<InvalidOperationException>(() => reservation.MoveTo(new(now, now.AddHours(1)), now, null));
    }
}
