using Incubator.Core.Documents;

namespace Incubator.Core.Booking;

/// <summary>What an import would do. Nothing of it is written before it is confirmed.</summary>
public sealed record ImportPlan
{
    public required IReadOnlyList<PlannedResource> Created { get; init; }

    public required IReadOnlyList<PlannedResource> Changed { get; init; }

    public required int LeftAlone { get; init; }

    /// <summary>Lines that are not taken, each with its reason.</summary>
    public required IReadOnlyList<FileProblem> Problems { get; init; }

    public required IReadOnlyList<FileProblem> Notices { get; init; }

    public required IReadOnlyList<string> NewCategories { get; init; }

    public required IReadOnlyList<string> NewSites { get; init; }

    public required string EncodingName { get; init; }

    public required char Separator { get; init; }

    /// <summary>Changes when the lab's data or the file do: what was confirmed is what was shown.</summary>
    public required string Fingerprint { get; init; }

    public bool DoesNothing => Created.Count == 0 && Changed.Count == 0;
}

public sealed record PlannedResource(int Line, string Code, string NameHu, string NameEn, IReadOnlyList<FieldChange> Changes);

/// <param name="Overbooked">Codes of resources with fewer units now than are booked at some time; what is booked stays.</param>
public sealed record ImportOutcome(int Created, int Changed, int LeftAlone, int Problems, IReadOnlyList<string> Overbooked);
