namespace Incubator.Core.Camps;

/// <summary>The soft rules of a camp, each with the weight of the problem; a weight of 0 leaves the rule out.</summary>
public static class CampSoftRules
{
    public const string RoomChanges = nameof(RoomChanges);
    public const string MentorMinutes = nameof(MentorMinutes);
    public const string IdleTime = nameof(IdleTime);
    public const string JuryOrder = nameof(JuryOrder);
    public const string Wishes = nameof(Wishes);

    public static IReadOnlyList<ISoftRule> Of(PlanIndex index)
    {
        var weights = index.Problem.Weights;
        var rules = new List<ISoftRule>();
        if (weights.RoomChange > 0) rules.Add(new FewRoomChanges(index, weights.RoomChange));
        if (weights.IdleTime > 0) rules.Add(new NoIdleTime(index, weights.IdleTime));
        if (weights.MentorMinutes > 0) rules.Add(new EqualMentorMinutes(index, weights.MentorMinutes));
        if (weights.JuryOrder > 0) rules.Add(new BalancedJuryOrder(index, weights.JuryOrder));
        if (weights.Wish > 0) rules.Add(new KeptWishes(index, weights.Wish));
        return rules;
    }

    /// <summary>Numbers of the activities that a team takes part in.</summary>
    internal static int[] NumbersOf(PlanIndex index, Func<PlanActivity, bool> wanted) =>
        [.. index.Problem.Activities.Select((a, i) => (a, i)).Where(x => wanted(x.a)).Select(x => x.i)];
}
