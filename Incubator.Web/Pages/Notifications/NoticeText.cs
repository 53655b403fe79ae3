using System.Globalization;
using System.Text.RegularExpressions;
using Incubator.Core.Common;
using Incubator.Core.Notifications;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Notifications;

/// <summary>What a notice says.</summary>
/// <param name="Action">What the one button says.</param>
/// <param name="Link">Where it leads, a path of this site (it may hold a secret); null: there is no button.</param>
public sealed record NoticeSaid(string Subject, string Body, string Action, string? Link, IReadOnlyList<NoticeSection> Sections);

/// <summary>A heading and the lines under it.</summary>
public sealed record NoticeSection(string Heading, IReadOnlyList<string> Lines);

/// <summary>Puts a notice into words, in a language: dates as that language writes them.</summary>
public sealed partial class NoticeText(IStringLocalizer<NotificationsText> text)
{
    public NoticeSaid Say(Notice notice, string language)
    {
        using var reading = new InLanguage(language);
        var facts = NoticeFacts.Of(notice);
        if (!NoticeWords.Kinds.TryGetValue(notice.Kind, out var words)) return new NoticeSaid(notice.Kind, "", "", null, []);
        return new NoticeSaid(
            Fill(words.Subject, facts.Texts), Fill(words.Body, facts.Texts), text[words.Action], facts.Texts.GetValueOrDefault(NoticeFacts.Link),
            [.. words.Lists.Where(l => facts.Lists.GetValueOrDefault(l.Fact) is { Count: > 0 })
                .Select(l => new NoticeSection(Fill(l.Heading, facts.Texts), [.. facts.Lists[l.Fact].Select(row => Fill(l.Row, row))]))]);
    }

    /// <summary>Runs it as a reader of that language would.</summary>
    public static T In<T>(string language, Func<T> say)
    {
        using var reading = new InLanguage(language);
        return say();
    }

    // A name that ends with a full stop ("Kft.") ends the sentence with it.
    private string Fill(string sentence, IReadOnlyDictionary<string, string> facts) => Placeholder().Replace(text[sentence].Value, match =>
    {
        var shown = facts.TryGetValue(match.Groups[1].Value, out var fact) ? Shown(fact) : "?";
        return shown.EndsWith('.') ? shown : shown + match.Groups[2].Value;
    });

    private static string Shown(string fact) =>
        DateOnly.TryParseExact(fact, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? LabFormat.LongDate(day)
        : Instant(fact) is { } at ? $"{LabFormat.LongDate(LabTime.DateOf(at))} {LabFormat.Time(at)}"
        : fact.Split('/') is [var start, var end] && Instant(start) is { } from && Instant(end) is { } until ? LabFormat.Slot(new TimeSlot(from, until))
        : fact;

    private static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    [GeneratedRegex(@"\{(\w+)\}(\.?)")]
    private static partial Regex Placeholder();

    // For the length of a sentence, then the reader's own again.
    private sealed class InLanguage : IDisposable
    {
        private readonly CultureInfo culture = CultureInfo.CurrentCulture, words = CultureInfo.CurrentUICulture;

        public InLanguage(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Localisation.CultureOf(language);

        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
    }
}
