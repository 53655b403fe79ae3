using Incubator.Core.Documents;

namespace Incubator.Core.Cohorts;

public sealed record StartApplication
{
    public required Guid Call { get; init; }

    public required string Email { get; init; }

    /// <summary>"hu" or "en".</summary>
    public required string Language { get; init; }
}

/// <summary>What a page of the form sends: fields as typed, and marks of what it was shown.</summary>
public sealed record SaveAnswers
{
    public required IReadOnlyDictionary<string, string> Typed { get; init; }

    /// <summary>By field, from <see cref="AnswerMerge.Mark"/>; a field not named was shown empty.</summary>
    public required IReadOnlyDictionary<string, string> Seen { get; init; }
}

/// <param name="TooLong">Fields that hold more than can be kept; they were not saved.</param>
/// <param name="Missing">Answers that are still wanted in the whole application.</param>
public sealed record AnswersSaved(DateTimeOffset At, IReadOnlyList<AnswerConflict> Conflicts, IReadOnlyList<string> TooLong, int Missing);

/// <summary>A file for an application.</summary>
public sealed record AttachFile
{
    /// <summary>The question that asks for it; null: beside the questions.</summary>
    public string? Field { get; init; }

    public required string FileName { get; init; }

    /// <summary>At most <see cref="Attachment.MaxBytes"/>.</summary>
    public required byte[] Bytes { get; init; }
}

/// <summary>Staff say whether an application is of a company, or of the same firm as another application.</summary>
public sealed record JudgeDuplicate
{
    public required Guid Application { get; init; }

    public long? CompanyId { get; init; }

    public Guid? Other { get; init; }

    public required bool IsSame { get; init; }
}
