using System.Diagnostics;

namespace Incubator.Benchmarks;

/// <summary>Asks for a page over kept-alive connections as fast as the answers come.</summary>
internal static class Load
{
    public static async Task<double> RateAsync(Func<HttpClient> newClient, string path, TimeSpan time, int users)
    {
        await RunAsync(newClient, path, TimeSpan.FromSeconds(2), users);
        return await RunAsync(newClient, path, time, users);
    }

    public static double Percentile(List<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];

    private static async Task<double> RunAsync(Func<HttpClient> newClient, string path, TimeSpan time, int users)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, users).Select(_ => Task.Run(async () =>
        {
            using var client = newClient();
            var count = 0;
            var buffer = new byte[64 * 1024];
            while (watch.Elapsed < time)
            {
                // Read and dropped: what the asking costs on the same machine stays small beside the answer.
                using var response = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
                response.EnsureSuccessStatusCode();
                await using var body = await response.Content.ReadAsStreamAsync();
                while (await body.ReadAsync(buffer) > 0) continue;
                count++;
            }

            return count;
        })));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }
}
