using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Booking;

/// <summary>Where staff say when the lab, a site or a resource is open. What is booked already stays booked.</summary>
public sealed class OpeningTimes(IncubatorDb db, TimeProvider clock)
{
    /// <summary>The subjects under which the history of opening times is kept; the lab's own has the id 0.</summary>
    public const string LabSubject = "Lab";

    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2100, 1, 1);

    public async Task<Result<Done>> SetWeekAsync(SetOpeningWeek request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var wanted = request.Week.OrderBy(s => s.Day).ThenBy(s => s.OpensAt).ToList();
        if (Problem(wanted, request) is { } problem) return problem;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            if (!await ExistsAsync(request.SiteId, request.ResourceId, token)) return Refusal.NotFound;
            var there = await db.OpeningPatterns
                .Where(p => p.SiteId == request.SiteId && p.ResourceId == request.ResourceId).ToListAsync(token);
            var before = SpansOf(there);
            if (request.Seen is { } seen && !seen.OrderBy(s => s.Day).ThenBy(s => s.OpensAt).SequenceEqual(before))
                return Refusal.ChangedMeanwhile;
            if (wanted.SequenceEqual(before)) return default(Done);
            db.OpeningPatterns.RemoveRange(there);
            db.OpeningPatterns.AddRange(wanted.Select(s =>
                OpeningPattern.Create(s.Day, s.OpensAt, s.ClosesAt, request.SiteId, request.ResourceId)));
            Record("OpeningTimesSet", request.SiteId, request.ResourceId, actor, now,
                new() { ["OpeningTimes"] = [Text(before), Text(wanted)] });
            return default(Done);
        }, cancel: cancel);
    }

    public async Task<Result<Done>> AddExceptionAsync(AddCalendarException request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var problems = Problems(request).ToList();
        if (problems.Count > 0) return Result<Done>.Refused(problems);
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            if (!await ExistsAsync(request.SiteId, request.ResourceId, token)) return Refusal.NotFound;
            var taken = await db.CalendarExceptions.AnyAsync(
                e => e.Date == request.Date && e.SiteId == request.SiteId && e.ResourceId == request.ResourceId, token);
            if (taken) return DayTaken(request.Date);
            Add(request, actor, now);
            return default(Done);
        }, table => table == "CalendarExceptions" ? DayTaken(request.Date) : null, cancel);
    }

    public async Task<Result<Done>> RemoveExceptionAsync(long id, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            var exception = await db.CalendarExceptions.SingleOrDefaultAsync(e => e.Id == id, token);
            if (exception is null) return Refusal.NotFound;
            db.CalendarExceptions.Remove(exception);
            Record("ExceptionRemoved", exception.SiteId, exception.ResourceId, actor, now,
                new() { [HistoryBook.Text(exception.Date)!] = [exception.NameEn, null] });
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>The lab's holidays from a file. Days that have an exception already are left alone.</summary>
    public async Task<Result<HolidaysImported>> ImportHolidaysAsync(byte[] file, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var read = HolidayFile.Read(file);
        if (!read.Succeeded) return Result<HolidaysImported>.Refused(read.Refusals);
        var now = clock.GetUtcNow();
        return await db.CommitAsync<HolidaysImported>(async token =>
        {
            var there = await db.CalendarExceptions
                .Where(e => e.SiteId == null && e.ResourceId == null).Select(e => e.Date).ToHashSetAsync(token);
            var fresh = read.Value.Days.Where(d => !there.Contains(d.Date)).ToList();
            foreach (var day in fresh) Add(day, actor, now);
            return new HolidaysImported(fresh.Count, read.Value.Days.Count - fresh.Count, read.Value.Problems);
        }, table => table == "CalendarExceptions" ? Refusal.ChangedMeanwhile : null, cancel);
    }

    public static IReadOnlyList<OpeningSpan> SpansOf(IEnumerable<OpeningPattern> patterns) =>
        [.. patterns.Select(p => new OpeningSpan(p.DayOfWeek, p.OpensAt, p.ClosesAt)).OrderBy(s => s.Day).ThenBy(s => s.OpensAt)];

    private static Refusal? Problem(List<OpeningSpan> week, SetOpeningWeek request)
    {
        const string field = nameof(SetOpeningWeek.Week);
        if (request is { SiteId: not null, ResourceId: not null }) return Refusal.NotFound;
        if (week.Count == 0 && request is { SiteId: null, ResourceId: null }) return new Refusal("LabNeverOpen", field);
        foreach (var span in week)
        {
            if (!Enum.IsDefined(span.Day) || !OpeningPattern.IsValid(span.OpensAt, span.ClosesAt))
                return new Refusal("OpeningTimesInvalid", field).With("day", span.Day);
        }

        foreach (var (earlier, later) in week.Zip(week.Skip(1)))
            if (earlier.Day == later.Day && later.OpensAt < earlier.ClosesAt)
                return new Refusal("OpeningTimesOverlapped", field).With("day", later.Day);
        return null;
    }

    private static IEnumerable<Refusal> Problems(AddCalendarException request)
    {
        if (request is { SiteId: not null, ResourceId: not null }) yield return Refusal.NotFound;
        if (request.Date < Earliest || request.Date > Latest)
            yield return new Refusal("OutOfRange", nameof(request.Date)).With("min", Earliest).With("max", Latest);
        if (!Enum.IsDefined(request.Kind)) yield return new Refusal("Missing", nameof(request.Kind));
        foreach (var (text, field) in new[] { (request.NameHu, nameof(request.NameHu)), (request.NameEn, nameof(request.NameEn)) })
        {
            if (string.IsNullOrWhiteSpace(text)) yield return new Refusal("Missing", field);
            else if (TextRules.Problem(text, CalendarException.NameMaxLength, field) is { } problem) yield return problem;
        }

        if (TextRules.Problem(request.LegalBasis, CalendarException.LegalBasisMaxLength, nameof(request.LegalBasis)) is { } basis)
            yield return basis;
        switch (request.Kind)
        {
            case CalendarExceptionKind.SpecialHours when !OpeningPattern.IsValid(request.OpensAt ?? -1, request.ClosesAt ?? -1):
                yield return new Refusal("OpeningTimesInvalid", nameof(request.OpensAt));
                break;
            case CalendarExceptionKind.WorkingSaturday when request.Date.DayOfWeek != DayOfWeek.Saturday:
                yield return new Refusal("NotASaturday", nameof(request.Date));
                break;
        }
    }

    private void Add(AddCalendarException day, Actor actor, DateTimeOffset now)
    {
        var special = day.Kind == CalendarExceptionKind.SpecialHours;
        db.CalendarExceptions.Add(CalendarException.Create(
            day.Date, day.Kind, day.NameHu.Trim(), day.NameEn.Trim(),
            string.IsNullOrWhiteSpace(day.LegalBasis) ? null : day.LegalBasis.Trim(), day.FollowsDay,
            special ? day.OpensAt : null, special ? day.ClosesAt : null, day.SiteId, day.ResourceId));
        Record("ExceptionAdded", day.SiteId, day.ResourceId, actor, now,
            new() { [HistoryBook.Text(day.Date)!] = [null, $"{day.Kind}: {day.NameEn.Trim()}"] });
    }

    private Task<bool> ExistsAsync(long? siteId, long? resourceId, CancellationToken cancel) =>
        resourceId is { } resource ? db.Resources.AnyAsync(r => r.Id == resource, cancel)
        : siteId is { } site ? db.Sites.AnyAsync(s => s.Id == site, cancel)
        : Task.FromResult(true);

    private void Record(
        string act, long? siteId, long? resourceId, Actor actor, DateTimeOffset now, Dictionary<string, string?[]> changes)
    {
        var (subject, id) = resourceId is { } resource ? (nameof(Resource), resource)
            : siteId is { } site ? (nameof(Site), site)
            : (LabSubject, 0L);
        db.Record(subject, id, act, actor, now, changes);
    }

    private static string? Text(IReadOnlyList<OpeningSpan> week) => week.Count == 0 ? null
        : string.Join(", ", week.Select(s => $"{s.Day} {s.OpensAt / 60:00}:{s.OpensAt % 60:00}-{s.ClosesAt / 60:00}:{s.ClosesAt % 60:00}"));

    private static Refusal DayTaken(DateOnly day) => new Refusal("DayTaken", nameof(AddCalendarException.Date)).With("date", day);
}
