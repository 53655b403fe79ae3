using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Calendars;

/// <summary>Which external calendars a person set. Erased, those of the house go on without a name; a mentor's own go with the mentor.</summary>
internal sealed class CalendarsPersonalData(IncubatorDb db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalSection>> ExportAsync(KnownPerson person, CancellationToken cancel)
    {
        var calendars = await db.ExternalCalendars.AsNoTracking().Where(c => c.AddedById == person.Id).OrderBy(c => c.Id).ToListAsync(cancel);
        return
        [
            PersonalSection.Of("ExternalCalendars", calendars, ("At", c => c.AddedAt), ("Name", c => c.Name), ("Address", c => c.Address), ("RemovedAt", c => c.RemovedAt)),
        ];
    }

    public Task EraseAsync(KnownPerson person, DateTimeOffset now, CancellationToken cancel) =>
        db.ExternalCalendars.Where(c => c.AddedById == person.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.AddedById, (long?)null), cancel);
}
