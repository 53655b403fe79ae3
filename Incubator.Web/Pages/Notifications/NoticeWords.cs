namespace Incubator.Web.Pages.Notifications;

/// <summary>
/// Each kind of notice in words: subject and body, in English as keys of <c>NotificationsText.hu.resx</c>; placeholders name the
/// notice's facts. Every body ends where the link follows.
/// </summary>
public static class NoticeWords
{
    public static readonly IReadOnlyDictionary<string, (string Subject, string Body)> Kinds = new Dictionary<string, (string, string)>
    {
    };
}
