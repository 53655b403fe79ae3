using Incubator.Core.Cohorts;

namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>The addresses of the pages of calls.</summary>
public static class CallLinks
{
    /// <summary>For everybody.</summary>
    public const string Public = "/calls";

    /// <summary>For staff.</summary>
    public const string All = "/cohorts/calls";

    public const string New = All + "/new";

    public static string Details(Guid reference) => $"{Public}/{reference}";

    public static string Apply(Guid reference) => $"{Public}/{reference}/apply";

    public static string Clone(Guid from) => $"{New}?from={from}";

    public static string Manage(Guid reference) => $"{All}/{reference}";

    public static string Edit(Guid reference) => $"{Manage(reference)}/edit";

    public static string Form(Guid reference) => $"{Manage(reference)}/form";

    public static string Section(Guid reference, long? id = null) => $"{Form(reference)}/section" + (id is null ? "" : $"/{id}");

    public static string Question(Guid reference, long section, long? id = null) =>
        $"{Form(reference)}/{section}/question" + (id is null ? "" : $"/{id}");

    public static string Rubric(Guid reference) => $"{Manage(reference)}/rubric";

    public static string Criterion(Guid reference, long? id = null) => $"{Rubric(reference)}/criterion" + (id is null ? "" : $"/{id}");

    public static string Preview(Guid reference, string? section = null) => $"{Manage(reference)}/preview" + (section is null ? "" : $"/{section}");

    public static string Applications(Guid reference) => $"{Manage(reference)}/applications";

    public static string StateCss(CallState state) => state == CallState.Open ? "state state-confirmed" : "state";
}
