using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Incubator.Core.Common;

namespace Incubator.Core.Documents;

/// <summary>
/// A table of texts out of the files people really send: comma, semicolon or tab; UTF-8 with or without BOM, UTF-16 or
/// windows-1250; any line ending. What is no text at all is refused as such. Pure.
/// </summary>
public sealed record CsvTable(
    List<string> Headings, IReadOnlyList<CsvRow> Rows, IReadOnlyList<FileProblem> Problems, string EncodingName, char Separator)
{
    public const int MaxBytes = 20 * 1024 * 1024;
    public const int MaxRows = 50_000;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    // The first bytes of what people mistake for a table: ZIP (and with it XLSX), PDF, old Office files, gzip, pictures.
    private static readonly (string Kind, byte[] Magic)[] Strangers =
    [
        ("ZIP", [0x50, 0x4B, 0x03, 0x04]), ("ZIP", [0x50, 0x4B, 0x05, 0x06]), ("PDF", "%PDF-"u8.ToArray()),
        ("XLS", [0xD0, 0xCF, 0x11, 0xE0]), ("GZIP", [0x1F, 0x8B]), ("JPEG", [0xFF, 0xD8, 0xFF]), ("PNG", [0x89, 0x50, 0x4E, 0x47]),
        ("RAR", "Rar!"u8.ToArray()), ("7Z", [0x37, 0x7A, 0xBC, 0xAF]),
    ];

    /// <returns>
    /// Refused as FileEmpty, FileTooLarge, NotATable (a stranger's kind in "kind"), HeadingsMissing, HeadingTwice or TooManyRows.
    /// </returns>
    public static Result<CsvTable> Read(byte[] bytes)
    {
        if (bytes.Length == 0) return new Refusal("FileEmpty", "File");
        if (bytes.Length > MaxBytes) return new Refusal("FileTooLarge", "File").With("megabytes", MaxBytes / 1024 / 1024);
        foreach (var (kind, magic) in Strangers)
            if (bytes.AsSpan().StartsWith(magic)) return new Refusal("NotATable", "File").With("kind", kind);
        var (text, encoding) = Decode(bytes);
        if (text.Contains('\0')) return new Refusal("NotATable", "File").With("kind", "?");
        if (string.IsNullOrWhiteSpace(text)) return new Refusal("FileEmpty", "File");
        return Parse(text, encoding);
    }

    private static (string Text, string Encoding) Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..]) return (Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2), "UTF-16");
        if (bytes is [0xFE, 0xFF, ..]) return (Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2), "UTF-16");
        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return (StrictUtf8.GetString(bytes, start, bytes.Length - start), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return (CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetString(bytes, start, bytes.Length - start), "windows-1250");
        }
    }

    private static Result<CsvTable> Parse(string text, string encoding)
    {
        var separator = SeparatorOf(text);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            BadDataFound = null,
            HasHeaderRecord = false,
            IgnoreBlankLines = true,
            LineBreakInQuotedFieldIsBadData = false,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        List<string>? headings = null;
        var rows = new List<CsvRow>();
        var problems = new List<FileProblem>();
        while (parser.Read())
        {
            var cells = parser.Record!;
            var open = parser.RawRecord.AsSpan().Count('"') % 2 == 1;
            var line = parser.RawRow - Breaks(open ? parser.RawRecord : parser.RawRecord.AsSpan().TrimEnd("\r\n"));
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            if (headings is null)
            {
                headings = [.. cells.Select(c => c.Trim())];
                while (headings is [.., ""]) headings.RemoveAt(headings.Count - 1);
                if (headings.Where(h => h.Length > 0).GroupBy(h => h, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
                    return new Refusal("HeadingTwice", "File").With("heading", FileProblem.Shorten(twice.Key));
                continue;
            }

            if (open)
                problems.Add(new FileProblem(line, null, "QuoteNotClosed"));
            else if (cells.Length < headings.Count || cells.Skip(headings.Count).Any(c => !string.IsNullOrWhiteSpace(c)))
                problems.Add(new FileProblem(line, null, "CellsMiscounted", $"{cells.Length}/{headings.Count}"));
            else if (rows.Count == MaxRows)
                return new Refusal("TooManyRows", "File").With("max", MaxRows);
            else
                rows.Add(new CsvRow(line, cells));
        }

        return headings is null
            ? new Refusal("FileEmpty", "File")
            : new CsvTable(headings, rows, problems, encoding, separator);
    }

    // The one that stands most often in the first line, outside quotation marks.
    private static char SeparatorOf(string text)
    {
        int commas = 0, semicolons = 0, tabs = 0;
        var quoted = false;
        foreach (var c in text.AsSpan().TrimStart())
        {
            if (c == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (c is '\n' or '\r') break;
            else if (c == ',') commas++;
            else if (c == ';') semicolons++;
            else if (c == '\t') tabs++;
        }

        return semicolons > 0 && semicolons >= commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }

    private static int Breaks(ReadOnlySpan<char> record)
    {
        var breaks = record.Count('\n');
        return breaks > 0 ? breaks : record.Count('\r');
    }
}

public sealed record CsvRow(int Line, string[] Cells);
