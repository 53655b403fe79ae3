namespace Incubator.Core.Cohorts;

public enum MilestoneState
{
    Open = 0,
    Done = 1,
    Dropped = 2,
}

/// <summary>What a company means to reach by a day, towards a goal of its own; agreed between it and staff.</summary>
public sealed class Milestone
{
    public const int TextMaxLength = 300;
    public const int GoalMaxLength = Companies.CompanyGoal.WordsMaxLength;
    public const int EvidenceMaxLength = 2000;
    public const int ReasonMaxLength = 500;

    private readonly List<MilestoneSlip> slips = [];

    private Milestone() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long MemberId { get; private set; }

    /// <summary>What is reached; both sides agree to these words.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The company's goal that it serves, where it is one of its register.</summary>
    public long? GoalId { get; private set; }

    /// <summary>That goal in the words that were agreed to.</summary>
    public string Goal { get; private set; } = "";

    /// <summary>Local day.</summary>
    public DateOnly DueOn { get; private set; }

    public MilestoneState State { get; private set; }

    /// <summary>Local day on which work on it began.</summary>
    public DateOnly? BegunOn { get; private set; }

    public long? AgreedByStaffId { get; private set; }

    public DateTimeOffset? AgreedByStaffAt { get; private set; }

    public long? AgreedByCompanyId { get; private set; }

    public DateTimeOffset? AgreedByCompanyAt { get; private set; }

    /// <summary>Local day.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>What shows that it is done; files may lie beside it.</summary>
    public string? Evidence { get; private set; }

    /// <summary>Why it was dropped.</summary>
    public string? DropReason { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>How its day was put off.</summary>
    public IReadOnlyList<MilestoneSlip> Slips => slips;

    public bool IsAgreed => AgreedByStaffAt is not null && AgreedByCompanyAt is not null;

    public static Milestone Create(long memberId, string text, string goal, DateOnly dueOn, long? goalId = null) => new()
    {
        Reference = Guid.NewGuid(),
        MemberId = memberId,
        Text = text,
        Goal = goal,
        GoalId = goalId,
        DueOn = dueOn,
    };

    /// <summary>Other words or another day are not what was agreed to.</summary>
    public void Describe(string text, string goal, DateOnly dueOn, long? goalId = null)
    {
        Require(MilestoneState.Open);
        if (text == Text && goal == Goal && dueOn == DueOn && goalId == GoalId) return;
        (Text, Goal, GoalId, DueOn) = (text, goal, goalId, dueOn);
        (AgreedByStaffId, AgreedByStaffAt, AgreedByCompanyId, AgreedByCompanyAt) = (null, null, null, null);
    }

    public void Agree(bool asStaff, long? personId, DateTimeOffset now)
    {
        if (asStaff) (AgreedByStaffId, AgreedByStaffAt) = (personId, now);
        else (AgreedByCompanyId, AgreedByCompanyAt) = (personId, now);
    }

    public void Begin(DateOnly on)
    {
        Require(MilestoneState.Open);
        BegunOn ??= on;
    }

    public void Finish(DateOnly on, string? evidence)
    {
        Require(MilestoneState.Open);
        (State, DoneOn, Evidence) = (MilestoneState.Done, on, evidence);
        BegunOn ??= on;
    }

    public void Drop(string reason)
    {
        Require(MilestoneState.Open);
        (State, DropReason) = (MilestoneState.Dropped, reason);
    }

    /// <summary>Was closed by mistake.</summary>
    public void Reopen() => (State, DoneOn, Evidence, DropReason) = (MilestoneState.Open, null, null, null);

    /// <summary>Puts the day off; the old one is kept.</summary>
    public void Slip(DateOnly dueOn, string reason, long? personId, DateTimeOffset now)
    {
        Require(MilestoneState.Open);
        slips.Add(MilestoneSlip.Create(DueOn, dueOn, reason, personId, now));
        DueOn = dueOn;
    }

    private void Require(MilestoneState state)
    {
        if (State != state) throw new InvalidOperationException($"The milestone is {State}.");
    }
}

/// <summary>Once that a milestone's day was put off.</summary>
public sealed class MilestoneSlip
{
    private MilestoneSlip() { }

    public long Id { get; private set; }

    public long MilestoneId { get; private set; }

    /// <summary>Local day.</summary>
    public DateOnly WasDueOn { get; private set; }

    /// <summary>Local day.</summary>
    public DateOnly DueOn { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public long? PersonId { get; private set; }

    internal static MilestoneSlip Create(DateOnly wasDueOn, DateOnly dueOn, string reason, long? personId, DateTimeOffset now) =>
        new() { WasDueOn = wasDueOn, DueOn = dueOn, Reason = reason, PersonId = personId, At = now };
}
