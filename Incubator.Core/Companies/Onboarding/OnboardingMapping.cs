using Incubator.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Companies;

internal sealed class OnboardingMapping : IEntityTypeConfiguration<OnboardingStep>, IEntityTypeConfiguration<StepRecord>,
    IEntityTypeConfiguration<StepText>, IEntityTypeConfiguration<AcceptedText>
{
    public void Configure(EntityTypeBuilder<OnboardingStep> step)
    {
        step.Ignore(s => s.Name);
        step.Ignore(s => s.HasText);
        step.Property(s => s.NameHu).HasMaxLength(OnboardingStep.NameMaxLength);
        step.Property(s => s.NameEn).HasMaxLength(OnboardingStep.NameMaxLength);
        step.Property(s => s.InstructionsHu).HasMaxLength(OnboardingStep.InstructionsMaxLength);
        step.Property(s => s.InstructionsEn).HasMaxLength(OnboardingStep.InstructionsMaxLength);
        step.HasIndex(s => s.Reference).IsUnique();
    }

    public void Configure(EntityTypeBuilder<StepRecord> record)
    {
        record.Property(r => r.Number).HasMaxLength(StepRecord.NumberMaxLength);
        record.Property(r => r.Scope).HasMaxLength(StepRecord.ScopeMaxLength);
        record.Property(r => r.DocumentVersion).HasMaxLength(StepRecord.DocumentVersionMaxLength);
        record.Property(r => r.AcceptedName).HasMaxLength(StepRecord.AcceptedNameMaxLength);
        record.Property(r => r.Reason).HasMaxLength(StepRecord.ReasonMaxLength);
        record.HasIndex(r => r.Reference).IsUnique();
        record.HasIndex(r => new { r.CompanyId, r.StepId });
        record.HasIndex(r => new { r.State, r.ValidUntil });
        record.HasOne<OnboardingStep>().WithMany().HasForeignKey(r => r.StepId);
        record.HasOne<Company>().WithMany().HasForeignKey(r => r.CompanyId);
        record.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        record.HasOne<Person>().WithMany().HasForeignKey(r => r.SubmittedById);
        record.HasOne<Person>().WithMany().HasForeignKey(r => r.DecidedById);
    }

    public void Configure(EntityTypeBuilder<StepText> text)
    {
        text.Property(t => t.BodyHu).HasMaxLength(StepText.BodyMaxLength);
        text.Property(t => t.BodyEn).HasMaxLength(StepText.BodyMaxLength);
        text.HasIndex(t => new { t.StepId, t.Number }).IsUnique();
        text.HasOne<OnboardingStep>().WithMany().HasForeignKey(t => t.StepId);
        text.HasOne<Person>().WithMany().HasForeignKey(t => t.PublishedById);
    }

    public void Configure(EntityTypeBuilder<AcceptedText> text)
    {
        text.HasKey(t => t.RecordId);
        text.Property(t => t.TextHu).HasMaxLength(AcceptedText.TextMaxLength);
        text.Property(t => t.TextEn).HasMaxLength(AcceptedText.TextMaxLength);
        text.Property(t => t.Hash).HasMaxLength(AcceptedText.HashLength).IsFixedLength().IsUnicode(false);
        text.HasOne<StepRecord>().WithOne().HasForeignKey<AcceptedText>(t => t.RecordId);
    }
}
