using Incubator.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Companies;

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.Property(i => i.Mail).HasMaxLength(Invitation.MailMaxLength);
        invitation.Property(i => i.NormalizedMail).HasMaxLength(Invitation.MailMaxLength);
        invitation.Property(i => i.FullName).HasMaxLength(Person.NameMaxLength);
        invitation.Property(i => i.Language).HasMaxLength(Person.LanguageMaxLength);
        invitation.Property(i => i.Role).HasMaxLength(Invitation.RoleMaxLength);
        invitation.Property(i => i.TokenHash).HasMaxLength(Invitation.HashLength);
        invitation.HasIndex(i => i.TokenHash).IsUnique();
        invitation.HasIndex(i => i.NormalizedMail);
        invitation.HasIndex(i => i.CompanyId);
        // What is to be forgotten is looked for every day.
        invitation.HasIndex(i => i.ExpiresAt).HasFilter("NormalizedMail <> ''");
        invitation.HasOne<Company>().WithMany().HasForeignKey(i => i.CompanyId);
    }
}
