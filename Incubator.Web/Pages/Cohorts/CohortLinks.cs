using System.Globalization;
using Incubator.Core.Cohorts;

namespace Incubator.Web.Pages.Cohorts;

/// <summary>The addresses of the pages of cohorts, mentors and updates.</summary>
public static class CohortLinks
{
    public const string All = "/cohorts";
    public const string NewProgramme = "/cohorts/programmes";
    public const string Reports = "/cohorts/updates";
    public const string Mentoring = "/cohorts/mentoring";
    public const string Own = "/my-company/cohort";
    public const string Mentors = "/mentors";
    public const string MyHours = "/mentoring";
    public const string Profile = "/mentoring/profile";

    public static string Programme(Guid reference) => $"/cohorts/programmes/{reference}";

    public static string NewCohort(Guid programme) => $"/cohorts/edit?programme={programme}";

    public static string Board(Guid reference) => $"/cohorts/{reference}";

    public static string EditCohort(Guid reference) => $"/cohorts/edit/{reference}";

    public static string Figures(Guid reference) => $"/cohorts/{reference}/figures";

    public static string Join(Guid reference) => $"/cohorts/{reference}/join";

    public static string Member(Guid reference) => $"/cohorts/members/{reference}";

    public static string PlanMilestone(Guid member) => $"/cohorts/milestones/plan?member={member}";

    public static string Milestone(Guid reference) => $"/cohorts/milestones/{reference}";

    public static string EditMilestone(Guid reference) => $"/cohorts/milestones/plan/{reference}";

    public static string File(Guid reference) => $"/cohorts/milestones/file/{reference}";

    public static string Update(Guid member, CalendarQuarter quarter) => $"/cohorts/members/{member}/updates/{quarter}";

    public static string FollowUp(Guid reference) => $"/cohorts/follow-ups/{reference}";

    public static string Mentor(Guid reference) => $"/mentors/{reference}";

    public static string Session(Guid reference) => $"/mentors/sessions/{reference}";

    public static string Hours(Guid mentor) => $"{MyHours}?mentor={mentor}";

    public static string ProfileOf(long person) => string.Create(CultureInfo.InvariantCulture, $"{Profile}?person={person}");
}
