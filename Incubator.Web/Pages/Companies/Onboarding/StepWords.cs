using Incubator.Core.Companies;

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>What the steps and their states are called; each is a text key.</summary>
public static class StepWords
{
    public static string Of(StepState state) => state switch
    {
        StepState.NotStarted => "Not started",
        StepState.Submitted => "Waits for staff",
        StepState.Accepted => "Done",
        StepState.Refused => "Refused",
        StepState.Expired => "Expired",
        StepState.Revoked => "Withdrawn",
        StepState.NotYetValid => "Counts later",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string IconOf(StepState state) => state switch
    {
        StepState.Accepted => "check",
        StepState.Submitted or StepState.NotYetValid => "clock",
        StepState.NotStarted => "todo",
        StepState.Expired => "alert",
        _ => "stop",
    };

    public static string Of(RecordState state) => state switch
    {
        RecordState.Submitted => "Waits for staff",
        RecordState.Accepted => "Accepted",
        RecordState.Refused => "Refused",
        RecordState.Revoked => "Withdrawn",
        RecordState.Replaced => "Replaced by a later one",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(StepKind kind) => kind switch
    {
        StepKind.Agreement => "Agreement",
        StepKind.Insurance => "Insurance",
        StepKind.FoodRegistration => "Food-business registration",
        StepKind.HaccpPlan => "HACCP plan",
        StepKind.HygieneCertificate => "Hygiene certificate",
        StepKind.HouseRules => "House rules",
        StepKind.Induction => "Induction",
        StepKind.DataProtectionNotice => "Data-protection notice",
        StepKind.Other => "Other",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(StepDoer doer) => doer switch
    {
        StepDoer.Manager => "A manager of the company",
        StepDoer.Person => "Each person who books",
        StepDoer.Staff => "The lab's staff",
        _ => throw new ArgumentOutOfRangeException(nameof(doer), doer, null),
    };

    public static string Of(StepValidity validity) => validity switch
    {
        StepValidity.Unlimited => "Without end",
        StepValidity.Months => "Some months from acceptance",
        StepValidity.UntilGiven => "Until the day on the evidence",
        StepValidity.UntilGivenIfAny => "Until the day on the evidence, if it has one",
        _ => throw new ArgumentOutOfRangeException(nameof(validity), validity, null),
    };

    public static string Of(StepBlocks blocks) => blocks switch
    {
        StepBlocks.Everything => "Every booking",
        StepBlocks.CommercialUse => "Only lots for sale",
        _ => throw new ArgumentOutOfRangeException(nameof(blocks), blocks, null),
    };

    public static string Of(MembershipKind kind) => kind switch
    {
        MembershipKind.Member => "Membership",
        MembershipKind.Cohort => "Cohort",
        MembershipKind.SingleUse => "Single use",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(EvidenceParts part) => part switch
    {
        EvidenceParts.File => "A file",
        EvidenceParts.Number => "A reference number",
        EvidenceParts.DocumentVersion => "A version",
        EvidenceParts.Acceptance => "A text accepted by name",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    /// <summary>A history act of a record or a step.</summary>
    public static string OfAct(string act) => act switch
    {
        "Submitted" => "Handed in",
        "TextAccepted" => "Accepted by name",
        "Accepted" => "Accepted",
        "Refused" => "Refused",
        "Revoked" => "Withdrawn",
        "DocumentAdded" => "File added",
        "Defined" => "Defined",
        "Edited" => "Edited",
        "Retired" => "Retired",
        "TakenUpAgain" => "Taken up again",
        "TextPublished" => "Text published",
        _ => act,
    };
}
