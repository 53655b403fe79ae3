using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

/// <summary>A person has themselves erased; confirmed by what only they have.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class EraseModel(
    PersonalDataDesk desk, UserManager<Person> users, SignInManager<Person> signIn, OwnConfirmation confirmation, CurrentActor current,
    RefusalText refusals, IStringLocalizer<AccountsText> text) : PageModel
{
    [BindProperty]
    public Confirm Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.Malformed();
        if (await users.GetUserAsync(User) is not { } person) return Challenge();
        if (!await confirmation.IsByAsync(person, Input.Secret, codeWillDo: true, cancel))
        {
            ModelState.AddModelError("Input.Secret", text["This is neither your password nor a present code."]);
            return this.Refused();
        }

        var result = await desk.EraseAsync(person.Id, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        await signIn.SignOutAsync();
        this.Say(text["Your data is erased. Farewell."]);
        return LocalRedirect("/");
    }

    public sealed class Confirm
    {
        [Required, StringLength(People.PasswordMaxLength)]
        public string Secret { get; set; } = "";
    }
}
