using Incubator.Core.Common;
using Incubator.Core.Companies;

namespace Incubator.Core.Booking;

/// <summary>All that the rules look at; gathered once, the same for the preview and for the commit.</summary>
public sealed record BookingFacts
{
    /// <summary>Asked once per act (UTC).</summary>
    public required DateTimeOffset Now { get; init; }

    public required TimeSlot Slot { get; init; }

    public required bool ByStaff { get; init; }

    /// <summary>A resize on the same resources: the start was judged when it was booked, and may have passed.</summary>
    public bool StartStays { get; init; }

    /// <summary>Null: no such company, or not one the actor acts for.</summary>
    public required Company? Company { get; init; }

    /// <summary>The acting person's role in the company; null for staff who do not belong to it.</summary>
    public required MemberRole? Membership { get; init; }

    /// <summary>False: the person booked for does not belong to the company.</summary>
    public bool PersonBelongs { get; init; } = true;

    /// <summary>In ascending id order, each resource once.</summary>
    public required IReadOnlyList<ResourceFacts> Resources { get; init; }

    /// <summary>What counts in quotas besides the reservation itself.</summary>
    public IReadOnlyList<CountedUse> Counted { get; init; } = [];

    public long? PersonId { get; init; }

    /// <summary>What the gate looks at; nothing where the company is not known.</summary>
    public OnboardingFacts Onboarding { get; init; } = OnboardingFacts.None;

    public LotUse LotUse { get; init; }
}

/// <summary>One resource as the rules see it.</summary>
public sealed record ResourceFacts
{
    public required Resource Resource { get; init; }

    /// <summary>How many of its units are wanted.</summary>
    public required int Units { get; init; }

    /// <summary>In force on the local day of the start.</summary>
    public required EffectivePolicy Policy { get; init; }

    /// <summary>Open slots around the wanted time, in order.</summary>
    public required IReadOnlyList<TimeSlot> Open { get; init; }

    /// <summary>Everything held in the widened window, without the reservation itself.</summary>
    public required IReadOnlyList<Taken> Taken { get; init; }

    /// <summary>For naming a conflict.</summary>
    public IReadOnlyDictionary<long, Holder> Holders { get; init; } = new Dictionary<long, Holder>();

    public int FromQuarter(TimeSlot slot) => QuarterHour.Of(slot.Start.AddMinutes(-Resource.SetupMinutes));

    public int UntilQuarter(TimeSlot slot) => QuarterHour.AtOrAfter(slot.End.AddMinutes(Resource.CleanupMinutes));
}

/// <summary>Whose reservation an item in the way is.</summary>
public sealed record Holder(string Number, long CompanyId, TimeSlot Slot);

/// <summary>One item of another reservation of the company, as quotas count it.</summary>
public sealed record CountedUse(TimeSlot Slot, long ResourceId, long CategoryId, long? PersonId, long ReservationId, bool IsFuture);
