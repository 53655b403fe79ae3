using System.Globalization;
using System.Text;

namespace Incubator.Core.Calendars;

/// <summary>A file from outside cannot be read as a calendar, or asks for more work than it is worth.</summary>
/// <param name="code">A refusal of <see cref="CalendarProblem"/>.</param>
public sealed class CalendarFileException(string code) : Exception(code)
{
    public string Code { get; } = code;
}

/// <summary>Why an external calendar was not read; codes of refusals.</summary>
public static class CalendarProblem
{
    public const string NotHttps = "CalendarNotHttps";
    public const string WithCredentials = "CalendarWithCredentials";
    public const string AddressNotUnderstood = "CalendarAddressNotUnderstood";

    /// <summary>It leads into a private network, or back to this machine.</summary>
    public const string AddressNotAllowed = "CalendarAddressNotAllowed";
    public const string NotReached = "CalendarNotReached";

    /// <summary>status: what the server answered.</summary>
    public const string Refused = "CalendarAnswerRefused";
    public const string TooManyRedirects = "CalendarRedirectedTooOften";
    public const string TooLarge = "CalendarTooLarge";
    public const string TooSlow = "CalendarTooSlow";
    public const string NotACalendar = "NotACalendar";

    /// <summary>More events than anyone has, or rules that repeat more often than a calendar needs.</summary>
    public const string TooHeavy = "CalendarTooHeavy";
}

/// <summary>One line of a calendar: NAME;PARAMETER=value:value.</summary>
internal sealed record CalendarLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);
}

/// <summary>The lines of one event (VEVENT), or of one list of busy times (VFREEBUSY).</summary>
internal sealed record CalendarEntry(bool IsFreeBusy, IReadOnlyList<CalendarLine> Lines)
{
    public CalendarLine? Line(string name) => Lines.FirstOrDefault(l => l.Name == name);

    public IEnumerable<CalendarLine> All(string name) => Lines.Where(l => l.Name == name);
}

/// <summary>
/// Takes a file of another house apart, within bounds: it reads each octet once, keeps only what tells times, and gives up with a
/// <see cref="CalendarFileException"/> where the file is no calendar.
/// </summary>
internal sealed class CalendarFile
{
    public const int MaxBytes = 2 * 1024 * 1024;
    public const int MaxEntries = 10_000;
    private const int MaxDepth = 8;
    private const int MaxZones = 200;

    private static readonly HashSet<string> Kept =
    [
        "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS", "TRANSP",
        "X-MICROSOFT-CDO-BUSYSTATUS", "FREEBUSY",
    ];

    private readonly List<CalendarEntry> entries = [];
    private readonly Dictionary<string, string> zoneNames = new(StringComparer.Ordinal);

    private CalendarFile() { }

    public IReadOnlyList<CalendarEntry> Entries => entries;

    /// <summary>What a time zone of the file is called elsewhere (its X-LIC-LOCATION), by its TZID.</summary>
    public IReadOnlyDictionary<string, string> ZoneNames => zoneNames;

    /// <exception cref="CalendarFileException">It is no calendar, or too large.</exception>
    public static CalendarFile Read(ReadOnlySpan<byte> bytes, CancellationToken deadline)
    {
        if (bytes.Length > MaxBytes) throw new CalendarFileException(CalendarProblem.TooLarge);
        // Bad octets become one character each; they can only stand in texts, which are not read.
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var file = new CalendarFile();
        file.Read(text, deadline);
        return file;
    }

    private void Read(string text, CancellationToken deadline)
    {
        var open = new Stack<string>();
        var lines = new List<CalendarLine>();
        (string? id, string? location) zone = default;
        var calendars = 0;
        foreach (var line in Unfold(text))
        {
            deadline.ThrowIfCancellationRequested();
            if (string.IsNullOrWhiteSpace(line)) continue;
            var word = line.AsSpan(0, Math.Min(line.Length, 6));
            if (word.StartsWith("BEGIN:", StringComparison.OrdinalIgnoreCase))
            {
                var name = line[6..].Trim().ToUpperInvariant();
                if (open.Count == 0 ? name != "VCALENDAR" : open.Count >= MaxDepth) throw new CalendarFileException(CalendarProblem.NotACalendar);
                open.Push(name);
                if (open.Count == 1) calendars++;
                if (open.Count == 2) (lines, zone) = ([], default);
                continue;
            }

            if (open.Count == 0) throw new CalendarFileException(CalendarProblem.NotACalendar);
            if (line.StartsWith("END:", StringComparison.OrdinalIgnoreCase))
            {
                var ended = open.Pop();
                if (!line.AsSpan(4).Trim().Equals(ended, StringComparison.OrdinalIgnoreCase)) throw new CalendarFileException(CalendarProblem.NotACalendar);
                if (open.Count == 1) Close(ended, lines, zone);
                continue;
            }

            // Alarms and the rules of zones lie deeper.
            if (open.Count != 2) continue;
            if (open.Peek() is "VEVENT" or "VFREEBUSY")
            {
                if (Split(line) is { } kept && Kept.Contains(kept.Name)) lines.Add(kept);
            }
            else if (open.Peek() == "VTIMEZONE" && Split(line) is { } of)
            {
                if (of.Name == "TZID") zone.id = of.Value.Trim();
                else if (of.Name == "X-LIC-LOCATION") zone.location = of.Value.Trim();
            }
        }

        if (open.Count > 0 || calendars == 0) throw new CalendarFileException(CalendarProblem.NotACalendar);
    }

    private void Close(string component, List<CalendarLine> lines, (string? Id, string? Location) zone)
    {
        if (component is "VEVENT" or "VFREEBUSY")
        {
            if (entries.Count >= MaxEntries) throw new CalendarFileException(CalendarProblem.TooHeavy);
            entries.Add(new CalendarEntry(component == "VFREEBUSY", lines));
        }
        else if (component == "VTIMEZONE" && zone is { Id: { } id, Location: { } location } && zoneNames.Count < MaxZones)
            zoneNames.TryAdd(id, location);
    }

    // A line that begins with a blank continues the one before.
    private static IEnumerable<string> Unfold(string text)
    {
        var line = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            var length = end - at;
            if (length > 0 && text[end - 1] == '\r') length--;
            if (length > 0 && text[at] is ' ' or '\t')
            {
                line.Append(text, at + 1, length - 1);
            }
            else
            {
                if (line.Length > 0) yield return line.ToString();
                line.Clear().Append(text, at, length);
            }

            at = end + 1;
        }

        if (line.Length > 0) yield return line.ToString();
    }

    /// <summary>Null where the line has no value.</summary>
    private static CalendarLine? Split(string line)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = line.AsSpan().IndexOfAny(';', ':');
        if (at <= 0) return null;
        var name = line[..at].Trim().ToUpperInvariant();
        while (at < line.Length && line[at] == ';')
        {
            var equals = line.IndexOf('=', at);
            if (equals < 0) return null;
            var key = line[(at + 1)..equals].Trim().ToUpperInvariant();
            int end;
            string value;
            if (equals + 1 < line.Length && line[equals + 1] == '"')
            {
                var quote = line.IndexOf('"', equals + 2);
                if (quote < 0) return null;
                value = line[(equals + 2)..quote];
                end = line.AsSpan(quote + 1).IndexOfAny(';', ':');
                if (end < 0) return null;
                end += quote + 1;
            }
            else
            {
                end = line.AsSpan(equals + 1).IndexOfAny(';', ':');
                if (end < 0) return null;
                end += equals + 1;
                value = line[(equals + 1)..end];
            }

            parameters.TryAdd(key, value.Trim());
            at = end;
        }

        return at < line.Length ? new CalendarLine(name, parameters, line[(at + 1)..].Trim()) : null;
    }
}

/// <summary>Dates, times and lengths as calendars write them.</summary>
internal static class CalendarValue
{
    private const int MaxDays = 4000;

    /// <summary>yyyyMMdd</summary>
    public static DateOnly? Date(string value) =>
        DateOnly.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsNear(day.Year) ? day : null;

    /// <summary>yyyyMMddTHHmmss; what it is the time of, the caller knows.</summary>
    public static DateTime? Time(string value, out bool isUtc)
    {
        isUtc = value.EndsWith('Z') || value.EndsWith('z');
        var plain = isUtc ? value[..^1] : value;
        // A leap second is the second before.
        if (plain.Length == 15 && plain.EndsWith("60", StringComparison.Ordinal)) plain = plain[..13] + "59";
        return DateTime.TryParseExact(plain.ToUpperInvariant(), "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && IsNear(time.Year)
            ? time : null;
    }

    /// <summary>P1W, P1DT2H, PT30M; whole days are days of the calendar. Null where it is none, negative, or longer than ten years.</summary>
    public static (int Days, TimeSpan Time)? Length(string value)
    {
        var text = value.Trim().ToUpperInvariant().TrimStart('+');
        if (text is not ['P', .. { Length: > 0 } parts] || parts.Length > 40) return null;
        var (days, time, inTime, number) = (0L, 0L, false, -1L);
        foreach (var c in parts)
        {
            if (char.IsAsciiDigit(c))
            {
                number = (Math.Max(number, 0) * 10) + (c - '0');
                if (number > int.MaxValue) return null;
                continue;
            }

            if (c == 'T' && !inTime && number < 0)
            {
                inTime = true;
                continue;
            }

            if (number < 0) return null;
            switch (c, inTime)
            {
                case ('W', false): days += number * 7; break;
                case ('D', false): days += number; break;
                case ('H', true): time += number * 3600; break;
                case ('M', true): time += number * 60; break;
                case ('S', true): time += number; break;
                default: return null;
            }

            number = -1;
        }

        return number >= 0 || days > MaxDays || time > MaxDays * 86400L ? null : ((int)days, TimeSpan.FromSeconds(time));
    }

    private static bool IsNear(int year) => year is >= 1900 and <= 2200;
}
