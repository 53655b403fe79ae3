namespace Incubator.Core.Cohorts;

/// <summary>Someone of the mentor pool, with what a company needs to choose by.</summary>
public sealed class Mentor
{
    public const int TopicsMaxLength = 300;
    public const int LanguagesMaxLength = 120;
    public const int AboutMaxLength = 2000;

    private Mentor() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long PersonId { get; private set; }

    public string TopicsHu { get; private set; } = "";

    public string TopicsEn { get; private set; } = "";

    /// <summary>In which the mentor speaks with companies, in the mentor's own words.</summary>
    public string Languages { get; private set; } = "";

    public string? About { get; private set; }

    /// <summary>Shown to companies and bookable.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>Bumped first in every transaction on the mentor's hours: the row lock makes rivals wait.</summary>
    public long CalendarVersion { get; private set; }

    public Guid Version { get; private set; }

    public string Topics(string language) => language == "hu" ? TopicsHu : TopicsEn;

    public static Mentor Create(long personId) => new() { Reference = Guid.NewGuid(), PersonId = personId };

    public void Describe(string topicsHu, string topicsEn, string languages, string? about, bool isActive) =>
        (TopicsHu, TopicsEn, Languages, About, IsActive) = (topicsHu, topicsEn, languages, about, isActive);
}

/// <summary>A free hour that a mentor offers; a company books it whole.</summary>
public sealed class MentorSlot
{
    private MentorSlot() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long MentorId { get; private set; }

    /// <summary>On a quarter-hour.</summary>
    public DateTimeOffset Start { get; private set; }

    public DateTimeOffset End { get; private set; }

    /// <summary>Taken back; it stays for the sessions that were booked of it.</summary>
    public bool IsWithdrawn { get; private set; }

    public Common.TimeSlot Slot => new(Start, End);

    public static MentorSlot Create(long mentorId, Common.TimeSlot slot) =>
        new() { Reference = Guid.NewGuid(), MentorId = mentorId, Start = slot.Start, End = slot.End };

    public void Withdraw() => IsWithdrawn = true;
}

/// <summary>
/// One quarter-hour of a mentor, taken by a session. The primary key (mentor, quarter) is the database's own word that nobody is
/// booked twice, whoever writes.
/// </summary>
public sealed class MentorQuarter
{
    private MentorQuarter() { }

    public long MentorId { get; private set; }

    public int Quarter { get; private set; }

    public long SessionId { get; private set; }

    public static IEnumerable<MentorQuarter> Of(MentorSession session)
    {
        var until = Common.QuarterHour.AtOrAfter(session.End);
        for (var quarter = Common.QuarterHour.Of(session.Start); quarter < until; quarter++)
            yield return new MentorQuarter { MentorId = session.MentorId, Quarter = quarter, SessionId = session.Id };
    }
}
