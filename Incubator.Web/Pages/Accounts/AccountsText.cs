namespace Incubator.Web.Pages.Accounts;

/// <summary>Names the texts of signing in; Hungarian lies beside it.</summary>
public sealed class AccountsText;
