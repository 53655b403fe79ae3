using Incubator.Core.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Cohorts;

internal sealed class ApplicationsMapping :
    IEntityTypeConfiguration<Application>, IEntityTypeConfiguration<ApplicationAnswer>, IEntityTypeConfiguration<ApplicationLink>,
    IEntityTypeConfiguration<DuplicateFinding>
{
    public void Configure(EntityTypeBuilder<Application> application)
    {
        application.Property(a => a.Number).HasMaxLength(Application.NumberMaxLength);
        application.Property(a => a.Email).HasMaxLength(Application.EmailMaxLength);
        application.Property(a => a.Language).HasMaxLength(Application.LanguageMaxLength);
        application.Property(a => a.CompanyName).HasMaxLength(Application.CompanyNameMaxLength);
        application.Property(a => a.TaxCore).HasMaxLength(Application.TaxCoreLength);
        application.Ignore(a => a.Name);
        application.HasIndex(a => a.Reference).IsUnique();
        application.HasIndex(a => a.Number).IsUnique();
        application.HasIndex(a => new { a.CallId, a.State });
        application.HasIndex(a => a.Email);
        // What is past its time is looked for every day.
        application.HasIndex(a => new { a.State, a.EndedAt });
        application.HasIndex(a => a.TaxCore);
        application.HasOne<Call>().WithMany().HasForeignKey(a => a.CallId);
        application.HasOne<Company>().WithMany().HasForeignKey(a => a.CompanyId);
    }

    public void Configure(EntityTypeBuilder<ApplicationAnswer> answer)
    {
        answer.HasKey(a => new { a.ApplicationId, a.Field });
        answer.Property(a => a.Field).HasMaxLength(ApplicationAnswer.FieldMaxLength);
        answer.Property(a => a.Text).HasMaxLength(ApplicationAnswer.TextMaxLength);
        answer.HasOne<Application>().WithMany().HasForeignKey(a => a.ApplicationId);
    }

    public void Configure(EntityTypeBuilder<ApplicationLink> link)
    {
        link.Property(l => l.TokenHash).HasMaxLength(ApplicationLink.HashLength);
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasIndex(l => l.ApplicationId);
        link.HasOne<Application>().WithMany().HasForeignKey(l => l.ApplicationId);
    }

    public void Configure(EntityTypeBuilder<DuplicateFinding> finding)
    {
        finding.HasIndex(f => new { f.ApplicationId, f.CompanyId }).IsUnique().HasFilter("CompanyId IS NOT NULL");
        finding.HasIndex(f => new { f.ApplicationId, f.OtherApplicationId }).IsUnique().HasFilter("OtherApplicationId IS NOT NULL");
        finding.HasOne<Application>().WithMany().HasForeignKey(f => f.ApplicationId);
        finding.HasOne<Application>().WithMany().HasForeignKey(f => f.OtherApplicationId);
        finding.HasOne<Company>().WithMany().HasForeignKey(f => f.CompanyId);
        finding.ToTable(t => t.HasCheckConstraint("CK_DuplicateFindings_One",
            "(CompanyId IS NULL AND OtherApplicationId IS NOT NULL) OR (CompanyId IS NOT NULL AND OtherApplicationId IS NULL)"));
    }
}
