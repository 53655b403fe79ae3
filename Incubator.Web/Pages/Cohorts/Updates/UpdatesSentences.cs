namespace Incubator.Web.Pages.Cohorts.Updates;

/// <summary>What updates and follow-ups are refused for, by code.</summary>
public static class UpdatesSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["TwoDecimalsAtMost"] = "Give at most two decimals.",
        ["MoreThanAllJobs"] = "This cannot be more than all jobs ({jobs}).",
        ["QuarterNotReported"] = "The company was not in a cohort in this quarter, or it has not begun.",
        ["QuarterNotOver"] = "The quarter is not over yet; the update can be sent from {last} on.",
        ["FollowUpNotYet"] = "It can be answered from {from} on.",
    };
}
