using Incubator.Core.Common;

namespace Incubator.Core.Calendars;

/// <summary>
/// A calendar that another house keeps and that blocks times here: of a resource or of a mentor. Its address is often a secret of its
/// owner, so it is shown to nobody but by its host, and forgotten when it is removed.
/// </summary>
public sealed class ExternalCalendar
{
    public const int SubjectMaxLength = 40;
    public const int NameMaxLength = 120;
    public const int AddressMaxLength = 2000;
    public const int TagMaxLength = 200;
    public const int ProblemMaxLength = 60;

    /// <summary>Of one resource, or of one mentor.</summary>
    public const int MaxOfOne = 5;

    /// <summary>So many readings that failed one after another are said to whoever set it: an hour.</summary>
    public const int FailuresToTell = 4;

    private ExternalCalendar() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    /// <summary>Whose times it blocks: the entity's name ("Resource", "Mentor").</summary>
    public string Subject { get; private set; } = "";

    public long SubjectId { get; private set; }

    /// <summary>What it is called here.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Empty once it is removed.</summary>
    public string Address { get; private set; } = "";

    public long? AddedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When it was last asked for, with what outcome ever (UTC).</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>When a file was last read whole (UTC); its times reach <see cref="CalendarReadings.Ahead"/> further.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>The server's name of the state that was read (ETag).</summary>
    public string? Tag { get; private set; }

    /// <summary>Events of it that could not be understood.</summary>
    public int Skipped { get; private set; }

    /// <summary>Why it could not be read the last time: a code of <see cref="CalendarProblem"/>. What was read before still counts.</summary>
    public string? Problem { get; private set; }

    /// <summary>What the server answered instead (HTTP).</summary>
    public int? ProblemStatus { get; private set; }

    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>One after another.</summary>
    public int Failures { get; private set; }

    /// <summary>From then on it blocks nothing (UTC).</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public Guid Version { get; private set; }

    public string Host => Uri.TryCreate(Address, UriKind.Absolute, out var address) ? address.Host : "";

    public static ExternalCalendar Create(string subject, long subjectId, string name, Uri address, long? addedById, DateTimeOffset now) => new()
    {
        Reference = Guid.NewGuid(),
        Subject = subject,
        SubjectId = subjectId,
        Name = name,
        Address = address.AbsoluteUri,
        AddedById = addedById,
        AddedAt = now,
    };

    public void Read(DateTimeOffset now, string? tag, int skipped)
    {
        (ReadAt, Tag, Skipped) = (now, tag, skipped);
        Unchanged(now);
    }

    /// <summary>The server says that nothing has changed.</summary>
    public void Unchanged(DateTimeOffset now) => (AskedAt, Problem, ProblemStatus, FailingSince, Failures) = (now, null, null, null, 0);

    public void Fail(DateTimeOffset now, Refusal problem)
    {
        (AskedAt, Problem, ProblemStatus) = (now, problem.Code, problem.Facts.GetValueOrDefault("status") as int?);
        FailingSince ??= now;
        Failures++;
    }

    public void Remove(DateTimeOffset now) => (RemovedAt, Address, Tag) = (now, "", null);
}

/// <summary>A stretch in which whoever the external calendar is of is busy; what for is not kept.</summary>
public sealed class BusyTime
{
    private BusyTime() { }

    public long CalendarId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset Start { get; private set; }

    public DateTimeOffset End { get; private set; }

    public TimeSlot Slot => new(Start, End);

    public static BusyTime Create(long calendarId, TimeSlot slot) => new() { CalendarId = calendarId, Start = slot.Start, End = slot.End };
}
