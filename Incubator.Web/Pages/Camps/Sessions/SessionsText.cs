namespace Incubator.Web.Pages.Camps.Sessions;

/// <summary>Names the texts of these pages: English is the key, Hungarian stands in SessionsText.hu.resx.</summary>
public sealed class SessionsText;
