using Incubator.Core.Documents;

namespace Incubator.Core.Companies;

/// <summary>
/// The titles of the agri-food activities of NACE Rev. 2 (TEÁOR'08) in both languages, from db/seed. What is not among them is no
/// less a code. Titles of Rev. 2.1 are not kept: the same code may mean something else there.
/// </summary>
public sealed class NaceTitles
{
    private readonly Dictionary<string, (string Hu, string En)> titles;

    private NaceTitles(Dictionary<string, (string Hu, string En)> titles) => this.titles = titles;

    /// <exception cref="InvalidOperationException">The file is no table with a code and both titles.</exception>
    public static NaceTitles Read(byte[] file)
    {
        var table = CsvTable.Read(file).Value;
        int code = table.Headings.IndexOf("code"), en = table.Headings.IndexOf("title_en"), hu = table.Headings.IndexOf("title_hu_teaor08");
        if (code < 0 || en < 0 || hu < 0) throw new InvalidOperationException("The list of activities lacks a column.");
        return new NaceTitles(table.Rows.Where(r => char.IsAsciiDigit(r.Cells[code][0])).ToDictionary(r => r.Cells[code], r => (r.Cells[hu], r.Cells[en])));
    }

    /// <summary>Null where it is not known.</summary>
    public string? Of(string code, NaceRevision revision, string language) =>
        revision == NaceRevision.Rev2 && titles.TryGetValue(code, out var title) ? language == "hu" ? title.Hu : title.En : null;

    /// <summary>All four-digit classes, by code.</summary>
    public IEnumerable<(string Code, string Title)> Classes(string language) => titles.Where(t => t.Key.Length == NaceCode.MaxLength)
        .OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => (t.Key, language == "hu" ? t.Value.Hu : t.Value.En));
}
