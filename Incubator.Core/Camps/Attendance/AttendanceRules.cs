namespace Incubator.Core.Camps;

/// <summary>A session as attendance sees it.</summary>
/// <param name="Teams">Empty: for all teams.</param>
public sealed record AttendedSession(long Id, SessionKind Kind, DateTimeOffset Start, int Minutes, IReadOnlySet<long> Teams);

/// <summary>How much of the camp someone attended.</summary>
/// <param name="Minutes">Of the sessions they were at.</param>
/// <param name="Of">Of all sessions that were theirs; 0 where the agenda had none.</param>
/// <param name="HasArrived">Came to the camp at all.</param>
public sealed record AttendanceShare(int Minutes, int Of, bool HasArrived)
{
    /// <summary>Whole percent, rounded down. A camp without an agenda (a placement, a thesis) is attended by coming.</summary>
    public int Percent => Of > 0 ? Minutes * 100 / Of : HasArrived ? 100 : 0;

    public bool IsEnough(int percentWanted) => Percent >= percentWanted;
}

/// <summary>
/// Attendance is the minutes of sessions one was at, of the minutes of all sessions of one's team that have begun. Breaks and social
/// programmes count for nothing; sessions without a place in the agenda neither.
/// </summary>
public static class AttendanceRules
{
    public static bool Counts(SessionKind kind) => kind is not (SessionKind.Break or SessionKind.Social);

    /// <summary>The sessions that are wanted of a member of the team; without a team those for all.</summary>
    public static bool IsFor(AttendedSession session, long? team) => session.Teams.Count == 0 || (team is { } one && session.Teams.Contains(one));

    /// <param name="attended">Numbers of the sessions one was at.</param>
    public static AttendanceShare ShareOf(
        IReadOnlyList<AttendedSession> sessions, long? team, IReadOnlySet<long> attended, bool hasArrived, DateTimeOffset now)
    {
        var wanted = sessions.Where(s => Counts(s.Kind) && s.Start <= now && IsFor(s, team)).ToList();
        return new AttendanceShare(wanted.Where(s => attended.Contains(s.Id)).Sum(s => s.Minutes), wanted.Sum(s => s.Minutes), hasArrived);
    }
}
