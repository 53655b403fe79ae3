using Incubator.Core.Common;

namespace Incubator.Core.Booking;

/// <summary>One unit of one resource, held over [Start − setup, End + cleanup); the buffers are snapshots from when it was booked.</summary>
public sealed class ReservationItem
{
    private ReservationItem() { }

    public long Id { get; private set; }

    public long ReservationId { get; private set; }

    public long ResourceId { get; private set; }

    /// <summary>1 to the resource's units.</summary>
    public int Unit { get; private set; }

    public int SetupMinutes { get; private set; }

    public int CleanupMinutes { get; private set; }

    /// <summary>First quarter held (see <see cref="QuarterHour"/>).</summary>
    public int FromQuarter { get; private set; }

    /// <summary>First quarter after what is held.</summary>
    public int UntilQuarter { get; private set; }

    public static ReservationItem Create(Resource resource, int unit, TimeSlot slot)
    {
        var item = new ReservationItem { ResourceId = resource.Id, Unit = unit };
        item.Retake(resource, slot);
        return item;
    }

    public void Retake(Resource resource, TimeSlot slot)
    {
        SetupMinutes = resource.SetupMinutes;
        CleanupMinutes = resource.CleanupMinutes;
        Occupy(slot);
    }

    public void PutOn(int unit) => Unit = unit;

    /// <summary>An outage takes the cleanup's time: the item ends at that quarter, never before its use did.</summary>
    internal void SkipCleanup(int quarter)
    {
        var used = UntilQuarter - (CleanupMinutes / QuarterHour.Minutes);
        UntilQuarter = Math.Max(used, Math.Min(quarter, UntilQuarter));
        CleanupMinutes = (UntilQuarter - used) * QuarterHour.Minutes;
    }

    internal void Occupy(TimeSlot slot)
    {
        FromQuarter = QuarterHour.Of(slot.Start.AddMinutes(-SetupMinutes));
        UntilQuarter = QuarterHour.AtOrAfter(slot.End.AddMinutes(CleanupMinutes));
    }
}
