using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Documents;

/// <summary>A file to be kept for a thing of the lab.</summary>
public sealed record KeepFile
{
    /// <summary>The thing's entity name ("Resource").</summary>
    public required string Subject { get; init; }

    public required long SubjectId { get; init; }

    public required AttachmentKind Kind { get; init; }

    /// <summary>As the sender's machine calls it; only a cleaned name with the content's own extension is kept.</summary>
    public required string FileName { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>Where files are kept and given out. A thing has one photo; a new one takes the old one's place.</summary>
public sealed class DocumentArchive(IncubatorDb db, TimeProvider clock)
{
    /// <summary>Files kept for one thing at most.</summary>
    public const int MaxFiles = 50;

    public async Task<Result<Guid>> KeepAsync(KeepFile request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Guid>(async token =>
        {
            var kept = await KeepWithinAsync(request, actor, now, token);
            return kept.Succeeded ? kept.Value.Reference : Result<Guid>.Refused(kept.Refusals);
        }, cancel: cancel);
    }

    /// <summary>Keeps a file inside another desk's transaction; that desk has decided that the actor may.</summary>
    internal async Task<Result<Attachment>> KeepWithinAsync(KeepFile request, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        if (request.Bytes.Length == 0) return new Refusal("FileEmpty", "File");
        if (request.Bytes.Length > Attachment.MaxBytes)
            return new Refusal("FileTooLarge", "File").With("megabytes", Attachment.MaxBytes / 1024 / 1024);
        if (FileKind.Of(request.Bytes) is not { } kind || (request.Kind == AttachmentKind.Photo && !kind.IsPicture))
            return new Refusal(request.Kind == AttachmentKind.Photo ? "NotAPicture" : "NotADocument", "File");
        var there = await db.Attachments
            .Where(a => a.Subject == request.Subject && a.SubjectId == request.SubjectId).ToListAsync(token);
        if (request.Kind == AttachmentKind.Photo)
        {
            foreach (var old in there.Where(a => a.Kind == AttachmentKind.Photo)) await DropAsync(old, token);
        }
        else if (there.Count >= MaxFiles)
        {
            return new Refusal("TooManyFiles", "File").With("max", MaxFiles);
        }

        var attachment = Attachment.Create(
            request.Subject, request.SubjectId, request.Kind, CleanName(request.FileName, kind), kind.ContentType, request.Bytes, now);
        db.Attachments.Add(attachment);
        db.Record(request.Subject, request.SubjectId, $"{request.Kind}Added", actor, now,
            new Dictionary<string, string?[]> { ["File"] = [null, attachment.FileName] });
        return attachment;
    }

    public async Task<Result<Done>> RemoveAsync(Guid reference, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            var attachment = await db.Attachments.SingleOrDefaultAsync(a => a.Reference == reference, token);
            if (attachment is null) return Refusal.NotFound;
            await RemoveWithinAsync(attachment, actor, now, token);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>Removes a file inside another desk's transaction; that desk has decided that the actor may.</summary>
    internal async Task RemoveWithinAsync(Attachment attachment, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        await DropAsync(attachment, token);
        db.Record(attachment.Subject, attachment.SubjectId, $"{attachment.Kind}Removed", actor, now,
            new Dictionary<string, string?[]> { ["File"] = [attachment.FileName, null] });
    }

    /// <summary>
    /// Deletes all files of a thing inside a transaction that forgets it: no row tells of them, and what tells that there were some does
    /// not tell their names any more.
    /// </summary>
    internal async Task ForgetWithinAsync(string subject, long subjectId, CancellationToken token)
    {
        await db.Set<AttachmentContent>().Where(c => db.Attachments.Any(a => a.Id == c.AttachmentId && a.Subject == subject && a.SubjectId == subjectId))
            .ExecuteDeleteAsync(token);
        await db.Attachments.Where(a => a.Subject == subject && a.SubjectId == subjectId).ExecuteDeleteAsync(token);
        var acts = Enum.GetNames<AttachmentKind>().SelectMany(kind => new[] { $"{kind}Added", $"{kind}Removed" }).ToList();
        await db.History.Where(h => h.Subject == subject && h.SubjectId == subjectId && acts.Contains(h.Act))
            .ExecuteUpdateAsync(h => h.SetProperty(x => x.Changes, (string?)null), token);
    }

    /// <summary>Keeps a file between two steps of an act (an upload that waits for its confirmation), whatever it is.</summary>
    public async Task<Attachment> StageAsync(string subject, string fileName, byte[] bytes, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var forgotten = now.AddDays(-1);
        var staged = await db.CommitAsync<Attachment>(async token =>
        {
            foreach (var old in await db.Attachments.Where(a => a.Subject == subject && a.AddedAt < forgotten).ToListAsync(token))
                await DropAsync(old, token);
            var attachment = Attachment.Create(
                subject, 0, AttachmentKind.Document, CleanName(fileName, new FileKind("application/octet-stream", ".csv")),
                "application/octet-stream", bytes, now);
            db.Attachments.Add(attachment);
            return attachment;
        }, cancel: cancel);
        return staged.Value;
    }

    public Task<byte[]?> ReadAsync(long attachmentId, CancellationToken cancel = default) =>
        db.Set<AttachmentContent>().AsNoTracking().Where(c => c.AttachmentId == attachmentId).Select(c => c.Bytes).FirstOrDefaultAsync(cancel);

    /// <summary>The last part of the name without what file systems and headers stumble over, with the content's extension.</summary>
    public static string CleanName(string fileName, FileKind kind)
    {
        var last = fileName.Split('/', '\\')[^1];
        var clean = new string([.. last.Where(c => !char.IsControl(c) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))]).Trim(' ', '.');
        var stem = Path.GetFileNameWithoutExtension(clean).Trim(' ', '.');
        if (stem.Length == 0) stem = "file";
        var longest = Attachment.FileNameMaxLength - kind.Extension.Length;
        return (stem.Length <= longest ? stem : stem[..longest]) + kind.Extension;
    }

    private async Task DropAsync(Attachment attachment, CancellationToken cancel)
    {
        await db.Set<AttachmentContent>().Where(c => c.AttachmentId == attachment.Id).ExecuteDeleteAsync(cancel);
        db.Attachments.Remove(attachment);
    }
}
