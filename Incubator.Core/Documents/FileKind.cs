using System.IO.Compression;
using System.Text;

namespace Incubator.Core.Documents;

/// <summary>What a file is, by its first bytes and never by its name. Only what the lab keeps is known here.</summary>
public sealed record FileKind(string ContentType, string Extension, bool IsPicture = false)
{
    private static readonly byte[] JpegStart = [0xFF, 0xD8, 0xFF];
    private static readonly byte[] PngStart = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] ZipStart = [0x50, 0x4B, 0x03, 0x04];

    private static readonly FileKind Jpeg = new("image/jpeg", ".jpg", true);
    private static readonly FileKind Png = new("image/png", ".png", true);
    private static readonly FileKind WebP = new("image/webp", ".webp", true);
    private static readonly FileKind Pdf = new("application/pdf", ".pdf");

    private static readonly (string Entry, FileKind Kind)[] OfficeParts =
    [
        ("word/document.xml", new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx")),
        ("xl/workbook.xml", new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")),
        ("ppt/presentation.xml", new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx")),
    ];

    private static readonly Dictionary<string, FileKind> OpenDocuments = new FileKind[]
    {
        new("application/vnd.oasis.opendocument.text", ".odt"),
        new("application/vnd.oasis.opendocument.spreadsheet", ".ods"),
        new("application/vnd.oasis.opendocument.presentation", ".odp"),
    }.ToDictionary(k => k.ContentType);

    /// <returns>Null: nothing the lab keeps. Office files with macros are none either.</returns>
    public static FileKind? Of(byte[] bytes)
    {
        ReadOnlySpan<byte> start = bytes;
        if (start.StartsWith(JpegStart)) return Jpeg;
        if (start.StartsWith(PngStart)) return Png;
        if (start.StartsWith("RIFF"u8) && start.Length > 12 && start[8..].StartsWith("WEBP"u8)) return WebP;
        if (start.StartsWith("%PDF-"u8)) return Pdf;
        return start.StartsWith(ZipStart) ? OfficeIn(bytes) : null;
    }

    private static FileKind? OfficeIn(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
            if (zip.GetEntry("[Content_Types].xml") is not null)
                return OfficeParts.Where(p => zip.GetEntry(p.Entry) is not null).Select(p => p.Kind).FirstOrDefault();
            if (zip.GetEntry("mimetype") is not { Length: < 100 } mimetype) return null;
            using var reader = new StreamReader(mimetype.Open(), Encoding.ASCII);
            return OpenDocuments.GetValueOrDefault(reader.ReadToEnd().Trim());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
