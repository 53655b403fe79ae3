namespace Incubator.Web.Pages.Camps.Jury;

/// <summary>What the jury's desks refuse, by code.</summary>
public static class JurySentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["JuryClosed"] = "The scoring is closed; no score changes any more.",
        ["JuryStillOpen"] = "The scoring is still open.",
        ["JuryNotOpen"] = "The jury scores while the camp runs, and after it until the chair closes the scoring.",
        ["JuryCriteriaMissing"] = "This camp has no criteria yet; the staff write them first.",
        ["JuryCriteriaThere"] = "This camp has criteria already.",
        ["JuryCriteriaFull"] = "A camp has at most {max} criteria.",
        ["JuryCriteriaInUse"] = "Somebody has scored already: the criteria stay as they are.",
        ["JuryAspectTaken"] = "Another criterion of this camp counts for that already.",
        ["JurorHelpedTeam"] = "You guided or advised this team; others judge it.",
        ["JurorOfChallengeOwner"] = "You belong to the company that brought this team’s challenge; others judge it.",
        ["JurorInTeam"] = "You work in this team; others judge it.",
        ["JurorRecused"] = "You keep off this team, as you said.",
        ["NothingScored"] = "No team has been scored completely by anybody yet.",
        ["JuryScoresMissing"] = "Scores are missing: {count} sheets are not complete. Say that you have seen it, and they are left out.",
        ["ResultPublic"] = "The result is public. It must be withdrawn first.",
        ["TieOrderUnclear"] = "Give each team a place of its own, from 1 on.",
        ["TieUndecided"] = "Teams share a place that the chair has not decided yet.",
    };
}
