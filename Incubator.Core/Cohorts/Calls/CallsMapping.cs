using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Cohorts;

internal sealed class CallsMapping :
    IEntityTypeConfiguration<Call>, IEntityTypeConfiguration<CallSection>, IEntityTypeConfiguration<CallQuestion>,
    IEntityTypeConfiguration<CallChoice>, IEntityTypeConfiguration<Criterion>, IEntityTypeConfiguration<CriterionAnchor>
{
    public void Configure(EntityTypeBuilder<Call> call)
    {
        call.Property(c => c.TitleHu).HasMaxLength(Call.TitleMaxLength);
        call.Property(c => c.TitleEn).HasMaxLength(Call.TitleMaxLength);
        call.Property(c => c.TextHu).HasMaxLength(Call.TextMaxLength);
        call.Property(c => c.TextEn).HasMaxLength(Call.TextMaxLength);
        call.Property(c => c.Divisions).HasMaxLength(Call.DivisionsMaxLength);
        call.HasIndex(c => c.Reference).IsUnique();
        call.HasIndex(c => new { c.PublishedAt, c.ClosesAt });
        call.HasOne<Call>().WithMany().HasForeignKey(c => c.ClonedFromId);
        call.HasOne<Cohort>().WithMany().HasForeignKey(c => c.CohortId);
        call.ToTable(t => t.HasCheckConstraint("CK_Calls_Order", "OpensAt < ClosesAt"));
    }

    public void Configure(EntityTypeBuilder<CallSection> section)
    {
        section.Property(s => s.TitleHu).HasMaxLength(CallSection.TitleMaxLength);
        section.Property(s => s.TitleEn).HasMaxLength(CallSection.TitleMaxLength);
        section.Property(s => s.TextHu).HasMaxLength(CallSection.TextMaxLength);
        section.Property(s => s.TextEn).HasMaxLength(CallSection.TextMaxLength);
        section.HasIndex(s => s.CallId);
        section.HasOne<Call>().WithMany().HasForeignKey(s => s.CallId);
    }

    public void Configure(EntityTypeBuilder<CallQuestion> question)
    {
        question.Property(q => q.LabelHu).HasMaxLength(CallQuestion.LabelMaxLength);
        question.Property(q => q.LabelEn).HasMaxLength(CallQuestion.LabelMaxLength);
        question.Property(q => q.HelpHu).HasMaxLength(CallQuestion.HelpMaxLength);
        question.Property(q => q.HelpEn).HasMaxLength(CallQuestion.HelpMaxLength);
        question.Property(q => q.ConsentHu).HasMaxLength(CallQuestion.ConsentMaxLength);
        question.Property(q => q.ConsentEn).HasMaxLength(CallQuestion.ConsentMaxLength);
        question.Property(q => q.UnitHu).HasMaxLength(CallQuestion.UnitMaxLength);
        question.Property(q => q.UnitEn).HasMaxLength(CallQuestion.UnitMaxLength);
        question.Property(q => q.Min).HasPrecision(18, 4);
        question.Property(q => q.Max).HasPrecision(18, 4);
        question.HasIndex(q => q.CallId);
        question.HasIndex(q => q.SectionId);
        question.HasOne<Call>().WithMany().HasForeignKey(q => q.CallId);
        question.HasOne<CallSection>().WithMany().HasForeignKey(q => q.SectionId);
        question.HasMany(q => q.Choices).WithOne().HasForeignKey(c => c.QuestionId);
    }

    public void Configure(EntityTypeBuilder<CallChoice> choice)
    {
        choice.Property(c => c.LabelHu).HasMaxLength(CallQuestion.ChoiceMaxLength);
        choice.Property(c => c.LabelEn).HasMaxLength(CallQuestion.ChoiceMaxLength);
        choice.HasIndex(c => c.QuestionId);
    }

    public void Configure(EntityTypeBuilder<Criterion> criterion)
    {
        criterion.Property(c => c.NameHu).HasMaxLength(Criterion.NameMaxLength);
        criterion.Property(c => c.NameEn).HasMaxLength(Criterion.NameMaxLength);
        criterion.Property(c => c.TextHu).HasMaxLength(Criterion.TextMaxLength);
        criterion.Property(c => c.TextEn).HasMaxLength(Criterion.TextMaxLength);
        criterion.HasIndex(c => c.CallId);
        criterion.HasOne<Call>().WithMany().HasForeignKey(c => c.CallId);
        criterion.HasMany(c => c.Anchors).WithOne().HasForeignKey(a => a.CriterionId);
        criterion.ToTable("Criteria", t => t.HasCheckConstraint("CK_Criteria_Weight", $"Weight BETWEEN 1 AND {Criterion.MaxWeight}"));
    }

    public void Configure(EntityTypeBuilder<CriterionAnchor> anchor)
    {
        anchor.HasKey(a => new { a.CriterionId, a.Score });
        anchor.Property(a => a.Score).ValueGeneratedNever();
        anchor.Property(a => a.TextHu).HasMaxLength(Criterion.AnchorMaxLength);
        anchor.Property(a => a.TextEn).HasMaxLength(Criterion.AnchorMaxLength);
    }
}
