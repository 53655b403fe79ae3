using Incubator.Core.Common;

namespace Incubator.Core.Companies;

/// <summary>A file as the sender's machine calls it.</summary>
public sealed record HandedFile(string FileName, byte[] Bytes);

/// <summary>The evidence of a step, for the company or for one of its people.</summary>
public sealed record SubmitEvidence
{
    public required Guid Step { get; init; }

    public required long CompanyId { get; init; }

    /// <summary>Of steps that each person does; else null.</summary>
    public long? PersonId { get; init; }

    public EvidenceGiven Given { get; init; } = new();

    public HandedFile? File { get; init; }
}

/// <summary>The step's text is accepted by the acting person: for the company as its manager, or for themselves.</summary>
public sealed record AcceptText
{
    public required Guid Step { get; init; }

    public required long CompanyId { get; init; }

    /// <summary>Typed under the text.</summary>
    public required string Name { get; init; }

    /// <summary>Of the text that was shown; another text means that the page went stale.</summary>
    public required string SeenHash { get; init; }
}

/// <summary>Staff decide about what was submitted or accepted.</summary>
public sealed record DecideRecord
{
    public required Guid Record { get; init; }

    /// <summary>For refusing and revoking; the company reads it.</summary>
    public string? Reason { get; init; }

    /// <summary>When accepting: corrects the day that the company gave.</summary>
    public DateOnly? ValidUntil { get; init; }

    public Guid? SeenVersion { get; init; }
}

/// <summary>A text as it would be accepted now.</summary>
/// <param name="Number">The version of the step's text.</param>
public sealed record TextToAccept(int Number, MadeText Text);

public sealed record EditStep
{
    public required Guid Step { get; init; }

    public required StepDetails Details { get; init; }

    public required Guid SeenVersion { get; init; }
}

public sealed record PublishText
{
    public required Guid Step { get; init; }

    public required string BodyHu { get; init; }

    public required string BodyEn { get; init; }

    /// <summary>From this local day on what was accepted before counts no more; null: it goes on counting.</summary>
    public DateOnly? AsksAnewFrom { get; init; }

    /// <summary>The number of the version the editor began from; 0 where there was none.</summary>
    public required int SeenNumber { get; init; }
}
