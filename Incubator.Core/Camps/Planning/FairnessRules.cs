namespace Incubator.Core.Camps;

/// <summary>
/// All teams are mentored for equally long: each begun quarter-hour by which a team's minutes with a mentor differ from
/// the middle (lower median) of all teams. One part; minutes are those of activities that have a place.
/// </summary>
internal sealed class EqualMentorMinutes : ISoftRule
{
    private const int Quarter = 15;
    private readonly PlanIndex index;
    private readonly int weight;
    private readonly int[] mentored;
    private readonly int[][] byTeam;
    private readonly int[] minutes;
    private readonly int[] sorted;

    public EqualMentorMinutes(PlanIndex index, int weight)
    {
        (this.index, this.weight) = (index, weight);
        mentored = CampSoftRules.NumbersOf(index, a => a.Teams.Count > 0 && a.People.Any(p => p.Role == PlanRole.Mentor));
        byTeam = [.. index.Problem.Teams.Select(t => mentored.Where(i => index.Problem.Activities[i].Teams.Contains(t.Key)).ToArray())];
        minutes = new int[byTeam.Length];
        sorted = new int[byTeam.Length];
    }

    public int Parts => byTeam.Length > 1 && mentored.Length > 0 ? 1 : 0;

    public IReadOnlyList<int> ActivitiesOf(int part) => mentored;

    public int Cost(int part, PlanState state)
    {
        var middle = Middle(state);
        var units = 0;
        foreach (var m in minutes) units += UnitsOf(m, middle);
        return units * weight;
    }

    public IEnumerable<Penalty> Explain(int part, PlanState state)
    {
        var middle = Middle(state);
        return minutes.Select((m, team) => (Units: UnitsOf(m, middle), team)).Where(x => x.Units > 0)
            .Select(x => new Penalty(CampSoftRules.MentorMinutes, new(PlanThingKind.Team, index.Problem.Teams[x.team].Key), x.Units * weight, x.Units)
            {
                Activities = [.. byTeam[x.team].Where(state.IsPlaced).Select(i => index.Problem.Activities[i].Key)],
            }).ToList();
    }

    private int Middle(PlanState state)
    {
        for (var team = 0; team < byTeam.Length; team++)
        {
            minutes[team] = 0;
            foreach (var i in byTeam[team])
                if (state.IsPlaced(i)) minutes[team] += state.Minutes[i];
        }

        minutes.CopyTo(sorted, 0);
        Array.Sort(sorted);
        return sorted[(sorted.Length - 1) / 2];
    }

    private static int UnitsOf(int minutes, int middle) => (Math.Abs(minutes - middle) + Quarter - 1) / Quarter;
}

/// <summary>
/// No team is always first or always last before the jury. The k-th time each team alone stands before a juror is round k; a
/// team's turn in a round is its place by time among all. Over two rounds or more each team's turns should add up to the
/// same: charged are the whole places by which each is off the average. One round alone can't be unbalanced. One part.
/// </summary>
internal sealed class BalancedJuryOrder : ISoftRule
{
    private readonly PlanIndex index;
    private readonly int weight;
    private readonly int[] judged;
    private readonly int[][] byTeam;
    private readonly int[][] order;
    private readonly int[] counts;
    private readonly int[] turns;

    public BalancedJuryOrder(PlanIndex index, int weight)
    {
        (this.index, this.weight) = (index, weight);
        judged = CampSoftRules.NumbersOf(index, a => a.Teams.Count == 1 && a.People.Any(p => p.Role == PlanRole.Juror));
        byTeam = [.. index.Problem.Teams.Select(t => judged.Where(i => index.Problem.Activities[i].Teams[0] == t.Key).ToArray()).Where(j => j.Length > 0)];
        order = [.. byTeam.Select(j => new int[j.Length])];
        counts = new int[byTeam.Length];
        turns = new int[byTeam.Length];
    }

    public int Parts => byTeam.Length > 1 && byTeam.Any(j => j.Length > 1) ? 1 : 0;

    public IReadOnlyList<int> ActivitiesOf(int part) => judged;

    public int Cost(int part, PlanState state)
    {
        var rounds = CountTurns(state);
        var units = 0;
        for (var team = 0; team < turns.Length; team++) units += UnitsOf(team, rounds);
        return units * weight;
    }

    public IEnumerable<Penalty> Explain(int part, PlanState state)
    {
        var rounds = CountTurns(state);
        return turns.Select((_, team) => (Units: UnitsOf(team, rounds), team)).Where(x => x.Units > 0).Select(x =>
        {
            var activities = order[x.team][..counts[x.team]].Select(i => index.Problem.Activities[i]).ToList();
            return new Penalty(CampSoftRules.JuryOrder, new(PlanThingKind.Team, activities[0].Teams[0]), x.Units * weight, x.Units)
            {
                Activities = [.. activities.Select(a => a.Key)],
            };
        }).ToList();
    }

    /// <summary>Adds each team's turns of all rounds that every team has; says how many rounds those are.</summary>
    private int CountTurns(PlanState state)
    {
        Array.Clear(turns);
        var rounds = int.MaxValue;
        for (var team = 0; team < byTeam.Length; team++)
        {
            counts[team] = state.InOrder(byTeam[team], order[team]);
            rounds = Math.Min(rounds, counts[team]);
        }

        for (var round = 0; round < rounds; round++)
        {
            for (var team = 0; team < byTeam.Length; team++)
            {
                turns[team]++;
                for (var other = 0; other < byTeam.Length; other++)
                    if (state.Starts[order[other][round]] < state.Starts[order[team][round]]) turns[team]++;
            }
        }

        return rounds;
    }

    private int UnitsOf(int team, int rounds)
    {
        if (rounds < 2) return 0;
        // The average of all turns, which two teams at one time may lower, times the number of teams to stay in whole numbers.
        var sum = 0;
        foreach (var t in turns) sum += t;
        return Math.Abs(turns[team] * turns.Length - sum) / turns.Length;
    }
}

/// <summary>Each wish that the place of an activity does not meet; one part per activity with wishes.</summary>
internal sealed class KeptWishes : ISoftRule
{
    private readonly PlanIndex index;
    private readonly int weight;
    private readonly int[][] wishing;
    private readonly (HashSet<int> Rooms, (int Start, int End)[] Times, PlanThing? From)[][] wishes;

    public KeptWishes(PlanIndex index, int weight)
    {
        (this.index, this.weight) = (index, weight);
        wishing = [.. CampSoftRules.NumbersOf(index, a => a.Wishes.Count > 0).Select(i => new[] { i })];
        var state = new PlanState(index);
        var rooms = index.Problem.Rooms.Select((r, i) => (r.Key, i)).ToDictionary(r => r.Key, r => r.i);
        wishes = [.. wishing.Select(w => index.Problem.Activities[w[0]].Wishes.Select(wish => (
            wish.Rooms.Where(rooms.ContainsKey).Select(r => rooms[r]).ToHashSet(),
            wish.Times.Select(t => (state.MinuteOf(t.Start), state.MinuteOf(t.End))).ToArray(),
            wish.From)).ToArray())];
    }

    public int Parts => wishing.Length;

    public IReadOnlyList<int> ActivitiesOf(int part) => wishing[part];

    public int Cost(int part, PlanState state)
    {
        var units = 0;
        foreach (var wish in wishes[part])
            if (!IsMet(wish, wishing[part][0], state)) units++;
        return units * weight;
    }

    public IEnumerable<Penalty> Explain(int part, PlanState state) =>
        wishes[part].Where(w => !IsMet(w, wishing[part][0], state)).Select(w =>
            new Penalty(CampSoftRules.Wishes, w.From, weight, 1) { Activities = [index.Problem.Activities[wishing[part][0]].Key] });

    private static bool IsMet((HashSet<int> Rooms, (int Start, int End)[] Times, PlanThing? From) wish, int activity, PlanState state)
    {
        if (!state.IsPlaced(activity)) return true;
        if (wish.Rooms.Count > 0 && !wish.Rooms.Contains(state.RoomOf[activity])) return false;
        if (wish.Times.Length == 0) return true;
        foreach (var (start, end) in wish.Times)
            if (start <= state.Starts[activity] && state.EndOf(activity) <= end) return true;
        return false;
    }
}
