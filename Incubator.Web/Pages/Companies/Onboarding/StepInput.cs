using Incubator.Core.Companies;

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>A step as it is typed.</summary>
public sealed record StepInput
{
    public StepKind Kind { get; set; } = StepKind.Other;

    public string? NameHu { get; set; }

    public string? NameEn { get; set; }

    public string? InstructionsHu { get; set; }

    public string? InstructionsEn { get; set; }

    public bool ForMember { get; set; }

    public bool ForCohort { get; set; }

    public bool ForSingleUse { get; set; }

    public bool PerPerson { get; set; }

    public StepDoer Doer { get; set; }

    public bool WantsFile { get; set; }

    public bool WantsNumber { get; set; }

    public bool WantsVersion { get; set; }

    public bool WantsAcceptance { get; set; }

    public StepValidity Validity { get; set; }

    public int? Months { get; set; }

    public StepBlocks Blocks { get; set; }

    public bool StaffMayOverride { get; set; }

    public int Position { get; set; } = 1;

    public DateOnly? ActiveFrom { get; set; }

    public Guid Version { get; set; }

    public StepDetails Details => new()
    {
        Kind = Kind,
        NameHu = NameHu ?? "",
        NameEn = NameEn ?? "",
        InstructionsHu = InstructionsHu,
        InstructionsEn = InstructionsEn,
        AppliesTo = (ForMember ? MembershipKinds.Member : 0) | (ForCohort ? MembershipKinds.Cohort : 0) | (ForSingleUse ? MembershipKinds.SingleUse : 0),
        PerPerson = PerPerson,
        Doer = Doer,
        Wanted = (WantsFile ? EvidenceParts.File : 0) | (WantsNumber ? EvidenceParts.Number : 0) |
            (WantsVersion ? EvidenceParts.DocumentVersion : 0) | (WantsAcceptance ? EvidenceParts.Acceptance : 0),
        Validity = Validity,
        Months = Months,
        Blocks = Blocks,
        StaffMayOverride = StaffMayOverride,
        Position = Position,
        ActiveFrom = ActiveFrom ?? default,
    };

    public static StepInput Of(OnboardingStep step) => new()
    {
        Kind = step.Kind,
        NameHu = step.NameHu,
        NameEn = step.NameEn,
        InstructionsHu = step.InstructionsHu,
        InstructionsEn = step.InstructionsEn,
        ForMember = step.AppliesTo.HasFlag(MembershipKinds.Member),
        ForCohort = step.AppliesTo.HasFlag(MembershipKinds.Cohort),
        ForSingleUse = step.AppliesTo.HasFlag(MembershipKinds.SingleUse),
        PerPerson = step.PerPerson,
        Doer = step.Doer,
        WantsFile = step.Wanted.HasFlag(EvidenceParts.File),
        WantsNumber = step.Wanted.HasFlag(EvidenceParts.Number),
        WantsVersion = step.Wanted.HasFlag(EvidenceParts.DocumentVersion),
        WantsAcceptance = step.Wanted.HasFlag(EvidenceParts.Acceptance),
        Validity = step.Validity,
        Months = step.Months,
        Blocks = step.Blocks,
        StaffMayOverride = step.StaffMayOverride,
        Position = step.Position,
        ActiveFrom = step.ActiveFrom,
        Version = step.Version,
    };
}
