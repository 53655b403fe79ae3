using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>Mentors and reviewers. Erased, scores and hours given stay counted; what a mentor told of themselves goes.</summary>
internal sealed class CohortsPersonalData(IncubatorDb db) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalSection>> ExportAsync(KnownPerson person, CancellationToken cancel)
    {
        var mentors = await db.Mentors.AsNoTracking().Where(m => m.PersonId == person.Id).ToListAsync(cancel);
        var sessions = await db.MentorSessions.AsNoTracking()
            .Where(s => s.BookedById == person.Id || db.Mentors.Any(m => m.Id == s.MentorId && m.PersonId == person.Id)).OrderBy(s => s.Id).ToListAsync(cancel);
        var reviews = await db.Reviews.AsNoTracking().Where(r => r.ReviewerId == person.Id).OrderBy(r => r.Id).ToListAsync(cancel);
        var named = await (
                from n in db.CallReviewers
                join c in db.Calls on n.CallId equals c.Id
                where n.PersonId == person.Id
                orderby c.Id
                select new { c.TitleEn, n.Organisation })
            .AsNoTracking().ToListAsync(cancel);
        return
        [
            PersonalSection.Of("Mentor", mentors, ("About", m => m.About), ("Languages", m => m.Languages), ("Topics", m => m.TopicsEn)),
            PersonalSection.Of("MentorHours", sessions, ("Start", s => s.Start), ("End", s => s.End), ("State", s => s.State), ("Purpose", s => s.Topic)),
            PersonalSection.Of("ReviewerOf", named, ("Call", n => n.TitleEn), ("Organisation", n => n.Organisation)),
            PersonalSection.Of("Reviews", reviews, ("At", r => r.SubmittedAt), ("State", r => r.State), ("Summary", r => r.Summary), ("Reason", r => r.ConflictNote)),
        ];
    }

    public async Task EraseAsync(KnownPerson person, DateTimeOffset now, CancellationToken cancel)
    {
        await db.Mentors.Where(m => m.PersonId == person.Id).ExecuteUpdateAsync(m => m
            .SetProperty(x => x.About, (string?)null).SetProperty(x => x.Languages, "").SetProperty(x => x.TopicsHu, "").SetProperty(x => x.TopicsEn, "")
            .SetProperty(x => x.IsActive, false), cancel);
        await db.CallReviewers.Where(r => r.PersonId == person.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Organisation, (string?)null), cancel);
        var mentors = db.Mentors.Where(m => m.PersonId == person.Id).Select(m => m.Id);
        var calendars = db.ExternalCalendars.Where(c => c.Subject == nameof(Mentor) && mentors.Contains(c.SubjectId));
        await db.BusyTimes.Where(b => calendars.Any(c => c.Id == b.CalendarId)).ExecuteDeleteAsync(cancel);
        await calendars.ExecuteDeleteAsync(cancel);
        await db.MentorSessions.Where(s => s.BookedById == person.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.BookedById, (long?)null), cancel);
    }
}
