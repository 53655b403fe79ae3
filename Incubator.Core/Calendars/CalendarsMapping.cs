using Incubator.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Calendars;

internal sealed class CalendarsMapping : IEntityTypeConfiguration<ExternalCalendar>, IEntityTypeConfiguration<BusyTime>
{
    public void Configure(EntityTypeBuilder<ExternalCalendar> calendar)
    {
        calendar.Property(c => c.Subject).HasMaxLength(ExternalCalendar.SubjectMaxLength);
        calendar.Property(c => c.Name).HasMaxLength(ExternalCalendar.NameMaxLength);
        calendar.Property(c => c.Address).HasMaxLength(ExternalCalendar.AddressMaxLength);
        calendar.Property(c => c.Tag).HasMaxLength(ExternalCalendar.TagMaxLength);
        calendar.Property(c => c.Problem).HasMaxLength(ExternalCalendar.ProblemMaxLength);
        calendar.Ignore(c => c.Host);
        calendar.HasIndex(c => c.Reference).IsUnique();
        calendar.HasIndex(c => new { c.Subject, c.SubjectId });
        calendar.HasOne<Person>().WithMany().HasForeignKey(c => c.AddedById);
    }

    public void Configure(EntityTypeBuilder<BusyTime> busy)
    {
        busy.Ignore(b => b.Slot);
        busy.HasKey(b => new { b.CalendarId, b.Start });
        busy.HasOne<ExternalCalendar>().WithMany().HasForeignKey(b => b.CalendarId);
        busy.ToTable(t => t.HasCheckConstraint("CK_BusyTimes_Order", "Start < \"End\""));
    }
}
