using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Camps;

internal sealed class ChallengesMapping :
    IEntityTypeConfiguration<Challenge>, IEntityTypeConfiguration<ChallengeResource>, IEntityTypeConfiguration<Specification>,
    IEntityTypeConfiguration<ChallengeReader>, IEntityTypeConfiguration<ChallengeOpening>
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
        challenge.HasIndex(c => c.CompanyId);
        challenge.HasOne<Camp>().WithMany().HasForeignKey(c => c.CampId);
        challenge.HasOne<Company>().WithMany().HasForeignKey(c => c.CompanyId);
        challenge.HasOne<CrewMember>().WithMany().HasForeignKey(c => c.FacilitatorId);
        challenge.HasOne<Person>().WithMany().HasForeignKey(c => c.SubmittedById);
        challenge.HasMany(c => c.Resources).WithOne().HasForeignKey(r => r.ChallengeId).OnDelete(DeleteBehavior.ClientCascade);
        challenge.HasMany(c => c.Specifications).WithOne().HasForeignKey(s => s.ChallengeId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<ChallengeResource> resource)
    {
        resource.HasKey(r => new { r.ChallengeId, r.ResourceId });
        resource.HasOne<Resource>().WithMany().HasForeignKey(r => r.ResourceId);
    }

    public void Configure(EntityTypeBuilder<Specification> specification)
    {
        specification.Property(s => s.Name).HasMaxLength(Specification.NameMaxLength);
        specification.Property(s => s.Unit).HasMaxLength(Specification.UnitMaxLength);
        specification.Property(s => s.Target).HasPrecision(18, Specification.Decimals);
        specification.Property(s => s.Lower).HasPrecision(18, Specification.Decimals);
        specification.Property(s => s.Upper).HasPrecision(18, Specification.Decimals);
        specification.HasIndex(s => s.Reference).IsUnique();
        specification.HasIndex(s => new { s.ChallengeId, s.Position });
    }

    public void Configure(EntityTypeBuilder<ChallengeReader> reader)
    {
        reader.HasIndex(r => r.Reference).IsUnique();
        reader.HasIndex(r => new { r.ChallengeId, r.PersonId }).IsUnique().HasFilter("PersonId IS NOT NULL");
        reader.HasIndex(r => new { r.ChallengeId, r.ParticipantId }).IsUnique().HasFilter("ParticipantId IS NOT NULL");
        reader.HasOne<Challenge>().WithMany().HasForeignKey(r => r.ChallengeId);
        reader.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        reader.HasOne<Participant>().WithMany().HasForeignKey(r => r.ParticipantId);
    }

    public void Configure(EntityTypeBuilder<ChallengeOpening> opening)
    {
        opening.HasIndex(o => new { o.ChallengeId, o.At });
        opening.HasOne<Challenge>().WithMany().HasForeignKey(o => o.ChallengeId);
        opening.HasOne<Person>().WithMany().HasForeignKey(o => o.PersonId);
        opening.HasOne<Participant>().WithMany().HasForeignKey(o => o.ParticipantId);
    }
}
