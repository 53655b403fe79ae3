using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Calendars;

/// <summary>A calendar by its address, that shall block times of a resource or of a mentor.</summary>
public sealed record AddCalendar
{
    /// <summary>The entity's name: "Resource" or "Mentor".</summary>
    public required string Subject { get; init; }

    public required long SubjectId { get; init; }

    public required string? Name { get; init; }

    /// <summary>https (webcal is understood as that).</summary>
    public required string? Address { get; init; }
}

/// <summary>Where external calendars are set, read and removed.</summary>
public sealed class CalendarReadings(IncubatorDb db, IEnumerable<ICalendarOwner> owners, CalendarFetcher fetcher, TimeProvider clock)
{
    /// <summary>How far ahead times are blocked.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(183);

    /// <summary>After so long a file is read anew although nothing changed: the stretch it was read for has moved on.</summary>
    private static readonly TimeSpan ReadAnewAfter = TimeSpan.FromHours(20);
    private static readonly TimeSpan ParseWithin = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Reads it at once, so that whoever sets it hears what is wrong with it. Refused: Missing, TextTooLong, TooManyCalendars,
    /// CalendarKnownAlready, NotFound, and the codes of <see cref="CalendarProblem"/>.
    /// </summary>
    public async Task<Result<Guid>> AddAsync(AddCalendar request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var owner = OwnerOf(request.Subject);
        if (!await owner.MaySetAsync(request.SubjectId, actor, cancel)) return Refusal.NotFound;
        if (string.IsNullOrWhiteSpace(request.Name)) return new Refusal("Missing", nameof(request.Name));
        if (TextRules.Problem(request.Name, ExternalCalendar.NameMaxLength, nameof(request.Name)) is { } problem) return problem;
        if (string.IsNullOrWhiteSpace(request.Address)) return new Refusal("Missing", nameof(request.Address));
        if (TextRules.Problem(request.Address, ExternalCalendar.AddressMaxLength, nameof(request.Address)) is { } wrong) return wrong;
        var address = ForeignAddress.Read(request.Address);
        if (!address.Succeeded) return Result<Guid>.Refused(address.Refusals);
        if (address.Value.AbsoluteUri.Length > ExternalCalendar.AddressMaxLength)
            return new Refusal("TextTooLong", nameof(request.Address)).With("max", ExternalCalendar.AddressMaxLength);
        var fetched = await fetcher.FetchAsync(address.Value, null, cancel);
        if (!fetched.Succeeded) return Result<Guid>.Refused(fetched.Refusals);
        var reading = await ParseAsync(fetched.Value.File!, WindowAt(now), cancel);
        if (!reading.Succeeded) return Result<Guid>.Refused(reading.Refusals);

        return await db.CommitAsync<Guid>(async token =>
        {
            await owner.LockAsync(request.SubjectId, token);
            var there = await Live().Where(c => c.Subject == request.Subject && c.SubjectId == request.SubjectId).Select(c => c.Address).ToListAsync(token);
            if (there.Contains(address.Value.AbsoluteUri)) return new Refusal("CalendarKnownAlready", nameof(request.Address));
            if (there.Count >= ExternalCalendar.MaxOfOne) return new Refusal("TooManyCalendars").With("max", ExternalCalendar.MaxOfOne);
            var calendar = ExternalCalendar.Create(request.Subject, request.SubjectId, request.Name.Trim(), address.Value, actor.PersonId, now);
            calendar.Read(now, fetched.Value.Tag, reading.Value.Skipped);
            db.ExternalCalendars.Add(calendar);
            await db.SaveChangesAsync(token);
            await KeepAsync(calendar, reading.Value.Busy, token);
            await owner.TakeAsync(calendar, reading.Value.Busy, now, token);
            Record(calendar, "CalendarAdded", null, calendar.Name, actor, now);
            return calendar.Reference;
        }, cancel: cancel);
    }

    /// <summary>It blocks nothing any more; what it blocked in the past stays told.</summary>
    public async Task<Result<Done>> RemoveAsync(Guid reference, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (await FindAsync(reference, actor, cancel) is not { } known) return Refusal.NotFound;
        var owner = OwnerOf(known.Subject);
        return await db.CommitAsync<Done>(async token =>
        {
            await owner.LockAsync(known.SubjectId, token);
            var calendar = await db.ExternalCalendars.SingleAsync(c => c.Id == known.Id, token);
            if (calendar.RemovedAt is not null) return default(Done);
            await KeepAsync(calendar, [], token);
            await owner.TakeAsync(calendar, [], now, token);
            calendar.Remove(now);
            Record(calendar, "CalendarRemoved", calendar.Name, null, actor, now);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>Reads it now, for who set it; refused with what was wrong.</summary>
    public async Task<Result<Done>> ReadAsync(Guid reference, Actor actor, CancellationToken cancel = default)
    {
        if (await FindAsync(reference, actor, cancel) is not { } known) return Refusal.NotFound;
        return await RefreshAsync(known.Id, cancel) is { } problem ? problem with { Field = null } : default(Done);
    }

    /// <summary>Asks for it, and blocks what it says. What cannot be read changes nothing but that it is said.</summary>
    /// <returns>Why it could not be read; null: it was.</returns>
    internal async Task<Refusal?> RefreshAsync(long id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var known = await db.ExternalCalendars.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.RemovedAt == null, cancel);
        if (known is null) return Refusal.NotFound;
        var isFresh = known.Problem is null && known.ReadAt + ReadAnewAfter > now;
        var fetched = await fetcher.FetchAsync(new Uri(known.Address), isFresh ? known.Tag : null, cancel);
        if (!fetched.Succeeded) return await FailAsync(known, fetched.Refusals[0], now, cancel);
        BusyReading? reading = null;
        if (fetched.Value.File is { } file)
        {
            var parsed = await ParseAsync(file, WindowAt(now), cancel);
            if (!parsed.Succeeded) return await FailAsync(known, parsed.Refusals[0], now, cancel);
            reading = parsed.Value;
        }

        var owner = OwnerOf(known.Subject);
        var kept = await BusyAsync(id, cancel);
        var busy = reading?.Busy ?? kept;
        var isSettled = busy.SequenceEqual(kept) && await owner.IsSettledAsync(known, busy, now, cancel);
        var done = await db.CommitAsync<Done>(async token =>
        {
            if (!isSettled) await owner.LockAsync(known.SubjectId, token);
            var calendar = await db.ExternalCalendars.SingleAsync(c => c.Id == id, token);
            if (calendar.RemovedAt is not null) return default(Done);
            if (reading is null) calendar.Unchanged(now);
            else calendar.Read(now, fetched.Value.Tag, reading.Skipped);
            if (isSettled) return default(Done);
            await KeepAsync(calendar, busy, token);
            await owner.TakeAsync(calendar, busy, now, token);
            return default(Done);
        }, cancel: cancel);
        return done.Succeeded ? null : done.Refusals[0];
    }

    internal static async Task<Result<BusyReading>> ParseAsync(byte[] file, TimeSlot window, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(ParseWithin);
        try
        {
            // On a thread of its own: whatever the file holds, nobody waits for it longer.
            return await Task.Run(() => BusyReading.Of(file, window, limit.Token), cancel).WaitAsync(2 * ParseWithin, cancel);
        }
        catch (CalendarFileException refused)
        {
            return new Refusal(refused.Code, nameof(AddCalendar.Address));
        }
        catch (Exception late) when (late is TimeoutException || (late is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new Refusal(CalendarProblem.TooSlow, nameof(AddCalendar.Address));
        }
        catch (Exception odd) when (odd is ArgumentException or InvalidOperationException or ArithmeticException or FormatException)
        {
            return new Refusal(CalendarProblem.NotACalendar, nameof(AddCalendar.Address));
        }
    }

    private static TimeSlot WindowAt(DateTimeOffset now) => new(now.AddDays(-1), now + Ahead);

    private IQueryable<ExternalCalendar> Live() => db.ExternalCalendars.Where(c => c.RemovedAt == null);

    private ICalendarOwner OwnerOf(string subject) => owners.Single(o => o.Subject == subject);

    private async Task<ExternalCalendar?> FindAsync(Guid reference, Actor actor, CancellationToken cancel)
    {
        var calendar = await Live().AsNoTracking().SingleOrDefaultAsync(c => c.Reference == reference, cancel);
        return calendar is not null && await OwnerOf(calendar.Subject).MaySetAsync(calendar.SubjectId, actor, cancel) ? calendar : null;
    }

    private async Task<List<TimeSlot>> BusyAsync(long calendarId, CancellationToken cancel) =>
        (await db.BusyTimes.AsNoTracking().Where(b => b.CalendarId == calendarId).OrderBy(b => b.Start).ToListAsync(cancel)).ConvertAll(b => b.Slot);

    // Only what differs is written: most readings say what the last one said.
    private async Task KeepAsync(ExternalCalendar calendar, IReadOnlyList<TimeSlot> busy, CancellationToken token)
    {
        var there = await db.BusyTimes.Where(b => b.CalendarId == calendar.Id).ToListAsync(token);
        var wanted = busy.ToHashSet();
        var gone = there.FindAll(b => !wanted.Remove(b.Slot));
        if (gone.Count > 0)
        {
            db.BusyTimes.RemoveRange(gone);
            // One that begins at the same time takes its key.
            await db.SaveChangesAsync(token);
        }

        db.BusyTimes.AddRange(wanted.Select(slot => BusyTime.Create(calendar.Id, slot)));
        await db.SaveChangesAsync(token);
    }

    private async Task<Refusal?> FailAsync(ExternalCalendar known, Refusal problem, DateTimeOffset now, CancellationToken cancel)
    {
        await db.CommitAsync<Done>(async token =>
        {
            var calendar = await db.ExternalCalendars.SingleAsync(c => c.Id == known.Id, token);
            if (calendar.RemovedAt is not null) return default(Done);
            calendar.Fail(now, problem);
            if (calendar.Failures >= ExternalCalendar.FailuresToTell) await TellAsync(calendar, now, token);
            return default(Done);
        }, cancel: cancel);
        return problem;
    }

    private async Task TellAsync(ExternalCalendar calendar, DateTimeOffset now, CancellationToken token)
    {
        var person = await db.Users.Where(u => u.Id == calendar.AddedById).Select(u => new { u.Id, u.Email, u.Language }).SingleOrDefaultAsync(token);
        if (person?.Email is null) return;
        await db.TellAsync(new Tell
        {
            Event = string.Create(CultureInfo.InvariantCulture, $"ExternalCalendar:{calendar.Id}:{calendar.FailingSince:yyyyMMddHHmm}"),
            Kind = "CalendarNotRead",
            Recipient = person.Email,
            Language = person.Language,
            PersonId = person.Id,
            Facts = new Dictionary<string, string>
            {
                ["calendar"] = calendar.Name,
                ["since"] = HistoryBook.Text(calendar.FailingSince)!,
                [NoticeFacts.Link] = await OwnerOf(calendar.Subject).PageAsync(calendar.SubjectId, token),
            },
        }, now, token);
    }

    // The address stays out of the history: it often is a secret.
    private void Record(ExternalCalendar calendar, string act, string? before, string? after, Actor actor, DateTimeOffset now) =>
        db.Record(calendar.Subject, calendar.SubjectId, act, actor, now, new Dictionary<string, string?[]> { ["Calendar"] = [before, after] });
}
