using System.Globalization;
using Incubator.Core.Common;
using Incubator.Core.Documents;

namespace Incubator.Core.Companies;

/// <summary>One line of a company list, understood: what it says, and of which columns it says nothing.</summary>
/// <param name="Told">The facts where the file has a column for them; the rest is as facts begin.</param>
public sealed record CompanyRow(int Line, CompanyFacts Told);

/// <summary>
/// Reads a list of companies: bytes to rows, with every problem by line, column and reason. A row with a problem is not among the
/// rows. Pure; who is in the register already is the import's business.
/// </summary>
/// <param name="Columns">What the file speaks of, with its own headings; of the rest it says nothing.</param>
public sealed record CompanyList(
    IReadOnlyDictionary<CompanyColumn, string> Columns, IReadOnlyList<CompanyRow> Rows, IReadOnlyList<FileProblem> Problems,
    IReadOnlyList<FileProblem> Notices, string EncodingName, char Separator)
{
    public bool Has(CompanyColumn column) => Columns.ContainsKey(column);

    public static Result<CompanyList> Read(byte[] bytes)
    {
        var read = CsvTable.Read(bytes);
        if (!read.Succeeded) return Result<CompanyList>.Refused(read.Refusals);
        var table = read.Value;
        var places = new Dictionary<CompanyColumn, int>();
        var ignored = new List<int>();
        for (var i = 0; i < table.Headings.Count; i++)
        {
            if (CompanyHeadings.Find(table.Headings[i]) is not { } column) ignored.Add(i);
            else if (column != CompanyColumn.Told && !places.TryAdd(column, i))
                return new Refusal("HeadingTwice", "File").With("heading", FileProblem.Shorten(table.Headings[i]));
        }

        if (!places.ContainsKey(CompanyColumn.Name)) return new Refusal("HeadingsMissing", "File").With("headings", "name");
        var problems = table.Problems.ToList();
        var rows = new List<CompanyRow>();
        foreach (var row in table.Rows)
        {
            var before = problems.Count;
            var told = new Reading(table, places, row, problems).Understand();
            if (problems.Count == before) rows.Add(new CompanyRow(row.Line, told));
        }

        List<FileProblem> notices = [.. ignored
            .Select(i => (Place: i, Filled: table.Rows.FirstOrDefault(r => !CellGuard.IsNothing(r.Cells[i].Trim()))))
            .Where(i => i.Filled is not null)
            .Select(i => new FileProblem(i.Filled!.Line, FileProblem.Shorten(table.Headings[i.Place]), "ColumnIgnored"))];
        return new CompanyList(
            places.ToDictionary(p => p.Key, p => table.Headings[p.Value]), rows, [.. problems.OrderBy(p => p.Line)], notices, table.EncodingName, table.Separator);
    }

    private sealed class Reading(CsvTable table, Dictionary<CompanyColumn, int> places, CsvRow row, List<FileProblem> problems)
    {
        public CompanyFacts Understand()
        {
            var facts = new CompanyFacts
            {
                Name = Text(CompanyColumn.Name) ?? "",
                ShortName = Text(CompanyColumn.ShortName),
                LegalForm = Word(CompanyColumn.LegalForm, Form),
                Role = Word(CompanyColumn.Role, RoleOf) ?? OrganisationRole.Company,
                TaxNumber = Text(CompanyColumn.TaxNumber),
                EuVatNumber = Text(CompanyColumn.EuVatNumber),
                RegisterNumber = Text(CompanyColumn.RegisterNumber),
                Postcode = Text(CompanyColumn.Postcode),
                Settlement = Text(CompanyColumn.Settlement),
                Address = Text(CompanyColumn.Address),
                Country = Text(CompanyColumn.Country) ?? CompanyFacts.Hungary,
                Website = Text(CompanyColumn.Website),
                ContactEmail = Text(CompanyColumn.ContactEmail),
                Phone = Text(CompanyColumn.Phone),
                NaceMain = Text(CompanyColumn.NaceMain),
                NaceRevision = Word(CompanyColumn.NaceRevision, Revision) ?? NaceRevision.Rev21,
                NaceOthers = (Text(CompanyColumn.NaceOthers) ?? "").Split([',', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                FoundedOn = Day(CompanyColumn.FoundedOn),
                S3Priority = Word<S3Priority>(CompanyColumn.S3Priority, word => Enum.TryParse<S3Priority>(word, true, out var known) && !char.IsAsciiDigit(word[0]) ? known : null),
            }.Tidied();
            foreach (var refusal in facts.Problems())
            {
                var column = Enum.TryParse<CompanyColumn>(refusal.Field, out var known) ? known : CompanyColumn.Name;
                Problem(column, refusal.Code, refusal.Facts.TryGetValue("max", out var max) ? Convert.ToString(max, CultureInfo.InvariantCulture) : null);
            }

            return facts;
        }

        private DateOnly? Day(CompanyColumn column)
        {
            if (Text(column) is not { } text) return null;
            foreach (var format in new[] { "yyyy-MM-dd", "yyyy.MM.dd.", "yyyy.MM.dd", "yyyy. MM. dd.", "yyyy/MM/dd", "dd/MM/yyyy" })
                if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            Problem(column, "NotADate");
            return null;
        }

        private T? Word<T>(CompanyColumn column, Func<string, T?> meaning)
            where T : struct
        {
            if (Text(column) is not { } text) return null;
            if (meaning(PlainWord.Of(text)) is { } known) return known;
            Problem(column, "NotKnown");
            return null;
        }

        private string? Text(CompanyColumn column)
        {
            if (!places.TryGetValue(column, out var place)) return null;
            var cell = row.Cells[place].Trim();
            return CellGuard.IsNothing(cell) ? null : CellGuard.Unprotect(cell);
        }

        private void Problem(CompanyColumn column, string code, string? text = null) => problems.Add(new FileProblem(
            row.Line, places.TryGetValue(column, out var place) ? table.Headings[place] : null, code,
            text ?? (places.ContainsKey(column) && row.Cells[place].Trim() is { Length: > 0 } cell ? FileProblem.Shorten(cell) : null)));

        private static LegalForm? Form(string word) => word switch
        {
            "korlatoltfelelossegutarsasag" => LegalForm.Kft,
            "zartkorumukodoreszvenytarsasag" or "zartkoruenmukodoreszvenytarsasag" => LegalForm.Zrt,
            "nyilvanosanmukodoreszvenytarsasag" => LegalForm.Nyrt,
            "betetitarsasag" => LegalForm.Bt,
            "kozkeresetitarsasag" => LegalForm.Kkt,
            "ev" or "egyenivallalkozo" => LegalForm.SoleTrader,
            "szovetkezet" => LegalForm.Cooperative,
            "nonprofitkft" => LegalForm.NonProfitKft,
            "egyesulet" or "alapitvany" => LegalForm.AssociationOrFoundation,
            "egyetem" or "kutatointezet" => LegalForm.UniversityOrResearch,
            "egyeb" => LegalForm.Other,
            _ => Enum.TryParse<LegalForm>(word, true, out var known) && !char.IsAsciiDigit(word[0]) ? known : null,
        };

        private static OrganisationRole? RoleOf(string word) => word switch
        {
            "ceg" or "vallalkozas" => OrganisationRole.Company,
            "beszallito" => OrganisationRole.Supplier,
            "szolgaltato" => OrganisationRole.ServiceProvider,
            "egyetem" => OrganisationRole.University,
            "kutatointezet" => OrganisationRole.Research,
            "kozintezmeny" => OrganisationRole.PublicBody,
            "klaszterszervezet" => OrganisationRole.ClusterOrganisation,
            "civilszervezet" => OrganisationRole.CivilSociety,
            _ => Enum.TryParse<OrganisationRole>(word, true, out var known) && !char.IsAsciiDigit(word[0]) ? known : null,
        };

        private static NaceRevision? Revision(string word) => word switch
        {
            "2" or "rev2" or "nacerev2" or "teaor08" or "08" => NaceRevision.Rev2,
            "21" or "rev21" or "nacerev21" or "teaor25" or "25" => NaceRevision.Rev21,
            _ => null,
        };
    }
}
