using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Documents;

internal sealed class DocumentsMapping : IEntityTypeConfiguration<Attachment>, IEntityTypeConfiguration<AttachmentContent>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.Property(a => a.FileName).HasMaxLength(Attachment.FileNameMaxLength);
        attachment.Property(a => a.ContentType).HasMaxLength(Attachment.ContentTypeMaxLength);
        attachment.Property(a => a.Subject).HasMaxLength(Attachment.SubjectMaxLength);
        attachment.HasIndex(a => a.Reference).IsUnique();
        attachment.HasIndex(a => new { a.Subject, a.SubjectId });
        attachment.HasOne(a => a.Content).WithOne().HasForeignKey<AttachmentContent>(c => c.AttachmentId);
    }

    public void Configure(EntityTypeBuilder<AttachmentContent> content)
    {
        content.HasKey(c => c.AttachmentId);
    }
}
