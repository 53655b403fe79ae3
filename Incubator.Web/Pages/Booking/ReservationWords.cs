using Incubator.Core.Booking;
using Incubator.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Booking;

/// <summary>States and acts as people call them; each is a text key.</summary>
public static class ReservationWords
{
    public static string Of(ReservationState state) => state switch
    {
        ReservationState.Requested => "Requested",
        ReservationState.Held => "Held",
        ReservationState.Confirmed => "Confirmed",
        ReservationState.InUse => "In use",
        ReservationState.Completed => "Completed",
        ReservationState.Rejected => "Rejected",
        ReservationState.Expired => "Expired",
        ReservationState.Cancelled => "Cancelled",
        ReservationState.LateCancelled => "Cancelled late",
        ReservationState.NoShow => "No-show",
        ReservationState.Displaced => "Displaced by maintenance",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>What the reservation takes beside its own time.</summary>
    public static string Besides(int setupMinutes, int cleanupMinutes, IStringLocalizer text) => (setupMinutes, cleanupMinutes) switch
    {
        (0, _) => text["cleaning {0} besides", LabFormat.Minutes(cleanupMinutes)],
        (_, 0) => text["preparation {0} besides", LabFormat.Minutes(setupMinutes)],
        _ => text["preparation {0}, cleaning {1} besides", LabFormat.Minutes(setupMinutes), LabFormat.Minutes(cleanupMinutes)],
    };

    /// <summary>A history act: a state reached, or what was done without changing it.</summary>
    public static string OfAct(string act) =>
        Enum.TryParse<ReservationState>(act, out var state) ? Of(state) : act switch { "Moved" => "Moved", "Noted" => "Note changed", _ => act };

    /// <summary>A changed field in the history.</summary>
    public static string OfField(string field) => field switch
    {
        "Start" => "Start",
        "End" => "End",
        "Resources" => "Resources",
        "LotUse" => "Lots",
        "State" => "State",
        "EndReason" => "Reason",
        "Overridden" => "Rules set aside",
        _ => field,
    };
}
