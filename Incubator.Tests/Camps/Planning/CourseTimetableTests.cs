using Incubator.Core.Camps;
using Incubator.Tests.Host;
using Microsoft.Extensions.Time.Testing;

namespace Incubator.Tests.Camps;

/// <summary>The planner's core on another problem: the course timetables of ITC-2007 (files are read where they lie and not part of the product).</summary>
public sealed class CourseTimetableTests
{
    private static readonly string Shared = House.Path("..", "shared", "data", "itc2007_cbctt");

    /// <summary>Costs as the competition's validator has them, in the order capacity, working days, compactness, stability.</summary>
    [Theory]
    [InlineData("comp01", 5, 4, 0, 0, 1)]
    [InlineData("comp02", 36, 0, 10, 26, 0)]
    [InlineData("comp03", 66, 0, 20, 46, 0)]
    public void Judge_ShippedSolution_CostsWhatTheCompetitionSays(string name, int total, params int[] byRule)
    {
        var timetable = Read(name);
        var judgement = ClashFinder.Judge(new(timetable.ToProblem()), CourseTimetable.ReadSolution(Path.Combine(Shared, $"{name}.sol")), i => CourseRules.Of(timetable, i));
        Assert.Empty(judgement.Clashes);
        Assert.Empty(judgement.Unplaced);
        string[] rules = ["RoomCapacity", "MinWorkingDays", "CurriculumCompactness", "RoomStability"];
        Assert.Equal(byRule, rules.Select(r => judgement.Penalties.Where(p => p.Rule == r).Sum(p => p.Amount)));
        Assert.Equal(total, judgement.Penalty);
    }

    [Fact]
    public void Judge_LecturesOfOneTeacherAtOneTime_Clash()
    {
        var timetable = Read("comp01");
        var index = new PlanIndex(timetable.ToProblem());
        var plan = CourseTimetable.ReadSolution(Path.Combine(Shared, "comp01.sol"));
        var place = plan.PlaceOf("c0001/1")!;
        Assert.Contains(ClashFinder.Find(index, plan.With("c0001/0", place with { Room = "S" })), c =>
            (c.Rule, c.Activity, c.Other, c.Thing) == (PlanRule.PersonTwice, "c0001/0", "c0001/1", new PlanThing(PlanThingKind.Person, "t000")));
    }

    [Fact]
    public void Run_Comp01_PlacesAllLecturesWithoutAClash()
    {
        var timetable = Read("comp01");
        var outcome = new PlanSearch(new FakeTimeProvider(), i => CourseRules.Of(timetable, i)).Run(timetable.ToProblem(), new() { Moves = 200_000 });
        Assert.Empty(outcome.Judgement.Clashes);
        Assert.Empty(outcome.Judgement.Unplaced);
        Assert.InRange(outcome.Judgement.Penalty, 5, 60);
    }

    private static CourseTimetable Read(string name)
    {
        var file = Path.Combine(Shared, $"{name}.ctt");
        Assert.SkipUnless(File.Exists(file), $"../shared/data/itc2007_cbctt/{name}.ctt is not here.");
        return CourseTimetable.Read(file);
    }
}
