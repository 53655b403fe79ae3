using Incubator.Core.Accounts;
using Incubator.Core.Calendars;
using Incubator.Core.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Incubator.Core.Booking;

internal sealed class ResourceMapping :
    IEntityTypeConfiguration<Resource>, IEntityTypeConfiguration<ResourceCategory>, IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Resource> resource)
    {
        resource.Property(r => r.Code).HasMaxLength(Resource.CodeMaxLength);
        resource.Property(r => r.NameHu).HasMaxLength(Resource.NameMaxLength);
        resource.Property(r => r.NameEn).HasMaxLength(Resource.NameMaxLength);
        resource.Property(r => r.Room).HasMaxLength(Resource.RoomMaxLength);
        resource.Property(r => r.Manufacturer).HasMaxLength(Resource.MakerMaxLength);
        resource.Property(r => r.Model).HasMaxLength(Resource.MakerMaxLength);
        resource.Property(r => r.CapacityFigure).HasMaxLength(Common.Quantity.FigureMaxLength);
        resource.Property(r => r.CapacityUnit).HasMaxLength(Common.Quantity.UnitMaxLength);
        resource.Property(r => r.Notes).HasMaxLength(Resource.NotesMaxLength);
        resource.Property(r => r.Source).HasMaxLength(Resource.SourceMaxLength);
        resource.HasIndex(r => r.Code).IsUnique();
        resource.HasOne<ResourceCategory>().WithMany().HasForeignKey(r => r.CategoryId);
        resource.HasOne<Site>().WithMany().HasForeignKey(r => r.SiteId);
        resource.HasOne<Person>().WithMany().HasForeignKey(r => r.OwnerId);
        resource.HasOne<Person>().WithMany().HasForeignKey(r => r.BackupOwnerId);
        resource.ToTable(t => t.HasCheckConstraint("CK_Resources_Units", $"Units BETWEEN 1 AND {Resource.MaxUnits}"));
    }

    public void Configure(EntityTypeBuilder<ResourceCategory> category)
    {
        category.Property(c => c.Code).HasMaxLength(ResourceCategory.CodeMaxLength);
        category.Property(c => c.NameHu).HasMaxLength(ResourceCategory.NameMaxLength);
        category.Property(c => c.NameEn).HasMaxLength(ResourceCategory.NameMaxLength);
        category.HasIndex(c => c.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Site> site)
    {
        site.Property(s => s.Name).HasMaxLength(Site.NameMaxLength);
        site.HasIndex(s => s.Name).IsUnique();
    }
}

internal sealed class CalendarMapping :
    IEntityTypeConfiguration<OpeningPattern>, IEntityTypeConfiguration<CalendarException>, IEntityTypeConfiguration<BookingPolicy>
{
    public void Configure(EntityTypeBuilder<OpeningPattern> pattern)
    {
        pattern.HasOne<Site>().WithMany().HasForeignKey(p => p.SiteId);
        pattern.HasOne<Resource>().WithMany().HasForeignKey(p => p.ResourceId);
        pattern.ToTable(t => t.HasCheckConstraint("CK_OpeningPatterns_Order", "OpensAt < ClosesAt"));
    }

    public void Configure(EntityTypeBuilder<CalendarException> exception)
    {
        exception.Property(e => e.NameHu).HasMaxLength(CalendarException.NameMaxLength);
        exception.Property(e => e.NameEn).HasMaxLength(CalendarException.NameMaxLength);
        exception.Property(e => e.LegalBasis).HasMaxLength(CalendarException.LegalBasisMaxLength);
        // One a day and scope; three indexes, because nulls count as equal on one database and not on the other.
        exception.HasIndex(e => e.Date, "IX_CalendarExceptions_Lab").IsUnique().HasFilter("SiteId IS NULL AND ResourceId IS NULL");
        exception.HasIndex(e => new { e.SiteId, e.Date }, "IX_CalendarExceptions_Site").IsUnique().HasFilter("SiteId IS NOT NULL");
        exception.HasIndex(e => new { e.ResourceId, e.Date }, "IX_CalendarExceptions_Resource").IsUnique().HasFilter("ResourceId IS NOT NULL");
        exception.HasOne<Site>().WithMany().HasForeignKey(e => e.SiteId);
        exception.HasOne<Resource>().WithMany().HasForeignKey(e => e.ResourceId);
    }

    public void Configure(EntityTypeBuilder<BookingPolicy> policy)
    {
        policy.Ignore(p => p.HasQuota);
        policy.HasIndex(p => p.ValidFrom, "IX_BookingPolicies_Lab").IsUnique().HasFilter("CategoryId IS NULL AND ResourceId IS NULL");
        policy.HasIndex(p => new { p.CategoryId, p.ValidFrom }, "IX_BookingPolicies_Category").IsUnique().HasFilter("CategoryId IS NOT NULL");
        policy.HasIndex(p => new { p.ResourceId, p.ValidFrom }, "IX_BookingPolicies_Resource").IsUnique().HasFilter("ResourceId IS NOT NULL");
        policy.HasOne<ResourceCategory>().WithMany().HasForeignKey(p => p.CategoryId);
        policy.HasOne<Resource>().WithMany().HasForeignKey(p => p.ResourceId);
    }
}

internal sealed class FeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.Property(f => f.SecretHash).HasMaxLength(CalendarFeed.HashMaxLength);
        feed.HasIndex(f => f.SecretHash).IsUnique();
        feed.HasIndex(f => f.Reference).IsUnique();
        feed.HasOne<Person>().WithMany().HasForeignKey(f => f.PersonId);
        feed.HasOne<Resource>().WithMany().HasForeignKey(f => f.ResourceId);
    }
}

internal sealed class ReservationMapping :
    IEntityTypeConfiguration<Reservation>, IEntityTypeConfiguration<ReservationItem>, IEntityTypeConfiguration<Occupancy>,
    IEntityTypeConfiguration<UseSession>, IEntityTypeConfiguration<MaintenanceWindow>, IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<Reservation> reservation)
    {
        reservation.Property(r => r.Number).HasMaxLength(Reservation.NumberMaxLength);
        reservation.Property(r => r.Purpose).HasMaxLength(Reservation.PurposeMaxLength);
        reservation.Property(r => r.ProjectNote).HasMaxLength(Reservation.ProjectNoteMaxLength);
        reservation.Property(r => r.InternalNote).HasMaxLength(Reservation.InternalNoteMaxLength);
        reservation.Property(r => r.OverrideReason).HasMaxLength(Reservation.ReasonMaxLength);
        reservation.Property(r => r.EndReason).HasMaxLength(Reservation.ReasonMaxLength);
        reservation.HasIndex(r => r.Reference).IsUnique();
        reservation.HasIndex(r => r.Number).IsUnique();
        reservation.HasIndex(r => r.SubmissionKey).IsUnique();
        reservation.HasIndex(r => new { r.CompanyId, r.Start });
        reservation.HasIndex(r => new { r.State, r.Start });
        reservation.HasOne<Company>().WithMany().HasForeignKey(r => r.CompanyId);
        reservation.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        reservation.HasOne<Person>().WithMany().HasForeignKey(r => r.BookedById);
        reservation.HasMany(r => r.Items).WithOne().HasForeignKey(i => i.ReservationId);
        reservation.ToTable(t => t.HasCheckConstraint("CK_Reservations_Order", "Start <= \"End\""));
    }

    public void Configure(EntityTypeBuilder<ReservationItem> item)
    {
        item.HasIndex(i => i.ReservationId);
        item.HasIndex(i => i.ResourceId);
        item.HasOne<Resource>().WithMany().HasForeignKey(i => i.ResourceId);
    }

    // No foreign keys to items and windows: their indexes would double the cost of a booking; `check` proves the rows right.
    public void Configure(EntityTypeBuilder<Occupancy> occupancy)
    {
        occupancy.ToTable("Occupancy", t => t.HasCheckConstraint("CK_Occupancy_One",
            "(ReservationItemId IS NULL AND MaintenanceId IS NOT NULL) OR (ReservationItemId IS NOT NULL AND MaintenanceId IS NULL)"));
        occupancy.HasKey(o => new { o.ResourceId, o.Quarter, o.Unit });
        occupancy.HasOne<Resource>().WithMany().HasForeignKey(o => o.ResourceId);
    }

    public void Configure(EntityTypeBuilder<UseSession> session)
    {
        session.HasIndex(s => new { s.ResourceId, s.Unit }).IsUnique().HasFilter("EndedAt IS NULL").HasDatabaseName("IX_UseSessions_Open");
        session.HasIndex(s => s.ReservationItemId);
        session.HasOne<ReservationItem>().WithMany().HasForeignKey(s => s.ReservationItemId);
        session.HasOne<Resource>().WithMany().HasForeignKey(s => s.ResourceId);
    }

    public void Configure(EntityTypeBuilder<MaintenanceWindow> window)
    {
        window.Property(w => w.Reason).HasMaxLength(MaintenanceWindow.ReasonMaxLength);
        window.HasIndex(w => w.Reference).IsUnique();
        window.HasIndex(w => new { w.ResourceId, w.Start });
        window.HasOne<Resource>().WithMany().HasForeignKey(w => w.ResourceId);
        window.HasOne<Person>().WithMany().HasForeignKey(w => w.PlacedById);
        window.HasOne<ExternalCalendar>().WithMany().HasForeignKey(w => w.ExternalCalendarId);
    }

    public void Configure(EntityTypeBuilder<NumberSeries> series)
    {
        series.Property(s => s.Key).HasMaxLength(NumberSeries.KeyMaxLength);
        series.HasKey(s => new { s.Key, s.Year });
    }
}
