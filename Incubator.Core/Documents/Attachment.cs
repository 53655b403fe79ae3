namespace Incubator.Core.Documents;

/// <summary>A file kept for a thing of the lab: photo, SOP. The bytes lie in <see cref="AttachmentContent"/>.</summary>
public sealed class Attachment
{
    public const int FileNameMaxLength = 160;
    public const int ContentTypeMaxLength = 80;
    public const int SubjectMaxLength = 40;
    public const int MaxBytes = 20 * 1024 * 1024;

    private Attachment() { }

    public long Id { get; private set; }

    /// <summary>Unguessable; public links carry it instead of the id.</summary>
    public Guid Reference { get; private set; }

    /// <summary>What it belongs to, by the entity's name ("Resource").</summary>
    public string Subject { get; private set; } = "";

    public long SubjectId { get; private set; }

    public AttachmentKind Kind { get; private set; }

    public string FileName { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Length { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public AttachmentContent? Content { get; private set; }

    public static Attachment Create(
        string subject, long subjectId, AttachmentKind kind, string fileName, string contentType, byte[] bytes, DateTimeOffset now) => new()
        {
            Reference = Guid.NewGuid(),
            Subject = subject,
            SubjectId = subjectId,
            Kind = kind,
            FileName = fileName,
            ContentType = contentType,
            Length = bytes.Length,
            AddedAt = now,
            Content = new AttachmentContent { Bytes = bytes },
        };
}

public enum AttachmentKind
{
    Photo = 0,
    Document = 1,
}

/// <summary>The bytes, apart from the metadata so that lists never load them; in the database so that one backup holds all.</summary>
public sealed class AttachmentContent
{
    public long AttachmentId { get; init; }

    public required byte[] Bytes { get; init; }
}
