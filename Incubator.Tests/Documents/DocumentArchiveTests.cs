using System.IO.Compression;
using System.Text;
using Incubator.Core.Accounts;
using Incubator.Core.Documents;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Incubator.Tests.Documents;

public class DocumentArchiveTests : IDisposable
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0];
    private readonly TestDatabase database = TestDatabase.Create();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 9, 7, 0, 0, TimeSpan.Zero));
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => database.Dispose();

    public static readonly TheoryData<string, byte[], string?> Kinds = new()
    {
        { "JPEG", [0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg" },
        { "PNG", Png, "image/png" },
        { "WebP", [.. "RIFF"u8, 1, 2, 3, 4, .. "WEBPVP8 "u8], "image/webp" },
        { "PDF", Encoding.ASCII.GetBytes("%PDF-1.4"), "application/pdf" },
        { "Word", Zip("[Content_Types].xml", "word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "Word with macros", Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), null },
        { "ZIP", Zip("a.txt"), null },
        { "broken ZIP", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], null },
        { "HTML", Encoding.ASCII.GetBytes("<html><script>"), null },
        { "SVG", Encoding.ASCII.GetBytes("<svg onload='x'/>"), null },
        { "program", [0x4D, 0x5A, 0x90, 0], null },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_FirstBytes_TellWhatItIs(string what, byte[] bytes, string? contentType)
    {
        var kind = FileKind.Of(bytes);
        Assert.True(kind?.ContentType == contentType, $"{what}: {kind}");
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd.png")]
    [InlineData("C:\\Users\\x\\kép \u0007árvíztűrő.exe", "kép árvíztűrő.png")]
    [InlineData("...", "file.png")]
    [InlineData("a\"b<c>.png", "abc.png")]
    public async Task Keep_AnyName_IsCleaned(string sent, string kept)
    {
        await using var db = database.Open();
        var archive = new DocumentArchive(db, clock);
        Assert.True((await archive.KeepAsync(File(AttachmentKind.Document, sent, Png), Actor.System, cancel)).Succeeded);
        Assert.Equal(kept, (await db.Attachments.SingleAsync(cancel)).FileName);
    }

    [Fact]
    public async Task Keep_SecondPhoto_TakesTheFirstOnesPlace()
    {
        await using var db = database.Open();
        var archive = new DocumentArchive(db, clock);
        await archive.KeepAsync(File(AttachmentKind.Photo, "one.png", Png), Actor.System, cancel);
        var second = (await archive.KeepAsync(File(AttachmentKind.Photo, "two.png", Png), Actor.System, cancel)).Value;
        Assert.Equal(second, (await db.Attachments.SingleAsync(cancel)).Reference);
        Assert.True((await archive.RemoveAsync(second, Actor.System, cancel)).Succeeded);
        Assert.True((await archive.RemoveAsync(second, Actor.System, cancel)).Was("NotFound"));
        Assert.Equal(["PhotoAdded", "PhotoAdded", "PhotoRemoved"], await db.History.OrderBy(h => h.Id).Select(h => h.Act).ToListAsync(cancel));
    }

    [Fact]
    public async Task Keep_WhatIsNotKept_IsRefused()
    {
        await using var db = database.Open();
        var archive = new DocumentArchive(db, clock);
        Assert.True((await archive.KeepAsync(File(AttachmentKind.Photo, "a.jpg", Encoding.ASCII.GetBytes("%PDF-1.4")), Actor.System, cancel)).Was("NotAPicture"));
        Assert.True((await archive.KeepAsync(File(AttachmentKind.Document, "a.pdf", Zip("x")), Actor.System, cancel)).Was("NotADocument"));
        Assert.True((await archive.KeepAsync(File(AttachmentKind.Document, "a.pdf", []), Actor.System, cancel)).Was("FileEmpty"));
        Assert.True((await archive.KeepAsync(File(AttachmentKind.Document, "a.pdf", new byte[Attachment.MaxBytes + 1]), Actor.System, cancel)).Was("FileTooLarge"));
        Assert.True((await archive.KeepAsync(File(AttachmentKind.Photo, "a.png", Png), new Actor(3, false, [1]), cancel)).Was("NotFound"));
        Assert.Equal(0, await db.Attachments.CountAsync(cancel));
    }

    private static KeepFile File(AttachmentKind kind, string name, byte[] bytes) =>
        new() { Subject = "Resource", SubjectId = 1, Kind = kind, FileName = name, Bytes = bytes };

    private static byte[] Zip(params string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in entries) zip.CreateEntry(entry);
        return bytes.ToArray();
    }
}
