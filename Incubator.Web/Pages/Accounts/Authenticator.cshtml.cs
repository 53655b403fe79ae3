using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using QRCoder;

namespace Incubator.Web.Pages.Accounts;

/// <summary>The key as a picture and in letters, until a code proves that the app has it; afterwards it is never shown again.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class AuthenticatorModel(
    UserManager<Person> users, SignInManager<Person> signIn, SecondFactors factors, SecurityNotes notes, IStringLocalizer<AccountsText> text) : PageModel
{
    public const int RecoveryCodeCount = 10;

    // Names the account within the app.
    private const string Issuer = "Debrecen Incubator Lab";
    private const string Store = "[AspNetUserStore]";
    private const string KeyName = "AuthenticatorKey";

    [BindProperty]
    public Given Input { get; set; } = new();

    public string Key { get; private set; } = "";
    public string Picture { get; private set; } = "";

    /// <summary>Shown once, right after a code was right.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    /// <summary>Codes as people type them: with spaces or dashes.</summary>
    public static string Tidy(string code) =>
        code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(cancel) is null ? Redirect(AccountLinks.SecondFactor) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } person) return Redirect(AccountLinks.SecondFactor);
        if (!ModelState.IsValid) return this.Malformed();
        if (!await users.VerifyTwoFactorTokenAsync(person, users.Options.Tokens.AuthenticatorTokenProvider, Tidy(Input.Code)))
        {
            ModelState.AddModelError("Input.Code", text["This is not the code that the app shows now. Look whether the telephone's clock is right."]);
            return this.Refused();
        }

        await users.SetTwoFactorEnabledAsync(person, true);
        Codes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(person, RecoveryCodeCount) ?? []];
        await notes.NoteAsync(person, SecurityActs.SecondFactorOn, cancel);
        // Other devices are signed out; this one stays.
        await signIn.RefreshSignInAsync(person);
        return Page();
    }

    /// <summary>Also when turned off: the next set-up begins with another key.</summary>
    public static async Task ForgetAsync(UserManager<Person> users, Person person)
    {
        await users.RemoveAuthenticationTokenAsync(person, Store, KeyName);
        await users.RemoveAuthenticationTokenAsync(person, Store, "RecoveryCodes");
    }

    private async Task<Person?> LoadAsync(CancellationToken cancel)
    {
        if (await users.GetUserAsync(User) is not { TwoFactorEnabled: false } person || !await factors.MayChangeAsync(User, person.Id, cancel)) return null;
        var key = await users.GetAuthenticatorKeyAsync(person);
        if (key is null)
        {
            // By hand: Identity's own way would sign every device out for a look at this page.
            key = users.GenerateNewAuthenticatorKey();
            await users.SetAuthenticationTokenAsync(person, Store, KeyName, key);
        }

        Key = string.Join(' ', key.Chunk(4).Select(part => new string(part))).ToLowerInvariant();
        var address = $"otpauth://totp/{Uri.EscapeDataString(Issuer)}:{Uri.EscapeDataString(person.Email!)}?secret={key}&issuer={Uri.EscapeDataString(Issuer)}&digits=6";
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        Picture = picture.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        return person;
    }

    public sealed class Given
    {
        [Required, StringLength(20)]
        public string Code { get; set; } = "";
    }
}
