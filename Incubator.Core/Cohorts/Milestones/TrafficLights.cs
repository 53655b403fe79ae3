namespace Incubator.Core.Cohorts;

public enum LightColour
{
    Green = 0,
    Yellow = 1,
    Red = 2,
}

/// <summary>Why a light has its colour; the page says it in words.</summary>
public enum LightCause
{
    OnTrack = 0,
    Done = 1,

    /// <summary>Number: days.</summary>
    Late = 2,

    /// <summary>Number: days until due; not begun.</summary>
    DueSoonNotBegun = 3,

    /// <summary>Number: days until due, below 0 when past; one side has not agreed yet.</summary>
    NotAgreed = 4,

    /// <summary>Number: how often.</summary>
    PutOff = 5,

    /// <summary>The quarter is over and its update asked for.</summary>
    UpdateAsked = 6,
    UpdateMissing = 7,

    /// <summary>Number: days in the cohort without one.</summary>
    NoMilestones = 8,

    /// <summary>Number: steps that stand in the way of any booking.</summary>
    OnboardingMissing = 9,
}

/// <param name="What">The milestone meant, where a company's light tells of several.</param>
public sealed record LightReason(LightColour Colour, LightCause Cause, int Number = 0, CalendarQuarter? Quarter = null, string? What = null);

/// <summary>A colour with every reason behind it, the gravest first; the colour is that of the gravest.</summary>
public sealed record Light(LightColour Colour, IReadOnlyList<LightReason> Reasons)
{
    internal static Light Of(IEnumerable<LightReason> reasons)
    {
        var sorted = reasons.OrderByDescending(r => r.Colour).ThenByDescending(r => r.Cause == LightCause.Late ? r.Number : 0).ToList();
        return new Light(sorted[0].Colour, sorted);
    }
}

/// <summary>What a milestone's light is judged by.</summary>
public sealed record MilestoneFacts(MilestoneState State, DateOnly DueOn, DateOnly? BegunOn, bool IsAgreed, int Slips, string? What = null)
{
    public static MilestoneFacts Of(Milestone milestone) =>
        new(milestone.State, milestone.DueOn, milestone.BegunOn, milestone.IsAgreed, milestone.Slips.Count, milestone.Text);
}

/// <summary>
/// The rules of the traffic lights. Waiting never improves an open milestone's colour. Thresholds are the lab's own (no law).
/// </summary>
public static class TrafficLights
{
    /// <summary>Late by more days than this is red, else yellow.</summary>
    public const int LateDaysBeforeRed = 7;

    public const int SoonDays = 14;

    /// <summary>So many days before it is due both sides should have agreed.</summary>
    public const int AgreedDaysAhead = 30;

    /// <summary>Put off as often as this is yellow.</summary>
    public const int SlipsBeforeYellow = 2;

    /// <summary>So long may a company be in a cohort without a milestone.</summary>
    public const int DaysWithoutMilestones = 30;

    /// <summary>Null for a dropped milestone: it has no light.</summary>
    public static Light? Of(MilestoneFacts milestone, DateOnly today)
    {
        if (milestone.State == MilestoneState.Dropped) return null;
        if (milestone.State == MilestoneState.Done) return Light.Of([new LightReason(LightColour.Green, LightCause.Done, What: milestone.What)]);
        var concerns = Concerns(milestone, milestone.DueOn.DayNumber - today.DayNumber).ToList();
        return Light.Of(concerns.Count > 0 ? concerns : [new LightReason(LightColour.Green, LightCause.OnTrack, What: milestone.What)]);
    }

    /// <summary>The light of a company in a cohort: whatever concerns its milestones and its updates.</summary>
    /// <param name="from">Its first day in the cohort.</param>
    /// <param name="missing">Quarters it owes an update of.</param>
    /// <param name="stepsMissing">What the onboarding's gate misses today.</param>
    public static Light Of(
        IReadOnlyCollection<MilestoneFacts> milestones, IEnumerable<CalendarQuarter> missing, int stepsMissing, DateOnly from, DateOnly today)
    {
        var concerns = milestones.Select(m => Of(m, today)).OfType<Light>().SelectMany(l => l.Reasons).Where(r => r.Colour != LightColour.Green).ToList();
        foreach (var quarter in missing)
        {
            if (UpdateRules.IsOverdue(quarter, today)) concerns.Add(new LightReason(LightColour.Red, LightCause.UpdateMissing, Quarter: quarter));
            else if (UpdateRules.IsAsked(quarter, today)) concerns.Add(new LightReason(LightColour.Yellow, LightCause.UpdateAsked, Quarter: quarter));
        }

        if (stepsMissing > 0) concerns.Add(new LightReason(LightColour.Yellow, LightCause.OnboardingMissing, stepsMissing));
        var days = today.DayNumber - from.DayNumber;
        if (days > DaysWithoutMilestones && milestones.All(m => m.State == MilestoneState.Dropped))
            concerns.Add(new LightReason(LightColour.Yellow, LightCause.NoMilestones, days));
        return Light.Of(concerns.Count > 0 ? concerns : [new LightReason(LightColour.Green, LightCause.OnTrack)]);
    }

    private static IEnumerable<LightReason> Concerns(MilestoneFacts milestone, int daysLeft)
    {
        if (daysLeft < 0)
            yield return new LightReason(-daysLeft > LateDaysBeforeRed ? LightColour.Red : LightColour.Yellow, LightCause.Late, -daysLeft, What: milestone.What);
        else if (daysLeft <= SoonDays && milestone.BegunOn is null)
            yield return new LightReason(LightColour.Yellow, LightCause.DueSoonNotBegun, daysLeft, What: milestone.What);
        if (!milestone.IsAgreed && daysLeft <= AgreedDaysAhead)
            yield return new LightReason(LightColour.Yellow, LightCause.NotAgreed, daysLeft, What: milestone.What);
        if (milestone.Slips >= SlipsBeforeYellow)
            yield return new LightReason(LightColour.Yellow, LightCause.PutOff, milestone.Slips, What: milestone.What);
    }
}
