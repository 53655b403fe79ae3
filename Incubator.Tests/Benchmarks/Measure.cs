using System.Globalization;
using Incubator.Core.Companies;

namespace Incubator.Benchmarks;

/// <summary>
/// The promises of speed, measured: <c>dotnet run -c Release --project Incubator.Tests/Benchmarks -- [a|b|c|d|e|reminders|companies|outbox|all] [FOLDER] [SIZES]</c>.
/// The databases (1 thousand, 100 thousand, 1 million reservations) are made in FOLDER once and used again. Other sizes, as "1000,2000",
/// are for trying the tool out. By itself: <c>planner [SECONDS] [SEEDS]</c>, see <see cref="PlannerRuns"/>.
/// </summary>
internal static class Measure
{
    private static int[] Sizes = [1_000, 100_000, 1_000_000];
    private static readonly List<(string What, string Measured, string Target, bool Met)> Table = [];

    private static async Task<int> Main(string[] args)
    {
        var what = args.FirstOrDefault() ?? "all";
        if (what == "planner") return PlannerRuns.Run(args);
        var folder = args.ElementAtOrDefault(1) ?? Path.Combine(Path.GetTempPath(), "incubator-benchmarks");
        if (args.ElementAtOrDefault(2) is { } sizes) Sizes = [.. sizes.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
        var labs = new Dictionary<int, LoadedLab>();
        foreach (var size in what is "companies" or "outbox" ? [] : Sizes)
        {
            Console.Error.WriteLine($"opening a lab with {size:N0} reservations …");
            labs[size] = await LoadedLab.OpenAsync(folder, size);
        }

        if (what is "a" or "all") await DayViewAsync(labs);
        if (what is "b" or "all") await AgainstStaticPageAsync(labs[Sizes[0]]);
        if (what is "c" or "d" or "all") await BookingsAsync(labs);
        if (what is "e" or "all") await FindAsync(labs[Sizes[^1]]);
        if (what is "reminders" or "all") await RemindersAsync(labs);
        if (what is "companies" or "all") await RegisterAsync(folder);
        if (what is "outbox" or "all") await OutboxAsync(folder);

        Console.WriteLine($"{"what",-64} {"measured",-34} {"target",-14} met");
        foreach (var (name, measured, target, met) in Table) Console.WriteLine($"{name,-64} {measured,-34} {target,-14} {(met ? "yes" : "NO")}");
        foreach (var lab in labs.Values) lab.Dispose();
        return Table.All(t => t.Met) ? 0 : 1;
    }

    private static async Task DayViewAsync(Dictionary<int, LoadedLab> labs)
    {
        var figures = new Dictionary<int, (double Ms, double Kb)>();
        foreach (var (size, lab) in labs) figures[size] = await lab.DayViewAsync(requests: 400);
        // Twice around, so that the first one measured is not the only one to pay for compiling.
        foreach (var (size, lab) in labs) figures[size] = await lab.DayViewAsync(requests: 400);
        var (small, big) = (figures[Sizes[0]], figures[Sizes[^1]]);
        foreach (var (size, (ms, kb)) in figures) Say($"a  day view drawn anew, {size:N0} reservations", $"{ms:0.00} ms, {kb:0} KB", "", true);
        Say($"a  time at {Sizes[^1]:N0} against {Sizes[0]:N0}", $"{big.Ms / small.Ms:0.00}x", "<= 1.2x", big.Ms / small.Ms <= 1.2);
        Say($"a  allocations at {Sizes[^1]:N0} against {Sizes[0]:N0}", $"{big.Kb / small.Kb:0.00}x", "<= 1.2x", big.Kb / small.Kb <= 1.2);
    }

    private static async Task AgainstStaticPageAsync(LoadedLab lab)
    {
        var page = await lab.DayPageAsync();
        await using var bare = await StillPage.ServeAsync();
        int begin = page.IndexOf("<main", StringComparison.Ordinal), end = page.IndexOf("</main>", StringComparison.Ordinal);
        var seconds = TimeSpan.FromSeconds(6);
        var rates = new List<(double Day, double Still, double Bare)>();
        for (var round = 0; round < 4; round++)
        {
            StillPage.Html = page;
            var bareRate = await Load.RateAsync(bare.NewClient, "/still", seconds, users: 8);
            // In the house's own frame only the middle of the page is needed for the same size.
            StillPage.Html = page[(page.IndexOf('>', begin) + 1)..end];
            var stillRate = await Load.RateAsync(lab.NewClient, "/still", seconds, users: 8);
            var day = await Load.RateAsync(lab.NewClient, lab.DayPath, seconds, users: 8);
            // The first round warms all up: the compiler is still at work in it.
            if (round > 0) rates.Add((day, stillRate, bareRate));
        }

        var (d, s, b) = rates.OrderBy(r => r.Day / r.Still).ElementAt(1);
        Say($"b  day view between changes, static page in the same host ({page.Length:N0} characters)", $"{d:0}/s, {s:0}/s: {d / s:0.00}", ">= 0.33", d / s >= 1.0 / 3);
        Say("b  the same against a bare host: no sign-in, no layout, no headers", $"{d:0}/s, {b:0}/s: {d / b:0.00}", "", true);
    }

    private static async Task BookingsAsync(Dictionary<int, LoadedLab> labs)
    {
        var medians = new Dictionary<int, double>();
        foreach (var size in new[] { Sizes[0], Sizes[^1] })
        {
            var lab = labs[size];
            await lab.BookAsync(users: 16, each: 20);
            var bare = lab.BareInsertRate(2_000);
            var (rate, p50, p99, errors) = await lab.BookAsync(users: 16, each: 125);
            medians[size] = await lab.MedianBookingAsync(400);
            Say($"c  bookings by 16 users over HTTP, {size:N0} there", $"{rate:0}/s of {bare:0}/s bare: {rate / bare:0.00}", ">= 0.125", rate / bare >= 0.125);
            Say($"d  p99 against p50, errors, {size:N0} there", $"{p50:0.0} ms, {p99:0.0} ms: {p99 / p50:0.0}x, {errors}", "< 10x, 0", p99 / p50 < 10 && errors == 0);
        }

        var ratio = medians[Sizes[^1]] / medians[Sizes[0]];
        Say($"d  median booking at {Sizes[^1]:N0} against {Sizes[0]:N0}",
            $"{medians[Sizes[^1]]:0.00} ms, {medians[Sizes[0]]:0.00} ms: {ratio:0.00}x", "<= 1.2x", ratio <= 1.2);
    }

    private static async Task FindAsync(LoadedLab lab)
    {
        var ms = await lab.FindAsync(60);
        Say($"e  find a free time, 60 resources, 30 days, {Sizes[^1]:N0}", $"{ms.ToString("0.0", CultureInfo.InvariantCulture)} ms", "< 50 ms", ms < 50);
    }

    private static async Task RemindersAsync(Dictionary<int, LoadedLab> labs)
    {
        await labs[Sizes[1]].RemindAsync(1_000);
        var (few, many) = (await labs[Sizes[1]].RemindAsync(10_000), await labs[Sizes[^1]].RemindAsync(10_000));
        Say($"h  1,000 due reservations reminded of, {Sizes[1]:N0} and {Sizes[^1]:N0} there", $"{few:0} ms, {many:0} ms: {many / few:0.00}x", "<= 1.2x", many / few <= 1.2);
    }

    private static async Task OutboxAsync(string folder)
    {
        // The first round warms up.
        await FullOutbox.MeasureAsync(folder, 1_000);
        var small = await FullOutbox.MeasureAsync(folder, 10_000);
        var big = await FullOutbox.MeasureAsync(folder, 1_000_000);
        double queued = big.Queued / small.Queued, delivered = big.Delivered / small.Delivered;
        Say("g  1,000 due notices queued, 10 thousand and 1 million kept", $"{small.Queued:0} ms, {big.Queued:0} ms: {queued:0.00}x", "<= 1.2x", queued <= 1.2);
        Say("g  1,000 taken, handed over, crossed off", $"{small.Delivered:0} ms, {big.Delivered:0} ms: {delivered:0.00}x", "<= 1.2x", delivered <= 1.2);
    }

    private static async Task RegisterAsync(string folder)
    {
        using var small = await RegisterLab.OpenAsync(folder, 100);
        using var big = await RegisterLab.OpenAsync(folder, 10_000);
        var name = CompanyNames.Fold(RegisterLab.NameOf(42))[0];
        await CompareAsync("list", lab => lab.PageAsync("/companies", 200));
        await CompareAsync("list, members of a kind", lab => lab.PageAsync("/companies?Filter.Kind=Cohort", 200));
        await CompareAsync("search for a name", lab => lab.PageAsync($"/companies?q={name}", 200));
        await CompareAsync("search for a settlement", lab => lab.PageAsync("/companies?q=nadudvar", 200));
        await CompareAsync("duplicate check while putting one in", lab => lab.DuplicateCheckAsync(200));

        async Task CompareAsync(string what, Func<RegisterLab, Task<double>> measure)
        {
            // Twice around, so that the first one measured is not the only one to pay for compiling.
            _ = await measure(small);
            _ = await measure(big);
            var (few, many) = (await measure(small), await measure(big));
            Say($"f  {what}, 100 and 10,000 companies", $"{few:0.0} ms, {many:0.0} ms: {many / few:0.00}x", "< 3x", many / few < 3);
        }
    }

    private static void Say(string what, string measured, string target, bool met) => Table.Add((what, measured, target, met));
}
