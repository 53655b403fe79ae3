using System.ComponentModel.DataAnnotations;
using Incubator.Core.Cohorts;

namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>What the form of a decision holds.</summary>
public sealed class DecisionInput
{
    /// <summary>In <see cref="CompanyId"/>: none of those that look like it.</summary>
    public const string New = "new";

    [Required]
    public DecisionKind? Kind { get; set; }

    [Range(1, Decision.MaxReserveOrder)]
    public int? ReserveOrder { get; set; }

    [Required, StringLength(Decision.ReasonMaxLength)]
    public string? PublicReason { get; set; }

    [StringLength(Decision.ReasonMaxLength)]
    public string? InternalNote { get; set; }

    [StringLength(Decision.CorrectionMaxLength)]
    public string? CorrectionReason { get; set; }

    /// <summary>Id of a company that looks like it, or <see cref="New"/>.</summary>
    [StringLength(20)]
    public string? CompanyId { get; set; }

    public Guid Version { get; set; }

    public Guid SubmissionKey { get; set; }

    /// <summary>Back from the preview to the form.</summary>
    public bool Again { get; set; }
}
