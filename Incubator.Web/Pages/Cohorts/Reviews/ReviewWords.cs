using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>States, conflicts, decisions and ranks in the reader's words.</summary>
public static class ReviewWords
{
    public static string Of(ReviewState state, IStringLocalizer text) => state switch
    {
        ReviewState.Asked => text["not begun"],
        ReviewState.Draft => text["being written"],
        ReviewState.Submitted => text["submitted"],
        ReviewState.Recused => text["recused"],
        _ => text["taken off"],
    };

    public static string Of(ConflictKind kind, IStringLocalizer text) => kind switch
    {
        ConflictKind.Personal => text["Family or close personal ties"],
        ConflictKind.Financial => text["A share, a loan or another financial interest"],
        ConflictKind.Employment => text["I work or worked for the applicant"],
        ConflictKind.Competitor => text["I work for a competitor"],
        ConflictKind.Advice => text["I helped with this application or advise the applicant"],
        _ => text["Another reason"],
    };

    public static string Of(DecisionKind kind, IStringLocalizer text) => kind switch
    {
        DecisionKind.Admit => text["Admitted"],
        DecisionKind.Reserve => text["On the reserve list"],
        _ => text["Rejected"],
    };

    public static string Of(ApplicationState state, IStringLocalizer text) => state switch
    {
        ApplicationState.Admitted => text["Admitted"],
        ApplicationState.Reserve => text["On the reserve list"],
        ApplicationState.Rejected => text["Rejected"],
        ApplicationState.Withdrawn => text["Withdrawn"],
        _ => text["To decide"],
    };

    /// <summary>Why a line stands before the next; null where the mean says it already.</summary>
    public static string? Of(RankTable table, int at, IStringLocalizer text)
    {
        if (at + 1 >= table.Lines.Count || table.Lines[at].Standing.Ahead is not { } ahead) return null;
        var next = table.Lines[at + 1].Number;
        return ahead.Reason switch
        {
            AheadReason.Criterion => text["Before {0} because of the criterion “{1}”; the means are equal.", next,
                table.Criteria.First(c => c.Id == ahead.CriterionId).Name.In(LabFormat.Language)].Value,
            AheadReason.Earlier => text["Before {0} because it was submitted earlier; all means are equal.", next].Value,
            AheadReason.Number => text["Before {0} by its number only; all means are equal and both were submitted at the same moment.", next].Value,
            _ => null,
        };
    }

    public static string Shortage(AssignmentShortage shortage, string application, IStringLocalizer text)
    {
        var reasons = shortage.Barred.OrderBy(b => b.Key).Select(b => b.Key switch
        {
            AssignmentBar.Conflict => text["conflicts of interest: {0}", b.Value].Value,
            AssignmentBar.SameOrganisation => text["reviewers of the same organisation: {0}", b.Value].Value,
            _ => text["taken off before: {0}", b.Value].Value,
        }).ToList();
        return text["{0}, reviewers missing: {1} ({2}).", application, shortage.Missing, reasons.Count > 0 ? string.Join("; ", reasons) : text["too few reviewers are named"].Value];
    }

    /// <summary>Two decimals, always.</summary>
    public static string Mean(decimal? mean) => mean?.ToString("0.00", System.Globalization.CultureInfo.CurrentCulture) ?? "–";

    public static string Due(DateOnly day, DateOnly today, IStringLocalizer text) => (day.DayNumber - today.DayNumber) switch
    {
        < 0 => text["was due on {0}", LabFormat.LongDate(day)],
        0 => text["due today"],
        1 => text["due tomorrow"],
        var days => text["due on {0}, in {1} days", LabFormat.LongDate(day), days],
    };

    /// <summary>What the history calls each act.</summary>
    public static readonly IReadOnlyDictionary<string, string> Acts = new Dictionary<string, string>
    {
        ["Asked"] = "Review asked for",
        ["Cleared"] = "No conflict of interest declared",
        ["Recused"] = "Conflict of interest declared",
        ["Submitted"] = "Review submitted",
        ["Reopened"] = "Review given back",
        ["TakenOff"] = "Review taken off",
        ["DecidedAdmit"] = "Admitted",
        ["DecidedReserve"] = "On the reserve list",
        ["DecidedReject"] = "Rejected",
        ["DecidedAgainAdmit"] = "Decided anew: admitted",
        ["DecidedAgainReserve"] = "Decided anew: on the reserve list",
        ["DecidedAgainReject"] = "Decided anew: rejected",
    };
}
