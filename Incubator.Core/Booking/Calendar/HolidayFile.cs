using System.Globalization;
using Incubator.Core.Common;
using Incubator.Core.Documents;

namespace Incubator.Core.Booking;

/// <summary>Reads a list of holidays, bridge days and working Saturdays: date, kind, names, the day it was swapped with. Pure.</summary>
public sealed record HolidayFile(IReadOnlyList<AddCalendarException> Days, IReadOnlyList<FileProblem> Problems)
{
    private static readonly Dictionary<string, CalendarExceptionKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["public_holiday"] = CalendarExceptionKind.PublicHoliday,
        ["bridge_day_off"] = CalendarExceptionKind.BridgeDay,
        ["working_saturday"] = CalendarExceptionKind.WorkingSaturday,
    };

    public static Result<HolidayFile> Read(byte[] bytes)
    {
        var read = CsvTable.Read(bytes);
        if (!read.Succeeded) return Result<HolidayFile>.Refused(read.Refusals);
        var table = read.Value;
        int Column(string name) => table.Headings.IndexOf(name);
        int date = Column("date"), kind = Column("kind"), nameHu = Column("name_hu"), nameEn = Column("name_en"),
            swapped = Column("swapped_with"), basis = Column("legal_basis");
        if (date < 0 || kind < 0 || nameHu < 0 || nameEn < 0)
            return new Refusal("HeadingsMissing").With("headings", "date, kind, name_hu, name_en");

        var days = new Dictionary<DateOnly, AddCalendarException>();
        var problems = new List<FileProblem>(table.Problems);
        foreach (var row in table.Rows)
        {
            if (!DateOnly.TryParseExact(row.Cells[date].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                problems.Add(new FileProblem(row.Line, "date", "NotADate"));
            else if (!Kinds.TryGetValue(row.Cells[kind].Trim(), out var what))
                problems.Add(new FileProblem(row.Line, "kind", "NotKnown"));
            else if (row.Cells[nameHu].Trim() is not { Length: > 0 and <= CalendarException.NameMaxLength } hu)
                problems.Add(new FileProblem(row.Line, "name_hu", "Missing"));
            else if (row.Cells[nameEn].Trim() is not { Length: > 0 and <= CalendarException.NameMaxLength } en)
                problems.Add(new FileProblem(row.Line, "name_en", "Missing"));
            else if (what == CalendarExceptionKind.WorkingSaturday && day.DayOfWeek != DayOfWeek.Saturday)
                problems.Add(new FileProblem(row.Line, "date", "NotASaturday"));
            else if (days.ContainsKey(day))
                problems.Add(new FileProblem(row.Line, "date", "DayTwice"));
            else
            {
                days[day] = new AddCalendarException
                {
                    Date = day,
                    Kind = what,
                    NameHu = hu,
                    NameEn = en,
                    LegalBasis = basis >= 0 && row.Cells[basis].Trim() is { Length: > 0 and <= CalendarException.LegalBasisMaxLength } law ? law : null,
                    FollowsDay = swapped >= 0 && DateOnly.TryParseExact(
                        row.Cells[swapped].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var other)
                            ? other.DayOfWeek : null,
                };
            }
        }

        return new HolidayFile([.. days.Values], problems);
    }
}
