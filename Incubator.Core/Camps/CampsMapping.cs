using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Camps;

internal sealed class CampsMapping : IEntityTypeConfiguration<Camp>
{
    public void Configure(EntityTypeBuilder<Camp> camp)
    {
        camp.Property(c => c.NameHu).HasMaxLength(Camp.NameMaxLength);
        camp.Property(c => c.NameEn).HasMaxLength(Camp.NameMaxLength);
        camp.Property(c => c.AboutHu).HasMaxLength(Camp.AboutMaxLength);
        camp.Property(c => c.AboutEn).HasMaxLength(Camp.AboutMaxLength);
        camp.Property(c => c.Place).HasMaxLength(Camp.PlaceMaxLength);
        camp.Property(c => c.Languages).HasMaxLength(Camp.LanguagesMaxLength);
        camp.Property(c => c.Partners).HasMaxLength(Camp.PartnersMaxLength);
        camp.Property(c => c.Budget).HasPrecision(18, 2);
        camp.Property(c => c.BudgetCurrency).HasMaxLength(Camp.CurrencyMaxLength);
        camp.HasIndex(c => c.Reference).IsUnique();
        camp.HasIndex(c => new { c.Status, c.StartsOn });
        camp.HasOne<Camp>().WithMany().HasForeignKey(c => c.ClonedFromId);
    }
}
