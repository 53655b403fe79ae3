using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>What a person booked and used. Erased, the reservations stay the company's and stay counted.</summary>
internal sealed class BookingPersonalData(IncubatorDb db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalSection>> ExportAsync(KnownPerson person, CancellationToken cancel)
    {
        var reservations = await db.Reservations.AsNoTracking()
            .Where(r => r.PersonId == person.Id || r.BookedById == person.Id).OrderBy(r => r.Id).ToListAsync(cancel);
        var sessions = await db.UseSessions.AsNoTracking()
            .Where(s => s.StartedById == person.Id || s.EndedById == person.Id).OrderBy(s => s.Id).ToListAsync(cancel);
        var feeds = await db.CalendarFeeds.AsNoTracking().Where(f => f.PersonId == person.Id).OrderBy(f => f.Id).ToListAsync(cancel);
        return
        [
            PersonalSection.Of("Reservations", reservations,
                ("Number", r => r.Number), ("BookedAt", r => r.BookedAt), ("Start", r => r.Start), ("End", r => r.End), ("State", r => r.State),
                ("Purpose", r => r.Purpose), ("ProjectNote", r => r.ProjectNote)),
            PersonalSection.Of("UseSessions", sessions, ("Start", s => s.StartedAt), ("End", s => s.EndedAt)),
            PersonalSection.Of("CalendarFeeds", feeds, ("At", f => f.MadeAt), ("RevokedAt", f => f.RevokedAt), ("ReadAt", f => f.ReadAt)),
        ];
    }

    public async Task EraseAsync(KnownPerson person, DateTimeOffset now, CancellationToken cancel)
    {
        var id = person.Id;
        await db.CalendarFeeds.Where(f => f.PersonId == id).ExecuteDeleteAsync(cancel);
        await db.Reservations.Where(r => r.PersonId == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.PersonId, (long?)null), cancel);
        await db.Reservations.Where(r => r.BookedById == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.BookedById, (long?)null), cancel);
        await db.UseSessions.Where(s => s.StartedById == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.StartedById, (long?)null), cancel);
        await db.UseSessions.Where(s => s.EndedById == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedById, (long?)null), cancel);
        await db.MaintenanceWindows.Where(m => m.PlacedById == id).ExecuteUpdateAsync(m => m.SetProperty(x => x.PlacedById, (long?)null), cancel);
        await db.Resources.Where(r => r.OwnerId == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.OwnerId, (long?)null), cancel);
        await db.Resources.Where(r => r.BackupOwnerId == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.BackupOwnerId, (long?)null), cancel);
    }
}
