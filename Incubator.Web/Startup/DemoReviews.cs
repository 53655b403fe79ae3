using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>
/// The closed demo call, reviewed by four experts from outside: far apart on the first application, one recused, one review still
/// to be written by the first expert, two applications decided. Done through the desks, as real people would.
/// </summary>
public sealed class DemoReviews(IncubatorDb db, AssignmentDesk assignments, ReviewDesk reviews, DecisionDesk decisions, TimeProvider clock)
{
    private static readonly string[] Organisations =
        ["Debreceni Egyetem (demo)", "Agrárkamara (demo)", "Tiszántúli Kockázati Tőke Zrt. (demo)", "Élelmiszerlánc Tanácsadó Bt. (demo)"];

    private static readonly string[] Comments =
        ["A próbagyártás adatai meggyőzőek. (demo)", "A piac kisebb, mint a terv számol vele. (demo)", "Jó csapat, kevés tapasztalat. (demo)"];

    /// <param name="experts">People with the role of a reviewer; the first one's last review is left open.</param>
    public async Task MakeAsync(IReadOnlyList<long> experts, long staffId, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var call = await db.Calls.AsNoTracking().Where(c => c.PublishedAt != null && c.ClosesAt <= now &&
            db.Applications.Count(a => a.CallId == c.Id && a.State == ApplicationState.Submitted) > 2).OrderBy(c => c.Id).FirstOrDefaultAsync(cancel);
        if (call is null) return;
        var staff = new Actor(staffId, true, []);
        for (var i = 0; i < experts.Count; i++)
        {
            Require(await assignments.NameReviewerAsync(
                new NameReviewer { Call = call.Reference, PersonId = experts[i], Organisation = Organisations[i % Organisations.Length] }, staff, cancel));
        }

        Require(await assignments.SetRoundAsync(
            new SetReviewRound { Call = call.Reference, DueOn = LabTime.DateOf(now).AddDays(5), SharesAfterDecision = true }, staff, cancel));
        Require(await assignments.AssignAllAsync(call.Reference, staff, cancel));

        var criteria = await db.Criteria.AsNoTracking().Where(c => c.CallId == call.Id).OrderBy(c => c.Position).Select(c => c.Id).ToListAsync(cancel);
        var applications = await db.Applications.AsNoTracking().Where(a => a.CallId == call.Id && a.State == ApplicationState.Submitted).OrderBy(a => a.Id).ToListAsync(cancel);
        var given = await db.Reviews.AsNoTracking().OrderBy(r => r.Id).ToListAsync(cancel);
        // Of an application that is not decided below.
        var left = given.Last(r => r.ReviewerId == experts[0] && r.ApplicationId != applications[^1].Id && r.ApplicationId != applications[^2].Id).Id;
        var recused = given.First(r => r.ApplicationId == applications[1].Id && r.ReviewerId != experts[0]).Id;
        foreach (var review in given.Where(r => r.Id != left))
        {
            var expert = new Actor(review.ReviewerId, false, []);
            if (review.Id == recused)
            {
                Require(await reviews.RecuseAsync(
                    new RecuseReview { Review = review.Reference, Kind = ConflictKind.Advice, Note = "Tavaly tanácsot adtam nekik. (demo)" }, expert, cancel));
                continue;
            }

            Require(await reviews.DeclareNoConflictAsync(review.Reference, expert, cancel));
            var at = applications.FindIndex(a => a.Id == review.ApplicationId);
            var mine = given.Where(r => r.ApplicationId == review.ApplicationId).ToList().FindIndex(r => r.Id == review.Id);
            var seen = await db.Reviews.Where(r => r.Id == review.Id).Select(r => r.Version).SingleAsync(cancel);
            Require(await reviews.SaveAsync(new WriteReview
            {
                Review = review.Reference,
                Scores = [.. criteria.Select((c, i) => new ScoreGiven(c, Score(at, mine, i), Comments[(at + mine + i) % Comments.Length]))],
                SeenVersion = seen,
                Submits = true,
            }, expert, cancel));
        }

        await DecideAsync(applications[^1], DecisionKind.Reject, new LocalName(
            "A terv még nem elég kidolgozott: a következő felhívásra várjuk újra. (demo)", "The plan is not worked out enough yet: please apply again to the next call. (demo)"), staff, cancel);
        if (applications.Count > 3)
            await DecideAsync(applications[^2], DecisionKind.Reserve, new LocalName(
                "Jó terv, de az évfolyam helyeire erősebb jelentkezők is vannak. (demo)", "A good plan, but others were stronger for the seats of this cohort. (demo)"), staff, cancel);
    }

    private async Task DecideAsync(Application application, DecisionKind kind, LocalName reason, Actor staff, CancellationToken cancel)
    {
        var seen = await db.Applications.Where(a => a.Id == application.Id).Select(a => a.Version).SingleAsync(cancel);
        Require(await decisions.DecideAsync(new DecideApplication
        {
            Application = application.Reference,
            Kind = kind,
            ReserveOrder = kind == DecisionKind.Reserve ? 1 : null,
            PublicReason = reason.In(application.Language),
            InternalNote = "Bemutató döntés. (demo)",
            SeenVersion = seen,
            SubmissionKey = Guid.NewGuid(),
        }, staff, cancel));
    }

    // The first application divides them: 5 from one, 2 from another.
    private static int Score(int application, int reviewer, int criterion) => application == 0
        ? Math.Clamp((reviewer == 0 ? 5 : reviewer == 1 ? 2 : 4) - (criterion % 2 == 1 && reviewer != 1 ? 1 : 0), 0, 5)
        : Math.Clamp(4 - (application / 2) + ((reviewer + criterion) % 3) - 1, 0, 5);

    private static void Require<T>(Result<T> result) => _ = result.Value;
}
