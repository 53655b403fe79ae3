using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Camps;

internal sealed class AgendaMapping :
    IEntityTypeConfiguration<PlanSettings>, IEntityTypeConfiguration<AgendaVersion>, IEntityTypeConfiguration<AgendaItem>, IEntityTypeConfiguration<AgendaPart>
{
    public void Configure(EntityTypeBuilder<PlanSettings> settings)
    {
        settings.HasKey(s => s.CampId);
        settings.Property(s => s.CampId).ValueGeneratedNever();
        settings.HasOne<Camp>().WithMany().HasForeignKey(s => s.CampId);
        settings.HasOne<Company>().WithMany().HasForeignKey(s => s.HostCompanyId);
    }

    public void Configure(EntityTypeBuilder<AgendaVersion> version)
    {
        version.Property(v => v.Note).HasMaxLength(AgendaVersion.NoteMaxLength);
        version.HasIndex(v => new { v.CampId, v.Number }).IsUnique();
        version.HasOne<Camp>().WithMany().HasForeignKey(v => v.CampId);
        version.HasOne<Person>().WithMany().HasForeignKey(v => v.PublishedById);
        version.HasMany(v => v.Items).WithOne().HasForeignKey(i => i.AgendaVersionId);
    }

    public void Configure(EntityTypeBuilder<AgendaItem> item)
    {
        item.Property(i => i.TitleHu).HasMaxLength(CampSession.TitleMaxLength);
        item.Property(i => i.TitleEn).HasMaxLength(CampSession.TitleMaxLength);
        item.Property(i => i.Note).HasMaxLength(CampSession.NoteMaxLength);
        item.Property(i => i.RoomName).HasMaxLength(CampRoom.NameMaxLength);
        item.Property(i => i.OldRoomName).HasMaxLength(CampRoom.NameMaxLength);
        item.HasIndex(i => new { i.AgendaVersionId, i.Start });
        item.HasIndex(i => i.SessionReference);
        item.HasMany(i => i.Parts).WithOne().HasForeignKey(p => p.AgendaItemId);
    }

    public void Configure(EntityTypeBuilder<AgendaPart> part) => part.HasKey(p => new { p.AgendaItemId, p.Kind, p.PartId });
}
