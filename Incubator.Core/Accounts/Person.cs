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
}
