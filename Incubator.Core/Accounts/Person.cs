using Microsoft.AspNetCore.Identity;

namespace Incubator.Core.Accounts;

/// <summary>Someone who signs in: staff, municipality, or a person of a company.</summary>
public sealed class Person : IdentityUser<long>
{
    public const int NameMaxLength = 120;
    public const int LanguageMaxLength = 5;

    /// <summary>The name shown to colleagues and staff.</summary>
    public string FullName { get; set; } = "";

    /// <summary>Language of pages and mails: "hu" or "en".</summary>
    public string Language { get; set; } = "hu";

    /// <summary>When this person was first told that their role needs a second factor (UTC); the days of grace count from here.</summary>
    public DateTimeOffset? SecondFactorAskedAt { get; set; }

    /// <summary>Since when nothing is known of this person any more (UTC); what they did stays as done by nobody.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Forgets who this was; nobody can sign in with it again.</summary>
    public void Erase(DateTimeOffset now)
    {
        FullName = "";
        UserName = NormalizedUserName = $"erased-{Id}";
        Email = NormalizedEmail = PhoneNumber = PasswordHash = null;
        EmailConfirmed = PhoneNumberConfirmed = TwoFactorEnabled = false;
        SecurityStamp = Guid.NewGuid().ToString("N");
        LockoutEnabled = true;
        LockoutEnd = DateTimeOffset.MaxValue;
        AccessFailedCount = 0;
        SecondFactorAskedAt = null;
        ErasedAt = now;
    }
}
