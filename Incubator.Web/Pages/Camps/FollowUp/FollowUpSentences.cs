namespace Incubator.Web.Pages.Camps.FollowUp;

/// <summary>What the follow-up of a challenge is refused for, by code.</summary>
public static class FollowUpSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["CampNotBegun"] = "The camp has not begun; what comes of it is told later.",
        ["FollowUpInFuture"] = "This day is still to come.",
        ["FollowUpBeforeCamp"] = "This day is before the camp began ({from}).",
        ["PrototypeNotBooked"] = "This reservation was cancelled or did not take place.",
        ["PrototypesTooMany"] = "At most {max} reservations belong to one idea.",
        ["CampCheckNotYet"] = "It can be answered from {from} on.",
    };
}
