using Incubator.Core.Booking;
using Incubator.Core.Companies;

namespace Incubator.Web.Pages.Booking;

/// <summary>The rules that staff may set aside, as the history names them; each is a text key.</summary>
public static class RuleWords
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        [BookingRefusals.StartInPast] = "start in the past",
        [BookingRefusals.TooShort] = "shorter than allowed",
        [BookingRefusals.TooLong] = "longer than allowed",
        [BookingRefusals.NotOnGranularity] = "not in the steps of time",
        [BookingRefusals.TooLateNotice] = "at too short notice",
        [BookingRefusals.BeyondHorizon] = "too far ahead",
        [BookingRefusals.OutsideOpeningTimes] = "outside opening times",
        [BookingRefusals.WeekendUseNotAllowed] = "over closed days",
        [BookingRefusals.NightUseNotAllowed] = "through the night",
        [BookingRefusals.QuotaUsed] = "above the quota",
        [BookingRefusals.TooLateToMove] = "moved after the deadline",
        [OnboardingRefusals.OnboardingIncomplete] = "an onboarding step is missing",
        [OnboardingRefusals.StepAwaitsDecision] = "an onboarding step awaits a decision",
        [OnboardingRefusals.StepRefused] = "an onboarding step was refused",
        [OnboardingRefusals.StepRevoked] = "an onboarding step was revoked",
        [OnboardingRefusals.StepExpired] = "an onboarding step has expired",
        [OnboardingRefusals.StepNotYetValid] = "an onboarding step is not valid yet",
        [OnboardingRefusals.SaleNotCovered] = "sale is not covered",
        [OnboardingRefusals.MembershipEnded] = "the membership has ended",
        [OnboardingRefusals.MembershipNotBegun] = "the membership has not begun",
    };
}
