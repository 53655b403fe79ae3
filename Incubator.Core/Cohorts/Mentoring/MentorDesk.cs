using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>
/// Where mentors offer hours and companies of a cohort book them. Every act on hours first bumps the mentor's version, so that
/// rivals wait; the key of <see cref="MentorQuarter"/> stands behind it.
/// </summary>
public sealed class MentorDesk(IncubatorDb db, TimeProvider clock)
{
    private readonly MentorNotices notices = new(db);

    public async Task<Result<Guid>> SaveAsync(SaveMentor request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff && actor.PersonId != request.PersonId) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        if (Problems(request).ToList() is { Count: > 0 } problems) return Result<Guid>.Refused(problems);
        return await db.CommitAsync<Guid>(async token =>
        {
            var mayMentor = await db.UserRoles.AnyAsync(ur => ur.UserId == request.PersonId && db.Roles.Any(r => r.Id == ur.RoleId &&
                (r.Name == Role.Mentor || r.Name == Role.Staff || r.Name == Role.Administrator)), token);
            if (!mayMentor) return new Refusal("NotAMentor", nameof(request.PersonId));
            var mentor = await db.Mentors.SingleOrDefaultAsync(m => m.PersonId == request.PersonId, token);
            var isNew = mentor is null;
            if (mentor is null) db.Mentors.Add(mentor = Mentor.Create(request.PersonId));
            else if (mentor.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            mentor.Describe(request.TopicsHu!.Trim(), request.TopicsEn!.Trim(), request.Languages!.Trim(),
                string.IsNullOrWhiteSpace(request.About) ? null : request.About.Trim(), request.IsActive);
            if (isNew) await db.SaveChangesAsync(token);
            if (isNew || db.Entry(mentor).State == EntityState.Modified) db.RecordChange(mentor, mentor.Id, isNew ? "Created" : "Edited", actor, now);
            return mentor.Reference;
        }, table => table == nameof(IncubatorDb.Mentors) ? Refusal.ChangedMeanwhile : null, cancel);
    }

    /// <returns>How many sessions are on offer now.</returns>
    public async Task<Result<int>> OfferAsync(OfferHours request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var cut = OfferRules.Slots(request, now);
        if (!cut.Succeeded) return Result<int>.Refused(cut.Refusals);
        return await db.CommitAsync<int>(async token =>
        {
            await LockAsync(m => m.Reference == request.Mentor, token);
            var mentor = await db.Mentors.SingleOrDefaultAsync(m => m.Reference == request.Mentor, token);
            if (mentor is null || !IsTheirs(mentor, actor)) return Refusal.NotFound;
            DateTimeOffset first = cut.Value[0].Start, last = cut.Value[^1].End;
            var there = (await db.MentorSlots.Where(s => s.MentorId == mentor.Id && !s.IsWithdrawn && s.Start < last && s.End > first)
                .Select(s => new { s.Start, s.End }).ToListAsync(token)).ConvertAll(s => new TimeSlot(s.Start, s.End));
            var busy = (await MentorBusyTimes.Of(db, mentor.Id).Where(b => b.Start < last && b.End > first).OrderBy(b => b.Start)
                .Select(b => new { b.Start, b.End }).ToListAsync(token)).ConvertAll(b => new TimeSlot(b.Start, b.End));
            foreach (var slot in cut.Value)
            {
                if (busy.FindIndex(t => t.Overlaps(slot)) is var elsewhere and >= 0)
                    return new Refusal("HoursBusyElsewhere", nameof(request.From)).With("start", busy[elsewhere].Start).With("end", busy[elsewhere].End);
                if (there.FindIndex(t => t.Overlaps(slot)) is var at and >= 0)
                    return new Refusal("HoursOverlapped", nameof(request.From)).With("start", there[at].Start).With("end", there[at].End);
                db.MentorSlots.Add(MentorSlot.Create(mentor.Id, slot));
            }

            db.Record(nameof(Mentor), mentor.Id, "HoursOffered", actor, now, new Dictionary<string, string?[]>
            {
                ["Start"] = [null, HistoryBook.Text(first)],
                ["Sessions"] = [null, HistoryBook.Text(cut.Value.Count)],
            });
            return cut.Value.Count;
        }, cancel: cancel);
    }

    /// <summary>Takes a free hour back; one that is booked must be cancelled first.</summary>
    public async Task<Result<Done>> WithdrawAsync(Guid slotReference, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await LockAsync(m => db.MentorSlots.Any(s => s.Reference == slotReference && s.MentorId == m.Id), token);
            if (await FindAsync(slotReference, token) is not var (slot, mentor) || !IsTheirs(mentor, actor)) return Refusal.NotFound;
            if (slot.IsWithdrawn) return default(Done);
            if (await IsTakenAsync(slot, null, token)) return new Refusal("HourBooked");
            slot.Withdraw();
            db.Record(nameof(Mentor), mentor.Id, "HourWithdrawn", actor, now,
                new Dictionary<string, string?[]> { ["Start"] = [HistoryBook.Text(slot.Start), null] });
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>For a company that is active in a cohort. Sent twice, it is booked once.</summary>
    public async Task<Result<Guid>> BookAsync(BookMentor request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.ActsFor(request.CompanyId)) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        if (string.IsNullOrWhiteSpace(request.Topic)) return new Refusal("Missing", nameof(request.Topic));
        if (TextRules.Problem(request.Topic, MentorSession.TopicMaxLength, nameof(request.Topic)) is { } problem) return problem;
        return await db.CommitAsync<Guid>(async token =>
        {
            await LockAsync(m => db.MentorSlots.Any(s => s.Reference == request.Slot && s.MentorId == m.Id), token);
            if (await FindAsync(request.Slot, token) is not var (slot, mentor) || !mentor.IsActive) return Refusal.NotFound;
            if (!await db.CohortMembers.AnyAsync(m => m.CompanyId == request.CompanyId && m.State == CohortMemberState.Active, token))
                return new Refusal("NotInACohort");
            var before = await db.MentorSessions.Where(s => s.SlotId == slot.Id && s.CompanyId == request.CompanyId &&
                s.State == MentorSessionState.Booked && s.BookedById == actor.PersonId).Select(s => (Guid?)s.Reference).FirstOrDefaultAsync(token);
            if (before is { } same) return same;
            if (slot.IsWithdrawn || await IsTakenAsync(slot, null, token)) return HourTaken;
            if (slot.Start <= now) return new Refusal("StartInPast");
            if (await IsBusyAsync(slot, token)) return new Refusal("MentorBusyElsewhere");
            var session = MentorSession.Book(slot, request.CompanyId, actor.PersonId, request.Topic.Trim());
            db.MentorSessions.Add(session);
            await db.SaveChangesAsync(token);
            db.MentorQuarters.AddRange(MentorQuarter.Of(session));
            db.Record(nameof(MentorSession), session.Id, "Booked", actor, now);
            await notices.TellBothAsync(session, "MentorHourBooked", now, token);
            return session.Reference;
        }, TakenKey, cancel);
    }

    /// <summary>By either side, until it begins; the hour is free again.</summary>
    public async Task<Result<Done>> CancelAsync(Guid reference, string? reason, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (TextRules.Problem(reason, MentorSession.ReasonMaxLength, "Reason") is { } problem) return problem;
        return await db.CommitAsync<Done>(async token =>
        {
            if (await LockedAsync(reference, actor, token) is not var (session, _)) return Refusal.NotFound;
            if (session.State == MentorSessionState.Cancelled) return default(Done);
            if (NotToCome(session, now) is { } refusal) return refusal;
            session.Cancel(string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
            await FreeAsync(session, token);
            db.RecordChange(session, session.Id, "Cancelled", actor, now, session.CancelReason);
            await notices.TellBothAsync(session, "MentorHourCancelled", now, token);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>To another free hour of the same mentor, by either side.</summary>
    public async Task<Result<Done>> MoveAsync(Guid reference, Guid toSlot, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            if (await LockedAsync(reference, actor, token) is not var (session, _)) return Refusal.NotFound;
            var slot = await db.MentorSlots.SingleOrDefaultAsync(s => s.Reference == toSlot && s.MentorId == session.MentorId, token);
            if (slot is null) return Refusal.NotFound;
            if (slot.Id == session.SlotId) return default(Done);
            if (NotToCome(session, now) is { } refusal) return refusal;
            if (slot.Start <= now) return new Refusal("StartInPast");
            if (slot.IsWithdrawn || await IsTakenAsync(slot, session.Id, token)) return HourTaken;
            if (await IsBusyAsync(slot, token)) return new Refusal("MentorBusyElsewhere");
            await FreeAsync(session, token);
            session.MoveTo(slot);
            db.MentorQuarters.AddRange(MentorQuarter.Of(session));
            db.RecordChange(session, session.Id, "Moved", actor, now);
            await notices.TellBothAsync(session, "MentorHourMoved", now, token);
            return default(Done);
        }, TakenKey, cancel);
    }

    /// <summary>The mentor or staff say whether the company came; from the start on, and again to put it right.</summary>
    public async Task<Result<Done>> AttendAsync(Guid reference, bool came, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            if (await LockedAsync(reference, actor, token) is not var (session, mentor) || !IsTheirs(mentor, actor)) return Refusal.NotFound;
            if (session.State == MentorSessionState.Cancelled) return new Refusal("SessionCancelled");
            if (now < session.Start) return new Refusal("SessionNotBegun").With("start", session.Start);
            session.Attend(came);
            if (db.Entry(session).State == EntityState.Modified) db.RecordChange(session, session.Id, session.State.ToString(), actor, now);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>What the mentor or staff keep of it. The words stay out of the history: they may name people.</summary>
    public async Task<Result<Done>> NoteAsync(NoteSession request, Actor actor, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (string.IsNullOrWhiteSpace(request.Text)) return new Refusal("Missing", nameof(request.Text));
        if (TextRules.Problem(request.Text, MentorNote.TextMaxLength, nameof(request.Text)) is { } problem) return problem;
        return await db.CommitAsync<Done>(async token =>
        {
            if (await LockedAsync(request.Session, actor, token) is not var (session, mentor) || !IsTheirs(mentor, actor)) return Refusal.NotFound;
            if (session.State == MentorSessionState.Cancelled) return new Refusal("SessionCancelled");
            if (now < session.Start) return new Refusal("SessionNotBegun").With("start", session.Start);
            session.Add(MentorNote.Create(request.Text.Trim(), request.Visibility, now, actor.PersonId));
            db.Record(nameof(MentorSession), session.Id, "Noted", actor, now);
            return default(Done);
        }, cancel: cancel);
    }

    private async Task<(MentorSlot Slot, Mentor Mentor)?> FindAsync(Guid slotReference, CancellationToken token)
    {
        var slot = await db.MentorSlots.SingleOrDefaultAsync(s => s.Reference == slotReference, token);
        return slot is null ? null : (slot, await db.Mentors.SingleAsync(m => m.Id == slot.MentorId, token));
    }

    /// <summary>The session under its mentor's lock, where the actor is of either side or staff.</summary>
    private async Task<(MentorSession Session, Mentor Mentor)?> LockedAsync(Guid reference, Actor actor, CancellationToken token)
    {
        await LockAsync(m => db.MentorSessions.Any(s => s.Reference == reference && s.MentorId == m.Id), token);
        var session = await db.MentorSessions.SingleOrDefaultAsync(s => s.Reference == reference, token);
        if (session is null) return null;
        var mentor = await db.Mentors.SingleAsync(m => m.Id == session.MentorId, token);
        return actor.ActsFor(session.CompanyId) || IsTheirs(mentor, actor) ? (session, mentor) : null;
    }

    private Task<int> LockAsync(System.Linq.Expressions.Expression<Func<Mentor, bool>> which, CancellationToken token) =>
        db.Mentors.Where(which).ExecuteUpdateAsync(m => m.SetProperty(x => x.CalendarVersion, x => x.CalendarVersion + 1), token);

    private Task<bool> IsTakenAsync(MentorSlot slot, long? exceptSession, CancellationToken token)
    {
        int from = QuarterHour.Of(slot.Start), until = QuarterHour.AtOrAfter(slot.End);
        return db.MentorQuarters.AnyAsync(q =>
            q.MentorId == slot.MentorId && q.Quarter >= from && q.Quarter < until && q.SessionId != (exceptSession ?? 0), token);
    }

    private Task<bool> IsBusyAsync(MentorSlot slot, CancellationToken token) =>
        MentorBusyTimes.Of(db, slot.MentorId).AnyAsync(b => b.Start < slot.End && b.End > slot.Start, token);

    private Task<int> FreeAsync(MentorSession session, CancellationToken token) =>
        db.MentorQuarters.Where(q => q.SessionId == session.Id).ExecuteDeleteAsync(token);

    private static bool IsTheirs(Mentor mentor, Actor actor) => actor.IsStaff || (actor.PersonId is { } person && person == mentor.PersonId);

    private static Refusal? NotToCome(MentorSession session, DateTimeOffset now) =>
        session.State != MentorSessionState.Booked || now >= session.Start ? new Refusal("SessionBegun") : null;

    private static Refusal HourTaken => new("MentorHourTaken");

    private static Refusal? TakenKey(string table) => table == nameof(IncubatorDb.MentorQuarters) ? HourTaken : null;

    private static IEnumerable<Refusal> Problems(SaveMentor request)
    {
        foreach (var (text, max, field) in new[]
        {
            (request.TopicsHu, Mentor.TopicsMaxLength, nameof(request.TopicsHu)), (request.TopicsEn, Mentor.TopicsMaxLength, nameof(request.TopicsEn)),
            (request.Languages, Mentor.LanguagesMaxLength, nameof(request.Languages)),
        })
        {
            if (string.IsNullOrWhiteSpace(text)) yield return new Refusal("Missing", field);
            else if (TextRules.Problem(text, max, field) is { } problem) yield return problem;
        }

        if (TextRules.Problem(request.About, Mentor.AboutMaxLength, nameof(request.About)) is { } about) yield return about;
    }
}
