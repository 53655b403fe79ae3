using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Camps;

/// <summary>What one team does now and next.</summary>
/// <param name="Now">Sessions under way; breaks too.</param>
/// <param name="Next">What begins next, all of the same instant.</param>
/// <param name="Day">All of the local day, in order.</param>
public sealed record TeamToday(long? TeamId, string? Name, IReadOnlyList<TimedSession> Now, IReadOnlyList<TimedSession> Next, IReadOnlyList<TimedSession> Day);

/// <summary>A camp's day at one instant.</summary>
/// <param name="Crew">Names by the number of the crew member.</param>
/// <param name="Messages">The latest first.</param>
public sealed record CampToday(
    Camp Camp, DateOnly Day, IReadOnlyList<TeamToday> Teams, IReadOnlyDictionary<long, string> Crew, IReadOnlyList<CampMessage> Messages, IReadOnlyDictionary<long, string> TeamNames);

/// <summary>What is now and next, where, and who; per team.</summary>
public sealed class TodayReader(IncubatorDb db, AttendanceReader attendance)
{
    private const int MessagesShown = 20;

    /// <param name="team">Only this one, and what it may read; null with <paramref name="isCrew"/>: all.</param>
    public async Task<CampToday> ReadAsync(Camp camp, long? team, bool isCrew, DateTimeOffset now, CancellationToken cancel)
    {
        var day = Common.LabTime.DateOf(now);
        var items = await attendance.PublishedAsync(camp, cancel);
        var names = await db.Teams.Where(t => t.CampId == camp.Id).OrderBy(t => t.Position).Select(t => new { t.Id, t.Name }).ToListAsync(cancel);
        var crew = await (
                from member in db.CrewMembers
                join person in db.Users on member.PersonId equals person.Id
                where member.CampId == camp.Id
                select new { member.Id, person.FullName })
            .ToDictionaryAsync(m => m.Id, m => m.FullName, cancel);
        var messages = await db.CampMessages.AsNoTracking()
            .Where(m => m.CampId == camp.Id && (isCrew || m.Audience == MessageAudience.Everyone || (m.Audience == MessageAudience.Team && m.TeamId == team)))
            .OrderByDescending(m => m.SentAt).ThenByDescending(m => m.Id).Take(MessagesShown).ToListAsync(cancel);
        var shown = isCrew && names.Count > 0 ? names.ConvertAll(t => ((long?)t.Id, (string?)t.Name)) : [(team, names.Find(t => t.Id == team)?.Name)];
        return new CampToday(camp, day, [.. shown.Select(t => Of(t.Item1, t.Item2, items, day, now))], crew, messages, names.ToDictionary(t => t.Id, t => t.Name));
    }

    internal static TeamToday Of(long? team, string? name, IReadOnlyList<TimedSession> items, DateOnly day, DateTimeOffset now)
    {
        var own = items.Where(i => AttendanceRules.IsFor(i.Session, team)).ToList();
        var coming = own.Where(i => i.Start > now).ToList();
        return new TeamToday(team, name,
            [.. own.Where(i => i.Start <= now && now < i.End)],
            [.. coming.Where(i => i.Start == coming[0].Start)],
            [.. own.Where(i => Common.LabTime.DateOf(i.Start) == day)]);
    }
}
