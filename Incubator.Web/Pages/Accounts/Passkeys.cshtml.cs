using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Incubator.Core.Accounts;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

/// <summary>The reader's passkeys: add, name, remove.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class PasskeysModel(
    UserManager<Person> users, SignInManager<Person> signIn, SecondFactors factors, SecurityNotes notes, IStringLocalizer<AccountsText> text) : PageModel
{
    public const int NameMaxLength = 60;
    public const int Max = 10;

    // The key of its row; makers use 16 to 80 bytes.
    private const int CredentialMaxBytes = 800;

    [BindProperty, StringLength(NameMaxLength)]
    public string? Name { get; set; }

    public IReadOnlyList<UserPasskeyInfo> Rows { get; private set; } = [];

    public static string IdOf(UserPasskeyInfo passkey) => WebEncoders.Base64UrlEncode(passkey.CredentialId);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) is null ? Redirect(AccountLinks.SecondFactor) : Page();

    /// <summary>What the browser needs to make one; for the script.</summary>
    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } person) return NotFound();
        var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Name = person.Email!,
            DisplayName = person.FullName,
        });
        return Content(options, "application/json");
    }

    public async Task<IActionResult> OnPostAddAsync(string? credential, CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } person) return Redirect(AccountLinks.SecondFactor);
        if (!ModelState.IsValid) return this.Malformed();
        if (Rows.Count >= Max) return Refuse(text["At most {0} passkeys are kept; remove one first.", Max]);
        var made = await MadeAsync(credential);
        if (made is null || made.CredentialId.Length > CredentialMaxBytes) return Refuse(text["The passkey could not be added; try again."]);
        made.Name = string.IsNullOrWhiteSpace(Name) ? text["Passkey {0}", Rows.Count + 1].Value : Name.Trim();
        if (!(await users.AddOrUpdatePasskeyAsync(person, made)).Succeeded) return Refuse(text["The passkey could not be added; try again."]);
        await notes.NoteAsync(person, SecurityActs.PasskeyAdded, cancel);
        // Whoever has just made it holds it: this session counts as begun with it.
        var session = await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await signIn.SignInWithClaimsAsync(person, session.Properties, [new Claim(SecondFactors.Method, SecondFactors.Passkey)]);
        this.Say(text["The passkey is added."]);
        return Redirect(AccountLinks.Passkeys);
    }

    public async Task<IActionResult> OnPostRenameAsync(string id, CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } person || Find(id) is not { } passkey) return NotFound();
        if (!ModelState.IsValid || string.IsNullOrWhiteSpace(Name)) return Refuse(text["Write a name of at most {0} characters.", NameMaxLength]);
        passkey.Name = Name.Trim();
        await users.AddOrUpdatePasskeyAsync(person, passkey);
        await notes.NoteAsync(person, SecurityActs.PasskeyRenamed, cancel);
        this.Say(text["The name is saved."]);
        return Redirect(AccountLinks.Passkeys);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } person || Find(id) is not { } passkey) return NotFound();
        await users.RemovePasskeyAsync(person, passkey.CredentialId);
        await notes.NoteAsync(person, SecurityActs.PasskeyRemoved, cancel);
        this.Say(text["The passkey is removed; delete it on the device too."]);
        return Redirect(AccountLinks.Passkeys);
    }

    private UserPasskeyInfo? Find(string id) => Rows.FirstOrDefault(p => IdOf(p) == id);

    private async Task<UserPasskeyInfo?> MadeAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential)) return null;
        try
        {
            var made = await signIn.PerformPasskeyAttestationAsync(credential);
            return made.Succeeded ? made.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            // Nobody asked for one in this session, or too long ago.
            return null;
        }
    }

    private IActionResult Refuse(string why)
    {
        ModelState.AddModelError("", why);
        return this.Refused();
    }

    private async Task<Person?> LoadAsync(CancellationToken cancel)
    {
        if (await users.GetUserAsync(User) is not { } person || !await factors.MayChangeAsync(User, person.Id, cancel)) return null;
        Rows = [.. (await users.GetPasskeysAsync(person)).OrderBy(p => p.CreatedAt)];
        return person;
    }
}
