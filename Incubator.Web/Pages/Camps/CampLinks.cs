using Incubator.Core.Camps;

namespace Incubator.Web.Pages.Camps;

/// <summary>The addresses of the pages of camps.</summary>
public static class CampLinks
{
    /// <summary>For everybody.</summary>
    public const string Public = "/camps";

    /// <summary>For staff.</summary>
    public const string All = Public + "/manage";

    public const string New = Public + "/new";

    public static string Details(Guid reference) => $"{Public}/{reference}";

    public static string Clone(Guid from) => $"{New}?from={from}";

    public static string Edit(Guid reference) => $"{Details(reference)}/edit";

    /// <summary>The staff's home of a camp.</summary>
    public static string Manage(Guid reference) => $"{Details(reference)}/manage";

    public static string StateCss(CampStatus status) => status switch
    {
        CampStatus.Open => "state state-confirmed",
        CampStatus.Running => "state state-inuse",
        CampStatus.Cancelled => "state state-cancelled",
        _ => "state",
    };
}
