using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Camps;

internal sealed class ChallengesMapping : IEntityTypeConfiguration<Challenge>, IEntityTypeConfiguration<Specification>
{
    public void Configure(EntityTypeBuilder<Challenge> challenge)
    {
        challenge.Property(c => c.TitleHu).HasMaxLength(Challenge.TitleMaxLength);
        challenge.Property(c => c.TitleEn).HasMaxLength(Challenge.TitleMaxLength);
        challenge.Property(c => c.SummaryHu).HasMaxLength(Challenge.SummaryMaxLength);
        challenge.Property(c => c.SummaryEn).HasMaxLength(Challenge.SummaryMaxLength);
        challenge.Property(c => c.Problem).HasMaxLength(Challenge.TextMaxLength);
        challenge.Property(c => c.Product).HasMaxLength(Challenge.TextMaxLength);
        challenge.Property(c => c.Success).HasMaxLength(Challenge.TextMaxLength);
        challenge.Property(c => c.Equipment).HasMaxLength(Challenge.TextMaxLength);
        challenge.Property(c => c.DecisionReason).HasMaxLength(Challenge.ReasonMaxLength);
        challenge.HasIndex(c => c.Reference).IsUnique();
        challenge.HasIndex(c => new { c.CampId, c.State });
        challenge.HasOne<Camp>().WithMany().HasForeignKey(c => c.CampId);
        challenge.HasOne<Company>().WithMany().HasForeignKey(c => c.CompanyId);
        challenge.HasOne<CrewMember>().WithMany().HasForeignKey(c => c.FacilitatorId);
        challenge.HasOne<Person>().WithMany().HasForeignKey(c => c.SubmittedById);
    }

    public void Configure(EntityTypeBuilder<Specification> specification)
    {
        specification.Property(s => s.Name).HasMaxLength(Specification.NameMaxLength);
        specification.Property(s => s.Unit).HasMaxLength(Specification.UnitMaxLength);
        specification.Property(s => s.Target).HasPrecision(18, Specification.Decimals);
        specification.Property(s => s.Lower).HasPrecision(18, Specification.Decimals);
        specification.Property(s => s.Upper).HasPrecision(18, Specification.Decimals);
        specification.HasIndex(s => new { s.ChallengeId, s.Position });
        specification.HasOne<Challenge>().WithMany().HasForeignKey(s => s.ChallengeId);
    }
}
