using System.Globalization;
using System.Text.RegularExpressions;
using Incubator.Core.Common;
using Incubator.Core.Documents;

namespace Incubator.Core.Booking;

/// <summary>One line of a resource file, understood. Null: the cell says nothing.</summary>
public sealed record ResourceRow(int Line)
{
    public required string Code { get; init; }
    public string? Name { get; init; }
    public string? NameHu { get; init; }
    public string? Category { get; init; }
    public ResourceKind? Kind { get; init; }
    public string? Manufacturer { get; init; }
    public string? Model { get; init; }
    public Quantity? Capacity { get; init; }
    public string? Site { get; init; }
    public string? Room { get; init; }
    public int? Units { get; init; }
    public FoodGrade? FoodGrade { get; init; }
    public string? Notes { get; init; }
    public string? Source { get; init; }
    public int? SetupMinutes { get; init; }
    public int? CleanupMinutes { get; init; }
}

/// <summary>
/// Reads a list of resources: bytes to rows, with every problem by line, column and reason. A row with a problem is not
/// among the rows. Pure; what is known already is the import's business.
/// </summary>
/// <param name="Columns">What the file speaks of, with its own headings; of the rest it says nothing.</param>
/// <param name="Notices">What was passed over and harms nothing.</param>
public sealed partial record ResourceFile(
    IReadOnlyDictionary<ResourceColumn, string> Columns, IReadOnlyList<ResourceRow> Rows, IReadOnlyList<FileProblem> Problems,
    IReadOnlyList<FileProblem> Notices, string EncodingName, char Separator)
{
    public bool Has(ResourceColumn column) => Columns.ContainsKey(column);

    public static Result<ResourceFile> Read(byte[] bytes)
    {
        var read = CsvTable.Read(bytes);
        if (!read.Succeeded) return Result<ResourceFile>.Refused(read.Refusals);
        var table = read.Value;
        var places = new Dictionary<ResourceColumn, int>();
        for (var i = 0; i < table.Headings.Count; i++)
        {
            if (ResourceHeadings.Find(table.Headings[i]) is { } column && !places.TryAdd(column, i))
                return new Refusal("HeadingTwice", "File").With("heading", FileProblem.Shorten(table.Headings[i]));
        }

        if (!places.ContainsKey(ResourceColumn.Code) ||
            (!places.ContainsKey(ResourceColumn.Name) && !places.ContainsKey(ResourceColumn.NameHu)))
            return new Refusal("HeadingsMissing", "File").With("headings", "code, name");
        return new Reading(table, places).Finish();
    }

    [GeneratedRegex(@"(?<=\d)[ \u00a0\u202f](?=\d{3}(\D|$))")]
    private static partial Regex ThousandsGap();

    [GeneratedRegex(@"^(?<figure>\d{1,6}([.,]\d{1,2})?)\s*(?<unit>min|minutes?|perc|p|m|h|hours?|óra|ó)?\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Duration();

    [GeneratedRegex(@"^(?<count>[+-]?\d{1,9})\s*(db|darab|pcs?|pieces?|units?)?\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex Count();

    private sealed class Reading(CsvTable table, Dictionary<ResourceColumn, int> places)
    {
        private readonly List<ResourceRow> rows = [];
        private readonly List<FileProblem> problems = [.. table.Problems];
        private readonly List<FileProblem> notices = [];
        private readonly Dictionary<string, int> lineOfCode = new(StringComparer.OrdinalIgnoreCase);
        private CsvRow current = new(0, []);

        public ResourceFile Finish()
        {
            foreach (var row in table.Rows)
            {
                current = row;
                var before = problems.Count;
                var understood = Understand();
                if (understood is not null && problems.Count == before) rows.Add(understood);
            }

            for (var i = 0; i < table.Headings.Count; i++)
            {
                var at = i;
                if (!places.ContainsValue(i) && table.Rows.FirstOrDefault(r => !CellGuard.IsNothing(r.Cells[at].Trim())) is { } filled)
                    notices.Add(new FileProblem(filled.Line, FileProblem.Shorten(table.Headings[i]), "ColumnIgnored"));
            }

            return new ResourceFile(
                places.ToDictionary(p => p.Key, p => table.Headings[p.Value]), rows,
                [.. problems.OrderBy(p => p.Line)], notices, table.EncodingName, table.Separator);
        }

        private ResourceRow? Understand()
        {
            var code = Text(ResourceColumn.Code);
            if (code is null)
            {
                Problem(ResourceColumn.Code, "Missing");
                return null;
            }

            if (!lineOfCode.TryAdd(code, current.Line))
            {
                problems.Add(new FileProblem(
                    current.Line, Heading(ResourceColumn.Code), "CodeTwice", lineOfCode[code].ToString(CultureInfo.InvariantCulture)));
                return null;
            }

            string? name = Text(ResourceColumn.Name), nameHu = Text(ResourceColumn.NameHu);
            if (name is null && nameHu is null) Problem(places.ContainsKey(ResourceColumn.Name) ? ResourceColumn.Name : ResourceColumn.NameHu, "Missing");
            return new ResourceRow(current.Line)
            {
                Code = code,
                Name = name,
                NameHu = nameHu,
                Category = Text(ResourceColumn.Category),
                Kind = Word<ResourceKind>(ResourceColumn.Kind, word => word switch
                {
                    "equipment" or "berendezes" or "eszkoz" or "gep" or "machine" => ResourceKind.Equipment,
                    "facility" or "helyiseg" or "room" or "terem" or "bemutatohelyiseg" => ResourceKind.Facility,
                    _ => null,
                }),
                Manufacturer = Text(ResourceColumn.Manufacturer),
                Model = Text(ResourceColumn.Model),
                Capacity = Capacity(),
                Site = Text(ResourceColumn.Site),
                Room = Text(ResourceColumn.Room),
                Units = Whole(ResourceColumn.Units),
                FoodGrade = Word<FoodGrade>(ResourceColumn.FoodGrade, word => word switch
                {
                    "yes" or "y" or "igen" or "i" or "true" or "1" or "x" or "food" or "foodgrade" or "elelmiszer" => Booking.FoodGrade.Food,
                    "no" or "n" or "nem" or "false" or "0" or "nonfood" or "nemelelmiszer" => Booking.FoodGrade.NonFood,
                    "lab" or "labonly" or "labor" or "csaklabor" => Booking.FoodGrade.LabOnly,
                    _ => null,
                }),
                Notes = Text(ResourceColumn.Notes),
                Source = Text(ResourceColumn.Source),
                SetupMinutes = Minutes(ResourceColumn.SetupMinutes),
                CleanupMinutes = Minutes(ResourceColumn.CleanupMinutes),
            };
        }

        private Quantity? Capacity()
        {
            string? figure = Text(ResourceColumn.Capacity), unit = Text(ResourceColumn.Unit);
            if (figure is null)
            {
                if (unit is not null) notices.Add(new FileProblem(current.Line, Heading(ResourceColumn.Unit), "UnitWithoutCapacity", FileProblem.Shorten(unit)));
                return null;
            }

            if (Quantity.Read(ThousandsGap().Replace(figure, ""), unit) is { } quantity) return quantity;
            Problem(ResourceColumn.Capacity, "NotAQuantity");
            return null;
        }

        private int? Whole(ResourceColumn column)
        {
            if (Text(column) is not { } text) return null;
            if (Count().Match(text) is { Success: true } match && int.TryParse(match.Groups["count"].Value, CultureInfo.InvariantCulture, out var whole))
                return whole;
            Problem(column, "NotAWholeNumber");
            return null;
        }

        private int? Minutes(ResourceColumn column)
        {
            if (Text(column) is not { } text) return null;
            var match = Duration().Match(text);
            if (match.Success && decimal.TryParse(match.Groups["figure"].Value.Replace(',', '.'), CultureInfo.InvariantCulture, out var figure))
            {
                var minutes = match.Groups["unit"].Value is ['h' or 'H' or 'ó' or 'Ó', ..] ? figure * 60 : figure;
                if (minutes == decimal.Truncate(minutes)) return (int)minutes;
            }

            Problem(column, "NotMinutes");
            return null;
        }

        private T? Word<T>(ResourceColumn column, Func<string, T?> meaning)
            where T : struct
        {
            if (Text(column) is not { } text) return null;
            if (meaning(PlainWord.Of(text)) is { } known) return known;
            Problem(column, "NotKnown");
            return null;
        }

        private string? Text(ResourceColumn column)
        {
            if (!places.TryGetValue(column, out var place)) return null;
            var cell = current.Cells[place].Trim();
            return CellGuard.IsNothing(cell) ? null : CellGuard.Unprotect(cell);
        }

        private void Problem(ResourceColumn column, string code) => problems.Add(new FileProblem(
            current.Line, Heading(column), code,
            places.TryGetValue(column, out var place) && current.Cells[place].Trim() is { Length: > 0 } text ? FileProblem.Shorten(text) : null));

        private string? Heading(ResourceColumn column) => places.TryGetValue(column, out var place) ? table.Headings[place] : null;
    }
}
