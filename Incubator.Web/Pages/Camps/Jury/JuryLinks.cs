namespace Incubator.Web.Pages.Camps.Jury;

/// <summary>Where the jury's pages are.</summary>
public static class JuryLinks
{
    public static string Progress(Guid camp) => $"/camps/{camp}/jury";

    public static string Stamp(Guid camp) => $"{Progress(camp)}/stamp";

    /// <summary>An open page asks it by itself.</summary>
    public static bool IsStamp(PathString path) => path.StartsWithSegments("/camps") && path.Value!.EndsWith("/jury/stamp", StringComparison.Ordinal);

    public static string Criteria(Guid camp) => $"{Progress(camp)}/criteria";

    public static string Criterion(Guid camp, long? id = null) => $"{Progress(camp)}/criterion" + (id is null ? "" : $"/{id}");

    public static string Desk(Guid camp) => $"{Progress(camp)}/score";

    public static string Team(Guid camp, Guid team) => $"{Desk(camp)}/{team}";

    public static string Protocol(Guid camp, int? number = null) => $"{Progress(camp)}/protocol" + (number is null ? "" : $"?number={number}");

    public static string Result(Guid camp) => $"/camps/{camp}/result";
}
