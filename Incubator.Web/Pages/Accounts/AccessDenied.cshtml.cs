using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Accounts;

/// <summary>Answers 403; the error page says it in words.</summary>
[AllowAnonymous]
public sealed class AccessDeniedModel : PageModel
{
    public IActionResult OnGet() => StatusCode(StatusCodes.Status403Forbidden);
}
