using Incubator.Core.Booking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Camps;

internal sealed class SessionsMapping :
    IEntityTypeConfiguration<CampSession>, IEntityTypeConfiguration<SessionTeam>, IEntityTypeConfiguration<SessionCrew>,
    IEntityTypeConfiguration<SessionEquipment>, IEntityTypeConfiguration<SessionReservation>, IEntityTypeConfiguration<CampRoom>
{
    public void Configure(EntityTypeBuilder<CampSession> session)
    {
        session.Property(s => s.TitleHu).HasMaxLength(CampSession.TitleMaxLength);
        session.Property(s => s.TitleEn).HasMaxLength(CampSession.TitleMaxLength);
        session.Property(s => s.Note).HasMaxLength(CampSession.NoteMaxLength);
        session.HasIndex(s => s.Reference).IsUnique();
        session.HasIndex(s => new { s.CampId, s.Start });
        session.HasOne<Camp>().WithMany().HasForeignKey(s => s.CampId);
        session.HasOne<CampRoom>().WithMany().HasForeignKey(s => s.RoomId);
        session.HasOne<CampRoom>().WithMany().HasForeignKey(s => s.WishedRoomId);
        session.HasMany(s => s.Teams).WithOne().HasForeignKey(t => t.SessionId).OnDelete(DeleteBehavior.ClientCascade);
        session.HasMany(s => s.Crew).WithOne().HasForeignKey(c => c.SessionId).OnDelete(DeleteBehavior.ClientCascade);
        session.HasMany(s => s.Equipment).WithOne().HasForeignKey(e => e.SessionId).OnDelete(DeleteBehavior.ClientCascade);
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
    }

    public void Configure(EntityTypeBuilder<SessionReservation> held)
    {
        held.HasKey(h => h.SessionReference);
        held.HasIndex(h => h.CampId);
        held.HasOne<Camp>().WithMany().HasForeignKey(h => h.CampId);
        held.HasOne<Reservation>().WithMany().HasForeignKey(h => h.ReservationId);
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
