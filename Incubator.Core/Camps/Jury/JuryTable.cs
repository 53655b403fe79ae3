using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>The whole of a camp's judging at one instant: criteria, teams, who scored whom, the order. People stand in it by number.</summary>
public sealed record JuryTable
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required LocalName Camp { get; init; }

    /// <summary>In their order.</summary>
    public required IReadOnlyList<TableCriterion> Criteria { get; init; }

    /// <summary>Numbers of <see cref="CrewMember"/>s, the chair first.</summary>
    public required IReadOnlyList<long> Jurors { get; init; }

    public required IReadOnlyList<TableTeam> Teams { get; init; }

    /// <summary>One for each team and juror.</summary>
    public required IReadOnlyList<TableCell> Cells { get; init; }

    /// <summary>The chair's order where teams tie.</summary>
    public required IReadOnlyDictionary<long, int> ChairOrder { get; init; }

    /// <summary>Best first.</summary>
    public required IReadOnlyList<JuryStanding> Standings { get; init; }

    [JsonIgnore]
    public IReadOnlyList<JuryWeight> Weights => [.. Criteria.Select(c => new JuryWeight(c.Id, c.Weight, c.Aspect))];

    /// <summary>Cells that are wanted and not complete.</summary>
    [JsonIgnore]
    public IReadOnlyList<TableCell> Missing => [.. Cells.Where(c => c.Bar == JuryBar.None && !IsComplete(c))];

    [JsonIgnore]
    public IReadOnlyList<IReadOnlyList<long>> OpenTies => JuryScoring.OpenTies(Standings);

    public TableCell CellOf(long team, long juror) => Cells.First(c => c.TeamId == team && c.JurorId == juror);

    public TableTeam TeamOf(long team) => Teams.First(t => t.Id == team);

    public bool IsComplete(TableCell cell) => Criteria.Count > 0 && Criteria.All(c => cell.Scores.ContainsKey(c.Id));

    /// <summary>The juror's score of the team; null unless complete.</summary>
    public decimal? ScoreOf(TableCell cell) => IsComplete(cell) ? JuryScoring.Rounded(JuryScoring.ScoreOf(Weights, cell.Scores)) : null;

    /// <summary>The same with its standings.</summary>
    internal JuryTable Ranked() => this with
    {
        Standings = JuryScoring.Rank(Weights, [.. Teams.Select(t => t.Id)],
            [.. Cells.Where(c => c.Bar == JuryBar.None && IsComplete(c)).Select(c => new JuryMark(c.TeamId, c.JurorId, c.Scores))], ChairOrder),
    };

    internal static JuryTable Read(string json) => JsonSerializer.Deserialize<JuryTable>(json, Plain)!;

    internal (string Json, string Hash) Frozen()
    {
        var json = JsonSerializer.Serialize(this, Plain);
        return (json, HashOf(json));
    }

    internal static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}

/// <param name="Anchors">Of the scores 1 to 5.</param>
public sealed record TableCriterion(long Id, LocalName Name, int Weight, JuryAspect Aspect, IReadOnlyList<LocalName> Anchors);

/// <param name="Challenge">Its title; null where the team has none.</param>
public sealed record TableTeam(long Id, Guid Reference, string Name, LocalName? Challenge);

/// <param name="Scores">By criterion; of a barred juror they count nowhere.</param>
public sealed record TableCell(long TeamId, long JurorId, JuryBar Bar, IReadOnlyDictionary<long, int> Scores);
