using Incubator.Core.Common;
using Incubator.Core.Companies;

namespace Incubator.Core.Booking;

/// <summary>Book these resources for this time. The preview takes the same request as the commit.</summary>
public sealed record ReserveSlot
{
    /// <summary>One to <see cref="Reservation.MaxItems"/>; each gives one unit, named twice it gives two.</summary>
    public required IReadOnlyList<long> ResourceIds { get; init; }

    public required TimeSlot Slot { get; init; }

    public required long CompanyId { get; init; }

    /// <summary>For whom; null: for the acting person where it belongs to the company, else for the company as such.</summary>
    public long? PersonId { get; init; }

    public required string Purpose { get; init; }

    public string? ProjectNote { get; init; }

    /// <summary>Research is open also to who may not sell what is made.</summary>
    public LotUse LotUse { get; init; }

    /// <summary>Staff only; ignored from others.</summary>
    public string? InternalNote { get; init; }

    /// <summary>Staff only: goes past the overridable refusals, for this reason.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>Of the form; the same key books once, however often it is sent.</summary>
    public required Guid SubmissionKey { get; init; }
}

/// <summary>Move, resize, or take other resources; everything is checked anew.</summary>
public sealed record MoveReservation
{
    public required Guid Reference { get; init; }

    public required TimeSlot Slot { get; init; }

    /// <summary>Null: the same resources.</summary>
    public IReadOnlyList<long>? ResourceIds { get; init; }

    /// <summary>Null: as it was booked.</summary>
    public LotUse? LotUse { get; init; }

    public string? OverrideReason { get; init; }

    /// <summary>The version the mover saw; another means that the page went stale. Null: whatever it is now (drag on a fresh page).</summary>
    public Guid? SeenVersion { get; init; }
}

public sealed record CancelReservation
{
    public required Guid Reference { get; init; }

    public string? Reason { get; init; }

    /// <summary>Staff only, with a reason: not recorded as late although the deadline has passed.</summary>
    public bool Forgive { get; init; }

    public Guid? SeenVersion { get; init; }
}

/// <summary>What a booking gave.</summary>
public sealed record Booked(long Id, Guid Reference, string Number);

/// <summary>A free time that booking would accept: resource, unit-independent, with its slot.</summary>
/// <param name="LotUse">What who asks may book it for.</param>
public sealed record FreeTime(long ResourceId, TimeSlot Slot, LotUse LotUse = LotUse.ForSale);

/// <summary>What to look for: the earliest free times across resources.</summary>
public sealed record FindFreeTime
{
    /// <summary>The resources to look at, in order of preference.</summary>
    public required IReadOnlyList<long> ResourceIds { get; init; }

    public required int Minutes { get; init; }

    /// <summary>First local day, included.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last local day, included.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Part of the day in which the reservation must begin: minutes of the local day.</summary>
    public int EarliestMinute { get; init; }

    public int LatestMinute { get; init; } = OpeningPattern.MinutesPerDay;

    /// <summary>Units of the same resource wanted at once (as reservations of one unit each).</summary>
    public int Units { get; init; } = 1;

    /// <summary>Of each resource only its earliest time: a choice of machines rather than of hours.</summary>
    public bool FirstOfEach { get; init; }

    /// <summary>For whose quota and permission; null: only calendar and policy of the resources are asked.</summary>
    public long? CompanyId { get; init; }

    /// <summary>Null: the acting person where it belongs to the company.</summary>
    public long? PersonId { get; init; }

    /// <summary>Null: for sale where the company's onboarding lets it, else for research.</summary>
    public LotUse? LotUse { get; init; }

    public int Take { get; init; } = 20;
}

/// <summary>Place a planned window, or take out of service (<see cref="IsPlanned"/> false, from now).</summary>
public sealed record PlaceMaintenance
{
    public required long ResourceId { get; init; }

    /// <summary>Null: every unit.</summary>
    public int? Unit { get; init; }

    public required TimeSlot Slot { get; init; }

    public required string Reason { get; init; }

    public bool IsPlanned { get; init; } = true;

    /// <summary>
    /// What happens to each affected reservation, by its id. Every affected one must be named (else the refusal
    /// AffectedReservations lists them): <see cref="AffectedChoice"/>.
    /// </summary>
    public IReadOnlyDictionary<long, AffectedChoice> Choices { get; init; } = new Dictionary<long, AffectedChoice>();
}

/// <summary>For a reservation under a maintenance window: displace it, or move it to a given start (same length).</summary>
/// <param name="MoveTo">Null: displaced.</param>
/// <param name="Keep">It keeps its time, and the window is placed around it.</param>
public sealed record AffectedChoice(DateTimeOffset? MoveTo = null, bool Keep = false)
{
    public static readonly AffectedChoice Displace = new();
    public static readonly AffectedChoice KeepIt = new(Keep: true);
}

public sealed record AffectedReservation(
    long Id, Guid Reference, string Number, long CompanyId, TimeSlot Slot, ReservationState State, long? PersonId, LotUse LotUse);
