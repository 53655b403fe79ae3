using Incubator.Core.Camps;

namespace Incubator.Web.Pages.Camps.FollowUp;

/// <summary>The addresses of what comes after a camp: quality records, follow-up and reports.</summary>
public static class FollowUpLinks
{
    public const string Reports = "/camps/reports";

    public static string Quality(Guid challenge) => $"/camps/challenges/{challenge}/quality";

    public static string NewLot(Guid challenge, long? specification = null, LotPhase? phase = null) =>
        $"/camps/challenges/{challenge}/quality/lot" + (specification is null ? "" : FormattableString.Invariant($"?specification={specification}&phase={phase}"));

    public static string Lot(Guid challenge, Guid lot) => $"/camps/challenges/{challenge}/quality/lot/{lot}";

    public static string Challenge(Guid challenge) => $"/camps/challenges/{challenge}/follow-up";

    public static string NewIdea(Guid challenge) => $"/camps/challenges/{challenge}/idea";

    public static string Idea(Guid challenge, Guid idea) => $"/camps/challenges/{challenge}/idea/{idea}";

    public static string Outcome(Guid challenge) => $"/camps/challenges/{challenge}/outcome";

    public static string Check(Guid check) => $"/camps/checks/{check}";

    public static string Camp(Guid camp) => $"/camps/{camp}/follow-up";

    public static string Report(Guid camp) => $"/camps/{camp}/report";
}
