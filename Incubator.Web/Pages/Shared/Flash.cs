using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Shared;

/// <summary>Says after a redirect what happened.</summary>
public static class Flash
{
    public const string Key = "Flash";

    public static void Say(this PageModel page, string whatHappened) => page.TempData[Key] = whatHappened;
}
