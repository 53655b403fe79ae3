namespace Incubator.Core.Booking;

/// <summary>
/// What holds one unit over the quarters [From, Until): a reservation's item with its buffers, or maintenance.
/// Whose it is stands here only where the reader may know it.
/// </summary>
public sealed record Hold(long ResourceId, int Unit, int From, int Until)
{
    /// <summary>In quarters, inside [From, Until).</summary>
    public int Setup { get; init; }

    /// <summary>In quarters, inside [From, Until).</summary>
    public int Cleanup { get; init; }

    public bool IsMaintenance { get; init; }

    /// <summary>Of a company that the reader belongs to.</summary>
    public bool IsMine { get; init; }

    public ReservationState? State { get; init; }

    /// <summary>Null: the reader may not open it.</summary>
    public Guid? Reference { get; init; }

    public string? Number { get; init; }

    /// <summary>For staff only.</summary>
    public string? Company { get; init; }

    public int UseFrom => From + Setup;

    public int UseUntil => Until - Cleanup;
}
