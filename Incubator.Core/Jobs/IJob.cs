namespace Incubator.Core.Jobs;

/// <summary>
/// A catch-up sweep over what is due and not yet done: the truth is in the room's own tables, so that it may run twice at once,
/// three hours late, or across a change of clocks. <c>Startup/Schedule.cs</c> says how often.
/// </summary>
public interface IJob
{
    /// <returns>What it did, for the page of jobs.</returns>
    Task<JobReport> RunAsync(CancellationToken cancel = default);
}

/// <summary>What a run did: how many of what ("Sent", 3); the page puts the words.</summary>
public sealed record JobReport(IReadOnlyDictionary<string, int> Did)
{
    public static readonly JobReport Nothing = new(new Dictionary<string, int>());

    public static JobReport Of(string what, int count) => Nothing.And(what, count);

    /// <summary>Counts of nought are left out.</summary>
    public JobReport And(string what, int count) =>
        count == 0 ? this : new(new Dictionary<string, int>(Did) { [what] = Did.GetValueOrDefault(what) + count });
}
