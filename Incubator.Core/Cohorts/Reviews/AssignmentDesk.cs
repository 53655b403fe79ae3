using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>Where staff say who reviews what, by when; take reviews off and give them back.</summary>
public sealed class AssignmentDesk(IncubatorDb db, TimeProvider clock)
{
    public async Task<Result<Done>> SetRoundAsync(SetReviewRound request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            if (await LockAsync(request.Call, token) is not { } call) return Refusal.NotFound;
            var round = await db.ReviewRounds.SingleOrDefaultAsync(r => r.CallId == call.Id, token);
            if (round is null) db.ReviewRounds.Add(round = ReviewRound.Of(call.Id));
            else if (round.DueOn == request.DueOn && round.SharesAfterDecision == request.SharesAfterDecision) return default(Done);
            if (round.DueOn is { } was && was != request.DueOn)
            {
                foreach (var reviewer in await ReviewsOf(call.Id).Select(r => r.ReviewerId).Distinct().ToListAsync(token))
                    await db.WithdrawAsync(ReviewReminders.EventOf(call.Id, was, reviewer), now, token);
            }

            round.Set(request.DueOn, request.SharesAfterDecision);
            db.Record(nameof(Call), call.Id, "ReviewRoundSet", actor, now, new Dictionary<string, string?[]>
            {
                [nameof(request.DueOn)] = [null, HistoryBook.Text(request.DueOn)],
                [nameof(request.SharesAfterDecision)] = [null, HistoryBook.Text(request.SharesAfterDecision)],
            });
            return default(Done);
        }, cancel: cancel);
    }

    public async Task<Result<Done>> NameReviewerAsync(NameReviewer request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (TextRules.Problem(request.Organisation, CallReviewer.OrganisationMaxLength, nameof(request.Organisation)) is { } problem) return problem;
        var now = clock.GetUtcNow();
        var organisation = string.IsNullOrWhiteSpace(request.Organisation) ? null : request.Organisation.Trim();
        return await db.CommitAsync<Done>(async token =>
        {
            if (await LockAsync(request.Call, token) is not { } call) return Refusal.NotFound;
            if (!await ReviewersOfTheHouse().AnyAsync(p => p.Id == request.PersonId, token)) return new Refusal("NotAReviewer", nameof(request.PersonId));
            var reviewer = await db.CallReviewers.SingleOrDefaultAsync(r => r.CallId == call.Id && r.PersonId == request.PersonId, token);
            if (reviewer is not null && reviewer.Organisation == organisation) return default(Done);
            if (reviewer is null) db.CallReviewers.Add(CallReviewer.Create(call.Id, request.PersonId, organisation));
            else reviewer.WorksAt(organisation);
            db.Record(nameof(Call), call.Id, "ReviewerNamed", actor, now, Who(request.PersonId));
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>Off the list; whoever still has something to review is not.</summary>
    public async Task<Result<Done>> DropReviewerAsync(Guid call, long personId, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            if (await LockAsync(call, token) is not { } found) return Refusal.NotFound;
            var reviewer = await db.CallReviewers.SingleOrDefaultAsync(r => r.CallId == found.Id && r.PersonId == personId, token);
            if (reviewer is null) return default(Done);
            if (await ReviewsOf(found.Id).AnyAsync(r => r.ReviewerId == personId && (r.State == ReviewState.Asked || r.State == ReviewState.Draft), token))
                return new Refusal("ReviewerStillBusy", "PersonId");
            db.CallReviewers.Remove(reviewer);
            db.Record(nameof(Call), found.Id, "ReviewerDropped", actor, now, Who(personId));
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>By hand: also someone who was not named for the call yet, and someone it was taken off before.</summary>
    public async Task<Result<Done>> AssignAsync(AssignReview request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            var callOf = await db.Applications.Where(a => a.Reference == request.Application)
                .Join(db.Calls, a => a.CallId, c => c.Id, (_, c) => (Guid?)c.Reference).SingleOrDefaultAsync(token);
            if (callOf is not { } reference || await LockAsync(reference, token) is not { } call) return Refusal.NotFound;
            var application = await db.Applications.SingleAsync(a => a.Reference == request.Application, token);
            if (NotReviewable(call, now) is { } early) return early;
            if (application.State != ApplicationState.Submitted) return new Refusal("ApplicationNotToReview");
            if (await ReviewersOfTheHouse().SingleOrDefaultAsync(p => p.Id == request.PersonId, token) is not { } person)
                return new Refusal("NotAReviewer", nameof(request.PersonId));
            var there = await db.Reviews.SingleOrDefaultAsync(r => r.ApplicationId == application.Id && r.ReviewerId == person.Id, token);
            if (there is { State: ReviewState.Recused }) return new Refusal("ReviewerConflicted", nameof(request.PersonId));
            if (there is not null and not { State: ReviewState.TakenOff }) return new Refusal("ReviewAskedAlready", nameof(request.PersonId));
            if ((await SameOrganisationAsync(call.Id, [application], [person.Id], token)).Contains((application.Id, person.Id)))
                return new Refusal("ReviewerOfApplicant", nameof(request.PersonId));
            if (!await db.CallReviewers.AnyAsync(r => r.CallId == call.Id && r.PersonId == person.Id, token))
                db.CallReviewers.Add(CallReviewer.Create(call.Id, person.Id, null));
            await AskAsync(call, application.Id, person, there, byHand: true, actor, now, token);
            return default(Done);
        }, cancel: cancel);
    }

    /// <summary>Gives each submitted application of the call the reviewers it still wants, evenly (<see cref="ReviewAssignment"/>).</summary>
    public async Task<Result<ReviewsAssigned>> AssignAllAsync(Guid callReference, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<ReviewsAssigned>(async token =>
        {
            if (await LockAsync(callReference, token) is not { } call) return Refusal.NotFound;
            if (NotReviewable(call, now) is { } early) return early;
            var applications = await db.Applications.Where(a => a.CallId == call.Id && a.State == ApplicationState.Submitted).ToListAsync(token);
            var pool = await ReviewersOfTheHouse().Where(p => db.CallReviewers.Any(r => r.CallId == call.Id && r.PersonId == p.Id)).ToListAsync(token);
            if (pool.Count == 0) return new Refusal("NoReviewersNamed");
            var reviews = await ReviewsOf(call.Id).ToListAsync(token);
            var same = await SameOrganisationAsync(call.Id, applications, [.. pool.Select(p => p.Id)], token);
            var plan = ReviewAssignment.Plan(
                [.. applications.Select(a => new ApplicationToAssign(a.Id,
                    [.. reviews.Where(r => r.ApplicationId == a.Id && r.State is not (ReviewState.Recused or ReviewState.TakenOff)).Select(r => r.ReviewerId)],
                    Bars(a.Id, reviews, same)))],
                [.. pool.Select(p => p.Id)], call.Reviewers, seed: (int)(call.Id % int.MaxValue));
            foreach (var (application, reviewer) in plan.Made)
                await AskAsync(call, application, pool.Single(p => p.Id == reviewer), null, byHand: false, actor, now, token);
            return new ReviewsAssigned(plan.Made.Count, plan.Shortages);
        }, cancel: cancel);
    }

    public Task<Result<Done>> TakeOffAsync(Guid review, string? reason, Actor actor, CancellationToken cancel = default) =>
        OnReviewAsync(review, reason, actor, async (found, now, token) =>
        {
            if (found.State == ReviewState.TakenOff) return default(Done);
            if (found.State == ReviewState.Recused) return new Refusal("ReviewNotOpen");
            found.TakeOff();
            await db.WithdrawAsync(found.NoticeEvent, now, token);
            db.Record(nameof(Review), found.Id, nameof(ReviewState.TakenOff), actor, now, Who(found.ReviewerId), reason!.Trim());
            await db.RemindNoMoreAsync(found, now, token);
            return default(Done);
        }, cancel);

    /// <summary>Gives a submitted review back to its author; until it is submitted again it counts nowhere and nobody else sees it.</summary>
    public Task<Result<Done>> ReopenAsync(Guid review, string? reason, Actor actor, CancellationToken cancel = default) =>
        OnReviewAsync(review, reason, actor, (found, now, _) =>
        {
            if (found.State != ReviewState.Submitted) return Task.FromResult<Result<Done>>(new Refusal("ReviewNotSubmitted"));
            found.Reopen(now);
            db.Record(nameof(Review), found.Id, "Reopened", actor, now, reason: reason!.Trim());
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancel);

    /// <summary>Pairs of application and person where the person is of the applicant's own house: by the organisation stated, or as a member.</summary>
    public static async Task<HashSet<(long Application, long Person)>> SameOrganisationAsync(
        IncubatorDb db, long callId, IReadOnlyList<Application> applications, IReadOnlyList<long> people, CancellationToken cancel)
    {
        var stated = await db.CallReviewers.Where(r => r.CallId == callId && r.Organisation != null && people.Contains(r.PersonId))
            .Select(r => new { r.PersonId, r.Organisation }).ToListAsync(cancel);
        var member = await (
                from m in db.CompanyMembers
                join c in db.Companies on m.CompanyId equals c.Id
                where people.Contains(m.PersonId)
                select new { m.PersonId, c.Id, c.Name, c.TaxCore })
            .ToListAsync(cancel);
        var pairs = new HashSet<(long, long)>();
        foreach (var application in applications)
        {
            var key = CompanyNames.Key(application.CompanyName ?? "");
            pairs.UnionWith(stated.Where(s => key.Length > 0 && CompanyNames.Key(s.Organisation!) == key).Select(s => (application.Id, s.PersonId)));
            pairs.UnionWith(member.Where(m => m.Id == application.CompanyId || (m.TaxCore is not null && m.TaxCore == application.TaxCore) ||
                (key.Length > 0 && CompanyNames.Key(m.Name) == key)).Select(m => (application.Id, m.PersonId)));
        }

        return pairs;
    }

    /// <summary>Who may be given reviews at all: reviewers from outside and staff.</summary>
    public static IQueryable<Person> ReviewersOfTheHouse(IncubatorDb db) => db.Users.Where(p => db.UserRoles.Any(ur => ur.UserId == p.Id &&
        db.Roles.Any(r => r.Id == ur.RoleId && (r.Name == Role.Reviewer || r.Name == Role.Staff || r.Name == Role.Administrator))));

    private IQueryable<Person> ReviewersOfTheHouse() => ReviewersOfTheHouse(db);

    private Task<HashSet<(long Application, long Person)>> SameOrganisationAsync(
        long callId, IReadOnlyList<Application> applications, IReadOnlyList<long> people, CancellationToken cancel) =>
        SameOrganisationAsync(db, callId, applications, people, cancel);

    private static Dictionary<long, AssignmentBar> Bars(long application, List<Review> reviews, HashSet<(long Application, long Person)> same)
    {
        var bars = reviews.Where(r => r.ApplicationId == application && r.State is ReviewState.Recused or ReviewState.TakenOff)
            .ToDictionary(r => r.ReviewerId, r => r.State == ReviewState.Recused ? AssignmentBar.Conflict : AssignmentBar.TakenOff);
        foreach (var (_, person) in same.Where(s => s.Application == application)) bars.TryAdd(person, AssignmentBar.SameOrganisation);
        return bars;
    }

    private static Refusal? NotReviewable(Call call, DateTimeOffset now) =>
        call.StateAt(now) == CallState.Closed ? null : new Refusal("ReviewsBeforeClosing").With("closes", call.ClosesAt);

    private IQueryable<Review> ReviewsOf(long callId) =>
        db.Reviews.Where(r => db.Applications.Any(a => a.Id == r.ApplicationId && a.CallId == callId));

    private async Task AskAsync(
        Call call, long application, Person person, Review? there, bool byHand, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        if (there is null) db.Reviews.Add(there = Review.Ask(application, person.Id, byHand, now));
        else there.AskAgain(byHand, now);
        await db.SaveChangesAsync(token);
        db.Record(nameof(Review), there.Id, nameof(ReviewState.Asked), actor, now, Who(person.Id));
        if (person.Email is not { } mail) return;
        var due = await db.ReviewRounds.Where(r => r.CallId == call.Id).Select(r => r.DueOn).SingleOrDefaultAsync(token);
        await db.TellAsync(new Tell
        {
            Event = there.NoticeEvent,
            Kind = due is null ? "ReviewAssigned" : "ReviewAssignedUntil",
            Recipient = mail,
            Language = person.Language,
            PersonId = person.Id,
            Facts = new Dictionary<string, string>
            {
                ["call"] = call.Title(person.Language),
                ["until"] = HistoryBook.Text(due) ?? "",
                ["link"] = $"/reviews/{there.Reference}",
            },
        }, now, token);
    }

    private async Task<Result<Done>> OnReviewAsync(
        Guid review, string? reason, Actor actor, Func<Review, DateTimeOffset, CancellationToken, Task<Result<Done>>> act, CancellationToken cancel)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("Missing", "Reason");
        if (TextRules.Problem(reason, HistoryEntry.ReasonMaxLength, "Reason") is { } problem) return problem;
        var now = clock.GetUtcNow();
        return await db.CommitAsync<Done>(async token =>
        {
            await ReviewDesk.LockAsync(db, review, token);
            var found = await db.Reviews.Include(r => r.Scores).SingleOrDefaultAsync(r => r.Reference == review, token);
            return found is null ? Refusal.NotFound : await act(found, now, token);
        }, cancel: cancel);
    }

    private async Task<Call?> LockAsync(Guid reference, CancellationToken token)
    {
        await db.Calls.Where(c => c.Reference == reference).ExecuteUpdateAsync(c => c.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
        return await db.Calls.SingleOrDefaultAsync(c => c.Reference == reference && c.PublishedAt != null, token);
    }

    private static Dictionary<string, string?[]> Who(long person) => new() { ["PersonId"] = [null, HistoryBook.Text(person)] };
}
