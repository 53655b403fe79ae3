using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>What somebody is to a challenge, as far as reading it goes.</summary>
public sealed record ChallengeVisitor
{
    public bool IsStaff { get; init; }

    /// <summary>Of the company that brought it.</summary>
    public bool IsOwner { get; init; }

    /// <summary>Of the camp's crew, or in one of its teams.</summary>
    public bool IsOfCamp { get; init; }

    public bool IsNamed { get; init; }

    /// <summary>Has agreed to keep what they read.</summary>
    public bool HasAgreed { get; init; }
}

/// <summary>What a challenge may say, and who reads which part of it. Pure.</summary>
public static class ChallengeRules
{
    /// <summary>Of the words to which a named reader agrees; raised when they change, so that each agreement says to which.</summary>
    public const int PledgeNumber = 1;

    /// <summary>
    /// Whether the confidential part may be read. Its company and staff read it always; nobody else before it is accepted. Then by its
    /// level: everybody, the camp, or those named once they have agreed.
    /// </summary>
    public static bool MayRead(Confidentiality level, ChallengeState state, ChallengeVisitor visitor) =>
        visitor.IsStaff || visitor.IsOwner || (state == ChallengeState.Accepted && level switch
        {
            Confidentiality.Open => true,
            Confidentiality.Camp => visitor.IsOfCamp || (visitor.IsNamed && visitor.HasAgreed),
            _ => visitor.IsNamed && visitor.HasAgreed,
        });

    /// <summary>Named, and reads it as soon as they agree.</summary>
    public static bool MustAgreeFirst(Confidentiality level, ChallengeState state, ChallengeVisitor visitor) =>
        !MayRead(level, state, visitor) && MayRead(level, state, visitor with { HasAgreed = true });

    /// <summary>Whether title and summary may be read: an accepted one's by everybody.</summary>
    public static bool MaySee(ChallengeState state, ChallengeVisitor visitor) => visitor.IsStaff || visitor.IsOwner || state == ChallengeState.Accepted;

    /// <summary>The company writes until it is decided, staff and facilitator refine what was accepted.</summary>
    public static bool MayEdit(ChallengeState state, bool isStaff, bool isOwner, bool isFacilitator, bool campIsOver) => !campIsOver && state switch
    {
        ChallengeState.Draft => isStaff || isOwner,
        ChallengeState.Submitted => isStaff || isOwner,
        ChallengeState.Accepted => isStaff || isOwner || isFacilitator,
        _ => false,
    };

    public static IEnumerable<Refusal> Problems(ChallengeDetails details)
    {
        foreach (var (text, max, field) in new[]
        {
            (details.TitleHu, Challenge.TitleMaxLength, nameof(details.TitleHu)), (details.TitleEn, Challenge.TitleMaxLength, nameof(details.TitleEn)),
            (details.SummaryHu, Challenge.SummaryMaxLength, nameof(details.SummaryHu)), (details.SummaryEn, Challenge.SummaryMaxLength, nameof(details.SummaryEn)),
            (details.Problem, Challenge.TextMaxLength, nameof(details.Problem)), (details.Product, Challenge.TextMaxLength, nameof(details.Product)),
            (details.Success, Challenge.TextMaxLength, nameof(details.Success)), (details.Equipment, Challenge.TextMaxLength, nameof(details.Equipment)),
        })
        {
            if (TextRules.Problem(text, max, field) is { } problem) yield return problem;
        }

        // A draft needs a name in a list; the rest is asked for when it is handed in.
        if (string.IsNullOrWhiteSpace(details.TitleHu) && string.IsNullOrWhiteSpace(details.TitleEn)) yield return new Refusal("Missing", nameof(details.TitleHu));
        if (!Enum.IsDefined(details.Confidentiality)) yield return new Refusal("NotKnown", nameof(details.Confidentiality));
        if (details.ResourceIds.Count > Challenge.MaxResources)
            yield return new Refusal("ChallengeResourcesTooMany", nameof(details.ResourceIds)).With("max", Challenge.MaxResources);
        if (details.Specifications.Count > Specification.MaxRows)
            yield return new Refusal("SpecificationsTooMany", nameof(details.Specifications)).With("max", Specification.MaxRows);
        foreach (var problem in details.Specifications.SelectMany((row, i) => row.Problems(i))) yield return problem;
    }

    /// <summary>What is still to be said before it can be handed in.</summary>
    public static IEnumerable<Refusal> Missing(Challenge challenge)
    {
        foreach (var (text, field) in new[]
        {
            (challenge.TitleHu, nameof(challenge.TitleHu)), (challenge.TitleEn, nameof(challenge.TitleEn)),
            (challenge.SummaryHu, nameof(challenge.SummaryHu)), (challenge.SummaryEn, nameof(challenge.SummaryEn)),
            (challenge.Problem, nameof(challenge.Problem)), (challenge.Product, nameof(challenge.Product)), (challenge.Success, nameof(challenge.Success)),
        })
        {
            if (text.Length == 0) yield return new Refusal("ChallengeIncomplete", field);
        }
    }
}

/// <summary>What a company says of its challenge.</summary>
public sealed record ChallengeDetails
{
    public required string? TitleHu { get; init; }
    public required string? TitleEn { get; init; }
    public required string? SummaryHu { get; init; }
    public required string? SummaryEn { get; init; }
    public required string? Problem { get; init; }
    public required string? Product { get; init; }
    public required string? Success { get; init; }
    public string? Equipment { get; init; }
    public Confidentiality Confidentiality { get; init; } = Confidentiality.Camp;

    /// <summary>Equipment of the lab that is needed.</summary>
    public IReadOnlyList<long> ResourceIds { get; init; } = [];

    public IReadOnlyList<SpecificationDetails> Specifications { get; init; } = [];

    /// <summary>The broken limits, each naming its field.</summary>
    public IEnumerable<Refusal> Problems() => ChallengeRules.Problems(this);
}
