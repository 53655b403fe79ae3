using Incubator.Core.Companies;

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>What the gate and the onboarding desks refuse, by code; placeholders name the refusal's facts.</summary>
public static class OnboardingSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        [OnboardingRefusals.OnboardingIncomplete] = "{step} is missing. It is needed before this can be booked.",
        [OnboardingRefusals.StepAwaitsDecision] = "{step} waits for the staff to accept it.",
        [OnboardingRefusals.StepRefused] = "{step} was refused: {reason}",
        [OnboardingRefusals.StepRevoked] = "{step} was withdrawn: {reason}",
        [OnboardingRefusals.StepExpired] = "{step} counts until {until}, and the booking is on {day}.",
        [OnboardingRefusals.StepNotYetValid] = "{step} counts only from {from}, and the booking is on {day}.",
        [OnboardingRefusals.SaleNotCovered] = "{step} does not cover lots for sale on {day}. Choose “research only”, or complete it first.",
        [OnboardingRefusals.MembershipEnded] = "The membership ends on {until}, before the booking on {day}.",
        [OnboardingRefusals.MembershipNotBegun] = "The membership begins on {from}, after the booking on {day}.",
        ["EvidenceUnfit"] = "Choose at least one kind of evidence; what staff confirm themselves has no text to accept.",
        ["DoerUnfit"] = "What each person does must be asked of each person.",
        ["NotSaleDeclared"] = "Only at the food registration one declares that nothing is sold.",
        ["FileMissing"] = "Choose the file.",
        ["ValidityOver"] = "This day has passed already.",
        ["ValidityOrder"] = "The last day must not be before the first.",
        ["StepRetired"] = "This step is asked for no more.",
        ["OnlyStaffConfirm"] = "The lab's staff confirm this step.",
        ["OnlyManagersDo"] = "Only a manager of the company may do this.",
        ["RecordDecided"] = "This has been decided already.",
        ["TextLacksFacts"] = "The company's data are incomplete ({names}). Ask the staff to enter them, or upload the signed scan.",
        ["TextNotWritten"] = "There is no text to accept yet. Please ask the staff.",
        ["PlaceholderUnknown"] = "These placeholders are not known: {names}.",
        ["StepInPast"] = "Give today or a later day, so that nobody is refused without notice.",
        ["StepHasRecords"] = "Evidence was handed in already; whose it is can no longer be changed. Retire this step and define another.",
    };
}
