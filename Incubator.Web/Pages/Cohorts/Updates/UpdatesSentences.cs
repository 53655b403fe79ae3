namespace Incubator.Web.Pages.Cohorts.Updates;

/// <summary>What updates and follow-ups are refused for, by code.</summary>
public static class UpdatesSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["TwoDecimalsAtMost"] = "Give at most two decimals.",
        ["MoreThanAllJobs"] = "This cannot be more than all jobs ({jobs}).",
    };
}
