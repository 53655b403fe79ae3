using Incubator.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Camps;

internal sealed class QualityMapping : IEntityTypeConfiguration<MeasuredLot>, IEntityTypeConfiguration<LotValue>
{
    public void Configure(EntityTypeBuilder<MeasuredLot> lot)
    {
        lot.Property(l => l.Code).HasMaxLength(MeasuredLot.CodeMaxLength);
        lot.HasIndex(l => l.Reference).IsUnique();
        lot.HasIndex(l => new { l.SpecificationId, l.Phase, l.Code }).IsUnique();
        lot.HasOne<Specification>().WithMany().HasForeignKey(l => l.SpecificationId);
        lot.HasOne<Person>().WithMany().HasForeignKey(l => l.RecordedById);
        // Values go with their lot.
        lot.HasMany(l => l.Values).WithOne().HasForeignKey(v => v.LotId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<LotValue> value)
    {
        value.HasKey(v => new { v.LotId, v.Position });
        value.Property(v => v.Position).ValueGeneratedNever();
        value.Property(v => v.Value).HasPrecision(18, MeasuredLot.Decimals);
    }
}
