using Incubator.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Camps;

internal sealed class ParticipantsMapping :
    IEntityTypeConfiguration<Participant>, IEntityTypeConfiguration<Team>, IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<Participant> participant)
    {
        participant.Property(p => p.Name).HasMaxLength(Participant.NameMaxLength);
        participant.Property(p => p.Email).HasMaxLength(Participant.EmailMaxLength);
        participant.Property(p => p.Organisation).HasMaxLength(Participant.OrganisationMaxLength);
        participant.Property(p => p.Language).HasMaxLength(2);
        participant.HasIndex(p => p.Reference).IsUnique();
        participant.HasIndex(p => new { p.CampId, p.Kind, p.State, p.RegisteredAt });
        participant.HasOne<Camp>().WithMany().HasForeignKey(p => p.CampId);
        participant.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
    }

    public void Configure(EntityTypeBuilder<Team> team)
    {
        team.Property(t => t.Name).HasMaxLength(Team.NameMaxLength);
        team.HasIndex(t => t.Reference).IsUnique();
        team.HasIndex(t => new { t.CampId, t.Position });
        team.HasOne<Camp>().WithMany().HasForeignKey(t => t.CampId);
        team.HasOne<Challenge>().WithMany().HasForeignKey(t => t.ChallengeId);
    }

    public void Configure(EntityTypeBuilder<TeamMember> member)
    {
        member.HasKey(m => m.ParticipantId);
        member.Property(m => m.ParticipantId).ValueGeneratedNever();
        member.HasIndex(m => m.TeamId);
        member.HasOne<Participant>().WithMany().HasForeignKey(m => m.ParticipantId);
        member.HasOne<Team>().WithMany().HasForeignKey(m => m.TeamId);
    }
}
