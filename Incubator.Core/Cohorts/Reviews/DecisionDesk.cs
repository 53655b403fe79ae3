using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Cohorts;

/// <summary>
/// Where staff decide on an application. The ranking as it stands is frozen with the decision; an admission makes or brings back the
/// company, begins its membership, takes its seat in the cohort, invites its contact and writes the letter: all of it or nothing.
/// </summary>
public sealed class DecisionDesk(
    IncubatorDb db, CallRanking ranking, CompanyRegister register, CohortDesk cohorts, InvitationDesk invitations, TimeProvider clock)
{
    /// <returns>
    /// Refused: Missing, TextTooLong, ApplicationNotDecidable, AdmittedStays, CorrectionReasonMissing, ReservePlaceTaken,
    /// CompanyChoiceMissing, ChangedMeanwhile, and what the register, the cohort and the invitations refuse.
    /// </returns>
    public async Task<Result<Decided>> DecideAsync(DecideApplication request, Actor actor, CancellationToken cancel = default)
    {
        if (!actor.IsStaff) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        var wanted = Tidied(request);
        if (Problems(wanted).ToList() is { Count: > 0 } problems) return Result<Decided>.Refused(problems);
        return await db.CommitAsync<Decided>(async token =>
        {
            await db.Calls.Where(c => db.Applications.Any(a => a.Reference == wanted.Application && a.CallId == c.Id))
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
            await db.Applications.Where(a => a.Reference == wanted.Application)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.LockVersion, x => x.LockVersion + 1), token);
            var application = await db.Applications.SingleOrDefaultAsync(a => a.Reference == wanted.Application, token);
            if (application is null) return Refusal.NotFound;
            if (await db.Decisions.SingleOrDefaultAsync(d => d.SubmissionKey == wanted.SubmissionKey && d.ApplicationId == application.Id, token) is { } twice)
                return new Decided(twice.Reference, twice.CompanyId);
            if (application.Version != wanted.SeenVersion) return Refusal.ChangedMeanwhile;
            var call = await db.Calls.SingleAsync(c => c.Id == application.CallId, token);
            var before = await db.Decisions.Where(d => d.ApplicationId == application.Id).OrderByDescending(d => d.Id).FirstOrDefaultAsync(token);
            if (await RefusalOfAsync(application, call, before, wanted, actor, now, token) is { } refused) return refused;

            long? company = before?.CompanyId;
            if (wanted.Kind == DecisionKind.Admit && application.State != ApplicationState.Admitted)
            {
                var admitted = await AdmitAsync(application, call, wanted, actor, now, token);
                if (!admitted.Succeeded) return Result<Decided>.Refused(admitted.Refusals);
                company = admitted.Value;
            }

            var decision = Decision.Make(
                application.Id, await SnapshotAsync(call, now, token), wanted, before, company, actor.PersonId, now);
            db.Decisions.Add(decision);
            if (application.State != ApplicationState.Admitted) application.Decide(wanted.Kind, now);
            await db.SaveChangesAsync(token);
            db.Record(nameof(Application), application.Id, before is null ? $"Decided{wanted.Kind}" : $"DecidedAgain{wanted.Kind}", actor, now,
                reason: decision.CorrectionReason);
            await TellAsync(application, call, decision, now, token);
            return new Decided(decision.Reference, company);
        }, cancel: cancel);
    }

    /// <summary>Companies of the register that may be the applicant, without those of which staff have said that they are not.</summary>
    public async Task<IReadOnlyList<PossibleDuplicate>> AlikeAsync(Application application, CancellationToken cancel = default)
    {
        var others = await db.DuplicateFindings.Where(f => f.ApplicationId == application.Id && f.CompanyId != null && !f.IsSame).Select(f => f.CompanyId!.Value).ToListAsync(cancel);
        var alike = await register.FindDuplicatesAsync(application.TaxCore, application.CompanyName ?? "", cancel: cancel);
        return [.. alike.Where(a => !others.Contains(a.CompanyId))];
    }

    /// <summary>The next place on the call's reserve list that nobody has.</summary>
    public async Task<int> NextReserveOrderAsync(long callId, CancellationToken cancel = default) =>
        (await TakenPlacesAsync(callId, 0, cancel)).DefaultIfEmpty(0).Max() + 1;

    private async Task<Refusal?> RefusalOfAsync(
        Application application, Call call, Decision? before, DecideApplication wanted, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        if (application.State is ApplicationState.Draft or ApplicationState.Withdrawn || call.StateAt(now) != CallState.Closed)
            return new Refusal("ApplicationNotDecidable");
        if (await db.Reviews.AnyAsync(r => r.ApplicationId == application.Id && r.ReviewerId == actor.PersonId &&
            (r.State == ReviewState.Asked || r.State == ReviewState.Draft), token))
            return new Refusal("OwnReviewOpen");
        if (application.State == ApplicationState.Admitted && wanted.Kind != DecisionKind.Admit)
            return new Refusal("AdmittedStays", nameof(wanted.Kind));
        var movesUp = before is { Kind: DecisionKind.Reserve } && wanted.Kind == DecisionKind.Admit;
        if (before is not null && !movesUp && wanted.CorrectionReason is null)
            return new Refusal("CorrectionReasonMissing", nameof(wanted.CorrectionReason));
        if (wanted.Kind == DecisionKind.Reserve && (await TakenPlacesAsync(call.Id, application.Id, token)).Contains(wanted.ReserveOrder!.Value))
            return new Refusal("ReservePlaceTaken", nameof(wanted.ReserveOrder));
        return null;
    }

    private async Task<Result<long>> AdmitAsync(
        Application application, Call call, DecideApplication wanted, Actor actor, DateTimeOffset now, CancellationToken token)
    {
        var existing = wanted.CompanyId ?? (wanted.IsNewCompany ? null : application.CompanyId);
        if (existing is null && !wanted.IsNewCompany && (await AlikeAsync(application, token)).Count > 0)
            return new Refusal("CompanyChoiceMissing", nameof(wanted.CompanyId));
        var today = LabTime.DateOf(now);
        var cohort = call.CohortId is { } id ? await db.Cohorts.SingleOrDefaultAsync(c => c.Id == id, token) : null;
        var from = cohort is not null && cohort.Starts > today ? cohort.Starts : today;
        var applicant = await Applicant.ReadAsync(db, application, token);
        // What the register knows of a company stays; staff change it there.
        var known = existing is { } there ? await db.Companies.Whole().AsNoTracking().SingleOrDefaultAsync(c => c.Id == there, token) : null;
        var company = await register.AdmitWithinAsync(
            known?.Facts() ?? applicant.Facts, call.Kind, from, call.Kind == MembershipKind.Cohort ? cohort?.Ends : null, existing, applicant.Figures, actor, now, token);
        if (!company.Succeeded) return Result<long>.Refused(company.Refusals);
        await db.SaveChangesAsync(token);
        application.IsOf(company.Value.Id);
        if (cohort is not null)
        {
            var joined = await cohorts.JoinWithinAsync(cohort.Id, company.Value.Id, application.Id, actor, now, token);
            if (!joined.Succeeded) return Result<long>.Refused(joined.Refusals);
        }

        var invited = await invitations.InviteWithinAsync(new InvitePerson
        {
            Mail = application.Email,
            FullName = applicant.Contact,
            Language = application.Language,
            CompanyId = company.Value.Id,
            MemberRole = MemberRole.Manager,
        }, actor, now, token);
        // Who belongs to the company already, or holds a link to it, needs no second one.
        if (!invited.Succeeded && !invited.Was("AlreadyMember") && !invited.Was("AlreadyInvited")) return Result<long>.Refused(invited.Refusals);
        return company.Value.Id;
    }

    private async Task<long> SnapshotAsync(Call call, DateTimeOffset now, CancellationToken token)
    {
        var taken = RankSnapshot.Take(call.Id, await ranking.LoadAsync(call, token), now);
        var last = await db.RankSnapshots.Where(s => s.CallId == call.Id).OrderByDescending(s => s.Id)
            .Select(s => new { s.Id, s.Hash }).FirstOrDefaultAsync(token);
        if (last?.Hash == taken.Hash) return last.Id;
        db.RankSnapshots.Add(taken);
        await db.SaveChangesAsync(token);
        return taken.Id;
    }

    private async Task TellAsync(Application application, Call call, Decision decision, DateTimeOffset now, CancellationToken token)
    {
        if (decision.CorrectsId is { } corrected) await db.WithdrawAsync($"{nameof(Decision)}:{corrected}", now, token);
        await db.TellAsync(new Tell
        {
            Event = $"{nameof(Decision)}:{decision.Id}",
            Kind = decision.Kind switch
            {
                DecisionKind.Admit => "ApplicationAdmitted",
                DecisionKind.Reserve => "ApplicationOnReserve",
                _ => "ApplicationRejected",
            },
            Recipient = application.Email,
            Language = application.Language,
            PersonId = await db.PersonAtAsync(application.Email, token),
            LinkIsSecret = true,
            Facts = new Dictionary<string, string>
            {
                ["number"] = application.Number,
                ["company"] = application.CompanyName ?? "",
                ["call"] = call.Title(application.Language),
                ["link"] = Applicant.LetterLink(db, application, now),
            },
        }, now, token);
    }

    private async Task<List<int>> TakenPlacesAsync(long callId, long exceptApplication, CancellationToken cancel) => await (
            from a in db.Applications
            where a.CallId == callId && a.State == ApplicationState.Reserve && a.Id != exceptApplication
            select db.Decisions.Where(d => d.ApplicationId == a.Id).OrderByDescending(d => d.Id).Select(d => d.ReserveOrder).FirstOrDefault() ?? 0)
        .ToListAsync(cancel);

    private static IEnumerable<Refusal> Problems(DecideApplication wanted)
    {
        if (!Enum.IsDefined(wanted.Kind)) yield return new Refusal("Missing", nameof(wanted.Kind));
        if (wanted.PublicReason.Length == 0) yield return new Refusal("Missing", nameof(wanted.PublicReason));
        foreach (var (text, max, field) in new[]
        {
            (wanted.PublicReason, Decision.ReasonMaxLength, nameof(wanted.PublicReason)),
            (wanted.InternalNote, Decision.ReasonMaxLength, nameof(wanted.InternalNote)),
            (wanted.CorrectionReason, Decision.CorrectionMaxLength, nameof(wanted.CorrectionReason)),
        })
            if (TextRules.Problem(text, max, field) is { } problem) yield return problem;
        if (wanted.Kind == DecisionKind.Reserve && wanted.ReserveOrder is not (>= 1 and <= Decision.MaxReserveOrder))
            yield return new Refusal("OutOfRange", nameof(wanted.ReserveOrder)).With("min", 1).With("max", Decision.MaxReserveOrder);
    }

    private static DecideApplication Tidied(DecideApplication request) => request with
    {
        PublicReason = request.PublicReason.Trim(),
        InternalNote = Clean(request.InternalNote),
        CorrectionReason = Clean(request.CorrectionReason),
    };

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
