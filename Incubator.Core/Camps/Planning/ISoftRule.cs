namespace Incubator.Core.Camps;

/// <summary>
/// A rule that charges instead of forbidding. It is cut into parts that are judged by themselves (one per team, one per
/// course …), so that the search counts again only what a move touches. Not for use by two threads at a time.
/// </summary>
public interface ISoftRule
{
    int Parts { get; }

    /// <summary>Numbers of all activities whose place the part's cost depends on.</summary>
    IReadOnlyList<int> ActivitiesOf(int part);

    /// <summary>The weighted charge, not below zero.</summary>
    int Cost(int part, PlanState state);

    /// <summary>The same charge in parts that a page can put into words; their amounts add up to the cost.</summary>
    IEnumerable<Penalty> Explain(int part, PlanState state);
}
