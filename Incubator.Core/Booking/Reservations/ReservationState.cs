namespace Incubator.Core.Booking;

public enum ReservationState
{
    Requested = 0,
    Held = 1,
    Confirmed = 2,
    InUse = 3,
    Completed = 4,
    Rejected = 5,
    Expired = 6,
    Cancelled = 7,
    LateCancelled = 8,
    NoShow = 9,
    Displaced = 10,
}

/// <summary>The closed table of what may follow what.</summary>
public static class ReservationStates
{
    private static readonly Dictionary<ReservationState, ReservationState[]> Next = new()
    {
        [ReservationState.Requested] = [ReservationState.Confirmed, ReservationState.Rejected, ReservationState.Expired,
            ReservationState.Cancelled, ReservationState.Displaced],
        [ReservationState.Held] = [ReservationState.Requested, ReservationState.Confirmed, ReservationState.Expired,
            ReservationState.Cancelled],
        [ReservationState.Confirmed] = [ReservationState.InUse, ReservationState.Cancelled, ReservationState.LateCancelled,
            ReservationState.NoShow, ReservationState.Displaced],
        [ReservationState.InUse] = [ReservationState.Completed],
    };

    public static bool MayBecome(this ReservationState from, ReservationState to) =>
        Next.TryGetValue(from, out var next) && next.Contains(to);

    /// <summary>States in which the reservation still has a claim on the future.</summary>
    public static readonly ReservationState[] Active =
        [ReservationState.Requested, ReservationState.Held, ReservationState.Confirmed, ReservationState.InUse];

    /// <summary>
    /// States whose items hold occupancy rows. A completed reservation keeps those of the time it took and of the cleanup
    /// after it; what it gave back is gone from its end time.
    /// </summary>
    public static readonly ReservationState[] Occupying = [.. Active, ReservationState.Completed];

    public static bool IsActive(this ReservationState state) => Active.Contains(state);

    public static bool Occupies(this ReservationState state) => Occupying.Contains(state);
}
