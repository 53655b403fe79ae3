namespace Incubator.Core.Camps;

/// <summary>What of a participant matters for teams.</summary>
/// <param name="Skills">Whatever tells skills apart; those of the list and free words alike.</param>
/// <param name="Languages">Two-letter codes.</param>
/// <param name="Team">The place in the list of teams where they were put by hand; null: anywhere.</param>
public sealed record TeamPerson(
    long Id, ParticipantKind Kind, IReadOnlyCollection<string> Skills, IReadOnlyCollection<string> Languages, string? Organisation, int? Team = null);

/// <summary>Why a division is not as it should be.</summary>
/// <param name="Code">TooFewPeople, TooManyPeople (of all), TooSmall, TooLarge, NoSharedLanguage (of one team).</param>
/// <param name="Team">The place in the list of teams; null: of all.</param>
public sealed record TeamProblem(string Code, int? Team, int Count);

/// <param name="Teams">For each team the participants' ids, in ascending order.</param>
/// <param name="Penalty">Of <see cref="TeamBalance.Penalty"/>.</param>
public sealed record TeamDivision(IReadOnlyList<IReadOnlyList<long>> Teams, int Penalty, IReadOnlyList<TeamProblem> Problems);

/// <summary>
/// Divides participants into teams. Pure, and the same for the same people whatever their order.
/// <para>
/// What it makes small is the sum over all teams of: 1000 for each person under the least or over the greatest size; 20 times the square
/// of the size (so that sizes are even); 300 for each member who does not speak the language that most of the team share (nought: all
/// share one); 8 for each skill of the camp that the team lacks; 4 for each pair from one organisation; 2 for each pair of one kind.
/// </para>
/// <para>
/// How: who was put somewhere by hand stays. The others are placed one by one, those with the fewest languages and then the rarest skills
/// first, each where the sum grows least. Then single moves and exchanges of two are made as long as one makes the sum smaller. It is
/// not proven to be the least of all, and never worse than the first placing.
/// </para>
/// </summary>
public static class TeamBalance
{
    public const int SizePenalty = 1000;
    public const int SpreadPenalty = 20;
    public const int LanguagePenalty = 300;
    public const int SkillPenalty = 8;
    public const int OrganisationPenalty = 4;
    public const int KindPenalty = 2;

    /// <summary>Of a long tail of free words the most frequent count.</summary>
    public const int MostSkills = 64;

    private const int MostRounds = 40;

    /// <summary>How many teams so many people make: of middling size where that can be, at least one.</summary>
    public static int Suggest(int people, int min, int max)
    {
        if (people == 0) return 0;
        var (fewest, most) = ((people + max - 1) / max, Math.Max(1, people / min));
        var middling = (int)Math.Round(people * 2.0 / (min + max), MidpointRounding.AwayFromZero);
        return most < fewest ? fewest : Math.Clamp(middling, fewest, most);
    }

    /// <exception cref="ArgumentOutOfRangeException">No team, or somebody is fixed in a team that is not there.</exception>
    public static TeamDivision Divide(IReadOnlyCollection<TeamPerson> people, int teams, int min, int max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(teams, 1);
        var work = new Work(people, teams, min, max);
        work.Place();
        work.Improve();
        return work.Division();
    }

    /// <summary>A division made by hand, judged as the automatic one is. Who is in no team is left out.</summary>
    public static TeamDivision Judge(IReadOnlyCollection<TeamPerson> people, int teams, int min, int max) =>
        teams == 0 ? new TeamDivision([], 0, []) : new Work([.. people.Where(p => p.Team is not null)], teams, min, max).Division();

    /// <summary>The sum that is made small, of a division as it stands.</summary>
    public static int Penalty(IReadOnlyCollection<TeamPerson> people, int teams, int min, int max) => Judge(people, teams, min, max).Penalty;

    private sealed class Work
    {
        private readonly TeamPerson[] people;
        private readonly int[] team;
        private readonly ulong[] skills;
        private readonly ulong[] languages;
        private readonly int[] organisation;
        private readonly List<int>[] members;
        private readonly int[] cost;
        private readonly int[] skillHolders;
        private readonly int languageCount;
        private readonly int organisationCount;
        private readonly (int Min, int Max) size;

        public Work(IReadOnlyCollection<TeamPerson> all, int teams, int min, int max)
        {
            size = (min, max);
            people = [.. all.OrderBy(p => p.Id)];
            var skillNames = Ordered(people.SelectMany(p => p.Skills)).Take(MostSkills).ToList();
            var languageNames = Ordered(people.SelectMany(p => p.Languages)).Take(64).ToList();
            var organisations = people.Select(p => p.Organisation?.Trim().ToUpperInvariant()).Where(o => o is { Length: > 0 }).Distinct().Order(StringComparer.Ordinal).ToList();
            skills = [.. people.Select(p => Mask(p.Skills, skillNames))];
            languages = [.. people.Select(p => Mask(p.Languages, languageNames))];
            organisation = [.. people.Select(p => organisations.IndexOf(p.Organisation?.Trim().ToUpperInvariant()))];
            skillHolders = [.. skillNames.Select((_, s) => skills.Count(mask => (mask >> s & 1) == 1))];
            (languageCount, organisationCount) = (languageNames.Count, organisations.Count);
            team = [.. people.Select(p => p.Team ?? -1)];
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(team.DefaultIfEmpty(-1).Max(), teams, nameof(all));
            members = [.. Enumerable.Range(0, teams).Select(t => Enumerable.Range(0, people.Length).Where(p => team[p] == t).ToList())];
            cost = [.. members.Select(Cost)];
        }

        public void Place()
        {
            var open = Enumerable.Range(0, people.Length).Where(p => team[p] < 0)
                .OrderBy(p => ulong.PopCount(languages[p])).ThenBy(Rarity).ThenBy(p => people[p].Id);
            foreach (var person in open)
            {
                var best = Enumerable.Range(0, members.Length).MinBy(t => (Cost([.. members[t], person]) - cost[t], members[t].Count, t));
                Put(person, best);
            }
        }

        public void Improve()
        {
            var free = Enumerable.Range(0, people.Length).Where(p => people[p].Team is null).ToList();
            for (var round = 0; round < MostRounds; round++)
            {
                var improved = false;
                foreach (var a in free)
                {
                    for (var t = 0; t < members.Length; t++) improved |= t != team[a] && TryMove(a, t);
                    foreach (var b in free) improved |= b > a && team[a] != team[b] && TrySwap(a, b);
                }

                if (!improved) return;
            }
        }

        public TeamDivision Division() => new(
            [.. members.Select(m => (IReadOnlyList<long>)[.. m.Select(p => people[p].Id).Order()])], cost.Sum(), [.. Problems()]);

        private IEnumerable<TeamProblem> Problems()
        {
            if (people.Length < members.Length * size.Min) yield return new TeamProblem("TooFewPeople", null, people.Length);
            if (people.Length > members.Length * size.Max) yield return new TeamProblem("TooManyPeople", null, people.Length);
            for (var t = 0; t < members.Length; t++)
            {
                var count = members[t].Count;
                if (count < size.Min) yield return new TeamProblem("TooSmall", t, count);
                if (count > size.Max) yield return new TeamProblem("TooLarge", t, count);
                if (Outside(members[t]) is > 0 and var outside) yield return new TeamProblem("NoSharedLanguage", t, outside);
            }
        }

        private bool TryMove(int person, int to)
        {
            var from = team[person];
            var without = members[from].Where(p => p != person).ToList();
            List<int> with = [.. members[to], person];
            return Take((from, without, Cost(without)), (to, with, Cost(with)));
        }

        private bool TrySwap(int a, int b)
        {
            var (ta, tb) = (team[a], team[b]);
            var first = members[ta].ConvertAll(p => p == a ? b : p);
            var second = members[tb].ConvertAll(p => p == b ? a : p);
            return Take((ta, first, Cost(first)), (tb, second, Cost(second)));
        }

        private bool Take((int Team, List<int> Members, int Cost) one, (int Team, List<int> Members, int Cost) other)
        {
            if (one.Cost + other.Cost >= cost[one.Team] + cost[other.Team]) return false;
            foreach (var (t, list, sum) in new[] { one, other })
            {
                (members[t], cost[t]) = (list, sum);
                foreach (var person in list) team[person] = t;
            }

            return true;
        }

        private void Put(int person, int to)
        {
            team[person] = to;
            members[to].Add(person);
            cost[to] = Cost(members[to]);
        }

        private int Cost(List<int> list)
        {
            var missing = skillHolders.Length - (int)ulong.PopCount(list.Aggregate(0UL, (mask, p) => mask | skills[p]));
            Span<int> kinds = stackalloc int[3];
            foreach (var p in list) kinds[(int)people[p].Kind]++;
            var pairs = 0;
            foreach (var kind in kinds) pairs += kind * (kind - 1) / 2;
            return SizePenalty * (Math.Max(0, size.Min - list.Count) + Math.Max(0, list.Count - size.Max))
                + SpreadPenalty * list.Count * list.Count
                + LanguagePenalty * Outside(list) + SkillPenalty * missing + OrganisationPenalty * SamePairs(list) + KindPenalty * pairs;
        }

        /// <summary>Members who do not speak the language that most share; of one alone none.</summary>
        private int Outside(List<int> list)
        {
            if (list.Count < 2) return 0;
            var most = 0;
            for (var l = 0; l < languageCount; l++)
            {
                var speak = 0;
                foreach (var p in list) speak += (int)(languages[p] >> l & 1);
                most = Math.Max(most, speak);
            }

            return list.Count - most;
        }

        private int SamePairs(List<int> list)
        {
            if (organisationCount == 0) return 0;
            var pairs = 0;
            for (var i = 0; i < list.Count; i++)
            {
                for (var j = i + 1; j < list.Count; j++) pairs += organisation[list[i]] >= 0 && organisation[list[i]] == organisation[list[j]] ? 1 : 0;
            }

            return pairs;
        }

        /// <summary>How many share their rarest skill; those without any come last.</summary>
        private int Rarity(int person) => Enumerable.Range(0, skillHolders.Length).Where(s => (skills[person] >> s & 1) == 1)
            .Select(s => skillHolders[s]).DefaultIfEmpty(int.MaxValue).Min();

        private static IEnumerable<string> Ordered(IEnumerable<string> names) => names.GroupBy(Fold, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key);

        private static ulong Mask(IEnumerable<string> has, List<string> names) =>
            has.Select(n => names.IndexOf(Fold(n))).Where(i => i >= 0).Aggregate(0UL, (mask, i) => mask | 1UL << i);

        private static string Fold(string name) => name.Trim().ToUpperInvariant();
    }
}
