using CsCheck;
using Incubator.Core.Camps;

namespace Incubator.Tests.Camps.Participants;

public sealed class TeamBalanceTests
{
    private static readonly string[] Skills = ["food", "design", "sales", "law", "code", "lab"];
    private static readonly string[][] Spoken = [["hu"], ["en"], ["hu", "en"], ["de"], ["hu", "de"]];

    private static readonly Gen<TeamPerson> Anybody =
        from kind in Gen.Int[0, 2]
        from skills in Gen.Int[0, 5].List[0, 3]
        from languages in Gen.Int[0, 4]
        from organisation in Gen.Int[0, 5]
        select new TeamPerson(0, (ParticipantKind)kind, [.. skills.Select(s => Skills[s]).Distinct()], Spoken[languages], organisation == 0 ? null : $"House {organisation}");

    private static readonly Gen<List<TeamPerson>> People = Anybody.List[1, 40].Select(list => list.Select((p, i) => p with { Id = i + 1 }).ToList());

    [Fact]
    public void Divide_Anybody_PlacesEachExactlyOnceAndWithinTheSizesWherePossible() => Gen.Select(People, Gen.Int[1, 6], Gen.Int[1, 4], Gen.Int[0, 3])
        .Sample((people, teams, min, more) =>
        {
            var max = min + more;
            var division = TeamBalance.Divide(people, teams, min, max);
            Assert.Equal(teams, division.Teams.Count);
            Assert.Equal(people.Select(p => p.Id), division.Teams.SelectMany(t => t).Order());
            var fits = people.Count >= teams * min && people.Count <= teams * max;
            if (fits) Assert.All(division.Teams, t => Assert.InRange(t.Count, min, max));
            else Assert.Contains(division.Problems, p => p.Team is null && p.Code is "TooFewPeople" or "TooManyPeople");
        }, iter: 300);

    [Fact]
    public void Divide_Anybody_IsTheSameInAnyOrderAndJudgedAlike() => Gen.Select(People, Gen.Int[1, 6]).Sample((people, teams) =>
    {
        var division = TeamBalance.Divide(people, teams, 3, 5);
        var backwards = TeamBalance.Divide([.. people.AsEnumerable().Reverse()], teams, 3, 5);
        Assert.Equal(division.Teams, backwards.Teams);
        // Judged by hand it costs the same: the reported sum is that of the division.
        var placed = people.ConvertAll(p => p with { Team = division.Teams.Select((t, at) => (t, at)).First(t => t.t.Contains(p.Id)).at });
        Assert.Equal(division.Penalty, TeamBalance.Penalty(placed, teams, 3, 5));
    }, iter: 200);

    [Fact]
    public void Divide_WhomSomebodyFixed_StaysThereAndNothingSingleWouldBeBetter() => Gen.Select(People, Gen.Int[2, 5]).Sample((people, teams) =>
    {
        var fixedOnes = people.ConvertAll(p => p.Id % 4 == 0 ? p with { Team = (int)p.Id % teams } : p);
        var division = TeamBalance.Divide(fixedOnes, teams, 3, 5);
        Assert.All(fixedOnes.Where(p => p.Team is not null), p => Assert.Contains(p.Id, division.Teams[p.Team!.Value]));
        var placed = fixedOnes.ConvertAll(p => p with { Team = division.Teams.Select((t, at) => (t, at)).First(t => t.t.Contains(p.Id)).at });
        foreach (var (person, at) in placed.Select((p, at) => (p, at)).Where(p => fixedOnes[p.at].Team is null))
        {
            for (var to = 0; to < teams; to++)
            {
                List<TeamPerson> moved = [.. placed];
                moved[at] = person with { Team = to };
                Assert.True(TeamBalance.Penalty(moved, teams, 3, 5) >= division.Penalty);
            }
        }
    }, iter: 60);

    [Fact]
    public void Divide_TwoLanguages_PutsEachTogether()
    {
        var people = Enumerable.Range(1, 12).Select(i => new TeamPerson(i, ParticipantKind.Student, [], i % 2 == 0 ? ["hu"] : ["en"], null)).ToList();
        var division = TeamBalance.Divide(people, 2, 5, 7);
        Assert.Empty(division.Problems);
        Assert.All(division.Teams, t => Assert.Single(t.Select(id => id % 2).Distinct()));
    }

    [Fact]
    public void Divide_SkillsAndHouses_AreSpread()
    {
        // Three designers, three houses of three: each team has one designer and one of each house.
        var people = Enumerable.Range(1, 9).Select(i => new TeamPerson(i, ParticipantKind.Student, i <= 3 ? ["design"] : ["food"], ["hu"], $"House {i % 3}")).ToList();
        var division = TeamBalance.Divide(people, 3, 3, 3);
        Assert.All(division.Teams, t => Assert.Single(t, id => id <= 3));
        Assert.All(division.Teams, t => Assert.Equal(3, t.Select(id => id % 3).Distinct().Count()));
    }

    [Fact]
    public void Divide_WhatCannotBe_SaysWhyNot()
    {
        var people = Enumerable.Range(1, 5).Select(i => new TeamPerson(i, ParticipantKind.Student, [], [i == 1 ? "de" : "hu"], null)).ToList();
        Assert.Equal([("TooFewPeople", (int?)null), ("TooSmall", 0), ("NoSharedLanguage", 0), ("TooSmall", 1)],
            TeamBalance.Divide([.. people.Select(p => p with { Team = p.Id <= 3 ? 0 : 1 })], 2, 4, 6).Problems.Select(p => (p.Code, p.Team)));
        Assert.Contains(TeamBalance.Divide(people, 1, 2, 4).Problems, p => p is { Code: "TooManyPeople", Count: 5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => TeamBalance.Divide(people, 0, 2, 4));
    }

    [Theory]
    [InlineData(0, 4, 6, 0)]
    [InlineData(3, 4, 6, 1)]
    [InlineData(7, 4, 6, 2)] // Neither fits; two small ones rather than one too large.
    [InlineData(24, 4, 6, 5)]
    [InlineData(12, 4, 6, 2)]
    [InlineData(13, 4, 4, 4)]
    public void Suggest_ForSoMany_IsOfMiddlingSize(int people, int min, int max, int teams) => Assert.Equal(teams, TeamBalance.Suggest(people, min, max));
}
