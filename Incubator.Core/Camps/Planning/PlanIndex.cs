using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>A problem with its things found by key and the pairs of activities that must not meet, made once and asked often.</summary>
public sealed class PlanIndex
{
    private readonly Dictionary<string, List<string>> byTeam = [];
    private readonly Dictionary<string, HashSet<string>> mentorsOf = [];

    /// <exception cref="ArgumentException">Two things of a kind bear one key, a named key is not listed, or a length is not positive.</exception>
    public PlanIndex(PlanProblem problem)
    {
        Problem = problem;
        Activities = Keyed(problem.Activities, a => a.Key);
        Rooms = Keyed(problem.Rooms, r => r.Key);
        People = Keyed(problem.People, p => p.Key);
        Teams = Keyed(problem.Teams, t => t.Key);
        Equipment = Keyed(problem.Equipment, e => e.Key);
        if (problem.StepMinutes <= 0) throw new ArgumentException("A step takes at least one minute.", nameof(problem));
        foreach (var team in problem.Teams) mentorsOf[team.Key] = [.. team.Mentors];
        foreach (var activity in problem.Activities) Take(activity);
    }

    public PlanProblem Problem { get; }

    public IReadOnlyDictionary<string, PlanActivity> Activities { get; }

    public IReadOnlyDictionary<string, PlanRoom> Rooms { get; }

    public IReadOnlyDictionary<string, PlanPerson> People { get; }

    public IReadOnlyDictionary<string, PlanTeam> Teams { get; }

    public IReadOnlyDictionary<string, PlanEquipment> Equipment { get; }

    /// <summary>The activities of a team, in the problem's order.</summary>
    public IReadOnlyList<string> ActivitiesOf(string team) => byTeam.GetValueOrDefault(team) ?? [];

    /// <summary>Whether someone guides the team: by the team's own list, or as mentor in one of its activities.</summary>
    public bool Mentors(string person, string team) => mentorsOf[team].Contains(person);

    private void Take(PlanActivity activity)
    {
        if (activity.Minutes <= 0) throw new ArgumentException($"Activity {activity.Key} takes no time.");
        foreach (var need in activity.Equipment) Demand(Equipment.ContainsKey(need.Equipment), activity, need.Equipment);
        foreach (var key in activity.After) Demand(Activities.ContainsKey(key), activity, key);
        foreach (var (person, _) in activity.People) Demand(People.ContainsKey(person), activity, person);
        if (activity.Pin?.Room is { } room) Demand(Rooms.ContainsKey(room), activity, room);
        foreach (var team in activity.Teams)
        {
            Demand(Teams.ContainsKey(team), activity, team);
            if (!byTeam.TryGetValue(team, out var list)) byTeam[team] = list = [];
            list.Add(activity.Key);
            foreach (var (person, role) in activity.People)
                if (role == PlanRole.Mentor) mentorsOf[team].Add(person);
        }
    }

    private static void Demand(bool isListed, PlanActivity activity, string key)
    {
        if (!isListed) throw new ArgumentException($"Activity {activity.Key} names {key}, which is not listed.");
    }

    private static Dictionary<string, T> Keyed<T>(IReadOnlyList<T> things, Func<T, string> key)
    {
        var all = new Dictionary<string, T>(things.Count, StringComparer.Ordinal);
        foreach (var thing in things)
            if (!all.TryAdd(key(thing), thing)) throw new ArgumentException($"The key {key(thing)} is there twice.");
        return all;
    }
}
