using Incubator.Core.Accounts;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages;

[AllowAnonymous]
public sealed class IndexModel(CurrentActor current) : PageModel
{
    /// <summary>Has something to do here: staff, the municipality, or a person of an active company.</summary>
    public bool BelongsSomewhere { get; private set; }

    public async Task OnGetAsync()
    {
        var actor = await current.GetAsync();
        BelongsSomewhere = actor.IsStaff || actor.CompanyIds.Count > 0 || User.IsInRole(Role.Municipality);
    }
}
