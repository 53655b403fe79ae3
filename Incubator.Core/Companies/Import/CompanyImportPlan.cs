using Incubator.Core.Documents;

namespace Incubator.Core.Companies;

/// <summary>What an import would do. Nothing of it is written before it is confirmed.</summary>
public sealed record CompanyImportPlan
{
    public required IReadOnlyList<PlannedCompany> Created { get; init; }

    public required IReadOnlyList<PlannedCompany> Changed { get; init; }

    public required int LeftAlone { get; init; }

    /// <summary>Lines that may be a company of the register, or of the file: a person decides, else they are passed over.</summary>
    public required IReadOnlyList<UnsettledCompany> Unsettled { get; init; }

    /// <summary>Lines that are not taken, each with its reason.</summary>
    public required IReadOnlyList<FileProblem> Problems { get; init; }

    public required IReadOnlyList<FileProblem> Notices { get; init; }

    public required string EncodingName { get; init; }

    public required char Separator { get; init; }

    /// <summary>Changes when the register or the file do, not with the choices: what was confirmed is what was shown.</summary>
    public required string Fingerprint { get; init; }

    public bool DoesNothing => Created.Count == 0 && Changed.Count == 0 && Unsettled.Count == 0;
}

public sealed record PlannedCompany(int Line, string Name, string? Settlement, IReadOnlyList<FieldChange> Changes);

public sealed record UnsettledCompany(int Line, string Name, string? Settlement, IReadOnlyList<AlikeCompany> Alike);

/// <param name="Reference">Of the company in the register; null for another line of the same file.</param>
public sealed record AlikeCompany(Guid? Reference, int? OtherLine, string Name, string? Settlement, DuplicateReason Reason);

/// <summary>What a person says of an unsettled line.</summary>
/// <param name="Company">The one it is, to be brought up to date; null: another firm, to be created.</param>
public sealed record ImportChoice(Guid? Company);

public sealed record CompanyImportOutcome(int Created, int Changed, int LeftAlone, int Problems);
