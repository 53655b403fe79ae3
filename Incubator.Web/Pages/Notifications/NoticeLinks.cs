namespace Incubator.Web.Pages.Notifications;

/// <summary>The addresses of this room's pages.</summary>
public static class NoticeLinks
{
    public const string Outbox = "/notices";
    public const string Mine = "/messages";
}
