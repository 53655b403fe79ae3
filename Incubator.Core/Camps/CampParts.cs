using Incubator.Core.Data;

namespace Incubator.Core.Camps;

/// <summary>What a new camp takes over from the one it is made after, beside its details; people and challenges are its own.</summary>
internal static class CampParts
{
    public delegate Task Copy(IncubatorDb db, long from, long to, CancellationToken token);

    /// <summary>Each adds its rows to the running transaction; in this order, for what comes later may need what came before.</summary>
    public static readonly IReadOnlyList<Copy> Copied = [SessionCopies.CopyAsync];
}
