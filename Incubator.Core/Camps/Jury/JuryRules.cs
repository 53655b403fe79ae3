namespace Incubator.Core.Camps;

/// <summary>Why a juror keeps off a team.</summary>
public enum JuryBar
{
    None = 0,

    /// <summary>Guided or advised the team, or refined its challenge.</summary>
    Mentored = 1,

    /// <summary>Belongs to the company whose challenge the team took.</summary>
    OwnCompany = 2,

    /// <summary>Works in the team.</summary>
    InTeam = 3,

    /// <summary>Said so themselves.</summary>
    Recused = 4,
}

/// <summary>What is known of a juror.</summary>
public sealed record JurorFacts(long JurorId, long PersonId, IReadOnlySet<long> CompanyIds);

/// <summary>What is known of a team: whose challenge it is, who helped, who is in it (by the numbers of their accounts).</summary>
public sealed record TeamFacts(long TeamId, long? CompanyId, IReadOnlySet<long> Helpers, IReadOnlySet<long> Members);

/// <summary>Who may judge whom.</summary>
public static class JuryRules
{
    public static JuryBar BarOf(JurorFacts juror, TeamFacts team, bool isRecused) =>
        isRecused ? JuryBar.Recused
        : team.Members.Contains(juror.PersonId) ? JuryBar.InTeam
        : team.Helpers.Contains(juror.PersonId) ? JuryBar.Mentored
        : team.CompanyId is { } company && juror.CompanyIds.Contains(company) ? JuryBar.OwnCompany
        : JuryBar.None;

    /// <summary>Scores are taken while the camp runs, and after it until the chair closes the scoring.</summary>
    public static bool TakesScores(CampStatus status) => status is CampStatus.Running or CampStatus.FollowUp;

    /// <summary>The order of a tie tells all its teams apart: each place from 1 once.</summary>
    public static bool IsOrder(IReadOnlyCollection<int> places) => places.Order().SequenceEqual(Enumerable.Range(1, places.Count));
}
