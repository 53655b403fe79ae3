using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;

namespace Incubator.Web.Pages.Booking;

/// <summary>A reservation as it is typed.</summary>
public sealed record ReserveInput : SlotInput
{
    public List<long?> ResourceIds { get; set; } = [];

    public long CompanyId { get; set; }

    public string? Purpose { get; set; }

    public string? ProjectNote { get; set; }

    public LotUse LotUse { get; set; }

    public string? InternalNote { get; set; }

    public string? OverrideReason { get; set; }

    public Guid SubmissionKey { get; set; }

    public ReserveSlot ToRequest(TimeSlot slot) => new()
    {
        ResourceIds = [.. ResourceIds.OfType<long>()],
        Slot = slot,
        CompanyId = CompanyId,
        Purpose = Purpose ?? "",
        ProjectNote = ProjectNote,
        LotUse = LotUse,
        InternalNote = InternalNote,
        OverrideReason = OverrideReason,
        SubmissionKey = SubmissionKey,
    };
}
