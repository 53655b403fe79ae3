namespace Incubator.Web.Pages.Cohorts.Mentoring;

/// <summary>What the mentors' desk says, by code.</summary>
public static class MentoringSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["NotAMentor"] = "This person has not the role of a mentor.",
        ["NotInACohort"] = "Only companies that are active in a cohort book mentors' hours.",
        ["MentorHourTaken"] = "This hour was taken a moment ago. Choose another.",
        ["HourBooked"] = "This hour is booked. Cancel it first.",
        ["HoursOverlapped"] = "There are hours on offer from {start} to {end} already.",
        ["HoursBusyElsewhere"] = "Your own calendar says busy from {start} to {end}.",
        ["MentorBusyElsewhere"] = "The mentor is busy at this hour. Choose another.",
        ["HoursTooShort"] = "Not one session of {minutes} fits between these times.",
        ["SessionLengthInvalid"] = "A session lasts quarter-hours, at most {max} minutes.",
        ["PatternEndsBeforeStart"] = "The last day is before the first.",
        ["PatternTooLong"] = "Offer hours for at most one year ahead.",
        ["TooManyHours"] = "Offer at most {max} hours at once.",
        ["SessionBegun"] = "This hour has begun, is over or was cancelled; it can no longer be changed.",
        ["SessionNotBegun"] = "This can be recorded from {start} on.",
        ["SessionCancelled"] = "This hour was cancelled.",
    };
}
