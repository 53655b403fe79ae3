using Incubator.Core.Camps;
using Incubator.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Jury;

/// <summary>Bars, ties and acts in the reader's words.</summary>
public static class JuryWords
{
    public static string Of(JuryAspect aspect, IStringLocalizer text) => aspect switch
    {
        JuryAspect.FoodSafety => text["Food safety: the first to break a tie"],
        JuryAspect.Repeatability => text["Repeatability: the second to break a tie"],
        _ => text["Its weight only"],
    };

    public static string Of(JuryBar bar, IStringLocalizer text) => bar switch
    {
        JuryBar.Mentored => text["helped the team"],
        JuryBar.OwnCompany => text["own company’s challenge"],
        JuryBar.InTeam => text["works in the team"],
        JuryBar.Recused => text["recused"],
        _ => "",
    };

    /// <summary>What a juror reads whom the rules keep off a team: what the desk would answer. Null for others.</summary>
    public static string? Barred(JuryBar bar) => bar switch
    {
        JuryBar.Mentored => JurySentences.Refusals["JurorHelpedTeam"],
        JuryBar.OwnCompany => JurySentences.Refusals["JurorOfChallengeOwner"],
        JuryBar.InTeam => JurySentences.Refusals["JurorInTeam"],
        _ => null,
    };

    /// <summary>Why a line stands before the next, which is named; null where the score says it already.</summary>
    public static string? Of(JuryTable table, int at, IStringLocalizer text)
    {
        if (at + 1 >= table.Standings.Count) return null;
        var next = table.TeamOf(table.Standings[at + 1].TeamId).Name;
        return table.Standings[at].Ahead switch
        {
            TieBreak.FoodSafety => text["Before {0} by the higher mean on food safety; the scores are equal.", next].Value,
            TieBreak.Repeatability => text["Before {0} by the higher mean on repeatability; scores and food safety are equal.", next].Value,
            TieBreak.FirstPlaces => text["Before {0} by more first places; all means that count before it are equal.", next].Value,
            TieBreak.Chair => text["Before {0} by the chair’s decision; all that is counted is equal.", next].Value,
            TieBreak.Undecided => text["Shares its place with {0}; the chair has not decided yet.", next].Value,
            _ => null,
        };
    }

    /// <summary>Two decimals, always.</summary>
    public static string Mean(decimal? mean) => mean?.ToString("0.00", System.Globalization.CultureInfo.CurrentCulture) ?? "–";

    /// <summary>What the history calls each act.</summary>
    public static readonly IReadOnlyDictionary<string, string> Acts = new Dictionary<string, string>
    {
        ["Closed"] = "Scoring closed",
        ["Reopened"] = "Scoring opened again",
        ["TieDecided"] = "Tie decided",
        ["Published"] = "Result published",
        ["Withdrawn"] = "Result withdrawn",
        ["Recused"] = "Juror recused",
    };

    public static string Share(JuryTable table, TableCriterion criterion) =>
        LabFormat.Number(Math.Round(100m * criterion.Weight / Math.Max(1, table.Criteria.Sum(c => c.Weight)), 1)) + " %";
}
