namespace Incubator.Core.Camps;

/// <summary>What is counted between one activity of a team and its next of the same day; one part per team.</summary>
internal abstract class TeamDayRule : ISoftRule
{
    private readonly PlanIndex index;
    private readonly int[][] activities;
    private readonly int[] sorted;

    protected TeamDayRule(PlanIndex index, int weight)
    {
        this.index = index;
        Weight = weight;
        activities = [.. index.Problem.Teams.Select(t => CampSoftRules.NumbersOf(index, a => a.Teams.Contains(t.Key)))];
        sorted = new int[activities.Select(a => a.Length).DefaultIfEmpty().Max()];
    }

    protected abstract string Code { get; }

    protected int Weight { get; }

    public int Parts => activities.Length;

    public IReadOnlyList<int> ActivitiesOf(int part) => activities[part];

    public int Cost(int part, PlanState state)
    {
        var count = state.InOrder(activities[part], sorted);
        var units = 0;
        for (var i = 1; i < count; i++)
            if (state.DayOf(sorted[i - 1]) == state.DayOf(sorted[i])) units += Units(sorted[i - 1], sorted[i], state);
        return units * Weight;
    }

    public IEnumerable<Penalty> Explain(int part, PlanState state)
    {
        var order = new int[activities[part].Length];
        var count = state.InOrder(activities[part], order);
        for (var i = 1; i < count; i++)
        {
            if (state.DayOf(order[i - 1]) != state.DayOf(order[i]) || Units(order[i - 1], order[i], state) is not (> 0 and var units)) continue;
            yield return new(Code, new(PlanThingKind.Team, index.Problem.Teams[part].Key), units * Weight, units)
            {
                Activities = [index.Problem.Activities[order[i - 1]].Key, index.Problem.Activities[order[i]].Key],
            };
        }
    }

    protected abstract int Units(int before, int after, PlanState state);
}

/// <summary>A team that goes to another room for its next activity; what has no room does not count.</summary>
internal sealed class FewRoomChanges(PlanIndex index, int weight) : TeamDayRule(index, weight)
{
    protected override string Code => CampSoftRules.RoomChanges;

    protected override int Units(int before, int after, PlanState state) =>
        state.RoomOf[before] != state.RoomOf[after] && state.RoomOf[before] >= 0 && state.RoomOf[after] >= 0 ? 1 : 0;
}

/// <summary>A team that waits for more than an hour; in begun quarter-hours beyond it.</summary>
internal sealed class NoIdleTime(PlanIndex index, int weight) : TeamDayRule(index, weight)
{
    private const int Quarter = 15;

    protected override string Code => CampSoftRules.IdleTime;

    protected override int Units(int before, int after, PlanState state)
    {
        var beyond = state.Starts[after] - state.EndOf(before) - PlanWeights.IdleMinutes;
        return beyond > 0 ? (beyond + Quarter - 1) / Quarter : 0;
    }
}
