using Incubator.Core.Common;

namespace Incubator.Core.Cohorts;

/// <summary>How long an application is kept that came to nothing; then the person goes and the count stays. Pure.</summary>
public static class ApplicationRetention
{
    /// <summary>Days after the call closed.</summary>
    public const int DraftDays = 90;

    /// <summary>After the decision, or after it was withdrawn.</summary>
    public const int Years = 2;

    /// <summary>First local day on which it may be deleted; null: kept with the company, not decided yet, or forgotten already.</summary>
    public static DateOnly? DeleteAfter(Application application, DateTimeOffset callClosesAt) => application.ForgottenAt is not null ? null : application.State switch
    {
        ApplicationState.Draft => LabTime.DateOf(callClosesAt).AddDays(DraftDays),
        ApplicationState.Withdrawn or ApplicationState.Rejected when application.EndedAt is { } ended => LabTime.DateOf(ended).AddYears(Years),
        _ => null,
    };
}
