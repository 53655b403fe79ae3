namespace Incubator.Web.Pages.Notifications;

/// <summary>The room's texts; Hungarian beside it.</summary>
public sealed class NotificationsText;
