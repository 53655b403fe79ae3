namespace Incubator.Core.Jobs;

/// <summary>Goes through what is due, one by one.</summary>
public static class Sweep
{
    /// <summary>What fails is left for the next run and does not stop the rest.</summary>
    /// <returns>The sum of what was done.</returns>
    /// <exception cref="AggregateException">After the last one, with all that failed.</exception>
    public static async Task<int> EachAsync<T>(IEnumerable<T> due, Func<T, Task<int>> act, CancellationToken cancel)
    {
        var done = 0;
        var failures = new List<Exception>();
        foreach (var one in due)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                done += await act(one);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(failure);
            }
        }

        return failures.Count == 0 ? done : throw new AggregateException($"{failures.Count} of them failed.", failures);
    }
}
