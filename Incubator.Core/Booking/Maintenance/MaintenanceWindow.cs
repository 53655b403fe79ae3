using Incubator.Core.Common;

namespace Incubator.Core.Booking;

/// <summary>
/// Time in which a resource (or one unit of it) cannot be used: a planned window, or an outage while out of service.
/// The kept interval is the downtime the reports count.
/// </summary>
public sealed class MaintenanceWindow
{
    public const int ReasonMaxLength = 300;

    /// <summary>No window is longer; a longer outage is extended when it comes to that.</summary>
    public static readonly TimeSpan MaxLength = TimeSpan.FromDays(92);

    private MaintenanceWindow() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long ResourceId { get; private set; }

    /// <summary>Null: every unit.</summary>
    public int? Unit { get; private set; }

    /// <summary>False: an unplanned outage.</summary>
    public bool IsPlanned { get; private set; }

    public DateTimeOffset Start { get; private set; }

    /// <summary>For an outage that is still on: when it is expected to be over.</summary>
    public DateTimeOffset End { get; private set; }

    /// <summary>An outage until staff say that the resource is back; a planned window never.</summary>
    public bool IsOpen { get; private set; }

    public bool IsCancelled { get; private set; }

    public string Reason { get; private set; } = "";

    public long? PlacedById { get; private set; }

    /// <summary>The calendar of another house that says so; null: staff placed it. Such a window is busy time, not downtime.</summary>
    public long? ExternalCalendarId { get; private set; }

    public Guid Version { get; private set; }

    public int FromQuarter => QuarterHour.Of(Start);

    public int UntilQuarter => QuarterHour.AtOrAfter(End);

    public TimeSlot Slot => new(Start, End);

    public static MaintenanceWindow Plan(long resourceId, int? unit, TimeSlot slot, string reason, long? placedById) =>
        Create(resourceId, unit, slot, reason, placedById, isPlanned: true, isOpen: false);

    public static MaintenanceWindow TakeOutOfService(long resourceId, int? unit, TimeSlot slot, string reason, long? placedById) =>
        Create(resourceId, unit, slot, reason, placedById, isPlanned: false, isOpen: true);

    public static MaintenanceWindow Block(long resourceId, int? unit, TimeSlot slot, string reason, long externalCalendarId)
    {
        var window = Create(resourceId, unit, slot, reason, placedById: null, isPlanned: true, isOpen: false);
        window.ExternalCalendarId = externalCalendarId;
        return window;
    }

    public void MoveTo(TimeSlot slot) => (Start, End) = (slot.Start, slot.End);

    /// <summary>The resource is back: the downtime ends now.</summary>
    public void Close(DateTimeOffset now)
    {
        if (!IsOpen) throw new InvalidOperationException("The outage is over already.");
        IsOpen = false;
        if (now < End) End = now > Start ? now : Start;
    }

    public void Cancel() => IsCancelled = true;

    private static MaintenanceWindow Create(
        long resourceId, int? unit, TimeSlot slot, string reason, long? placedById, bool isPlanned, bool isOpen) => new()
        {
            Reference = Guid.NewGuid(),
            ResourceId = resourceId,
            Unit = unit,
            IsPlanned = isPlanned,
            IsOpen = isOpen,
            Start = slot.Start,
            End = slot.End,
            Reason = reason,
            PlacedById = placedById,
        };
}
