using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Camps.Challenges;

/// <summary>A file of a challenge's details: for whoever may read those.</summary>
[AllowAnonymous]
public sealed class FileModel(ChallengeReading reading, CurrentActor current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid reference, Guid file, string? secret, CancellationToken cancel)
    {
        var opened = await reading.OpenFileAsync(reference, file, await current.GetAsync(), secret is { Length: > 0 } ? LinkSecret.Hash(secret) : null, cancel);
        if (!opened.Succeeded) return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        return File(opened.Value.Bytes, opened.Value.File.ContentType, opened.Value.File.FileName);
    }
}
