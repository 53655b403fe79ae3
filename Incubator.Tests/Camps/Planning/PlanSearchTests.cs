using Incubator.Core.Camps;
using Microsoft.Extensions.Time.Testing;
using static Incubator.Tests.Camps.PlanGround;

namespace Incubator.Tests.Camps;

public sealed class PlanSearchTests
{
    private static readonly PlanRequest Short = new() { Moves = 20_000, TimeLimit = TimeSpan.FromMinutes(1) };

    [Fact]
    public void Run_TwoTeams_GoThroughTheirPhasesWithoutAClash()
    {
        var outcome = Run(TwoTeams());
        Assert.Empty(outcome.Judgement.Clashes);
        Assert.Empty(outcome.Judgement.Unplaced);
        Assert.Empty(outcome.LeftOut);
        Assert.Empty(outcome.Obstacles);
        Assert.Equal(0, outcome.Judgement.Penalty);
        Assert.Equal(PlanEnd.Perfect, outcome.End);
    }

    [Fact]
    public void Run_Pinned_StaysWhereItIsEvenInAClash()
    {
        var camp = TwoTeams();
        PlanPlace early = new(At(7), "nook"), late = new(At(16, 1), "hall");
        camp = camp with { Activities = [.. camp.Activities.Select(a => a.Key switch { "red lab" => a with { Pin = early }, "blue pitch" => a with { Pin = late }, _ => a })] };
        var outcome = Run(camp);
        Assert.Equal((early, late), (outcome.Plan.PlaceOf("red lab"), outcome.Plan.PlaceOf("blue pitch")));
        Assert.Contains(outcome.Judgement.Clashes, c => c.Rule == PlanRule.OutsideOpening && c.Activity == "red lab");
        Assert.All(outcome.Judgement.Clashes, c => Assert.Equal("red lab", c.Activity));
        // The briefing of both had to be before seven: it can't be placed, and that is why.
        Assert.Equal(["brief"], outcome.Judgement.Unplaced);
        Assert.Equal(PlanRule.OrderBroken, Assert.Single(Assert.Single(outcome.LeftOut).Together).Rule);
    }

    [Fact]
    public void Run_PinnedTime_LeavesTheRoomToTheSearch()
    {
        var outcome = Run(Camp(Talk("a") with { Pin = new(At(10)) }, Talk("b") with { Pin = new(At(10), "hall") }));
        Assert.Equal(new PlanPlace(At(10), "nook"), outcome.Plan.PlaceOf("a"));
    }

    [Fact]
    public void Run_SameSeed_GivesTheSamePlan()
    {
        var camp = TwoTeams() with { Weights = new() { IdleTime = 5 } };
        Assert.Equal(Run(camp, Short with { Seed = 7 }).Plan.Places, Run(camp, Short with { Seed = 7 }).Plan.Places);
    }

    [Fact]
    public void Run_GoodStart_IsNeverMadeWorse()
    {
        var camp = Camp(Talk("a").For("red"), Talk("b").For("red"), Talk("c") with { Wishes = [new(["hall"], []), new(["nook"], [])] });
        var start = Places(("a", 9, "hall"), ("b", 10, "hall"), ("c", 16, "nook"));
        var outcome = Run(camp, Short with { Start = start, Moves = 1 });
        Assert.Equal(1, outcome.Judgement.Penalty);
        Assert.Equal(start.Places, outcome.Plan.Places);
        // Off the grid is as good as on it, as long as no rule forbids it.
        start = start.With("c", new(At(16 - 1 / 60.0), "nook"));
        Assert.Equal(start.Places, Run(camp, Short with { Start = start, Moves = 1 }).Plan.Places);
    }

    [Fact]
    public void Run_StartThatTheSearchWouldNotMake_IsKeptWhereNothingBetterIsFound()
    {
        var camp = Camp(Talk("a") with { NeedsRoom = false, Wishes = [new(["hall"], [])] });
        var start = Places(("a", 9, "hall"));
        Assert.Equal(start.Places, Run(camp, Short with { Start = start, Moves = 100 }).Plan.Places);
    }

    [Fact]
    public void Run_CancelledBeforeAnything_AnswersWithTheStart()
    {
        var start = Places(("brief", 9, "hall"));
        var outcome = new PlanSearch(new FakeTimeProvider()).Run(TwoTeams(), Short with { Start = start }, cancel: new(canceled: true));
        Assert.Equal((PlanEnd.Cancelled, 0L), (outcome.End, outcome.Moves));
        Assert.Equal(start.Places, outcome.Plan.Places);
    }

    [Fact]
    public void Run_CancelledOnTheWay_AnswersWithTheBestSoFar()
    {
        using var stop = new CancellationTokenSource();
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(100) };
        var told = new List<PlanProgress>();
        var outcome = new PlanSearch(clock).Run(Tight(), new() { TimeLimit = TimeSpan.FromHours(1) }, new Told(p =>
        {
            told.Add(p);
            if (told.Count == 3) stop.Cancel();
        }), stop.Token);
        Assert.Equal(PlanEnd.Cancelled, outcome.End);
        Assert.Equal((outcome.Judgement.Unplaced.Count, outcome.Judgement.Penalty), (told[^1].Unplaced, told[^1].Penalty));
        Assert.True(told[0].Penalty >= told[^1].Penalty && told[0].Share < told[1].Share);
    }

    [Fact]
    public void Run_TimeIsUp_Ends()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(100) };
        var outcome = new PlanSearch(clock).Run(Tight(), new() { TimeLimit = TimeSpan.FromSeconds(2) });
        Assert.Equal(PlanEnd.TimeLimit, outcome.End);
        Assert.InRange(outcome.Moves, 1, 20 * 512);
    }

    [Fact]
    public void Run_MoreThanFits_PlacesWhatItCanAndSaysWhatRefusesTheRest()
    {
        // Five hours for one hall of four hours; the other room is too small, and Ann is there until one o'clock only.
        var camp = Camp([.. Enumerable.Range(1, 5).Select(i => (Talk($"talk {i}") with { Headcount = 20 }).With("ann"))]);
        var outcome = Run(camp);
        var left = Assert.Single(outcome.LeftOut);
        Assert.Equal(outcome.Judgement.Unplaced, [left.Activity]);
        Assert.Equal(0, left.Free);
        Assert.Equal([PlanRule.PersonAway, PlanRule.PersonTwice], left.Together.Select(r => r.Rule).Order());
        Assert.All(left.Together, r => Assert.Equal([Person("ann")], r.Things));
        Assert.Equal(4, left.Together.Single(r => r.Rule == PlanRule.PersonTwice).Others.Count);
        Assert.Contains(left.Reasons, r => r.Rule == PlanRule.RoomTooSmall && r.Refused * 2 == left.Places);
        var proof = Assert.Single(outcome.Obstacles);
        Assert.Equal((ObstacleKind.PersonOverbooked, 300, 240), (proof.Kind, proof.Needed, proof.There));
    }

    [Fact]
    public void Run_NothingToDo_EndsAtOnce()
    {
        Assert.Equal(PlanEnd.Perfect, Run(Camp()).End);
        var impossible = Run(Camp(Talk("a") with { Headcount = 50 }, Talk("b") with { Pin = new(At(9), "hall"), Wishes = [new(["nook"], [])] }));
        Assert.Equal(PlanEnd.NothingToMove, impossible.End);
        Assert.Equal(["a"], impossible.Judgement.Unplaced);
    }

    private static PlanOutcome Run(PlanProblem problem, PlanRequest? request = null) => new PlanSearch(new FakeTimeProvider()).Run(problem, request ?? Short);

    private static PlanProblem TwoTeams() => Camp(
        Talk("brief").For("red", "blue").With("mia") with { Phase = 0, Headcount = 12 },
        Talk("red lab", 120).For("red").On("dryer") with { Phase = 1 },
        Talk("blue lab", 120).For("blue").On("dryer") with { Phase = 1 },
        Talk("red advice", 45).For("red").With("mia", PlanRole.Mentor) with { Phase = 2 },
        Talk("blue advice", 45).For("blue").With("ann", PlanRole.Mentor) with { Phase = 2, Windows = [Slot(9, 17, 1)] },
        Talk("red pitch", 30).For("red").With("jo", PlanRole.Juror) with { Phase = 3 },
        Talk("blue pitch", 30).For("blue").With("mia", PlanRole.Juror) with { Phase = 3 }) with
    {
        People = [new() { Key = "mia" }, new() { Key = "jo", Company = "mill" }, new() { Key = "ann" }],
    };

    /// <summary>Wishes that can't all be kept, so that the search never ends by itself.</summary>
    private static PlanProblem Tight() => Camp([.. Enumerable.Range(1, 12).Select(i =>
        Talk($"a{i}").For(i % 2 == 0 ? "red" : "blue") with { Wishes = [new([i % 3 == 0 ? "hall" : "nook"], [Slot(9, 11)])] })]);

    private sealed class Told(Action<PlanProgress> tell) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value) => tell(value);
    }
}
