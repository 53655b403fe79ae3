using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>Says that a link was sent, whether or not there was one to send.</summary>
[AllowAnonymous]
public sealed class SentModel : PageModel
{
    public const string SecretsKey = "ApplicationSecrets";

    /// <summary>In Development only.</summary>
    public IReadOnlyList<string> Secrets { get; private set; } = [];

    public void OnGet() => Secrets = TempData[SecretsKey] as string[] ?? [];
}
