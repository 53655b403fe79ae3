using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Incubator.Core.Common;

namespace Incubator.Core.Cohorts;

/// <summary>A call's ranking with all that is needed to read it without the call: rubric, names, reasons.</summary>
public sealed record RankTable
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reviews wanted for each application.</summary>
    public required int ReviewsWanted { get; init; }

    /// <summary>Reviewers with a completed review.</summary>
    public required int Reviewers { get; init; }

    /// <summary>Tells one state of the rubric from another: weights, names or anchors differ.</summary>
    public required string RubricVersion { get; init; }

    /// <summary>In the rubric's order.</summary>
    public required IReadOnlyList<RankCriterion> Criteria { get; init; }

    /// <summary>In rank order.</summary>
    public required IReadOnlyList<RankLine> Lines { get; init; }

    public static RankTable Of(Call call, IReadOnlyList<Criterion> rubric, IReadOnlyList<Application> applications, IReadOnlyList<ReviewFact> reviews)
    {
        IReadOnlyList<RankCriterion> criteria = [.. rubric.OrderBy(c => c.Position).Select(c => new RankCriterion(
            c.Id, new LocalName(c.NameHu, c.NameEn), c.Weight, [.. c.Anchors.OrderBy(a => a.Score).Select(a => new LocalName(a.TextHu, a.TextEn))]))];
        var byId = applications.ToDictionary(a => a.Id);
        var ranking = ReviewScoring.Rank(
            [.. criteria.Select(c => new WeightedCriterion(c.Id, c.Weight))],
            [.. applications.Select(a => new RankedApplication(a.Id, a.SubmittedAt ?? a.StartedAt))],
            reviews, call.Reviewers);
        return new RankTable
        {
            ReviewsWanted = call.Reviewers,
            Reviewers = reviews.Where(r => r.Outcome == ReviewOutcome.Completed).Select(r => r.ReviewerId).Distinct().Count(),
            RubricVersion = Hash(JsonSerializer.Serialize(criteria, Plain))[..8],
            Criteria = criteria,
            Lines = [.. ranking.Select(s => new RankLine(byId[s.ApplicationId].Number, byId[s.ApplicationId].CompanyName ?? "", byId[s.ApplicationId].SubmittedAt, s))],
        };
    }

    public RankLine? LineOf(long applicationId) => Lines.FirstOrDefault(l => l.Standing.ApplicationId == applicationId);

    internal static RankTable Read(string json) => JsonSerializer.Deserialize<RankTable>(json, Plain)!;

    internal (string Json, string Hash) Frozen()
    {
        var json = JsonSerializer.Serialize(this, Plain);
        return (json, Hash(json));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <param name="Anchors">Of the scores 0 to 5.</param>
public sealed record RankCriterion(long Id, LocalName Name, int Weight, IReadOnlyList<LocalName> Anchors)
{
    /// <summary>The anchor nearest to a mean (half upwards).</summary>
    public LocalName AnchorOf(decimal mean) => Anchors[(int)Math.Round(mean, MidpointRounding.AwayFromZero)];
}

public sealed record RankLine(string Number, string Company, DateTimeOffset? SubmittedAt, Standing Standing);
