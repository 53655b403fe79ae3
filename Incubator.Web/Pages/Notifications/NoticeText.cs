using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Incubator.Core.Common;
using Incubator.Core.Notifications;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Notifications;

/// <summary>What a notice says.</summary>
/// <param name="Link">A path of this site; it may hold a secret.</param>
public sealed record NoticeSaid(string Subject, string Body, string? Link);

/// <summary>Puts a notice into words, in a language: dates as that language writes them.</summary>
public sealed partial class NoticeText(IStringLocalizer<NotificationsText> text)
{
    public NoticeSaid Say(Notice notice, string language)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Localisation.CultureOf(language);
            var facts = JsonSerializer.Deserialize<Dictionary<string, string>>(notice.Facts) ?? [];
            var (subject, body) = NoticeWords.Kinds.TryGetValue(notice.Kind, out var words) ? words : (notice.Kind, "");
            return new NoticeSaid(Fill(subject, facts), body.Length == 0 ? "" : Fill(body, facts), facts.GetValueOrDefault("link"));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private string Fill(string sentence, Dictionary<string, string> facts) => Placeholder().Replace(
        text[sentence].Value, match => facts.TryGetValue(match.Groups[1].Value, out var fact) ? Shown(fact) : "?");

    private static string Shown(string fact) =>
        DateOnly.TryParseExact(fact, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? LabFormat.LongDate(day)
        : DateTimeOffset.TryParseExact(fact, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ?
            $"{LabFormat.LongDate(LabTime.DateOf(at))} {LabFormat.Time(at)}"
        : fact;

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
