using System.Globalization;
using Ical.Net;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace Incubator.Core.Calendars;

/// <summary>
/// One RRULE (RFC 5545, 3.3.10) on the wall clock of its event. Its work is weighed before it is done: a rule that would take more than
/// a calendar needs is refused, however it is written.
/// </summary>
internal sealed class RepeatRule
{
    private const int MaxListed = 400;

    // Four times of an hour, in each hour of the day.
    private const int MaxTimesOfDay = 96;

    private static readonly Dictionary<string, (FrequencyType Frequency, TimeSpan Step, int Days)> Frequencies = new()
    {
        ["YEARLY"] = (FrequencyType.Yearly, TimeSpan.FromDays(365), 366),
        ["MONTHLY"] = (FrequencyType.Monthly, TimeSpan.FromDays(28), 31),
        ["WEEKLY"] = (FrequencyType.Weekly, TimeSpan.FromDays(7), 7),
        ["DAILY"] = (FrequencyType.Daily, TimeSpan.FromDays(1), 1),
        ["HOURLY"] = (FrequencyType.Hourly, TimeSpan.FromHours(1), 1),
    };

    private readonly RecurrenceRule rule;
    private readonly TimeSpan step;
    private readonly int setSize;

    private RepeatRule(RecurrenceRule rule, TimeSpan step, int setSize) => (this.rule, this.step, this.setSize) = (rule, step, setSize);

    /// <summary>The last moment, as it is written: local of the event, a day, or UTC (<see cref="UntilIsUtc"/>).</summary>
    public DateTime? Until { get; private init; }

    public bool UntilIsUtc { get; private init; }

    /// <returns>Null where it cannot be understood.</returns>
    /// <exception cref="CalendarFileException">It repeats more often than each hour, or by longer lists than there are days in a year.</exception>
    public static RepeatRule? Read(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || !parts.TryAdd(part[..at], part[(at + 1)..].ToUpperInvariant())) return null;
        }

        if (!parts.TryGetValue("FREQ", out var freq)) return null;
        if (freq is "SECONDLY" or "MINUTELY") throw new CalendarFileException(CalendarProblem.TooHeavy);
        if (!Frequencies.TryGetValue(freq, out var frequency)) return null;
        var rule = new RecurrenceRule(frequency.Frequency);
        if (!Whole(parts, "INTERVAL", 1, 10_000, 1, out var interval) || !Whole(parts, "COUNT", 1, int.MaxValue, 0, out var count)) return null;
        rule.Interval = interval;
        if (count > 0) rule.Count = count;
        if (!Numbers(parts, "BYSECOND", 0, 59, rule.BySecond) || !Numbers(parts, "BYMINUTE", 0, 59, rule.ByMinute) || !Numbers(parts, "BYHOUR", 0, 23, rule.ByHour) ||
            !Numbers(parts, "BYMONTHDAY", -31, 31, rule.ByMonthDay) || !Numbers(parts, "BYYEARDAY", -366, 366, rule.ByYearDay) ||
            !Numbers(parts, "BYWEEKNO", -53, 53, rule.ByWeekNo) || !Numbers(parts, "BYMONTH", 1, 12, rule.ByMonth) ||
            !Numbers(parts, "BYSETPOS", -366, 366, rule.BySetPosition) || !Days(parts, rule.ByDay))
            return null;
        if (parts.TryGetValue("WKST", out var first))
        {
            if (DayOf(first) is not { } day) return null;
            rule.FirstDayOfWeek = day;
        }

        DateTime? until = null;
        var isUtc = false;
        if (parts.TryGetValue("UNTIL", out var last))
        {
            if (CalendarValue.Date(last) is { } date) until = date.ToDateTime(new TimeOnly(23, 59, 59));
            else if (CalendarValue.Time(last, out isUtc) is { } time) until = time;
            else return null;
        }

        var times = Math.Max(1, rule.BySecond.Count) * Math.Max(1, rule.ByMinute.Count) * Math.Max(1, rule.ByHour.Count);
        if (times > MaxTimesOfDay) throw new CalendarFileException(CalendarProblem.TooHeavy);
        var spreads = rule.ByDay.Count + rule.ByMonthDay.Count + rule.ByYearDay.Count + rule.ByWeekNo.Count + rule.ByMonth.Count > 0;
        return new RepeatRule(rule, frequency.Step * interval, times * (spreads ? frequency.Days : 1)) { Until = until, UntilIsUtc = isUtc };
    }

    /// <summary>
    /// The local times from <paramref name="from"/> until before <paramref name="until"/>, in order. The event's own start is one of them
    /// only where the rule says so; the standard leaves it open, and other libraries do the same.
    /// </summary>
    /// <param name="last">The rule's own end on the event's wall clock, included.</param>
    /// <param name="budget">What the file may still cost, in candidates looked at.</param>
    public IEnumerable<DateTime> Times(DateTime first, bool isDay, DateTime from, DateTime until, DateTime? last, WorkBudget budget)
    {
        var end = last < until ? last.Value.AddTicks(1) : until;
        if (first >= end) yield break;
        // A series that is over before anyone asks: nothing to count.
        if (rule.Count is { } count && setSize == 1 && (end - first) / step > count && first + (step * Math.Min(count, 1e6)) + TimeSpan.FromDays(400) < from) yield break;
        var all = (end - first) / step;
        var seen = Math.Max(0, (end - (from > first ? from : first)) / step) + 2;
        budget.Take(((rule.Count is null ? seen : all) * setSize) + (all / 8));

        var begin = At(first, isDay);
        var options = new EvaluationOptions { MaxUnmatchedIncrementsLimit = (int)Math.Min(seen + 400, 1_000_000) };
        // One step earlier: the library's start of looking is not to the second.
        var lookFrom = rule.Count is null && from > first ? At(from - (step < TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : step), isDay) : null;
        if (lookFrom is not null && lookFrom.Value < begin.Value) lookFrom = null;
        using var times = new RecurrencePatternEvaluator(rule).Evaluate(begin, lookFrom, options).GetEnumerator();
        while (Next(times))
        {
            budget.ThrowIfLate();
            var time = times.Current.StartTime.Value;
            if (time >= end) yield break;
            if (time >= from) yield return time;
        }
    }

    // So many steps without a match end beyond what is asked for: there is none.
    private static bool Next(IEnumerator<Period> times)
    {
        try
        {
            return times.MoveNext();
        }
        catch (EvaluationException)
        {
            return false;
        }
    }

    private static CalDateTime At(DateTime time, bool isDay) => isDay ? new CalDateTime(DateOnly.FromDateTime(time)) : new CalDateTime(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), hasTime: true);

    private static bool Whole(Dictionary<string, string> parts, string name, int min, int max, int usual, out int value)
    {
        value = usual;
        if (!parts.TryGetValue(name, out var text)) return true;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < min) return false;
        value = (int)Math.Min(number, max);
        return true;
    }

    private static bool Numbers(Dictionary<string, string> parts, string name, int min, int max, List<int> numbers)
    {
        if (!parts.TryGetValue(name, out var text)) return true;
        foreach (var part in Listed(text))
        {
            if (!int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < min || number > max || (min < 0 && number == 0))
                return false;
            if (!numbers.Contains(number)) numbers.Add(number);
        }

        return true;
    }

    private static bool Days(Dictionary<string, string> parts, List<WeekDay> days)
    {
        if (!parts.TryGetValue("BYDAY", out var text)) return true;
        foreach (var part in Listed(text))
        {
            if (part.Length < 2 || DayOf(part[^2..]) is not { } day) return false;
            var offset = 0;
            if (part.Length > 2 && (!int.TryParse(part[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out offset) || offset is 0 or < -53 or > 53))
                return false;
            days.Add(offset == 0 ? new WeekDay(day) : new WeekDay(day, offset));
        }

        return true;
    }

    private static string[] Listed(string text)
    {
        var listed = text.Split(',', MaxListed + 1, StringSplitOptions.TrimEntries);
        return listed.Length > MaxListed ? throw new CalendarFileException(CalendarProblem.TooHeavy) : listed;
    }

    private static DayOfWeek? DayOf(string word) => word switch
    {
        "MO" => DayOfWeek.Monday,
        "TU" => DayOfWeek.Tuesday,
        "WE" => DayOfWeek.Wednesday,
        "TH" => DayOfWeek.Thursday,
        "FR" => DayOfWeek.Friday,
        "SA" => DayOfWeek.Saturday,
        "SU" => DayOfWeek.Sunday,
        _ => null,
    };
}

/// <summary>What one file may cost: so much work, and until then.</summary>
internal sealed class WorkBudget(double work, CancellationToken deadline)
{
    private double left = work;

    /// <exception cref="CalendarFileException">The file asks for more.</exception>
    public void Take(double amount)
    {
        ThrowIfLate();
        left -= amount;
        if (left < 0) throw new CalendarFileException(CalendarProblem.TooHeavy);
    }

    public void ThrowIfLate() => deadline.ThrowIfCancellationRequested();
}
