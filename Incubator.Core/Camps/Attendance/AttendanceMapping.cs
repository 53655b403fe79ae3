using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Camps;

// No foreign key to who noted or sent it: it outlives an erased person.
internal sealed class AttendanceMapping :
    IEntityTypeConfiguration<Arrival>, IEntityTypeConfiguration<Presence>, IEntityTypeConfiguration<CampMessage>
{
    public void Configure(EntityTypeBuilder<Arrival> arrival)
    {
        arrival.HasKey(a => a.ParticipantId);
        arrival.Property(a => a.ParticipantId).ValueGeneratedNever();
        arrival.HasOne<Participant>().WithOne().HasForeignKey<Arrival>(a => a.ParticipantId);
    }

    public void Configure(EntityTypeBuilder<Presence> presence)
    {
        presence.HasKey(p => new { p.SessionId, p.ParticipantId });
        presence.HasIndex(p => p.ParticipantId);
        presence.HasOne<CampSession>().WithMany().HasForeignKey(p => p.SessionId);
        presence.HasOne<Participant>().WithMany().HasForeignKey(p => p.ParticipantId);
    }

    public void Configure(EntityTypeBuilder<CampMessage> message)
    {
        message.Property(m => m.Text).HasMaxLength(CampMessage.TextMaxLength);
        message.HasIndex(m => new { m.CampId, m.SentAt });
        message.HasOne<Camp>().WithMany().HasForeignKey(m => m.CampId);
        message.HasOne<Team>().WithMany().HasForeignKey(m => m.TeamId);
    }
}
