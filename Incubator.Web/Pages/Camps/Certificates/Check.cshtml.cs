using Incubator.Core.Camps;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Certificates;

/// <summary>
/// Is this certificate valid? Numbers can be guessed, so a name is told only to who has the code too: valid (name, camp, day),
/// withdrawn, or unknown.
/// </summary>
[AllowAnonymous]
public sealed class CheckModel(IncubatorDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public bool WasAsked { get; private set; }
    public Certificate? Found { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        var (number, code) = (Folded(Number), Folded(Code).Replace("-", "", StringComparison.Ordinal));
        WasAsked = number.Length > 0 || code.Length > 0;
        if (number.Length is 0 or > Certificate.NumberMaxLength || code.Length != Certificate.CodeLength) return;
        Found = await db.Certificates.AsNoTracking().FirstOrDefaultAsync(c => c.Number == number && c.Code == code, cancel);
    }

    private static string Folded(string? text) => (text ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
}
