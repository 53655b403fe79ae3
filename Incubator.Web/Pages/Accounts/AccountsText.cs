namespace Incubator.Web.Pages.Accounts;

/// <summary>Names the room's texts: English is the key, Hungarian stands in AccountsText.hu.resx.</summary>
public sealed class AccountsText;
