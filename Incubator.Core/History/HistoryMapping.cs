using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.History;

// No foreign key to people: history outlives an erased person.
internal sealed class HistoryMapping : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> entry)
    {
        entry.ToTable("History");
        entry.Property(e => e.Subject).HasMaxLength(HistoryEntry.SubjectMaxLength);
        entry.Property(e => e.Act).HasMaxLength(HistoryEntry.ActMaxLength);
        entry.Property(e => e.Reason).HasMaxLength(HistoryEntry.ReasonMaxLength);
        entry.HasIndex(e => new { e.Subject, e.SubjectId });
        entry.HasIndex(e => new { e.Subject, e.At });
    }
}
