using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Notifications;

internal sealed class NotificationsMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.Property(n => n.Event).HasMaxLength(Notice.EventMaxLength);
        notice.Property(n => n.Kind).HasMaxLength(Notice.KindMaxLength);
        notice.Property(n => n.Recipient).HasMaxLength(Notice.AddressMaxLength);
        notice.Property(n => n.Language).HasMaxLength(Notice.LanguageMaxLength);
        notice.Property(n => n.Facts).HasMaxLength(Notice.FactsMaxLength);
        notice.HasIndex(n => new { n.Event, n.Kind, n.Recipient }).IsUnique();
        notice.HasIndex(n => n.DueAt);
    }
}
