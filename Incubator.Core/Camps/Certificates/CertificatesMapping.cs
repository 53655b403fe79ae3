using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Camps;

internal sealed class CertificatesMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> certificate)
    {
        certificate.Property(c => c.Number).HasMaxLength(Certificate.NumberMaxLength);
        certificate.Property(c => c.Code).HasMaxLength(Certificate.CodeLength);
        certificate.Property(c => c.Name).HasMaxLength(Certificate.NameMaxLength);
        certificate.Property(c => c.CampHu).HasMaxLength(Certificate.TextMaxLength);
        certificate.Property(c => c.CampEn).HasMaxLength(Certificate.TextMaxLength);
        certificate.Property(c => c.ChallengeHu).HasMaxLength(Certificate.TextMaxLength);
        certificate.Property(c => c.ChallengeEn).HasMaxLength(Certificate.TextMaxLength);
        certificate.Property(c => c.Language).HasMaxLength(2);
        certificate.Property(c => c.RevocationReason).HasMaxLength(Certificate.ReasonMaxLength);
        certificate.HasIndex(c => c.Reference).IsUnique();
        certificate.HasIndex(c => c.Number).IsUnique();
        // One that counts for each; a withdrawn one makes room for another.
        certificate.HasIndex(c => c.ParticipantId).IsUnique().HasFilter("ParticipantId IS NOT NULL AND RevokedAt IS NULL");
        certificate.HasIndex(c => c.CrewMemberId).IsUnique().HasFilter("CrewMemberId IS NOT NULL AND RevokedAt IS NULL");
        certificate.HasIndex(c => c.CampId);
        certificate.HasOne<Camp>().WithMany().HasForeignKey(c => c.CampId);
        certificate.HasOne<Participant>().WithMany().HasForeignKey(c => c.ParticipantId);
        certificate.HasOne<CrewMember>().WithMany().HasForeignKey(c => c.CrewMemberId);
    }
}
