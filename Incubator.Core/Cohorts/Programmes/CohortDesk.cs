using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>Where staff keep programmes and cohorts, and who is in them.</summary>
public sealed class CohortDesk(IncubatorDb db, TimeProvider clock)
{
    public async Task<Result<Guid>> SaveProgrammeAsync(SaveProgramme request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        if (Problems(request).ToList() is { Count: > 0 } problems) return Result<Guid>.Refused(problems);
        LocalName name = new(request.NameHu.Trim(), request.NameEn.Trim());
        return await db.CommitAsync<Guid>(async token =>
        {
            var programme = request.Reference is { } known
                ? await db.Programmes.SingleOrDefaultAsync(p => p.Reference == known, token)
                : Programme.Create(name, Clean(request.About));
            if (programme is null) return Refusal.NotFound;
            if (request.Reference is null)
            {
                db.Programmes.Add(programme);
                await db.SaveChangesAsync(token);
                db.RecordChange(programme, programme.Id, "Created", actor, now);
                return programme.Reference;
            }

            if (programme.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            programme.Describe(name, Clean(request.About));
            if (db.Entry(programme).State == EntityState.Modified) db.RecordChange(programme, programme.Id, "Edited", actor, now);
            return programme.Reference;
        }, cancel: cancel);
    }

    public async Task<Result<Guid>> SaveCohortAsync(SaveCohort request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        if (request.Details.Problems().ToList() is { Count: > 0 } problems) return Result<Guid>.Refused(problems);
        var wanted = request.Details.Tidied();
        return await db.CommitAsync<Guid>(async token =>
        {
            if (request.Reference is { } locked) await LockAsync(c => c.Reference == locked, token);
            if (wanted.ResponsibleId is { } person && !await db.Users.AnyAsync(u => u.Id == person, token))
                return new Refusal("Missing", nameof(wanted.ResponsibleId));
            if (request.Reference is not { } known)
            {
                var programme = await db.Programmes.SingleOrDefaultAsync(p => p.Reference == request.Programme, token);
                if (programme is null) return Refusal.NotFound;
                var opened = Cohort.Create(programme.Id, wanted);
                db.Cohorts.Add(opened);
                await db.SaveChangesAsync(token);
                db.RecordChange(opened, opened.Id, "Created", actor, now);
                return opened.Reference;
            }

            var cohort = await db.Cohorts.SingleOrDefaultAsync(c => c.Reference == known, token);
            if (cohort is null) return Refusal.NotFound;
            if (cohort.Version != request.SeenVersion) return Refusal.ChangedMeanwhile;
            var seated = await SeatedAsync(cohort.Id, token);
            if (wanted.Capacity < seated) return new Refusal("CapacityBelowMembers", nameof(wanted.Capacity)).With("members", seated);
            cohort.Describe(wanted);
            if (db.Entry(cohort).State != EntityState.Modified) return cohort.Reference;
            db.RecordChange(cohort, cohort.Id, "Edited", actor, now);
            // A longer cohort owes more quarters.
            foreach (var member in await db.CohortMembers.Where(m => m.CohortId == cohort.Id && m.State == CohortMemberState.Active).ToListAsync(token))
                await db.AskForUpdatesAsync(member, cohort.Ends, now, token);
            return cohort.Reference;
        }, cancel: cancel);
    }

    /// <summary>Takes a company in by hand; the reason is kept.</summary>
    public async Task<Result<Done>> JoinAsync(JoinCohort request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        if (ReasonProblem(request.Reason) is { } problem) return problem;
        return await db.CommitAsync<Done>(async token =>
        {
            await LockAsync(c => c.Reference == request.Cohort, token);
            var id = await db.Cohorts.Where(c => c.Reference == request.Cohort).Select(c => (long?)c.Id).SingleOrDefaultAsync(token);
            return id is { } cohort
                ? await SeatAsync(cohort, request.CompanyId, null, request.Reason!.Trim(), actor, now, token)
                : Refusal.NotFound;
        }, table => table == nameof(IncubatorDb.CohortMembers) ? new Refusal("AlreadyInCohort", nameof(request.CompanyId)) : null, cancel);
    }

    /// <summary>
    /// Takes a company in inside another desk's transaction (the decision on its application); capacity is counted under the cohort's
    /// lock. Adds no membership of the lab: the company register does that.
    /// </summary>
    /// <returns>Refused: CohortFull, CohortOver, AlreadyInCohort, NotFound.</returns>
    public async Task<Result<Done>> JoinWithinAsync(
        long cohortId, long companyId, long? applicationId, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        await LockAsync(c => c.Id == cohortId, token);
        return await SeatAsync(cohortId, companyId, applicationId, null, actor, now, token);
    }

    /// <summary>The company reached the end; the follow-ups of its alumni years begin.</summary>
    public Task<Result<Done>> GraduateAsync(EndInCohort request, Actor actor, CancellationToken cancel = default) =>
        EndAsync(request, CohortMemberState.Graduated, actor, cancel);

    /// <summary>The company goes before the end; its seat is free again.</summary>
    public Task<Result<Done>> LeaveAsync(EndInCohort request, Actor actor, CancellationToken cancel = default) =>
        EndAsync(request, CohortMemberState.Left, actor, cancel);

    private async Task<Result<Done>> EndAsync(EndInCohort request, CohortMemberState state, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        if (state == CohortMemberState.Left && ReasonProblem(request.Reason) is { } problem) return problem;
        return await db.CommitAsync<Done>(async token =>
        {
            await LockAsync(c => db.CohortMembers.Any(m => m.CohortId == c.Id && m.Reference == request.Member), token);
            var member = await db.CohortMembers.SingleOrDefaultAsync(m => m.Reference == request.Member, token);
            if (member is null) return Refusal.NotFound;
            if (member.State == state) return default(Done);
            if (member.State != CohortMemberState.Active) return new Refusal("NotInCohortAnyMore");
            if (request.On < member.From || request.On > LabTime.DateOf(now))
                return new Refusal("EndOutsideMembership", nameof(request.On)).With("from", member.From);
            var cohort = await db.Cohorts.SingleAsync(c => c.Id == member.CohortId, token);
            if (state == CohortMemberState.Graduated)
            {
                member.Graduate(request.On);
                List<FollowUp> followUps = [.. FollowUp.After(member.Id, request.On)];
                db.FollowUps.AddRange(followUps);
                db.RecordChange(member, member.Id, state.ToString(), actor, now);
                await db.SaveChangesAsync(token);
                await db.AskForFollowUpsAsync(member, followUps, now, token);
            }
            else
            {
                member.Leave(request.On, request.Reason!.Trim());
                db.RecordChange(member, member.Id, state.ToString(), actor, now, member.EndReason);
            }

            var running = CalendarQuarter.Of(request.On);
            await db.StopAskingAsync(member, request.On < running.LastDay ? running : running.Next, CalendarQuarter.Of(cohort.Ends), now, token);
            return default(Done);
        }, cancel: cancel);
    }

    private async Task<Result<Done>> SeatAsync(
        long cohortId, long companyId, long? applicationId, string? reason, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        var cohort = await db.Cohorts.SingleOrDefaultAsync(c => c.Id == cohortId, token);
        if (cohort is null || !await db.Companies.AnyAsync(c => c.Id == companyId, token)) return Refusal.NotFound;
        var today = LabTime.DateOf(now);
        if (cohort.Ends < today) return new Refusal("CohortOver").With("ended", cohort.Ends);
        var member = await db.CohortMembers.SingleOrDefaultAsync(m => m.CohortId == cohortId && m.CompanyId == companyId, token);
        if (member is { Holds: true }) return new Refusal("AlreadyInCohort", "CompanyId");
        if (await SeatedAsync(cohortId, token) >= cohort.Capacity) return new Refusal("CohortFull").With("max", cohort.Capacity);
        var from = today > cohort.Starts ? today : cohort.Starts;
        if (member is null) db.CohortMembers.Add(member = CohortMember.Create(cohortId, companyId, from, applicationId, reason));
        else member.Return(from, applicationId, reason);
        await db.SaveChangesAsync(token);
        db.Record(nameof(CohortMember), member.Id, "Joined", actor, now, reason: reason);
        await db.AskForUpdatesAsync(member, cohort.Ends, now, token);
        return default(Done);
    }

    private Task<int> LockAsync(System.Linq.Expressions.Expression<Func<Cohort, bool>> which, CancellationToken token) =>
        db.Cohorts.Where(which).ExecuteUpdateAsync(c => c.SetProperty(x => x.Sequence, x => x.Sequence + 1), token);

    private Task<int> SeatedAsync(long cohortId, CancellationToken token) =>
        db.CohortMembers.CountAsync(m => m.CohortId == cohortId && m.State != CohortMemberState.Left, token);

    private static IEnumerable<Refusal> Problems(SaveProgramme request)
    {
        foreach (var (text, field) in new[] { (request.NameHu, nameof(request.NameHu)), (request.NameEn, nameof(request.NameEn)) })
        {
            if (string.IsNullOrWhiteSpace(text)) yield return new Refusal("Missing", field);
            else if (TextRules.Problem(text, Programme.NameMaxLength, field) is { } problem) yield return problem;
        }

        if (TextRules.Problem(request.About, Programme.AboutMaxLength, nameof(request.About)) is { } about) yield return about;
    }

    private static Refusal? ReasonProblem(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? new Refusal("Missing", "Reason")
        : TextRules.Problem(reason, CohortMember.ReasonMaxLength, "Reason");

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
