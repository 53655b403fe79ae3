using CsCheck;
using Incubator.Core.Cohorts;

namespace Incubator.Tests.Cohorts.Reviews;

public sealed class ReviewAssignmentTests
{
    private static readonly long[] Four = [1, 2, 3, 4];

    [Fact]
    public void Plan_SixApplicationsFourReviewers_SharesEvenly()
    {
        // 6 · 3 = 18 reviews on four: 5, 5, 4, 4.
        var plan = ReviewAssignment.Plan([.. Enumerable.Range(1, 6).Select(a => Free(a))], Four, 3, seed: 7);
        Assert.Empty(plan.Shortages);
        Assert.Equal([4, 4, 5, 5], Loads(plan).Values.Order());
        Assert.All(plan.Made.GroupBy(m => m.ApplicationId), g => Assert.Equal(3, g.Select(m => m.ReviewerId).Distinct().Count()));
    }

    [Fact]
    public void Plan_ByHand_StaysAndCounts()
    {
        // Reviewer 1 has two by hand already; of the two seats left neither is his.
        var plan = ReviewAssignment.Plan([Free(1, 1), Free(2, 1)], [1, 2, 3], 2, seed: 1);
        Assert.Equal(2, plan.Made.Count);
        Assert.DoesNotContain(plan.Made, m => m.ReviewerId == 1);
        Assert.Equal([2L, 3L], plan.Made.Select(m => m.ReviewerId).Order());
    }

    [Fact]
    public void Plan_Barred_NeverGetIt()
    {
        var plan = ReviewAssignment.Plan([Barred(1, (1, AssignmentBar.Conflict), (2, AssignmentBar.SameOrganisation))], Four, 2, seed: 3);
        Assert.Equal([3L, 4L], plan.Made.Select(m => m.ReviewerId));
    }

    [Fact]
    public void Plan_TooFewMayHaveIt_SaysHowManyLackAndWhy()
    {
        var plan = ReviewAssignment.Plan(
            [Barred(1, (1, AssignmentBar.Conflict), (2, AssignmentBar.SameOrganisation), (9, AssignmentBar.Conflict)), Free(2)], [1, 2, 3], 3, seed: 3);
        var shortage = Assert.Single(plan.Shortages);
        Assert.Equal((1L, 2), (shortage.ApplicationId, shortage.Missing));
        // Reviewer 9 is not of this call: his conflict costs nothing.
        Assert.Equal([(AssignmentBar.Conflict, 1), (AssignmentBar.SameOrganisation, 1)], shortage.Barred.OrderBy(b => b.Key).Select(b => (b.Key, b.Value)));
        Assert.Equal(4, plan.Made.Count);
    }

    [Fact]
    public void Plan_GreedyWouldFail_HandsOn()
    {
        // Application 3 may only have reviewer 1; the others make room for it, so that each has one.
        for (var seed = 0; seed < 50; seed++)
        {
            var plan = ReviewAssignment.Plan(
                [Free(1), Free(2), Barred(3, (2, AssignmentBar.Conflict), (3, AssignmentBar.Conflict))], [1, 2, 3], 1, seed);
            Assert.Equal([1, 1, 1], Loads(plan).Values);
        }
    }

    [Fact]
    public void Plan_AnyLab_FillsEverySeatItCanAsEvenlyAsConflictsAllow() => Labs.Sample(lab =>
    {
        var plan = ReviewAssignment.Plan(lab.Applications, lab.Reviewers, lab.Wanted, lab.Seed);
        var all = lab.Applications.SelectMany(a => a.Assigned.Select(r => (a.Id, r))).Concat(plan.Made).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.All(plan.Made, m => Assert.False(lab.Applications.Single(a => a.Id == m.ApplicationId).Barred.ContainsKey(m.ReviewerId)));
        foreach (var application in lab.Applications)
        {
            var may = lab.Reviewers.Count(r => !application.Barred.ContainsKey(r) && !application.Assigned.Contains(r));
            var seats = Math.Max(0, lab.Wanted - application.Assigned.Count);
            Assert.Equal(Math.Min(seats, may), plan.Made.Count(m => m.ApplicationId == application.Id));
            Assert.Equal(Math.Max(0, seats - may), plan.Shortages.SingleOrDefault(s => s.ApplicationId == application.Id)?.Missing ?? 0);
        }

        // No single hand-over evens out the loads any more.
        var loads = lab.Reviewers.ToDictionary(r => r, r => all.Count(p => p.Item2 == r));
        foreach (var (application, reviewer) in plan.Made)
        {
            var barred = lab.Applications.Single(a => a.Id == application);
            foreach (var other in lab.Reviewers.Where(r => !barred.Barred.ContainsKey(r) && !all.Contains((application, r))))
                Assert.True(loads[reviewer] - loads[other] <= 1, $"{application} could go from {reviewer} to {other}.");
        }

        Assert.Equal(Least(lab), loads.Values.Sum(l => l * l));
    }, iter: 400);

    [Fact]
    public void Plan_NoConflicts_LoadsDifferByAtMostOne() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 7], Gen.Int[1, 4], Gen.Int[0, 99]).Sample((applications, reviewers, wanted, seed) =>
        {
            var loads = Loads(ReviewAssignment.Plan(
                [.. Enumerable.Range(1, applications).Select(a => Free(a))], [.. Enumerable.Range(1, reviewers).Select(r => (long)r)], wanted, seed), reviewers);
            Assert.InRange(loads.Values.Max() - loads.Values.Min(), 0, 1);
        });

    [Fact]
    public void Plan_SameSeed_IsTheSameWhateverTheOrder() => Labs.Sample(lab =>
    {
        var first = ReviewAssignment.Plan(lab.Applications, lab.Reviewers, lab.Wanted, lab.Seed);
        var second = ReviewAssignment.Plan([.. lab.Applications.Reverse()], [.. lab.Reviewers.Reverse()], lab.Wanted, lab.Seed);
        Assert.Equal(first.Made, second.Made);
    });

    private sealed record Example(ApplicationToAssign[] Applications, long[] Reviewers, int Wanted, int Seed);

    /// <summary>Each pair of application and reviewer is free, barred or assigned already (0 to 5, 6 and 7, 8).</summary>
    private static readonly Gen<Example> Labs = Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4], Gen.Int[0, 3], Gen.Int[0, 8].Array[16], Gen.Int[0, 1000])
        .Select((applications, reviewers, wanted, pairs, seed) =>
        {
            long[] pool = [.. Enumerable.Range(1, reviewers).Select(r => (long)r)];
            return new Example([.. Enumerable.Range(0, applications).Select(a => new ApplicationToAssign(a + 1,
                [.. pool.Where(r => pairs[(a * 4) + (int)r - 1] == 8)],
                pool.Where(r => pairs[(a * 4) + (int)r - 1] is 6 or 7).ToDictionary(r => r, _ => AssignmentBar.Conflict)))], pool, wanted, seed);
        });

    /// <summary>The least sum of squared loads there is, by trying every way to fill the seats.</summary>
    private static int Least(Example lab)
    {
        var loads = lab.Reviewers.ToDictionary(r => r, r => lab.Applications.Count(a => a.Assigned.Contains(r)));
        return Try(0);

        int Try(int at)
        {
            if (at == lab.Applications.Length) return loads.Values.Sum(l => l * l);
            var application = lab.Applications[at];
            long[] may = [.. lab.Reviewers.Where(r => !application.Barred.ContainsKey(r) && !application.Assigned.Contains(r))];
            var seats = Math.Min(Math.Max(0, lab.Wanted - application.Assigned.Count), may.Length);
            var least = int.MaxValue;
            for (var choice = 0; choice < 1 << may.Length; choice++)
            {
                if (int.PopCount(choice) != seats) continue;
                for (var i = 0; i < may.Length; i++) loads[may[i]] += (choice >> i) & 1;
                least = Math.Min(least, Try(at + 1));
                for (var i = 0; i < may.Length; i++) loads[may[i]] -= (choice >> i) & 1;
            }

            return least;
        }
    }

    private static Dictionary<long, int> Loads(AssignmentPlan plan, int reviewers = 0) =>
        plan.Made.Select(m => m.ReviewerId).Concat(Enumerable.Range(1, reviewers).Select(r => (long)r)).Distinct()
            .ToDictionary(r => r, r => plan.Made.Count(m => m.ReviewerId == r));

    private static ApplicationToAssign Free(long id, params long[] assigned) => new(id, assigned, new Dictionary<long, AssignmentBar>());

    private static ApplicationToAssign Barred(long id, params (long Reviewer, AssignmentBar Why)[] barred) =>
        new(id, [], barred.ToDictionary(b => b.Reviewer, b => b.Why));
}
