using System.Globalization;
using System.Text.RegularExpressions;
using Incubator.Core.Booking;

namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>Opening times as people type them: "07:00-12:00, 13-19".</summary>
internal static partial class WeekInput
{
    /// <returns>Null: cannot be understood.</returns>
    public static IReadOnlyList<OpeningSpan>? Read(DayOfWeek day, string? text)
    {
        var spans = new List<OpeningSpan>();
        foreach (var part in (text ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var match = Shape().Match(part);
            if (!match.Success) return null;
            var span = new OpeningSpan(day, Minute(match, "oh", "om"), Minute(match, "ch", "cm"));
            if (!OpeningPattern.IsValid(span.OpensAt, span.ClosesAt)) return null;
            spans.Add(span);
        }

        return spans;
    }

    public static string Write(IEnumerable<OpeningSpan> spans) =>
        string.Join(", ", spans.Select(s => $"{ResourceWords.Clock(s.OpensAt)}-{ResourceWords.Clock(s.ClosesAt)}"));

    /// <summary>A week in one hidden field: "1:420-1140;2:420-1140".</summary>
    public static string Format(IEnumerable<OpeningSpan> week) =>
        string.Join(';', week.Select(s => string.Create(CultureInfo.InvariantCulture, $"{(int)s.Day}:{s.OpensAt}-{s.ClosesAt}")));

    /// <summary>What <see cref="Format"/> wrote; anything else is a week that never was, and so a stale page.</summary>
    public static IReadOnlyList<OpeningSpan> Parse(string? text) =>
        [.. Kept().Matches(text ?? "").Take(200).Select(m => new OpeningSpan(
            (DayOfWeek)int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture),
            int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture), int.Parse(m.Groups[3].Value, CultureInfo.InvariantCulture)))];

    private static int Minute(Match match, string hour, string minute) =>
        (int.Parse(match.Groups[hour].Value, CultureInfo.InvariantCulture) * 60) +
        (match.Groups[minute].Success ? int.Parse(match.Groups[minute].Value, CultureInfo.InvariantCulture) : 0);

    [GeneratedRegex(@"^(?<oh>[0-9]{1,2})([:.](?<om>[0-9]{2}))?\s*[-–]\s*(?<ch>[0-9]{1,2})([:.](?<cm>[0-9]{2}))?$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"(\d):(\d{1,4})-(\d{1,4})")]
    private static partial Regex Kept();
}
