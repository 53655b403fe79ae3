namespace Incubator.Core.Jobs;

/// <summary>What is known of a job's last run, and of its last success and failure. One row per job.</summary>
public sealed class JobState
{
    public const int NameMaxLength = 80;
    public const int DidMaxLength = 1000;
    public const int FailureMaxLength = 1000;

    private JobState() { }

    /// <summary>The class's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>Of the last run that ended, well or not (UTC).</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How long the last run took, in milliseconds.</summary>
    public int Took { get; private set; }

    /// <summary>When the last run that succeeded began (UTC); what is due daily counts from here.</summary>
    public DateTimeOffset? SucceededAt { get; private set; }

    /// <summary>Of a job that must not judge what happened in its absence: since when it has looked without a longer pause (UTC).</summary>
    public DateTimeOffset? WatchingSince { get; private set; }

    /// <summary>The last run that did anything: its report as JSON, and when (UTC).</summary>
    public string? Did { get; private set; }

    public DateTimeOffset? DidAt { get; private set; }

    /// <summary>Why the last failing run failed; stays until a run succeeds.</summary>
    public string? Failure { get; private set; }

    public DateTimeOffset? FailedAt { get; private set; }

    public static JobState Create(string name) => new() { Name = name };

    public void Start(DateTimeOffset now) => StartedAt = now;

    public void Succeed(DateTimeOffset began, DateTimeOffset now, string? did)
    {
        (EndedAt, Took, SucceededAt, Failure, FailedAt) = (now, Milliseconds(now - began), began, null, null);
        if (did is not null) (Did, DidAt) = (did, now);
    }

    public void Fail(DateTimeOffset began, DateTimeOffset now, string why) =>
        (EndedAt, Took, Failure, FailedAt) = (now, Milliseconds(now - began), why.Length > FailureMaxLength ? why[..FailureMaxLength] : why, now);

    private static int Milliseconds(TimeSpan time) => (int)Math.Clamp(time.TotalMilliseconds, 0, int.MaxValue);
}
