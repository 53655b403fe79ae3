namespace Incubator.Core.Cohorts;

public enum DecisionKind
{
    Admit = 0,
    Reserve = 1,
    Reject = 2,
}

/// <summary>
/// What was decided on an application. Never changed: a correction is a further row that names the one it takes the place of; the
/// latest counts.
/// </summary>
public sealed class Decision
{
    public const int ReasonMaxLength = 2000;
    public const int CorrectionMaxLength = 500;
    public const int MaxReserveOrder = 999;

    private Decision() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long ApplicationId { get; private set; }

    /// <summary>The ranking as it stood.</summary>
    public long SnapshotId { get; private set; }

    public DecisionKind Kind { get; private set; }

    /// <summary>Place on the call's reserve list, from 1; of those only.</summary>
    public int? ReserveOrder { get; private set; }

    /// <summary>For the applicant, in the applicant's language.</summary>
    public string PublicReason { get; private set; } = "";

    /// <summary>For staff.</summary>
    public string? InternalNote { get; private set; }

    public long? CorrectsId { get; private set; }

    /// <summary>Why an earlier decision was changed; of corrections only.</summary>
    public string? CorrectionReason { get; private set; }

    /// <summary>What was admitted.</summary>
    public long? CompanyId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset DecidedAt { get; private set; }

    public long? DecidedById { get; private set; }

    /// <summary>Of the form that was sent: the same form sent twice decides once.</summary>
    public Guid SubmissionKey { get; private set; }

    internal static Decision Make(
        long applicationId, long snapshotId, DecideApplication wanted, Decision? corrects, long? companyId, long? decidedById, DateTimeOffset now) => new()
        {
            Reference = Guid.NewGuid(),
            ApplicationId = applicationId,
            SnapshotId = snapshotId,
            Kind = wanted.Kind,
            ReserveOrder = wanted.Kind == DecisionKind.Reserve ? wanted.ReserveOrder : null,
            PublicReason = wanted.PublicReason,
            InternalNote = wanted.InternalNote,
            CorrectsId = corrects?.Id,
            CorrectionReason = corrects is null ? null : wanted.CorrectionReason,
            CompanyId = companyId,
            DecidedAt = now,
            DecidedById = decidedById,
            SubmissionKey = wanted.SubmissionKey,
        };
}

/// <summary>A call's ranking as it stood when something was decided; kept whole, so that later reviews and rubrics change nothing in it.</summary>
public sealed class RankSnapshot
{
    public const int HashLength = 64;

    private RankSnapshot() { }

    public long Id { get; private set; }

    public long CallId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>SHA-256 of the table; decisions made on the same ranking share one snapshot.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>JSON of a <see cref="RankTable"/>.</summary>
    public string Table { get; private set; } = "";

    public static RankSnapshot Take(long callId, RankTable table, DateTimeOffset now)
    {
        var (json, hash) = table.Frozen();
        return new RankSnapshot { CallId = callId, TakenAt = now, Hash = hash, Table = json };
    }

    public RankTable Read() => RankTable.Read(Table);
}
