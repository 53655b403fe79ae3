using Incubator.Core.Accounts;
using Incubator.Core.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Companies;

internal sealed class CompaniesMapping : IEntityTypeConfiguration<Company>, IEntityTypeConfiguration<CompanyKey>,
    IEntityTypeConfiguration<CompanyActivity>, IEntityTypeConfiguration<CompanyMember>, IEntityTypeConfiguration<Membership>,
    IEntityTypeConfiguration<CompanyGoal>, IEntityTypeConfiguration<CompanyDocument>
{
    public void Configure(EntityTypeBuilder<Company> company)
    {
        company.Property(c => c.Name).HasMaxLength(Company.NameMaxLength);
        company.Property(c => c.NameKey).HasMaxLength(CompanyNames.KeyMaxLength);
        company.Property(c => c.ShortName).HasMaxLength(Company.ShortNameMaxLength);
        company.Property(c => c.TaxNumber).HasMaxLength(TaxNumber.MaxLength);
        company.Property(c => c.TaxCore).HasMaxLength(TaxNumber.CoreLength);
        company.Property(c => c.EuVatNumber).HasMaxLength(EuVatNumber.MaxLength);
        company.Property(c => c.RegisterNumber).HasMaxLength(RegisterNumber.MaxLength);
        company.Property(c => c.Postcode).HasMaxLength(Company.PostcodeMaxLength);
        company.Property(c => c.Settlement).HasMaxLength(Company.SettlementMaxLength);
        company.Property(c => c.Address).HasMaxLength(Company.AddressMaxLength);
        company.Property(c => c.Country).HasMaxLength(2);
        company.Property(c => c.Website).HasMaxLength(Company.WebsiteMaxLength);
        company.Property(c => c.ContactEmail).HasMaxLength(Company.ContactEmailMaxLength);
        company.Property(c => c.Phone).HasMaxLength(Company.PhoneMaxLength);
        company.Property(c => c.NaceMain).HasMaxLength(NaceCode.MaxLength);
        company.HasIndex(c => c.Name).IsUnique();
        company.HasIndex(c => c.NameKey);
        company.HasIndex(c => new { c.LeftOn, c.Name });
        company.HasIndex(c => c.NaceMain);
        company.HasIndex(c => c.SizeClass);
        company.HasIndex(c => c.Settlement);
        company.HasIndex(c => c.TaxCore).IsUnique().HasFilter("TaxCore IS NOT NULL");
        // Not unique: companies from before this column get theirs when the program starts.
        company.HasIndex(c => c.Reference);
        company.HasMany(c => c.Keys).WithOne().HasForeignKey(k => k.CompanyId).OnDelete(DeleteBehavior.ClientCascade);
        company.HasMany(c => c.OtherActivities).WithOne().HasForeignKey(a => a.CompanyId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<CompanyKey> key)
    {
        key.Property(k => k.Key).HasMaxLength(CompanyKey.KeyMaxLength);
        key.HasKey(k => new { k.Kind, k.Key, k.CompanyId });
        key.HasIndex(k => k.CompanyId);
    }

    public void Configure(EntityTypeBuilder<CompanyActivity> activity)
    {
        activity.Property(a => a.Code).HasMaxLength(NaceCode.MaxLength);
        activity.HasKey(a => new { a.CompanyId, a.Code });
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
        // Who came lately is looked for every few minutes.
        membership.HasIndex(m => m.From);
        // The register narrowed to a kind is answered from this alone.
        membership.HasIndex(m => new { m.Kind, m.From, m.Until, m.CompanyId });
        membership.HasOne<Company>().WithMany().HasForeignKey(m => m.CompanyId);
    }

    public void Configure(EntityTypeBuilder<CompanyGoal> goal)
    {
        goal.Property(g => g.Words).HasMaxLength(CompanyGoal.WordsMaxLength);
        goal.Property(g => g.Language).HasMaxLength(CompanyGoal.LanguageMaxLength);
        goal.HasIndex(g => g.Reference).IsUnique();
        goal.HasIndex(g => g.CompanyId);
        goal.HasOne<Company>().WithMany().HasForeignKey(g => g.CompanyId);
    }

    public void Configure(EntityTypeBuilder<CompanyDocument> document)
    {
        document.HasKey(d => d.AttachmentId);
        document.Property(d => d.AttachmentId).ValueGeneratedNever();
        document.HasIndex(d => d.CompanyId);
        document.HasOne<Attachment>().WithMany().HasForeignKey(d => d.AttachmentId);
        document.HasOne<Company>().WithMany().HasForeignKey(d => d.CompanyId);
    }
}

internal sealed class SizeMapping :
    IEntityTypeConfiguration<CompanyYear>, IEntityTypeConfiguration<CompanyLink>, IEntityTypeConfiguration<CompanyLinkYear>
{
    public void Configure(EntityTypeBuilder<CompanyYear> year)
    {
        year.HasKey(y => new { y.CompanyId, y.Year });
        year.Property(y => y.Headcount).HasPrecision(12, 2);
        year.Property(y => y.Turnover).HasPrecision(18, 2);
        year.Property(y => y.BalanceTotal).HasPrecision(18, 2);
        year.Property(y => y.Rate).HasPrecision(12, 4);
        year.Property(y => y.Currency).HasMaxLength(YearFigures.CurrencyLength);
        year.HasOne<Company>().WithMany().HasForeignKey(y => y.CompanyId);
    }

    public void Configure(EntityTypeBuilder<CompanyLink> link)
    {
        link.Property(l => l.Name).HasMaxLength(Company.NameMaxLength);
        link.Property(l => l.TaxNumber).HasMaxLength(TaxNumber.MaxLength);
        link.Property(l => l.Note).HasMaxLength(CompanyLink.NoteMaxLength);
        link.Property(l => l.SharePercent).HasPrecision(5, 2);
        link.HasIndex(l => l.Reference).IsUnique();
        link.HasIndex(l => l.CompanyId);
        link.HasOne<Company>().WithMany().HasForeignKey(l => l.CompanyId);
        link.HasOne<Company>().WithMany().HasForeignKey(l => l.OtherCompanyId);
        link.HasMany(l => l.Years).WithOne().HasForeignKey(y => y.CompanyLinkId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<CompanyLinkYear> year)
    {
        year.HasKey(y => new { y.CompanyLinkId, y.Year });
        year.Property(y => y.Headcount).HasPrecision(12, 2);
        year.Property(y => y.Turnover).HasPrecision(18, 2);
        year.Property(y => y.BalanceTotal).HasPrecision(18, 2);
        year.Property(y => y.Rate).HasPrecision(12, 4);
        year.Property(y => y.Currency).HasMaxLength(YearFigures.CurrencyLength);
    }
}
