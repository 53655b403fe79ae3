using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

/// <summary>An administrator erases someone who asked for it; asked once more first.</summary>
[Authorize(Policy = Permission.ManagePeople)]
public sealed class ErasePersonModel(
    IncubatorDb db, PersonalDataDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<AccountsText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var result = await desk.EraseAsync(Id, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The person is erased."]);
        return Redirect(AccountLinks.Person(Id));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var name = await db.Users.Where(p => p.Id == Id && p.ErasedAt == null).Select(p => p.FullName).SingleOrDefaultAsync(cancel);
        Name = name ?? "";
        return name is not null;
    }
}
