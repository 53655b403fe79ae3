namespace Incubator.Core.Camps;

/// <summary>Where a camp's jury stands; a camp without a row is scoring, or has not begun.</summary>
public sealed class JuryRound
{
    private JuryRound() { }

    public long CampId { get; private set; }

    /// <summary>UTC; from then on no score changes.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public long? ClosedById { get; private set; }

    /// <summary>UTC; null: only staff and the chair see the result.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public Guid Version { get; private set; }

    public bool IsClosed => ClosedAt is not null;

    public bool IsPublished => PublishedAt is not null;

    public static JuryRound Of(long campId) => new() { CampId = campId };

    public void Close(DateTimeOffset now, long? personId)
    {
        if (IsClosed) throw new InvalidOperationException("The scoring is closed.");
        (ClosedAt, ClosedById) = (now, personId);
    }

    public void Reopen()
    {
        if (!IsClosed || IsPublished) throw new InvalidOperationException("Only a closed scoring whose result is not public is opened again.");
        (ClosedAt, ClosedById) = (null, null);
    }

    public void Publish(DateTimeOffset now)
    {
        if (!IsClosed) throw new InvalidOperationException("The scoring is not closed.");
        PublishedAt ??= now;
    }

    public void Withdraw() => PublishedAt = null;
}

/// <summary>The chair's word on a team that shares its place with others in all that is counted.</summary>
public sealed class TieOrder
{
    public const int ReasonMaxLength = 500;

    private TieOrder() { }

    public long TeamId { get; private set; }

    public long CampId { get; private set; }

    /// <summary>Among those it ties with, from 1.</summary>
    public int Order { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset DecidedAt { get; private set; }

    public long? DecidedById { get; private set; }

    public static TieOrder Decide(long campId, long teamId, int order, string reason, DateTimeOffset now, long? personId) => new()
    {
        CampId = campId,
        TeamId = teamId,
        Order = order,
        Reason = reason,
        DecidedAt = now,
        DecidedById = personId,
    };
}

/// <summary>
/// The jury's table as it stood: taken at closing and anew when a tie is decided; the latest counts, the earlier ones stay.
/// It names teams, and people by number only: erasing a person leaves it, and its hash, as they are.
/// </summary>
public sealed class JuryProtocol
{
    public const int HashLength = 64;

    private JuryProtocol() { }

    public long Id { get; private set; }

    public long CampId { get; private set; }

    /// <summary>Of this camp, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>SHA-256 of the table, in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>JSON of a <see cref="JuryTable"/>.</summary>
    public string Table { get; private set; } = "";

    public static JuryProtocol Take(long campId, int number, JuryTable table, DateTimeOffset now)
    {
        var (json, hash) = table.Frozen();
        return new JuryProtocol { CampId = campId, Number = number, TakenAt = now, Hash = hash, Table = json };
    }

    public JuryTable Read() => JuryTable.Read(Table);

    /// <summary>Nobody has changed the row behind the program's back.</summary>
    public bool IsSound => JuryTable.HashOf(Table) == Hash;
}
