using CsCheck;
using Incubator.Core.Booking;

namespace Incubator.Tests.Booking;

public sealed class UnitPlannerTests
{
    [Fact]
    public void Plan_NineToElevenElevenToThirteenAndNineToThirteen_FitOnTwoUnits()
    {
        // Sat on different units, no single one is free from 9 to 13: one of them has to change.
        Taken[] taken = [Item(1, unit: 1, 9, 11), Item(2, unit: 2, 11, 13)];
        var plan = UnitPlanner.Plan(2, 9, 13, taken);
        Assert.NotNull(plan);
        Assert.Single(plan.Changes);
        AssertFits(2, taken, plan, 9, 13);
    }

    [Fact]
    public void Plan_TouchingIntervals_DoNotAddUp() =>
        Assert.Equal(1, UnitPlanner.Plan(1, 10, 12, [Item(1, 1, 8, 10), Item(2, 1, 12, 14)])?.Unit);

    [Fact]
    public void Plan_PeakReached_IsNone() =>
        Assert.Null(UnitPlanner.Plan(2, 9, 13, [Item(1, 1, 9, 11), Item(2, 2, 10, 12)]));

    [Fact]
    public void Plan_FixedItemsInTheWay_IsNone() =>
        Assert.Null(UnitPlanner.Plan(2, 9, 13, [Item(1, 1, 9, 11) with { Movable = false }, Item(2, 2, 11, 13) with { Movable = false }]));

    [Fact]
    public void Plan_RunningItem_NeverChangesUnit()
    {
        Taken[] taken = [Item(1, 1, 9, 11) with { Movable = false }, Item(2, 2, 11, 13)];
        var plan = UnitPlanner.Plan(2, 9, 13, taken);
        Assert.Equal([(2L, 1)], plan!.Changes);
        Assert.Equal(2, plan.Unit);
    }

    [Fact]
    public void Plan_HeldOnAUnitThatIsNoMore_StillCounts()
    {
        Taken[] taken = [Item(1, 3, 9, 11) with { Movable = false }];
        Assert.NotNull(UnitPlanner.Plan(2, 9, 11, taken));
        Assert.Null(UnitPlanner.Plan(2, 9, 11, [.. taken, Item(2, 1, 9, 11)]));
    }

    [Fact]
    public void Peak_CountsWhatIsHeldAtOnce()
    {
        Assert.Equal(1, UnitPlanner.Peak(0, 100, [Item(1, 1, 9, 11), Item(2, 1, 11, 13), Item(3, 1, 13, 15)]));
        Assert.Equal(2, UnitPlanner.Peak(0, 100, [Item(1, 1, 9, 11), Item(2, 2, 10, 13), Item(3, 1, 11, 15)]));
        Assert.Equal(0, UnitPlanner.Peak(0, 9, [Item(1, 1, 9, 11)]));
    }

    /// <summary>Against trying every assignment: the planner finds a unit exactly where one can be found.</summary>
    [Fact]
    public void Plan_AnyCalendar_FindsAUnitExactlyWhereTryingEverythingDoes() =>
        Gen.Select(Gen.Int[1, 3], Gen.Select(Gen.Int[0, 11], Gen.Int[1, 6], Gen.Bool).List[0, 6], Gen.Int[0, 11], Gen.Int[1, 6])
            .Sample((units, wishes, from, length) =>
            {
                var taken = new List<Taken>();
                foreach (var (start, size, movable) in wishes)
                    if (UnitPlanner.FreeUnit(units, start, start + size, taken) is { } unit)
                        taken.Add(new Taken(unit, start, start + size, taken.Count + 1, null, movable && units > 1));
                var plan = UnitPlanner.Plan(units, from, from + length, taken);
                var possible = TryEverything(units, from, from + length, taken);
                Assert.Equal(possible, plan is not null);
                if (plan is not null) AssertFits(units, taken, plan, from, from + length);
            }, iter: 20_000);

    private static bool TryEverything(int units, int from, int until, List<Taken> taken)
    {
        var movable = taken.Where(t => t.Movable).Append(new Taken(0, from, until, null, null, true)).ToList();
        var combinations = (int)Math.Pow(units, movable.Count);
        for (var n = 0; n < combinations; n++)
        {
            var rest = n;
            var placed = taken.Where(t => !t.Movable).ToList();
            foreach (var item in movable)
            {
                placed.Add(item with { Unit = (rest % units) + 1 });
                rest /= units;
            }

            if (!AnyOverlap(placed)) return true;
        }

        return false;
    }

    private static void AssertFits(int units, IReadOnlyCollection<Taken> taken, UnitPlan plan, int from, int until)
    {
        foreach (var (id, unit) in plan.Changes)
        {
            Assert.True(taken.Single(t => t.ItemId == id).Movable);
            Assert.InRange(unit, 1, units);
        }

        Assert.InRange(plan.Unit, 1, units);
        Assert.False(AnyOverlap(BookingRules.Apply(taken, plan, from, until)));
    }

    private static bool AnyOverlap(List<Taken> placed) =>
        placed.Index().Any(one => placed.Skip(one.Index + 1).Any(o => o.Unit == one.Item.Unit && o.Overlaps(one.Item.From, one.Item.Until)));

    private static Taken Item(long id, int unit, int from, int until) => new(unit, from, until, id, null, true);
}
