namespace Incubator.Web.Pages.Accounts;

/// <summary>What the desks of people refuse, by code.</summary>
public static class AccountSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["LastAdministrator"] = "This is the last administrator who can sign in. Make someone else an administrator first.",
        ["NotOneself"] = "Nobody locks the own account.",
        ["LastManagerOf"] = "The last manager cannot leave; make someone else a manager first: {company}",
    };
}
