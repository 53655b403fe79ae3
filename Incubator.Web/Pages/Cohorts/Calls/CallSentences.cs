namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>What the desk of calls refuses, by code.</summary>
public static class CallSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["ClosesBeforeItOpens"] = "The call must close after it opens.",
        ["DivisionsInvalid"] = "Write NACE divisions as two digits each, apart by commas, such as 10, 11.",
        ["LeastAboveMost"] = "The most must not be less than the least.",
        ["ChoicesMiscounted"] = "Give {min} to {max} choices, one in a line.",
        ["ChoiceInOneLanguageOnly"] = "Give every choice in both languages: as many lines in one as in the other.",
        ["AnchorsMiscounted"] = "Say what each score from 0 to 5 means.",
    };
}
