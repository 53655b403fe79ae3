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
        ["CampDeadlineAfterEnd"] = "This deadline must be before the camp is over.",
        ["CampStepUnknown"] = "From where it stands the camp cannot go there.",
        ["CampWithoutPlaces"] = "Give places to at least one kind of participants before you publish the camp.",
        ["CampOverAlready"] = "The camp's days have gone by: move them first.",
        ["CampDeadlinePassed"] = "The registration's deadline has passed: move it first.",
        ["CampInUse"] = "Somebody has registered or handed in a challenge: the camp stays public. Cancel it instead.",
        ["CampNotBegunYet"] = "It begins on {day}.",
        ["CampNotOverYet"] = "Its last day is {day}.",
        ["CampClosedAlready"] = "This camp is closed: it stays as it is.",
        ["CampFormatFixed"] = "The format of a public camp does not change any more.",
        ["CampBegunAlready"] = "The camp has begun: this day does not move any more.",
        ["CampReasonMissing"] = "Say why the dates, the place or the age limit change.",
        ["CampCancelReasonMissing"] = "Say why the camp is cancelled; everybody concerned reads it.",
        ["CampPlacesBelowTaken"] = "So many have a place or an offer already: {taken}.",
    };
}
