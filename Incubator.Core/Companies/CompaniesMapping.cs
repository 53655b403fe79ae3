using Incubator.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Companies;

internal sealed class CompaniesMapping : IEntityTypeConfiguration<Company>, IEntityTypeConfiguration<CompanyMember>,
    IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Company> company)
    {
        company.Property(c => c.Name).HasMaxLength(Company.NameMaxLength);
        company.HasIndex(c => c.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CompanyMember> member)
    {
        member.HasKey(m => new { m.CompanyId, m.PersonId });
        member.HasIndex(m => m.PersonId);
        member.HasOne<Company>().WithMany().HasForeignKey(m => m.CompanyId);
        member.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
    }

    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.HasIndex(m => new { m.CompanyId, m.From });
        membership.HasOne<Company>().WithMany().HasForeignKey(m => m.CompanyId);
    }
}
