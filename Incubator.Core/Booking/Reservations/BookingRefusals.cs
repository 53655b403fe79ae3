using System.Diagnostics.CodeAnalysis;
using Incubator.Core.Common;

namespace Incubator.Core.Booking;

/// <summary>The codes of what booking refuses, as past facts; the facts each sentence may use are named beside them.</summary>
[SuppressMessage("Design", "CA1034", Justification = "A list of codes.")]
public static class BookingRefusals
{
    // Never overridable.
    public const string InvalidSlot = nameof(InvalidSlot);
    public const string NotOnQuarter = nameof(NotOnQuarter);

    /// <summary>maxDays</summary>
    public const string LongerThanAnyReservation = nameof(LongerThanAnyReservation);

    /// <summary>resource, start, end (of what is in the way); number where the reader may know it.</summary>
    public const string SlotTaken = nameof(SlotTaken);

    /// <summary>resource, start, end</summary>
    public const string UnderMaintenance = nameof(UnderMaintenance);

    /// <summary>resource</summary>
    public const string ResourceRetired = nameof(ResourceRetired);
    public const string CompanyInactive = nameof(CompanyInactive);
    public const string NotAllowedToBook = nameof(NotAllowedToBook);
    public const string NotAMember = nameof(NotAMember);
    public const string NothingChosen = nameof(NothingChosen);

    /// <summary>max</summary>
    public const string TooManyResources = nameof(TooManyResources);

    /// <summary>state</summary>
    public const string WrongState = nameof(WrongState);
    public const string OverrideReasonMissing = nameof(OverrideReasonMissing);

    // Staff may go past these with a reason.
    public const string StartInPast = nameof(StartInPast);

    /// <summary>resource, minutes</summary>
    public const string TooShort = nameof(TooShort);

    /// <summary>resource, minutes</summary>
    public const string TooLong = nameof(TooLong);

    /// <summary>resource, minutes</summary>
    public const string NotOnGranularity = nameof(NotOnGranularity);

    /// <summary>resource, minutes</summary>
    public const string TooLateNotice = nameof(TooLateNotice);

    /// <summary>resource, days</summary>
    public const string BeyondHorizon = nameof(BeyondHorizon);

    /// <summary>resource</summary>
    public const string OutsideOpeningTimes = nameof(OutsideOpeningTimes);

    /// <summary>resource</summary>
    public const string NightUseNotAllowed = nameof(NightUseNotAllowed);

    /// <summary>resource</summary>
    public const string WeekendUseNotAllowed = nameof(WeekendUseNotAllowed);

    /// <summary>resource</summary>
    public const string OnlyManagersMayBook = nameof(OnlyManagersMayBook);

    /// <summary>resource</summary>
    public const string OnlyStaffMayBook = nameof(OnlyStaffMayBook);

    /// <summary>quota ("CompanyMinutesPerWeek" …), limit and used (minutes or count)</summary>
    public const string QuotaUsed = nameof(QuotaUsed);
    public const string TooLateToMove = nameof(TooLateToMove);

    // Use.
    /// <summary>from</summary>
    public const string TooEarlyToCheckIn = nameof(TooEarlyToCheckIn);
    public const string ReservationOver = nameof(ReservationOver);

    /// <summary>resource</summary>
    public const string UnitStillInUse = nameof(UnitStillInUse);

    // Import.
    public const string NotOverYet = nameof(NotOverYet);

    // Maintenance.
    /// <summary>count</summary>
    public const string AffectedReservations = nameof(AffectedReservations);

    public static Refusal For(string code, Resource resource, string? field = null) =>
        new Refusal(code, field).With("resource", new LocalName(resource.NameHu, resource.NameEn));
}
