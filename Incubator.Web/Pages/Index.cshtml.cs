using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages;

[AllowAnonymous]
public sealed class IndexModel : PageModel;
