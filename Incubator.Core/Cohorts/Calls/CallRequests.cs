namespace Incubator.Core.Cohorts;

/// <summary>A call as staff want it from now on.</summary>
public sealed record EditCall
{
    public required Guid Reference { get; init; }

    public required CallDetails Details { get; init; }

    /// <summary>Why the dates of a published call move; wanted only then.</summary>
    public string? Reason { get; init; }

    /// <summary>The version the editor saw; another means that the page went stale.</summary>
    public required Guid SeenVersion { get; init; }
}

/// <summary>Which way something goes in its list.</summary>
public enum Move
{
    Up = 0,
    Down = 1,
}
