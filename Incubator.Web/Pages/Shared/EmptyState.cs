namespace Incubator.Web.Pages.Shared;

/// <summary>Nothing here yet, and what to do next: <c>&lt;partial name="_Empty" model="new EmptyState(…)" /&gt;</c>.</summary>
public sealed record EmptyState(string Title, string? Text = null, string? LinkText = null, string? LinkUrl = null);
