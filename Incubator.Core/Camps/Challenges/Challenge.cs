using Incubator.Core.Common;

namespace Incubator.Core.Camps;

public enum ChallengeState
{
    /// <summary>The company writes it.</summary>
    Draft = 0,

    Submitted = 1,
    Accepted = 2,
    Rejected = 3,
    Withdrawn = 4,
}

/// <summary>Who reads the confidential part of a challenge.</summary>
public enum Confidentiality
{
    /// <summary>Nothing is confidential: the public page shows it.</summary>
    Open = 0,

    /// <summary>Title and summary are public; the rest is for teams and crew of the camp.</summary>
    Camp = 1,

    /// <summary>The rest is only for those named, once they have agreed to keep it.</summary>
    Named = 2,
}

/// <summary>A real problem that a member company brings to a camp. Its company is the challenge owner.</summary>
public sealed class Challenge
{
    public const int TitleMaxLength = 160;
    public const int SummaryMaxLength = 1000;
    public const int TextMaxLength = 4000;
    public const int ReasonMaxLength = 500;

    public const int MaxResources = 12;

    private readonly List<ChallengeResource> resources = [];
    private readonly List<Specification> specifications = [];

    private Challenge() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long CampId { get; private set; }

    public long CompanyId { get; private set; }

    public ChallengeState State { get; private set; }

    public Confidentiality Confidentiality { get; private set; }

    /// <summary>Public, in the company's words; the other language is filled when the camp publishes it.</summary>
    public string TitleHu { get; private set; } = "";

    public string TitleEn { get; private set; } = "";

    public string SummaryHu { get; private set; } = "";

    public string SummaryEn { get; private set; } = "";

    /// <summary>What is wrong today; confidential by <see cref="Confidentiality"/>, as are the following.</summary>
    public string Problem { get; private set; } = "";

    public string Product { get; private set; } = "";

    /// <summary>What success looks like.</summary>
    public string Success { get; private set; } = "";

    /// <summary>Equipment that is needed, in words.</summary>
    public string? Equipment { get; private set; }

    /// <summary>The facilitator who refines it with the company.</summary>
    public long? FacilitatorId { get; private set; }

    public string? DecisionReason { get; private set; }

    public long? SubmittedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Equipment of the lab that is needed.</summary>
    public IReadOnlyList<ChallengeResource> Resources => resources;

    /// <summary>What the product is to keep to today.</summary>
    public IReadOnlyList<Specification> Specifications => specifications;

    public string Title(string language) => language == "hu" ? TitleHu : TitleEn;

    public string Summary(string language) => language == "hu" ? SummaryHu : SummaryEn;

    public static Challenge Create(long campId, long companyId) => new() { Reference = Guid.NewGuid(), CampId = campId, CompanyId = companyId };

    /// <summary>Takes the words over; one read from the database comes with its resources.</summary>
    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public void Describe(ChallengeDetails details)
    {
        if (details.Problems().FirstOrDefault() is { } problem) throw new ArgumentException(problem.Code, nameof(details));
        (TitleHu, TitleEn) = (Tidy(details.TitleHu), Tidy(details.TitleEn));
        (SummaryHu, SummaryEn) = (Tidy(details.SummaryHu), Tidy(details.SummaryEn));
        (Problem, Product, Success) = (Tidy(details.Problem), Tidy(details.Product), Tidy(details.Success));
        Equipment = string.IsNullOrWhiteSpace(details.Equipment) ? null : details.Equipment.Trim();
        Confidentiality = details.Confidentiality;
        resources.RemoveAll(r => !details.ResourceIds.Contains(r.ResourceId));
        resources.AddRange(details.ResourceIds.Distinct().Except(resources.Select(r => r.ResourceId)).Select(id => new ChallengeResource { ChallengeId = Id, ResourceId = id }).ToList());
    }

    public void Submit(long? personId, DateTimeOffset now) => (State, SubmittedById, SubmittedAt) = (ChallengeState.Submitted, personId, now);

    public void Withdraw() => State = ChallengeState.Withdrawn;

    public void Decide(bool accepted, string? reason) => (State, DecisionReason) = (accepted ? ChallengeState.Accepted : ChallengeState.Rejected, reason);

    public void GiveTo(long? facilitatorId) => FacilitatorId = facilitatorId;

    private static string Tidy(string? text) => text?.Trim() ?? "";
}

/// <summary>Equipment of the lab that a challenge needs.</summary>
public sealed class ChallengeResource
{
    public long ChallengeId { get; init; }

    public long ResourceId { get; init; }
}
