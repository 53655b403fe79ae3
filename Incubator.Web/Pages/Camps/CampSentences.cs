namespace Incubator.Web.Pages.Camps;

/// <summary>What the desk of camps says, by code.</summary>
public static class CampSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["CampDayInvalid"] = "The camp's day ends after it starts, and within the same day.",
        ["CampLanguageMissing"] = "Choose at least one language.",
        ["CampEndsBeforeStart"] = "A camp ends on the day it starts or later.",
        ["CampLengthWrong"] = "A camp of this format lasts from {min} to {max} days.",
    };
}
