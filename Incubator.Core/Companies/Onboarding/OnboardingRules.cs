using Incubator.Core.Common;

namespace Incubator.Core.Companies;

/// <summary>How a step stands on a day.</summary>
public enum StepState
{
    NotStarted = 0,
    Submitted = 1,
    Accepted = 2,
    Refused = 3,
    Expired = 4,
    Revoked = 5,

    /// <summary>Accepted, but it counts from a later day on.</summary>
    NotYetValid = 6,
}

/// <param name="Record">What the state comes from; null: nothing was handed in.</param>
/// <param name="Waiting">Handed in later and not yet decided: a renewal.</param>
public sealed record StepStanding(OnboardingStep Step, long? PersonId, StepState State, StepRecord? Record, StepRecord? Waiting)
{
    public bool IsDone => State == StepState.Accepted;
}

/// <summary>All that the gate looks at of one company.</summary>
public sealed record OnboardingFacts(
    IReadOnlyList<OnboardingStep> Steps, IReadOnlyList<StepRecord> Records, IReadOnlyList<Membership> Memberships)
{
    public static readonly OnboardingFacts None = new([], [], []);
}

/// <summary>The codes with which the gate refuses, as past facts; the facts each sentence may use are named beside them.</summary>
public static class OnboardingRefusals
{
    /// <summary>step</summary>
    public const string OnboardingIncomplete = nameof(OnboardingIncomplete);

    /// <summary>step</summary>
    public const string StepAwaitsDecision = nameof(StepAwaitsDecision);

    /// <summary>step, reason</summary>
    public const string StepRefused = nameof(StepRefused);

    /// <summary>step, reason</summary>
    public const string StepRevoked = nameof(StepRevoked);

    /// <summary>step, until, day</summary>
    public const string StepExpired = nameof(StepExpired);

    /// <summary>step, from, day</summary>
    public const string StepNotYetValid = nameof(StepNotYetValid);

    /// <summary>step, day: research may be booked</summary>
    public const string SaleNotCovered = nameof(SaleNotCovered);

    /// <summary>until, day</summary>
    public const string MembershipEnded = nameof(MembershipEnded);

    /// <summary>from, day</summary>
    public const string MembershipNotBegun = nameof(MembershipNotBegun);

    /// <summary>What only the gate says: the page shows the way to the steps beside it.</summary>
    public static readonly IReadOnlySet<string> OfTheGate = new HashSet<string>
    {
        OnboardingIncomplete, StepAwaitsDecision, StepRefused, StepRevoked, StepExpired, StepNotYetValid, SaleNotCovered,
        MembershipEnded, MembershipNotBegun,
    };
}

/// <summary>
/// What the state of the onboarding lets be booked, and how each step stands. Pure. Validity is judged at the booked days, not
/// today; where nothing is asked for (no steps, no membership rows), nothing is refused.
/// </summary>
public static class OnboardingRules
{
    /// <summary>
    /// What stands in the way of a booking on these local days: each membership gap and each step once, for the first day it
    /// fails. Steps of kinds count for the memberships that cover the day; a company without membership rows is asked for the
    /// general steps only.
    /// </summary>
    /// <param name="personId">The person booked for; null: the company as such, whose own steps alone are asked for.</param>
    public static IReadOnlyList<Refusal> Gate(OnboardingFacts facts, long? personId, IEnumerable<DateOnly> days, LotUse use)
    {
        if (facts.Steps.Count == 0 && facts.Memberships.Count == 0) return [];
        var refusals = new List<Refusal>();
        var said = new HashSet<long>();
        var gap = false;
        foreach (var day in days)
        {
            if (!gap && MembershipGap(facts.Memberships, day) is { } uncovered)
            {
                refusals.Add(uncovered);
                gap = true;
            }

            foreach (var step in AskedOn(facts, day))
            {
                if (said.Contains(step.Id) || (step.PerPerson && personId is null)) continue;
                if (step.Blocks == StepBlocks.CommercialUse && use == LotUse.ResearchOnly) continue;
                var standing = StandingOn(step, facts.Records, step.PerPerson ? personId : null, day);
                if (Refuse(standing, day) is not { } refusal) continue;
                refusals.Add(refusal);
                said.Add(step.Id);
            }
        }

        return refusals;
    }

    /// <summary>The local days that the slot touches.</summary>
    public static IEnumerable<DateOnly> DaysOf(TimeSlot slot)
    {
        var last = LabTime.DateOf(slot.End.AddTicks(-1));
        for (var day = LabTime.DateOf(slot.Start); day <= last; day = day.AddDays(1)) yield return day;
    }

    /// <summary>The steps asked for on a day, in their order.</summary>
    public static IEnumerable<OnboardingStep> AskedOn(OnboardingFacts facts, DateOnly day)
    {
        var kinds = facts.Memberships.Where(m => m.Covers(day)).Aggregate(MembershipKinds.Everyone, (sum, m) => sum | Of(m.Kind));
        return facts.Steps
            .Where(s => s.CountsOn(day) && (s.AppliesTo == MembershipKinds.Everyone || (s.AppliesTo & kinds) != 0))
            .OrderBy(s => s.Position).ThenBy(s => s.Id);
    }

    /// <summary>How the step stands on the day for the company, or for its person.</summary>
    public static StepStanding StandingOn(OnboardingStep step, IEnumerable<StepRecord> records, long? personId, DateOnly day)
    {
        var own = records.Where(r => r.StepId == step.Id && r.PersonId == personId && r.State != RecordState.Replaced).OrderBy(r => r.Id).ToList();
        // Of several that cover the day the one that covers it longest; a number counts more than the word that nothing is sold.
        var covering = own.Where(r => r.Covers(day)).OrderBy(r => r.NotForSale).ThenByDescending(r => r.ValidUntil ?? DateOnly.MaxValue).FirstOrDefault();
        var latest = own.LastOrDefault();
        var waiting = latest is { State: RecordState.Submitted } ? latest : null;
        if (covering is not null) return new(step, personId, StepState.Accepted, covering, waiting);
        if (latest is null) return new(step, personId, StepState.NotStarted, null, null);
        var state = latest.State switch
        {
            RecordState.Submitted => StepState.Submitted,
            RecordState.Refused => StepState.Refused,
            RecordState.Revoked => StepState.Revoked,
            _ => latest.ValidUntil < day ? StepState.Expired : StepState.NotYetValid,
        };
        return new(step, personId, state, latest, waiting);
    }

    /// <summary>Until when an evidence counts that is accepted on this day: the step's rule, and the day from which its text asks anew.</summary>
    public static DateOnly? ValidUntil(OnboardingStep step, DateOnly acceptedOn, DateOnly? given, DateOnly? asksAnewFrom = null)
    {
        var until = step.Validity switch
        {
            StepValidity.Months => acceptedOn.AddMonths(step.Months!.Value).AddDays(-1),
            StepValidity.UntilGiven or StepValidity.UntilGivenIfAny => given,
            _ => null,
        };
        return asksAnewFrom?.AddDays(-1) is { } last && (until is null || last < until) ? last : until;
    }

    /// <summary>What an evidence lacks of what the step wants; none means that it may be submitted.</summary>
    public static IEnumerable<Refusal> Problems(OnboardingStep step, EvidenceGiven given, bool hasFile, DateOnly today)
    {
        foreach (var (text, max, field) in new[]
        {
            (given.Number, StepRecord.NumberMaxLength, nameof(given.Number)),
            (given.Scope, StepRecord.ScopeMaxLength, nameof(given.Scope)),
            (given.DocumentVersion, StepRecord.DocumentVersionMaxLength, nameof(given.DocumentVersion)),
        })
            if (TextRules.Problem(text, max, field) is { } problem) yield return problem;
        if (given.NotForSale)
        {
            if (step.Kind != StepKind.FoodRegistration) yield return new Refusal("NotSaleDeclared", nameof(given.NotForSale));
            yield break;
        }

        if (step.Wanted.HasFlag(EvidenceParts.File) && !hasFile) yield return new Refusal("FileMissing", "File");
        if (step.Wanted.HasFlag(EvidenceParts.Number) && string.IsNullOrWhiteSpace(given.Number)) yield return new Refusal("Missing", nameof(given.Number));
        if (step.Wanted.HasFlag(EvidenceParts.DocumentVersion) && string.IsNullOrWhiteSpace(given.DocumentVersion))
            yield return new Refusal("Missing", nameof(given.DocumentVersion));
        if (step.Validity == StepValidity.UntilGiven && given.ValidUntil is null) yield return new Refusal("Missing", nameof(given.ValidUntil));
        if (given.ValidUntil < today) yield return new Refusal("ValidityOver", nameof(given.ValidUntil));
        if (given.ValidUntil < given.ValidFrom) yield return new Refusal("ValidityOrder", nameof(given.ValidUntil));
        foreach (var (day, field) in new[] { (given.ValidFrom, nameof(given.ValidFrom)), (given.ValidUntil, nameof(given.ValidUntil)) })
            if (day < OnboardingStep.Earliest || day > OnboardingStep.Latest)
                yield return new Refusal("OutOfRange", field).With("min", OnboardingStep.Earliest).With("max", OnboardingStep.Latest);
    }

    public static MembershipKinds Of(MembershipKind kind) => kind switch
    {
        MembershipKind.Member => MembershipKinds.Member,
        MembershipKind.Cohort => MembershipKinds.Cohort,
        MembershipKind.SingleUse => MembershipKinds.SingleUse,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    // Not a matter of safety: staff may go past it with a reason, and usually lengthen the membership instead.
    private static Refusal? MembershipGap(IReadOnlyList<Membership> memberships, DateOnly day)
    {
        if (memberships.Count == 0 || memberships.Any(m => m.Covers(day))) return null;
        var ended = memberships.Where(m => m.Until < day).Select(m => m.Until).Max();
        return ended is { } until
            ? new Refusal(OnboardingRefusals.MembershipEnded) { Overridable = true }.With("until", until).With("day", day)
            : new Refusal(OnboardingRefusals.MembershipNotBegun) { Overridable = true }.With("from", memberships.Min(m => m.From)).With("day", day);
    }

    private static Refusal? Refuse(StepStanding standing, DateOnly day)
    {
        var (step, record) = (standing.Step, standing.Record);
        var forSale = step.Blocks == StepBlocks.CommercialUse;
        // Who declared that nothing is sold has done the step, and still sells nothing.
        if (standing.IsDone && !(forSale && record!.NotForSale)) return null;
        var refusal = forSale
            ? new Refusal(OnboardingRefusals.SaleNotCovered, "LotUse").With("day", day)
            : standing.State switch
            {
                StepState.Submitted => new Refusal(OnboardingRefusals.StepAwaitsDecision),
                StepState.Refused => new Refusal(OnboardingRefusals.StepRefused).With("reason", record!.Reason!),
                StepState.Revoked => new Refusal(OnboardingRefusals.StepRevoked).With("reason", record!.Reason!),
                StepState.Expired => new Refusal(OnboardingRefusals.StepExpired).With("until", record!.ValidUntil!.Value).With("day", day),
                StepState.NotYetValid => new Refusal(OnboardingRefusals.StepNotYetValid).With("from", record!.ValidFrom!.Value).With("day", day),
                _ => new Refusal(OnboardingRefusals.OnboardingIncomplete),
            };
        return refusal.With("step", step.Name) with { Overridable = step.StaffMayOverride };
    }
}
