namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>What the desk of applications refuses, by code.</summary>
public static class ApplicationSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
    };
}
