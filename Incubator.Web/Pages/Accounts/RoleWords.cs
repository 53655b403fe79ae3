using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

/// <summary>Roles of the house and of companies, and people of whom nothing is known any more, in the reader's words.</summary>
public static class RoleWords
{
    public static string Of(string role, IStringLocalizer shared) => role switch
    {
        Role.Administrator => shared["Administrator"],
        Role.Staff => shared["Staff member"],
        Role.Municipality => shared["Municipality"],
        Role.Reviewer => shared["Reviewer"],
        Role.Mentor => shared["Mentor"],
        _ => role,
    };

    public static string Of(MemberRole role, IStringLocalizer shared) => role == MemberRole.Manager ? shared["Manager"] : shared["Member"];

    /// <summary>The name; "erased person" where it was taken away.</summary>
    public static string Name(string fullName, IStringLocalizer shared) => fullName.Length > 0 ? fullName : shared["erased person"];

    public static string Language(string language, IStringLocalizer shared) => language == "hu" ? shared["Hungarian"] : shared["English"];
}
