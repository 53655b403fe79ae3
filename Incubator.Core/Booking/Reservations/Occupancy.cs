namespace Incubator.Core.Booking;

/// <summary>
/// One quarter-hour of one unit, taken by a reservation item or by maintenance. The primary key (resource, quarter, unit)
/// is the database's own word that nothing is booked twice, whoever writes.
/// </summary>
public sealed class Occupancy
{
    private Occupancy() { }

    public long ResourceId { get; private set; }

    public int Quarter { get; private set; }

    public int Unit { get; private set; }

    public long? ReservationItemId { get; private set; }

    public long? MaintenanceId { get; private set; }

    public static IEnumerable<Occupancy> Of(ReservationItem item)
    {
        for (var quarter = item.FromQuarter; quarter < item.UntilQuarter; quarter++)
            yield return new Occupancy { ResourceId = item.ResourceId, Quarter = quarter, Unit = item.Unit, ReservationItemId = item.Id };
    }

    public static IEnumerable<Occupancy> Of(MaintenanceWindow window, int unit)
    {
        for (var quarter = window.FromQuarter; quarter < window.UntilQuarter; quarter++)
            yield return new Occupancy { ResourceId = window.ResourceId, Quarter = quarter, Unit = unit, MaintenanceId = window.Id };
    }
}
