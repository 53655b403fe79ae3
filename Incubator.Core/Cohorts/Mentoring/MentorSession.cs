using Incubator.Core.Common;

namespace Incubator.Core.Cohorts;

public enum MentorSessionState
{
    Booked = 0,
    Cancelled = 1,

    /// <summary>The company came.</summary>
    Held = 2,

    /// <summary>The company did not come.</summary>
    Missed = 3,
}

/// <summary>A mentor's hour with a company.</summary>
public sealed class MentorSession
{
    public const int TopicMaxLength = 500;
    public const int ReasonMaxLength = 500;

    private readonly List<MentorNote> notes = [];

    private MentorSession() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long MentorId { get; private set; }

    public long SlotId { get; private set; }

    public long CompanyId { get; private set; }

    public long? BookedById { get; private set; }

    public DateTimeOffset Start { get; private set; }

    public DateTimeOffset End { get; private set; }

    /// <summary>What the company wants to speak about.</summary>
    public string Topic { get; private set; } = "";

    public MentorSessionState State { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>How often it was moved.</summary>
    public int Moves { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<MentorNote> Notes => notes;

    public TimeSlot Slot => new(Start, End);

    public int Minutes => (int)(End - Start).TotalMinutes;

    public static MentorSession Book(MentorSlot slot, long companyId, long? personId, string topic) => new()
    {
        Reference = Guid.NewGuid(),
        MentorId = slot.MentorId,
        SlotId = slot.Id,
        CompanyId = companyId,
        BookedById = personId,
        Start = slot.Start,
        End = slot.End,
        Topic = topic,
    };

    public void MoveTo(MentorSlot slot)
    {
        Require(MentorSessionState.Booked);
        if (slot.MentorId != MentorId) throw new ArgumentException("Another mentor's.", nameof(slot));
        (SlotId, Start, End) = (slot.Id, slot.Start, slot.End);
        Moves++;
    }

    public void Cancel(string? reason)
    {
        Require(MentorSessionState.Booked);
        (State, CancelReason) = (MentorSessionState.Cancelled, reason);
    }

    /// <summary>Who came; may be put right later.</summary>
    public void Attend(bool came)
    {
        if (State == MentorSessionState.Cancelled) throw new InvalidOperationException("It was cancelled.");
        State = came ? MentorSessionState.Held : MentorSessionState.Missed;
    }

    public void Add(MentorNote note) => notes.Add(note);

    private void Require(MentorSessionState state)
    {
        if (State != state) throw new InvalidOperationException($"The session is {State}.");
    }
}

/// <summary>Who reads a note besides its mentor and staff.</summary>
public enum NoteVisibility
{
    /// <summary>The company too.</summary>
    Company = 0,

    MentorAndStaff = 1,
}

/// <summary>What is kept of a session.</summary>
public sealed class MentorNote
{
    public const int TextMaxLength = 4000;

    private MentorNote() { }

    public long Id { get; private set; }

    public long SessionId { get; private set; }

    public string Text { get; private set; } = "";

    public NoteVisibility Visibility { get; private set; }

    public DateTimeOffset At { get; private set; }

    public long? AuthorId { get; private set; }

    public static MentorNote Create(string text, NoteVisibility visibility, DateTimeOffset at, long? authorId) =>
        new() { Text = text, Visibility = visibility, At = at, AuthorId = authorId };
}
