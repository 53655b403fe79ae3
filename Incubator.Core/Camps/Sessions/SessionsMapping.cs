using Incubator.Core.Booking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Camps;

internal sealed class SessionsMapping :
    IEntityTypeConfiguration<CampSession>, IEntityTypeConfiguration<SessionTeam>, IEntityTypeConfiguration<SessionCrew>,
    IEntityTypeConfiguration<SessionEquipment>, IEntityTypeConfiguration<CampRoom>
{
    public void Configure(EntityTypeBuilder<CampSession> session)
    {
        session.Property(s => s.TitleHu).HasMaxLength(CampSession.TitleMaxLength);
        session.Property(s => s.TitleEn).HasMaxLength(CampSession.TitleMaxLength);
        session.HasIndex(s => s.Reference).IsUnique();
        session.HasIndex(s => new { s.CampId, s.Start });
        session.HasOne<Camp>().WithMany().HasForeignKey(s => s.CampId);
        session.HasOne<CampRoom>().WithMany().HasForeignKey(s => s.RoomId);
        session.HasMany(s => s.Teams).WithOne().HasForeignKey(t => t.SessionId);
        session.HasMany(s => s.Crew).WithOne().HasForeignKey(c => c.SessionId);
        session.HasMany(s => s.Equipment).WithOne().HasForeignKey(e => e.SessionId);
    }

    public void Configure(EntityTypeBuilder<SessionTeam> team)
    {
        team.HasKey(t => new { t.SessionId, t.TeamId });
        team.HasOne<Team>().WithMany().HasForeignKey(t => t.TeamId);
    }

    public void Configure(EntityTypeBuilder<SessionCrew> crew)
    {
        crew.HasKey(c => new { c.SessionId, c.CrewMemberId });
        crew.HasOne<CrewMember>().WithMany().HasForeignKey(c => c.CrewMemberId);
    }

    public void Configure(EntityTypeBuilder<SessionEquipment> equipment)
    {
        equipment.HasKey(e => new { e.SessionId, e.ResourceId });
        equipment.HasOne<Resource>().WithMany().HasForeignKey(e => e.ResourceId);
        equipment.HasOne<Reservation>().WithMany().HasForeignKey(e => e.ReservationId);
    }

    public void Configure(EntityTypeBuilder<CampRoom> room)
    {
        room.Property(r => r.Name).HasMaxLength(CampRoom.NameMaxLength);
        room.HasIndex(r => r.Reference).IsUnique();
        room.HasIndex(r => new { r.CampId, r.Position });
        room.HasOne<Camp>().WithMany().HasForeignKey(r => r.CampId);
        room.HasOne<Resource>().WithMany().HasForeignKey(r => r.ResourceId);
    }
}
