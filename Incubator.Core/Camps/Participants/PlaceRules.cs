using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>Who has a place at a camp, who waits, and who is offered one. Pure.</summary>
public static class PlaceRules
{
    /// <summary>So long a place is kept for whom it is offered to.</summary>
    public const int OfferHours = 48;

    /// <summary>Who is younger on the first day needs a guardian's consent.</summary>
    public const int FullAge = 18;

    /// <summary>An offered place is taken until it lapses.</summary>
    public static bool TakesPlace(ParticipantState state) => state is ParticipantState.Admitted or ParticipantState.Offered;

    /// <summary>Nobody passes those who wait, even where a place is free.</summary>
    /// <param name="taken">Places admitted or offered, of this kind.</param>
    public static ParticipantState OnArrival(int places, int taken, int waiting) =>
        taken < places && waiting == 0 ? ParticipantState.Admitted : ParticipantState.Waiting;

    /// <summary>How many of those who wait are offered a place now. More than <paramref name="places"/> may be taken: staff admit past it.</summary>
    public static int OffersNow(int places, int taken, int waiting) => Math.Clamp(places - taken, 0, waiting);

    /// <summary>Until the first day begins, unless the camp is called off.</summary>
    public static bool MayOffer(Camp camp, DateTimeOffset now) => camp.Status is CampStatus.Open or CampStatus.Preparing && now < StartOf(camp);

    /// <summary>A registration is changed, accepted or cancelled by its owner until the camp is over.</summary>
    public static bool MayChange(Camp camp, DateTimeOffset now) =>
        camp.Status is CampStatus.Open or CampStatus.Preparing or CampStatus.Running && LabTime.DateOf(now) <= camp.EndsOn;

    /// <summary>UTC: the day's first minute on the first day.</summary>
    public static DateTimeOffset StartOf(Camp camp) => LabTime.AtMinute(camp.StartsOn, camp.DayStarts);

    /// <summary>UTC. Hours are hours, also across a change of clocks; the camp's start ends every offer.</summary>
    public static DateTimeOffset OfferEnds(Camp camp, DateTimeOffset now)
    {
        var (until, start) = (now.AddHours(OfferHours), StartOf(camp));
        return until < start ? until : start;
    }

    /// <summary>The instant of its end is too late.</summary>
    public static bool HasLapsed(ParticipantState state, DateTimeOffset? offerEndsAt, DateTimeOffset now) =>
        state == ParticipantState.Offered && offerEndsAt <= now;

    /// <summary>Whole years on a day; who was born on 29 February grows older on 1 March.</summary>
    public static int AgeOn(DateOnly bornOn, DateOnly day)
    {
        var years = day.Year - bornOn.Year;
        return (day.Month, day.Day).CompareTo((bornOn.Month, bornOn.Day)) < 0 ? years - 1 : years;
    }
}
