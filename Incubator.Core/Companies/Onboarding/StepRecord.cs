namespace Incubator.Core.Companies;

public enum RecordState
{
    /// <summary>Waits for staff.</summary>
    Submitted = 0,
    Accepted = 1,
    Refused = 2,

    /// <summary>Accepted once, taken back by staff.</summary>
    Revoked = 3,

    /// <summary>Another was submitted before staff looked at it.</summary>
    Replaced = 4,
}

/// <summary>What was handed in with a step.</summary>
public sealed record EvidenceGiven
{
    public string? Number { get; init; }

    /// <summary>What the registration or cover extends to.</summary>
    public string? Scope { get; init; }

    public string? DocumentVersion { get; init; }

    /// <summary>First local day; null: from always.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last local day, included; null: without end, or as long as the step says.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Food registration only: the company declares that it sells nothing of what it makes here.</summary>
    public bool NotForSale { get; init; }
}

/// <summary>One time that a company (or one of its people) did a step. A renewal is another record; none is deleted.</summary>
public sealed class StepRecord
{
    public const int NumberMaxLength = 60;
    public const int ScopeMaxLength = 300;
    public const int DocumentVersionMaxLength = 40;
    public const int ReasonMaxLength = 500;
    public const int AcceptedNameMaxLength = 120;

    private StepRecord() { }

    public long Id { get; private set; }

    /// <summary>Unguessable; links carry it.</summary>
    public Guid Reference { get; private set; }

    public long StepId { get; private set; }

    public long CompanyId { get; private set; }

    /// <summary>Of steps that each person does.</summary>
    public long? PersonId { get; private set; }

    public RecordState State { get; private set; }

    public string? Number { get; private set; }

    public string? Scope { get; private set; }

    public string? DocumentVersion { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Last local day, included; null: without end.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public bool NotForSale { get; private set; }

    /// <summary>The version of the step's text that it is about.</summary>
    public int? TextNumber { get; private set; }

    /// <summary>Typed under the text.</summary>
    public string? AcceptedName { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>Null: the system itself.</summary>
    public long? SubmittedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public long? DecidedById { get; private set; }

    /// <summary>Why it was refused or revoked; the company reads it.</summary>
    public string? Reason { get; private set; }

    public Guid Version { get; private set; }

    public static StepRecord Submit(
        OnboardingStep step, long companyId, long? personId, EvidenceGiven given, int? textNumber, DateTimeOffset now, long? byId)
    {
        if (step.PerPerson != personId is not null) throw new ArgumentException("A step is each person's or the company's.", nameof(personId));
        return new StepRecord
        {
            Reference = Guid.NewGuid(),
            StepId = step.Id,
            CompanyId = companyId,
            PersonId = personId,
            State = RecordState.Submitted,
            Number = Clean(given.Number),
            Scope = Clean(given.Scope),
            DocumentVersion = Clean(given.DocumentVersion),
            ValidFrom = given.ValidFrom,
            ValidUntil = given.ValidUntil,
            NotForSale = given.NotForSale,
            TextNumber = textNumber,
            SubmittedAt = now,
            SubmittedById = byId,
        };
    }

    /// <summary>Counts from now on, until the day (included) where one is given.</summary>
    public void Accept(DateOnly? validUntil, DateTimeOffset now, long? byId)
    {
        Decide(RecordState.Submitted, RecordState.Accepted, now, byId);
        ValidUntil = validUntil;
    }

    /// <summary>A text accepted by who typed the name counts at once.</summary>
    public void SignAs(string name, DateOnly? validUntil, DateTimeOffset now, long? byId)
    {
        AcceptedName = name.Trim();
        Accept(validUntil, now, byId);
    }

    public void Refuse(string reason, DateTimeOffset now, long? byId)
    {
        Decide(RecordState.Submitted, RecordState.Refused, now, byId);
        Reason = reason.Trim();
    }

    public void Revoke(string reason, DateTimeOffset now, long? byId)
    {
        Decide(RecordState.Accepted, RecordState.Revoked, now, byId);
        Reason = reason.Trim();
    }

    public void Replace() => State = State == RecordState.Submitted ? RecordState.Replaced : throw WrongState();

    /// <summary>Counts until that day at the latest.</summary>
    public void EndOn(DateOnly lastDay)
    {
        if (ValidUntil is null || lastDay < ValidUntil) ValidUntil = lastDay;
    }

    public bool Covers(DateOnly day) =>
        State == RecordState.Accepted && (ValidFrom is null || ValidFrom <= day) && (ValidUntil is null || day <= ValidUntil);

    private void Decide(RecordState from, RecordState to, DateTimeOffset now, long? byId)
    {
        if (State != from) throw WrongState();
        (State, DecidedAt, DecidedById) = (to, now, byId);
    }

    private InvalidOperationException WrongState() => new($"The record is {State}.");

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
