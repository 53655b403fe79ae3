using Microsoft.AspNetCore.Identity;

namespace Incubator.Core.Accounts;

/// <summary>Someone who signs in: staff, municipality, or a person of a company.</summary>
public sealed class Person : IdentityUser<long>
{
    public const int NameMaxLength = 120;
    public const int LanguageMaxLength = 5;
    internal static readonly DateTimeOffset Locked = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The name shown to colleagues and staff.</summary>
    public string FullName { get; set; } = "";

    /// <summary>Language of pages and mails: "hu" or "en".</summary>
    public string Language { get; set; } = "hu";

    /// <summary>When this person was first told that their role needs a second factor (UTC); the days of grace count from here.</summary>
    public DateTimeOffset? SecondFactorAskedAt { get; set; }

    /// <summary>Since when nothing is known of this person any more (UTC); what they did stays as done by nobody.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Not the quarter of an hour after wrong passwords, but until someone unlocks it.</summary>
    public bool IsLocked => IsLockedUntil(LockoutEnd);

    public static bool IsLockedUntil(DateTimeOffset? end) => end >= Locked;

    public void Lock() => (LockoutEnabled, LockoutEnd) = (true, Locked);

    public void Unlock() => (LockoutEnd, AccessFailedCount) = (null, 0);

    /// <summary>Forgets who this was; nobody can sign in with it again.</summary>
    public void Erase(DateTimeOffset now)
    {
        FullName = "";
        UserName = NormalizedUserName = $"erased-{Id}";
        Email = NormalizedEmail = PhoneNumber = PasswordHash = null;
        EmailConfirmed = PhoneNumberConfirmed = TwoFactorEnabled = false;
        SecurityStamp = Guid.NewGuid().ToString("N");
        Lock();
        AccessFailedCount = 0;
        SecondFactorAskedAt = null;
        ErasedAt = now;
    }
}
