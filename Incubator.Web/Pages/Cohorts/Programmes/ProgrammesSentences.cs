namespace Incubator.Web.Pages.Cohorts.Programmes;

/// <summary>What the desks of cohorts and milestones say, by code.</summary>
public static class ProgrammesSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["CohortEndsBeforeStart"] = "A cohort ends on the day it starts or later.",
        ["CohortTooLong"] = "A cohort lasts at most {max} years.",
        ["CapacityBelowMembers"] = "There are {members} companies in it already.",
        ["CohortFull"] = "The cohort is full: at most {max} companies.",
        ["CohortOver"] = "The cohort ended on {ended}.",
        ["AlreadyInCohort"] = "This company is in the cohort already.",
        ["NotInCohortAnyMore"] = "This company is no longer active in the cohort.",
        ["MilestoneClosed"] = "This milestone is done or dropped already.",
        ["EvidenceMissing"] = "Say in words what shows it, or add a file.",
        ["NotLater"] = "Choose a day after {due}.",
        ["DayInPast"] = "This day is in the past.",
        ["DayInFuture"] = "This day is in the future.",
        ["EndOutsideMembership"] = "Choose a day from {from} until today.",
    };
}
