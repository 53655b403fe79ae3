using Incubator.Core.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Booking;

/// <summary>What open pages ask every few seconds: has anything changed? The answer is a few letters.</summary>
[Authorize(Policy = Permission.Book)]
public sealed class StampModel(LivePart live) : PageModel
{
    public const string Path = "/booking/stamp";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        return Content(await live.StampAsync(cancel));
    }
}
