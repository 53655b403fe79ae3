using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Reporting;

/// <summary>What of the onboarding needs staff: what waits for a decision, what ends soon, which reservations hang in the air.</summary>
public sealed class OnboardingTasks(IncubatorDb db, AffectedByOnboarding affected, TimeProvider clock)
{
    /// <summary>Days ahead in which an end is told to staff.</summary>
    public const int EndsWithinDays = 30;

    private const int Most = 100;

    public async Task<Shown> LoadAsync(CancellationToken cancel)
    {
        var today = LabTime.DateOf(clock.GetUtcNow());
        var soon = today.AddDays(EndsWithinDays);
        var waiting = await Tasks(db.StepRecords.Where(r => r.State == RecordState.Submitted)).OrderBy(t => t.At).Take(Most).ToListAsync(cancel);
        // What is renewed, or waits to be, is no task.
        var ending = await Tasks(db.StepRecords.Where(r => r.State == RecordState.Accepted && r.ValidUntil >= today && r.ValidUntil <= soon &&
                !db.StepRecords.Any(o => o.StepId == r.StepId && o.CompanyId == r.CompanyId && o.PersonId == r.PersonId && o.Id != r.Id &&
                    (o.State == RecordState.Submitted || (o.State == RecordState.Accepted && (o.ValidUntil == null || o.ValidUntil > r.ValidUntil))))))
            .OrderBy(t => t.Until).Take(Most).ToListAsync(cancel);
        return new Shown(waiting, ending, await affected.ReadAsync(null, cancel));
    }

    private IQueryable<OpenTask> Tasks(IQueryable<StepRecord> records)
    {
        var today = LabTime.DateOf(clock.GetUtcNow());
        return from r in records.AsNoTracking()
               join s in db.OnboardingSteps on r.StepId equals s.Id
               join c in db.Companies on r.CompanyId equals c.Id
               where c.IsActive && (s.RetiredFrom == null || s.RetiredFrom > today)
               select new OpenTask
               {
                   Company = c.Reference,
                   CompanyName = c.Name,
                   Step = s.Reference,
                   StepHu = s.NameHu,
                   StepEn = s.NameEn,
                   PersonId = r.PersonId,
                   Person = db.Users.Where(p => p.Id == r.PersonId).Select(p => p.FullName).FirstOrDefault(),
                   At = r.SubmittedAt,
                   Until = r.ValidUntil,
               };
    }

    public sealed record Shown(IReadOnlyList<OpenTask> Waiting, IReadOnlyList<OpenTask> Ending, IReadOnlyList<GatedReservation> Affected);

    public sealed record OpenTask
    {
        public required Guid Company { get; init; }

        public required string CompanyName { get; init; }

        public required Guid Step { get; init; }

        public required string StepHu { get; init; }

        public required string StepEn { get; init; }

        public required long? PersonId { get; init; }

        public required string? Person { get; init; }

        public required DateTimeOffset At { get; init; }

        public required DateOnly? Until { get; init; }

        public LocalName StepName => new(StepHu, StepEn);
    }
}
