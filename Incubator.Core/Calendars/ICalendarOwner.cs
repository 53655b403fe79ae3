using Incubator.Core.Accounts;
using Incubator.Core.Common;

namespace Incubator.Core.Calendars;

/// <summary>What a room does with the external calendars of its things. One for each <see cref="Subject"/>.</summary>
public interface ICalendarOwner
{
    /// <summary>The entity's name, as <see cref="ExternalCalendar.Subject"/> has it.</summary>
    string Subject { get; }

    /// <summary>Whether the actor may set and remove calendars of this one.</summary>
    Task<bool> MaySetAsync(long id, Actor actor, CancellationToken cancel);

    /// <summary>Where the calendars of this one are set: a path of this site.</summary>
    Task<string> PageAsync(long id, CancellationToken cancel);

    /// <summary>Makes rivals wait; first in the transaction.</summary>
    Task LockAsync(long id, CancellationToken cancel);

    /// <summary>Nothing would be done now. Outside a transaction.</summary>
    Task<bool> IsSettledAsync(ExternalCalendar calendar, IReadOnlyList<TimeSlot> busy, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Blocks these times, and no others of this calendar, from now on; within the running transaction.</summary>
    Task TakeAsync(ExternalCalendar calendar, IReadOnlyList<TimeSlot> busy, DateTimeOffset now, CancellationToken cancel);
}
