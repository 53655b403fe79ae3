using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Camps;

internal sealed class ChallengesMapping : IEntityTypeConfiguration<Challenge>
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
}
