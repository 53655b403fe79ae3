namespace Incubator.Core.Camps;

/// <summary>Participants who work on one challenge together.</summary>
public sealed class Team
{
    public const int NameMaxLength = 80;
    public const int MostOfACamp = 60;

    private Team() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long CampId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>In the order of the list and of names ("Team 1").</summary>
    public int Position { get; private set; }

    public long? ChallengeId { get; private set; }

    /// <summary>UTC; since when its members have been told of it.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    public Guid Version { get; private set; }

    public static Team Create(long campId, int position, string name) =>
        new() { Reference = Guid.NewGuid(), CampId = campId, Position = position, Name = name };

    public void Rename(string name) => Name = name;

    public void Take(long? challengeId) => ChallengeId = challengeId;

    public void Announce(DateTimeOffset now) => AnnouncedAt ??= now;
}

/// <summary>A participant's place in a team; one team each.</summary>
public sealed class TeamMember
{
    private TeamMember() { }

    public long ParticipantId { get; private set; }

    public long TeamId { get; private set; }

    /// <summary>Put there by hand: the automatic balance leaves them.</summary>
    public bool IsFixed { get; private set; }

    public static TeamMember Create(long teamId, long participantId, bool isFixed = false) =>
        new() { TeamId = teamId, ParticipantId = participantId, IsFixed = isFixed };

    public void MoveTo(long teamId) => TeamId = teamId;

    /// <summary>By hand.</summary>
    public void Put(long teamId) => (TeamId, IsFixed) = (teamId, true);

    public void Fix(bool isFixed) => IsFixed = isFixed;
}
