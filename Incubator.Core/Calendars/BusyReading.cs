using Incubator.Core.Common;

namespace Incubator.Core.Calendars;

/// <summary>When somebody is busy, of an iCalendar file: who and what for is not read at all.</summary>
/// <param name="Busy">In order, apart from each other, cut to the window; UTC.</param>
/// <param name="Skipped">Events that could not be understood.</param>
public sealed record BusyReading(IReadOnlyList<TimeSlot> Busy, int Skipped)
{
    public const int MaxOccurrences = 20_000;

    /// <summary>Busy times kept of one calendar.</summary>
    public const int MaxBusy = 3_000;

    private const double Work = 4_000_000;
    private const int MaxListedDates = 20_000;

    /// <summary>
    /// Busy times within the window. All-day events are days of the lab's zone, times without a zone are the lab's; what is transparent,
    /// free or cancelled is not busy. A changed occurrence (RECURRENCE-ID) takes the place of the one it changes.
    /// </summary>
    /// <exception cref="CalendarFileException">It is no calendar, or asks for too much.</exception>
    /// <exception cref="OperationCanceledException">It took longer than the deadline.</exception>
    public static BusyReading Of(ReadOnlySpan<byte> file, TimeSlot window, CancellationToken deadline) =>
        new Reader(CalendarFile.Read(file, deadline), window, deadline).Read();

    private sealed class Reader(CalendarFile file, TimeSlot window, CancellationToken deadline)
    {
        private readonly WorkBudget budget = new(Work, deadline);
        private readonly ZoneBook zones = new(file.ZoneNames);
        private readonly List<TimeSlot> busy = [];
        private int occurrences, listed, skipped;

        public BusyReading Read()
        {
            var changed = file.Entries.Where(e => !e.IsFreeBusy && e.Line("RECURRENCE-ID") is not null)
                .ToLookup(e => e.Line("UID")?.Value ?? "", e => zones.Moment(e.Line("RECURRENCE-ID")!), StringComparer.Ordinal);
            foreach (var entry in file.Entries)
            {
                budget.Take(1);
                if (!(entry.IsFreeBusy ? AddPeriods(entry) : AddEvent(entry, changed))) skipped++;
            }

            var merged = Merge(busy);
            return merged.Count > MaxBusy ? throw new CalendarFileException(CalendarProblem.TooHeavy) : new BusyReading(merged, skipped);
        }

        private bool AddEvent(CalendarEntry entry, ILookup<string, Moment?> changed)
        {
            if (IsFree(entry)) return true;
            if (entry.Line("DTSTART") is not { } line || zones.Moment(line) is not { } start) return false;
            if (LengthOf(entry, start) is not { } length) return false;
            if (entry.Line("RECURRENCE-ID") is { } of)
            {
                // All that follow are changed with it: nobody writes this any more, and guessing would free what is busy.
                if (of.Parameter("RANGE") is not null) return false;
                return Add(start, length);
            }

            if (entry.Line("EXRULE") is not null) return false;
            var without = new HashSet<DateTimeOffset>();
            var withoutDays = new HashSet<DateOnly>();
            foreach (var moment in entry.All("EXDATE").SelectMany(Listed))
            {
                if (moment is not { } no) return false;
                if (no.IsDay) withoutDays.Add(no.Day);
                else without.Add(no.Instant);
            }

            // A change of an occurrence stands in its place, wherever it was moved to.
            foreach (var moment in changed[entry.Line("UID")?.Value ?? ""])
            {
                if (moment is not { } no) continue;
                if (no.IsDay) withoutDays.Add(no.Day);
                else without.Add(no.Instant);
            }

            bool Counts(Moment moment) => !withoutDays.Contains(moment.Day) && (moment.IsDay || !without.Contains(moment.Instant));

            var rules = entry.All("RRULE").ToList();
            var more = entry.All("RDATE").ToList();
            if (rules.Count == 0)
            {
                if (Counts(start)) Add(start, length);
            }
            else
            {
                // Days of another zone begin up to fourteen hours away.
                var margin = length.Longest + TimeSpan.FromDays(2);
                var (from, until) = (window.Start.UtcDateTime - margin, window.End.UtcDateTime + TimeSpan.FromDays(2));
                foreach (var line2 in rules)
                {
                    if (RepeatRule.Read(line2.Value) is not { } rule) return false;
                    DateTime? last = rule.Until is not { } end ? null : rule.UntilIsUtc && !start.IsDay ? start.LocalOf(new DateTimeOffset(end, TimeSpan.Zero)) : end;
                    foreach (var local in rule.Times(start.Local, start.IsDay, from, until, last, budget))
                    {
                        if (++occurrences > MaxOccurrences) throw new CalendarFileException(CalendarProblem.TooHeavy);
                        var moment = start.At(local);
                        if (Counts(moment)) Add(moment, length);
                    }
                }
            }

            foreach (var line2 in more)
            {
                if (line2.Parameter("VALUE")?.ToUpperInvariant() == "PERIOD")
                {
                    foreach (var period in line2.Value.Split(','))
                    {
                        if (!AddPeriod(line2, period)) return false;
                    }
                }
                else
                {
                    foreach (var moment in Listed(line2))
                    {
                        if (moment is not { } also) return false;
                        if (Counts(also)) Add(also, length);
                    }
                }
            }

            return true;
        }

        private bool AddPeriods(CalendarEntry entry)
        {
            foreach (var line in entry.All("FREEBUSY"))
            {
                if (line.Parameter("FBTYPE")?.ToUpperInvariant() == "FREE") continue;
                foreach (var period in line.Value.Split(','))
                {
                    if (!AddPeriod(line, period)) return false;
                }
            }

            return true;
        }

        // start/end or start/length
        private bool AddPeriod(CalendarLine line, string period)
        {
            CountListed();
            if (period.Split('/') is not [var from, var to] || zones.Moment(line, from) is not { IsDay: false } start) return false;
            if (CalendarValue.Length(to) is { } length) return Add(start, new EventLength(length.Days, length.Time));
            return zones.Moment(line, to) is { IsDay: false } end && Keep(start.Instant, end.Instant);
        }

        private IEnumerable<Moment?> Listed(CalendarLine line)
        {
            foreach (var value in line.Value.Split(','))
            {
                CountListed();
                yield return zones.Moment(line, value);
            }
        }

        private void CountListed()
        {
            budget.ThrowIfLate();
            if (++listed > MaxListedDates) throw new CalendarFileException(CalendarProblem.TooHeavy);
        }

        private EventLength? LengthOf(CalendarEntry entry, Moment start)
        {
            if (entry.Line("DTEND") is { } line)
            {
                if (zones.Moment(line) is not { } end) return null;
                if (start.IsDay && end.IsDay) return end.Day < start.Day ? null : new EventLength(Math.Max(1, end.Day.DayNumber - start.Day.DayNumber), TimeSpan.Zero);
                return end.Instant < start.Instant ? null : new EventLength(0, end.Instant - start.Instant);
            }

            if (entry.Line("DURATION") is { } length) return CalendarValue.Length(length.Value) is { } said ? new EventLength(said.Days, said.Time) : null;
            return start.IsDay ? new EventLength(1, TimeSpan.Zero) : new EventLength(0, TimeSpan.Zero);
        }

        private bool Add(Moment start, EventLength length) => Keep(start.Instant, start.EndAfter(length));

        private bool Keep(DateTimeOffset start, DateTimeOffset end)
        {
            if (end > start && new TimeSlot(start, end).Intersect(window) is { } seen) busy.Add(seen);
            return true;
        }

        private static bool IsFree(CalendarEntry entry) =>
            entry.Line("STATUS")?.Value.ToUpperInvariant() == "CANCELLED" || entry.Line("TRANSP")?.Value.ToUpperInvariant() == "TRANSPARENT" ||
            entry.Line("X-MICROSOFT-CDO-BUSYSTATUS")?.Value.ToUpperInvariant() == "FREE";

        private static List<TimeSlot> Merge(List<TimeSlot> slots)
        {
            var merged = new List<TimeSlot>();
            foreach (var slot in slots.OrderBy(s => s.Start))
            {
                if (merged.Count > 0 && slot.Start <= merged[^1].End) merged[^1] = merged[^1] with { End = slot.End > merged[^1].End ? slot.End : merged[^1].End };
                else merged.Add(slot);
            }

            return merged;
        }
    }
}

/// <summary>How long: days of the calendar, then exact time.</summary>
internal readonly record struct EventLength(int Days, TimeSpan Time)
{
    public TimeSpan Longest => TimeSpan.FromDays(Days) + Time;
}

/// <summary>A time as a calendar says it: on the wall clock of its zone. A day is one of the lab's zone.</summary>
internal readonly record struct Moment(DateTime Local, bool IsDay, TimeZoneInfo Zone)
{
    public DateOnly Day => DateOnly.FromDateTime(Local);

    public DateTimeOffset Instant => ToInstant(Local);

    public Moment At(DateTime local) => this with { Local = local };

    public DateTime LocalOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    public DateTimeOffset EndAfter(EventLength length) => (length.Days == 0 ? Instant : ToInstant(Local.AddDays(length.Days))) + length.Time;

    // RFC 5545, 3.3.5: a skipped time is read with the offset before the change; of two the first is meant.
    private DateTimeOffset ToInstant(DateTime local)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max()
            : Zone.IsInvalidTime(local) ? Zone.GetUtcOffset(local.AddHours(-3))
            : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}

/// <summary>The time zones that a file names.</summary>
internal sealed class ZoneBook(IReadOnlyDictionary<string, string> aliases)
{
    private const int MaxNameLength = 80;
    private const int MaxZones = 200;
    private readonly Dictionary<string, TimeZoneInfo?> known = new(StringComparer.Ordinal);

    public Moment? Moment(CalendarLine line) => Moment(line, line.Value);

    /// <summary>Null where it is no time, or of a zone nobody knows.</summary>
    public Moment? Moment(CalendarLine line, string value)
    {
        value = value.Trim();
        if (CalendarValue.Date(value) is { } day) return new Moment(day.ToDateTime(TimeOnly.MinValue), true, LabTime.Zone);
        if (CalendarValue.Time(value, out var isUtc) is not { } time) return null;
        var zone = isUtc ? TimeZoneInfo.Utc : line.Parameter("TZID") is { Length: > 0 } name ? Find(name) : LabTime.Zone;
        return zone is null ? null : new Moment(time, false, zone);
    }

    private TimeZoneInfo? Find(string name)
    {
        if (known.TryGetValue(name, out var zone)) return zone;
        if (known.Count >= MaxZones) throw new CalendarFileException(CalendarProblem.TooHeavy);
        return known[name] = Names(name).Select(Known).FirstOrDefault(z => z is not null);
    }

    // "Europe/Budapest", "Central Europe Standard Time", "/mozilla.org/20070129_1/Europe/Budapest", or what the file says beside it.
    private IEnumerable<string> Names(string name)
    {
        yield return name;
        if (aliases.GetValueOrDefault(name) is { } alias) yield return alias;
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 2) yield return string.Join('/', parts[^2..]);
        if (parts.Length > 3) yield return string.Join('/', parts[^3..]);
    }

    // Only what looks like a name: it is looked up among files.
    private static TimeZoneInfo? Known(string name) =>
        name.Length is > 0 and <= MaxNameLength && char.IsAsciiLetter(name[0]) && !name.Contains("..", StringComparison.Ordinal) &&
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+' or ' ' or '.' or '(' or ')') &&
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
