using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Cohorts;

internal sealed class ProgrammesMapping :
    IEntityTypeConfiguration<Programme>, IEntityTypeConfiguration<Cohort>, IEntityTypeConfiguration<CohortMember>,
    IEntityTypeConfiguration<Milestone>, IEntityTypeConfiguration<MilestoneSlip>
{
    public void Configure(EntityTypeBuilder<Programme> programme)
    {
        programme.Property(p => p.NameHu).HasMaxLength(Programme.NameMaxLength);
        programme.Property(p => p.NameEn).HasMaxLength(Programme.NameMaxLength);
        programme.Property(p => p.About).HasMaxLength(Programme.AboutMaxLength);
        programme.HasIndex(p => p.Reference).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Cohort> cohort)
    {
        cohort.Property(c => c.NameHu).HasMaxLength(Programme.NameMaxLength);
        cohort.Property(c => c.NameEn).HasMaxLength(Programme.NameMaxLength);
        cohort.Property(c => c.Focus).HasMaxLength(Cohort.FocusMaxLength);
        cohort.HasIndex(c => c.Reference).IsUnique();
        cohort.HasOne<Programme>().WithMany().HasForeignKey(c => c.ProgrammeId);
        cohort.HasOne<Person>().WithMany().HasForeignKey(c => c.ResponsibleId);
        cohort.ToTable(t => t.HasCheckConstraint("CK_Cohorts_Capacity", $"Capacity BETWEEN 1 AND {Cohort.MaxCapacity}"));
    }

    public void Configure(EntityTypeBuilder<CohortMember> member)
    {
        member.Property(m => m.JoinReason).HasMaxLength(CohortMember.ReasonMaxLength);
        member.Property(m => m.EndReason).HasMaxLength(CohortMember.ReasonMaxLength);
        member.HasIndex(m => m.Reference).IsUnique();
        member.HasIndex(m => new { m.CohortId, m.CompanyId }).IsUnique();
        member.HasOne<Cohort>().WithMany().HasForeignKey(m => m.CohortId);
        member.HasOne<Company>().WithMany().HasForeignKey(m => m.CompanyId);
        member.HasOne<Application>().WithMany().HasForeignKey(m => m.ApplicationId);
    }

    public void Configure(EntityTypeBuilder<Milestone> milestone)
    {
        milestone.Property(m => m.Text).HasMaxLength(Milestone.TextMaxLength);
        milestone.Property(m => m.Goal).HasMaxLength(Milestone.GoalMaxLength);
        milestone.Property(m => m.Evidence).HasMaxLength(Milestone.EvidenceMaxLength);
        milestone.Property(m => m.DropReason).HasMaxLength(Milestone.ReasonMaxLength);
        milestone.HasIndex(m => m.Reference).IsUnique();
        milestone.HasIndex(m => new { m.MemberId, m.DueOn });
        // What is due soon is looked for every few minutes.
        milestone.HasIndex(m => new { m.State, m.DueOn });
        milestone.HasOne<CohortMember>().WithMany().HasForeignKey(m => m.MemberId);
        milestone.HasOne<Person>().WithMany().HasForeignKey(m => m.AgreedByStaffId);
        milestone.HasOne<Person>().WithMany().HasForeignKey(m => m.AgreedByCompanyId);
        milestone.HasOne<CompanyGoal>().WithMany().HasForeignKey(m => m.GoalId);
        milestone.HasMany(m => m.Slips).WithOne().HasForeignKey(s => s.MilestoneId);
    }

    public void Configure(EntityTypeBuilder<MilestoneSlip> slip)
    {
        slip.Property(s => s.Reason).HasMaxLength(Milestone.ReasonMaxLength);
        slip.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }
}

internal sealed class MentoringMapping :
    IEntityTypeConfiguration<Mentor>, IEntityTypeConfiguration<MentorSlot>, IEntityTypeConfiguration<MentorSession>,
    IEntityTypeConfiguration<MentorQuarter>, IEntityTypeConfiguration<MentorNote>
{
    public void Configure(EntityTypeBuilder<Mentor> mentor)
    {
        mentor.Property(m => m.TopicsHu).HasMaxLength(Mentor.TopicsMaxLength);
        mentor.Property(m => m.TopicsEn).HasMaxLength(Mentor.TopicsMaxLength);
        mentor.Property(m => m.Languages).HasMaxLength(Mentor.LanguagesMaxLength);
        mentor.Property(m => m.About).HasMaxLength(Mentor.AboutMaxLength);
        mentor.HasIndex(m => m.Reference).IsUnique();
        mentor.HasIndex(m => m.PersonId).IsUnique();
        mentor.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }

    public void Configure(EntityTypeBuilder<MentorSlot> slot)
    {
        slot.HasIndex(s => s.Reference).IsUnique();
        slot.HasIndex(s => new { s.MentorId, s.Start });
        slot.HasOne<Mentor>().WithMany().HasForeignKey(s => s.MentorId);
    }

    public void Configure(EntityTypeBuilder<MentorSession> session)
    {
        session.Property(s => s.Topic).HasMaxLength(MentorSession.TopicMaxLength);
        session.Property(s => s.CancelReason).HasMaxLength(MentorSession.ReasonMaxLength);
        session.HasIndex(s => s.Reference).IsUnique();
        session.HasIndex(s => new { s.MentorId, s.Start });
        session.HasIndex(s => new { s.CompanyId, s.Start });
        session.HasOne<Mentor>().WithMany().HasForeignKey(s => s.MentorId);
        session.HasOne<MentorSlot>().WithMany().HasForeignKey(s => s.SlotId);
        session.HasOne<Company>().WithMany().HasForeignKey(s => s.CompanyId);
        session.HasOne<Person>().WithMany().HasForeignKey(s => s.BookedById);
        session.HasMany(s => s.Notes).WithOne().HasForeignKey(n => n.SessionId);
    }

    public void Configure(EntityTypeBuilder<MentorQuarter> quarter)
    {
        quarter.HasKey(q => new { q.MentorId, q.Quarter });
        quarter.HasIndex(q => q.SessionId);
        quarter.HasOne<Mentor>().WithMany().HasForeignKey(q => q.MentorId);
        quarter.HasOne<MentorSession>().WithMany().HasForeignKey(q => q.SessionId);
    }

    public void Configure(EntityTypeBuilder<MentorNote> note)
    {
        note.Property(n => n.Text).HasMaxLength(MentorNote.TextMaxLength);
        note.HasOne<Person>().WithMany().HasForeignKey(n => n.AuthorId);
    }
}

internal sealed class UpdatesMapping : IEntityTypeConfiguration<CompanyUpdate>, IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<CompanyUpdate> update)
    {
        update.Property(u => u.JobsWomen).HasPrecision(9, 2);
        update.Property(u => u.JobsMen).HasPrecision(9, 2);
        update.Property(u => u.JobsOther).HasPrecision(9, 2);
        update.Property(u => u.JobsYoung).HasPrecision(9, 2);
        update.Property(u => u.JobsResearch).HasPrecision(9, 2);
        update.Property(u => u.Turnover).HasPrecision(18, 2);
        update.Property(u => u.Investment).HasPrecision(18, 2);
        update.Property(u => u.Certificates).HasMaxLength(CompanyUpdate.CertificatesMaxLength);
        update.Property(u => u.Note).HasMaxLength(CompanyUpdate.NoteMaxLength);
        update.HasIndex(u => new { u.CompanyId, u.QuarterIndex }).IsUnique();
        update.HasOne<Company>().WithMany().HasForeignKey(u => u.CompanyId);
        update.HasOne<Person>().WithMany().HasForeignKey(u => u.SentById);
    }

    public void Configure(EntityTypeBuilder<FollowUp> followUp)
    {
        followUp.Property(f => f.Jobs).HasPrecision(9, 2);
        followUp.Property(f => f.Turnover).HasPrecision(18, 2);
        followUp.Property(f => f.Comment).HasMaxLength(FollowUp.CommentMaxLength);
        followUp.HasIndex(f => f.Reference).IsUnique();
        followUp.HasIndex(f => new { f.MemberId, f.AfterMonths }).IsUnique();
        followUp.HasIndex(f => f.DueOn);
        followUp.HasOne<CohortMember>().WithMany().HasForeignKey(f => f.MemberId);
        followUp.HasOne<Person>().WithMany().HasForeignKey(f => f.AnsweredById);
    }
}
