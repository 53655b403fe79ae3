using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Incubator.Web.Pages.Booking.Resources;

internal static class ModelStates
{
    /// <summary>Forgets what the binder said of a form of the same page that was not sent.</summary>
    public static void ClearFor(this ModelStateDictionary state, string prefix)
    {
        foreach (var key in state.Keys.Where(k => k == prefix || k.StartsWith(prefix + ".", StringComparison.Ordinal)).ToList()) state.Remove(key);
    }
}
