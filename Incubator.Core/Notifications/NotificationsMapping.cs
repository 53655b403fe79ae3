using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Notifications;

internal sealed class NotificationsMapping : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<RefusedNotice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.Property(n => n.Event).HasMaxLength(Notice.EventMaxLength);
        notice.Property(n => n.Kind).HasMaxLength(Notice.KindMaxLength);
        notice.Property(n => n.Recipient).HasMaxLength(Notice.AddressMaxLength);
        notice.Property(n => n.Language).HasMaxLength(Notice.LanguageMaxLength);
        notice.Property(n => n.Problem).HasMaxLength(Notice.ProblemMaxLength);
        notice.HasIndex(n => new { n.Event, n.Kind, n.Recipient }).IsUnique();
        // What is due stands together, however many rows are kept.
        notice.HasIndex(n => new { n.State, n.NextTryAt });
        notice.HasIndex(n => new { n.PersonId, n.DueAt });
        notice.HasIndex(n => n.Claim);
    }

    public void Configure(EntityTypeBuilder<RefusedNotice> refused) => refused.HasKey(r => new { r.PersonId, r.Topic });
}
