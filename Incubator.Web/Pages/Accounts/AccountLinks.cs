using System.Globalization;

namespace Incubator.Web.Pages.Accounts;

/// <summary>The addresses of the account pages.</summary>
public static class AccountLinks
{
    public const string Profile = "/profile";
    public const string PersonalData = "/profile/data";
    public const string PersonalDataFile = "/profile/data/file";
    public const string Erase = "/profile/erase";
    public const string SecondFactor = "/second-factor";
    public const string Authenticator = "/second-factor/authenticator";
    public const string RecoveryCodes = "/second-factor/recovery-codes";
    public const string TurnOff = "/second-factor/turn-off";
    public const string Passkeys = "/passkeys";
    public const string Municipality = "/sign-in/municipality";
    public const string MunicipalityRefused = "/sign-in/municipality?refused=true";
    public const string People = "/people";

    public static string Person(long id) => string.Create(CultureInfo.InvariantCulture, $"/people/{id}");

    public static string ErasePerson(long id) => $"{Person(id)}/erase";
}
