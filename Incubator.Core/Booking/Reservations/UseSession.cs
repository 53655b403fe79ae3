namespace Incubator.Core.Booking;

/// <summary>Actual use of one unit, from check-in to check-out. One open per unit, said to the database by a filtered unique index.</summary>
public sealed class UseSession
{
    private UseSession() { }

    public long Id { get; private set; }

    public long ReservationItemId { get; private set; }

    public long ResourceId { get; private set; }

    public int Unit { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public long? StartedById { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public long? EndedById { get; private set; }

    /// <summary>Nobody ended it: the program closed it at the reservation's end.</summary>
    public bool EndIsAssumed { get; private set; }

    public static UseSession Open(ReservationItem item, DateTimeOffset now, long? personId) => new()
    {
        ReservationItemId = item.Id,
        ResourceId = item.ResourceId,
        Unit = item.Unit,
        StartedAt = now,
        StartedById = personId,
    };

    public void Close(DateTimeOffset now, long? personId)
    {
        if (EndedAt is not null) throw new InvalidOperationException("The use session is closed already.");
        EndedAt = now > StartedAt ? now : StartedAt;
        EndedById = personId;
    }

    /// <summary>Nobody said when use ended.</summary>
    public void CloseUnseen(DateTimeOffset end)
    {
        Close(end, null);
        EndIsAssumed = true;
    }
}
