using System.Text.Encodings.Web;
using System.Text.Json;
using Incubator.Core.Accounts;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Accounts;

/// <summary>The same as <see cref="PersonalDataModel"/>, for a program: {"Section": [{"Field": "value"}]}.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class PersonalDataFileModel(PersonalDataDesk desk, CurrentActor current) : PageModel
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        var result = await desk.ExportAsync(actor.PersonId ?? 0, actor, cancel);
        return result.Succeeded
            ? File(JsonSerializer.SerializeToUtf8Bytes(result.Value.ToDictionary(s => s.Name, s => s.Records), Readable), "application/json", "my-data.json")
            : NotFound();
    }
}
