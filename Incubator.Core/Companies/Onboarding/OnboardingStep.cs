using Incubator.Core.Common;

namespace Incubator.Core.Companies;

/// <summary>What a step asks for, as staff speak of it.</summary>
public enum StepKind
{
    Agreement = 0,
    Insurance = 1,
    FoodRegistration = 2,
    HaccpPlan = 3,

    /// <summary>Of a named person.</summary>
    HygieneCertificate = 4,
    HouseRules = 5,

    /// <summary>Shown around and instructed; staff confirm it.</summary>
    Induction = 6,
    DataProtectionNotice = 7,
    Other = 8,
}

/// <summary>Who must do a step.</summary>
public enum StepDoer
{
    /// <summary>A manager of the company.</summary>
    Manager = 0,

    /// <summary>Each person who books; the company's managers may do it for them, except accept a text.</summary>
    Person = 1,

    /// <summary>The lab's staff confirm it.</summary>
    Staff = 2,
}

/// <summary>How long what was accepted counts.</summary>
public enum StepValidity
{
    Unlimited = 0,

    /// <summary>That many months from the day of acceptance.</summary>
    Months = 1,

    /// <summary>Until the day that the evidence itself gives.</summary>
    UntilGiven = 2,

    /// <summary>The same where the evidence gives one, else without end.</summary>
    UntilGivenIfAny = 3,
}

/// <summary>What a missing step stands in the way of.</summary>
public enum StepBlocks
{
    Everything = 0,

    /// <summary>Lots that are sold; research may go on.</summary>
    CommercialUse = 1,
}

/// <summary>What the company gives.</summary>
[Flags]
public enum EvidenceParts
{
    None = 0,

    /// <summary>With <see cref="Acceptance"/> the signed scan, in its place; else asked for.</summary>
    File = 1,
    Number = 2,
    DocumentVersion = 4,

    /// <summary>The typed name under the step's own text.</summary>
    Acceptance = 8,
}

/// <summary>The kinds of membership a step is asked of.</summary>
[Flags]
public enum MembershipKinds
{
    /// <summary>Whoever it is, with a membership or without.</summary>
    Everyone = 0,
    Member = 1,
    Cohort = 2,
    SingleUse = 4,
}

/// <summary>What may become of the lots that are made.</summary>
public enum LotUse
{
    ForSale = 0,
    ResearchOnly = 1,
}

/// <summary>What staff say about a step.</summary>
public sealed record StepDetails
{
    public required StepKind Kind { get; init; }

    public required string NameHu { get; init; }

    public required string NameEn { get; init; }

    public string? InstructionsHu { get; init; }

    public string? InstructionsEn { get; init; }

    public MembershipKinds AppliesTo { get; init; }

    public bool PerPerson { get; init; }

    public StepDoer Doer { get; init; }

    public EvidenceParts Wanted { get; init; }

    public StepValidity Validity { get; init; }

    /// <summary>Only where <see cref="Validity"/> is months.</summary>
    public int? Months { get; init; }

    public StepBlocks Blocks { get; init; }

    /// <summary>Staff may book past it with a reason; never where safety hangs on it.</summary>
    public bool StaffMayOverride { get; init; }

    /// <summary>Place in the list, from 1.</summary>
    public int Position { get; init; } = 1;

    /// <summary>First local day on which it is asked for.</summary>
    public required DateOnly ActiveFrom { get; init; }

    public IEnumerable<Refusal> Problems()
    {
        foreach (var (name, field) in new[] { (NameHu, nameof(NameHu)), (NameEn, nameof(NameEn)) })
        {
            if (string.IsNullOrWhiteSpace(name)) yield return new Refusal("Missing", field);
            else if (TextRules.Problem(name, OnboardingStep.NameMaxLength, field) is { } problem) yield return problem;
        }

        foreach (var (text, field) in new[] { (InstructionsHu, nameof(InstructionsHu)), (InstructionsEn, nameof(InstructionsEn)) })
            if (TextRules.Problem(text, OnboardingStep.InstructionsMaxLength, field) is { } problem) yield return problem;
        if (Validity == StepValidity.Months && Months is null) yield return new Refusal("Missing", nameof(Months));
        if (Months is < 1 or > OnboardingStep.MaxMonths)
            yield return new Refusal("OutOfRange", nameof(Months)).With("min", 1).With("max", OnboardingStep.MaxMonths);
        if (Position is < 1 or > OnboardingStep.MaxPosition)
            yield return new Refusal("OutOfRange", nameof(Position)).With("min", 1).With("max", OnboardingStep.MaxPosition);
        if (ActiveFrom < OnboardingStep.Earliest || ActiveFrom > OnboardingStep.Latest)
            yield return new Refusal("OutOfRange", nameof(ActiveFrom)).With("min", OnboardingStep.Earliest).With("max", OnboardingStep.Latest);
        // A text is accepted by who is bound by it, and staff confirm what nobody hands in.
        if (Doer == StepDoer.Staff ? Wanted.HasFlag(EvidenceParts.Acceptance) : Wanted == EvidenceParts.None)
            yield return new Refusal("EvidenceUnfit", nameof(Wanted));
        if (Doer == StepDoer.Person && !PerPerson) yield return new Refusal("DoerUnfit", nameof(Doer));
    }
}

/// <summary>
/// Something that must be done before one may book: defined by staff, asked of some kinds of membership from a day on. Never
/// deleted, only retired: what was accepted under it stays readable.
/// </summary>
public sealed class OnboardingStep
{
    public const int NameMaxLength = 120;
    public const int InstructionsMaxLength = 1000;
    public const int MaxMonths = 120;
    public const int MaxPosition = 99;
    public static readonly DateOnly Earliest = new(2000, 1, 1);
    public static readonly DateOnly Latest = new(2100, 1, 1);

    private OnboardingStep() { }

    public long Id { get; private set; }

    /// <summary>Links carry it.</summary>
    public Guid Reference { get; private set; }

    public StepKind Kind { get; private set; }

    public string NameHu { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public string? InstructionsHu { get; private set; }

    public string? InstructionsEn { get; private set; }

    public MembershipKinds AppliesTo { get; private set; }

    public bool PerPerson { get; private set; }

    public StepDoer Doer { get; private set; }

    public EvidenceParts Wanted { get; private set; }

    public StepValidity Validity { get; private set; }

    public int? Months { get; private set; }

    public StepBlocks Blocks { get; private set; }

    public bool StaffMayOverride { get; private set; }

    public int Position { get; private set; }

    /// <summary>First local day on which it is asked for.</summary>
    public DateOnly ActiveFrom { get; private set; }

    /// <summary>First local day on which it is asked for no more.</summary>
    public DateOnly? RetiredFrom { get; private set; }

    public Guid Version { get; private set; }

    public LocalName Name => new(NameHu, NameEn);

    public string? Instructions(string language) => language == "hu" ? InstructionsHu : InstructionsEn;

    /// <summary>Its text is accepted with a typed name.</summary>
    public bool HasText => Wanted.HasFlag(EvidenceParts.Acceptance);

    public static OnboardingStep Create(StepDetails details)
    {
        var step = new OnboardingStep { Reference = Guid.NewGuid() };
        step.Describe(details);
        return step;
    }

    public void Describe(StepDetails details)
    {
        if (details.Problems().FirstOrDefault() is { } problem) throw new ArgumentException(problem.Code, nameof(details));
        Kind = details.Kind;
        (NameHu, NameEn) = (details.NameHu.Trim(), details.NameEn.Trim());
        (InstructionsHu, InstructionsEn) = (Clean(details.InstructionsHu), Clean(details.InstructionsEn));
        AppliesTo = details.AppliesTo;
        PerPerson = details.PerPerson;
        Doer = details.Doer;
        Wanted = details.Wanted;
        Validity = details.Validity;
        Months = details.Validity == StepValidity.Months ? details.Months : null;
        Blocks = details.Blocks;
        StaffMayOverride = details.StaffMayOverride;
        Position = details.Position;
        ActiveFrom = details.ActiveFrom;
    }

    public void Retire(DateOnly from) => RetiredFrom = from;

    public void TakeUpAgain() => RetiredFrom = null;

    public bool CountsOn(DateOnly day) => ActiveFrom <= day && (RetiredFrom is null || day < RetiredFrom);

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
