namespace Incubator.Core.Camps;

/// <summary>What a participant says of themselves, and may change.</summary>
public sealed record ParticipantDetails
{
    public required string Name { get; init; }

    public string? Organisation { get; init; }

    /// <summary>Two-letter codes of <see cref="RegistrationRules.Languages"/>.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Of the camp's list.</summary>
    public IReadOnlyList<long> Skills { get; init; } = [];

    public string? OtherSkills { get; init; }

    /// <summary>By the question's reference.</summary>
    public IReadOnlyDictionary<Guid, string> Answers { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Diet, access.</summary>
    public string? Needs { get; init; }

    /// <summary>Without it <see cref="Needs"/> are refused.</summary>
    public bool NeedsConsent { get; init; }

    public bool PhotoConsent { get; init; }
}

public sealed record RegisterParticipant
{
    public required Guid Camp { get; init; }

    public required ParticipantKind Kind { get; init; }

    public required string Email { get; init; }

    /// <summary>"hu" or "en".</summary>
    public required string Language { get; init; }

    /// <summary>Looked at for the age on the first day, and not kept.</summary>
    public required DateOnly? BornOn { get; init; }

    public string? GuardianName { get; init; }

    public bool GuardianConsent { get; init; }

    /// <summary>The version of the privacy notice that was shown.</summary>
    public required int NoticeNumber { get; init; }

    public required bool AcceptsNotice { get; init; }

    public required ParticipantDetails Details { get; init; }
}

/// <summary>A question as staff write it.</summary>
public sealed record QuestionOfCamp
{
    public required CampQuestionKind Kind { get; init; }

    public required string TextHu { get; init; }

    public required string TextEn { get; init; }

    /// <summary>One a line.</summary>
    public string? ChoicesHu { get; init; }

    /// <summary>One a line, in the same order.</summary>
    public string? ChoicesEn { get; init; }

    public bool IsRequired { get; init; }
}

/// <summary>Staff act on somebody's registration, and say why.</summary>
public sealed record DecideParticipant
{
    public required Guid Participant { get; init; }

    public required string? Reason { get; init; }
}

public sealed record MoveParticipant
{
    public required Guid Participant { get; init; }

    public required ParticipantKind Kind { get; init; }
}
