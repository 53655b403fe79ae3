using Incubator.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Camps;

internal sealed class ParticipantsMapping :
    IEntityTypeConfiguration<Participant>, IEntityTypeConfiguration<ParticipantLink>, IEntityTypeConfiguration<ParticipantSkill>,
    IEntityTypeConfiguration<CampAnswer>, IEntityTypeConfiguration<CampQuestion>, IEntityTypeConfiguration<CampSkill>, IEntityTypeConfiguration<CampNotice>,
    IEntityTypeConfiguration<Team>, IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<Participant> participant)
    {
        participant.Property(p => p.Name).HasMaxLength(Participant.NameMaxLength);
        participant.Property(p => p.Email).HasMaxLength(Participant.EmailMaxLength);
        participant.Property(p => p.Organisation).HasMaxLength(Participant.OrganisationMaxLength);
        participant.Property(p => p.Languages).HasMaxLength(Participant.LanguagesMaxLength);
        participant.Property(p => p.OtherSkills).HasMaxLength(Participant.SkillsMaxLength);
        participant.Property(p => p.Language).HasMaxLength(2);
        participant.Property(p => p.GuardianName).HasMaxLength(Participant.NameMaxLength);
        participant.Property(p => p.Needs).HasMaxLength(Participant.NeedsMaxLength);
        participant.Property(p => p.NoticeHash).HasMaxLength(Participant.SecretHashLength);
        participant.HasIndex(p => p.Reference).IsUnique();
        participant.HasIndex(p => new { p.CampId, p.Kind, p.State, p.Turn });
        // Once for each camp; those who were forgotten have no address.
        participant.HasIndex(p => new { p.CampId, p.Email }).IsUnique().HasFilter("Email <> ''");
        participant.HasIndex(p => p.Email);
        // Offers that pass are looked for every few minutes.
        participant.HasIndex(p => new { p.State, p.OfferEndsAt });
        participant.HasOne<Camp>().WithMany().HasForeignKey(p => p.CampId);
        participant.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
    }

    public void Configure(EntityTypeBuilder<ParticipantLink> link)
    {
        link.Property(l => l.TokenHash).HasMaxLength(Participant.SecretHashLength);
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasIndex(l => l.ParticipantId);
        link.HasOne<Participant>().WithMany().HasForeignKey(l => l.ParticipantId);
    }

    public void Configure(EntityTypeBuilder<ParticipantSkill> skill)
    {
        skill.HasKey(s => new { s.ParticipantId, s.SkillId });
        skill.HasOne<Participant>().WithMany().HasForeignKey(s => s.ParticipantId);
        skill.HasOne<CampSkill>().WithMany().HasForeignKey(s => s.SkillId);
    }

    public void Configure(EntityTypeBuilder<CampAnswer> answer)
    {
        answer.HasKey(a => new { a.ParticipantId, a.QuestionId });
        answer.Property(a => a.Text).HasMaxLength(CampAnswer.TextMaxLength);
        answer.HasOne<Participant>().WithMany().HasForeignKey(a => a.ParticipantId);
        answer.HasOne<CampQuestion>().WithMany().HasForeignKey(a => a.QuestionId);
    }

    public void Configure(EntityTypeBuilder<CampQuestion> question)
    {
        question.Property(q => q.TextHu).HasMaxLength(CampQuestion.TextMaxLength);
        question.Property(q => q.TextEn).HasMaxLength(CampQuestion.TextMaxLength);
        question.Property(q => q.ChoicesHu).HasMaxLength(CampQuestion.ChoicesMaxLength);
        question.Property(q => q.ChoicesEn).HasMaxLength(CampQuestion.ChoicesMaxLength);
        question.HasIndex(q => q.Reference).IsUnique();
        question.HasIndex(q => new { q.CampId, q.Position });
        question.HasOne<Camp>().WithMany().HasForeignKey(q => q.CampId);
    }

    public void Configure(EntityTypeBuilder<CampSkill> skill)
    {
        skill.Property(s => s.NameHu).HasMaxLength(CampSkill.NameMaxLength);
        skill.Property(s => s.NameEn).HasMaxLength(CampSkill.NameMaxLength);
        skill.HasIndex(s => new { s.CampId, s.Position });
        skill.HasOne<Camp>().WithMany().HasForeignKey(s => s.CampId);
    }

    public void Configure(EntityTypeBuilder<CampNotice> notice)
    {
        notice.Property(n => n.BodyHu).HasMaxLength(CampNotice.BodyMaxLength);
        notice.Property(n => n.BodyEn).HasMaxLength(CampNotice.BodyMaxLength);
        notice.Ignore(n => n.Hash);
        notice.HasIndex(n => new { n.CampId, n.Number }).IsUnique();
        notice.HasOne<Camp>().WithMany().HasForeignKey(n => n.CampId);
        notice.HasOne<Person>().WithMany().HasForeignKey(n => n.PublishedById);
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
