using Incubator.Core.Notifications;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Notifications;

/// <summary>Why a mail was not sent: our word, then the server's.</summary>
public static class NoticeProblems
{
    public static string Say(string problem, IStringLocalizer<NotificationsText> text)
    {
        var at = problem.IndexOf(':', StringComparison.Ordinal);
        var (code, answer) = at > 0 ? (problem[..at], problem[(at + 1)..].Trim()) : (problem, "");
        string said = code switch
        {
            DeliveryProblem.PutOff => text["The mail server put it off."],
            DeliveryProblem.Refused => text["The mail server refused it."],
            DeliveryProblem.Unanswered => text["The line broke before the server's answer: it may have arrived or not."],
            _ => text["It cannot be written as a mail."],
        };
        return answer.Length == 0 ? said : $"{said} ({answer})";
    }
}
