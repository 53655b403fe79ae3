using System.Text.Json;
using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Reviews;

/// <summary>A closed call with a rubric of two criteria (weights 2 and 1), applications handed in, reviewers from outside, and staff.</summary>
public sealed class ReviewLab(IncubatorApp app) : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public IncubatorApp App => app;

    public Person Staff { get; private set; } = null!;

    public Call Call { get; private set; } = null!;

    /// <summary>Weights 2 and 1.</summary>
    public IReadOnlyList<Criterion> Rubric { get; private set; } = [];

    public IReadOnlyList<Application> Applications { get; private set; } = [];

    public IReadOnlyList<Person> Reviewers { get; private set; } = [];

    public Actor StaffActor => new(Staff.Id, true, []);

    public static async Task<ReviewLab> BeginAsync(
        IncubatorApp? app = null, int applications = 2, int reviewers = 3, bool closed = true, int wanted = 3, long? cohort = null, string language = "hu")
    {
        var lab = new ReviewLab(app ?? IncubatorApp.Start());
        await lab.MakeAsync(applications, reviewers, closed, wanted, cohort, language);
        return lab;
    }

    public static Actor As(Person person) => new(person.Id, false, []);

    public void Dispose() => app.Dispose();

    /// <summary>Named for the call.</summary>
    public async Task NameAsync(Person person, string? organisation = null) => Assert.True((await app.AskAsync((AssignmentDesk desk) => desk.NameReviewerAsync(
        new NameReviewer { Call = Call.Reference, PersonId = person.Id, Organisation = organisation }, StaffActor, Cancel))).Succeeded);

    public Task<Result<Done>> AssignAsync(Application application, Person person) => app.AskAsync((AssignmentDesk desk) =>
        desk.AssignAsync(new AssignReview { Application = application.Reference, PersonId = person.Id }, StaffActor, Cancel));

    public async Task<Review> ReviewOfAsync(Application application, Person person)
    {
        await using var db = app.OpenDb();
        return await db.Reviews.AsNoTracking().Include(r => r.Scores).SingleAsync(r => r.ApplicationId == application.Id && r.ReviewerId == person.Id, Cancel);
    }

    /// <summary>Assigns and opens.</summary>
    public async Task<Review> OpenAsync(Application application, Person person)
    {
        Assert.True((await AssignAsync(application, person)).Succeeded);
        var review = await ReviewOfAsync(application, person);
        Assert.True((await app.AskAsync((ReviewDesk desk) => desk.DeclareNoConflictAsync(review.Reference, As(person), Cancel))).Succeeded);
        return await ReviewOfAsync(application, person);
    }

    public Task<Result<Guid>> SaveAsync(Review review, Person person, bool submits, params int?[] scores) => app.AskAsync((ReviewDesk desk) => desk.SaveAsync(
        Write(review, submits, scores), As(person), Cancel));

    public WriteReview Write(Review review, bool submits, params int?[] scores) => new()
    {
        Review = review.Reference,
        Scores = [.. Rubric.Select((c, at) => new ScoreGiven(c.Id, scores[at], ReviewRules.WantsComment(scores[at]) ? "Mert így látom." : null))],
        SeenVersion = review.Version,
        Submits = submits,
    };

    /// <summary>Assigned, cleared, written and submitted.</summary>
    public async Task<Review> ReviewedAsync(Application application, Person person, params int?[] scores)
    {
        var review = await OpenAsync(application, person);
        var saved = await SaveAsync(review, person, true, scores);
        Assert.True(saved.Succeeded, string.Join(", ", saved.Refusals));
        return await ReviewOfAsync(application, person);
    }

    public Task<RankTable> RankAsync() => app.AskAsync((CallRanking ranking) => ranking.LoadAsync(Call, Cancel));

    public async Task<DecideApplication> WishAsync(Application application, DecisionKind kind, string reason = "Megalapozott terv.")
    {
        await using var db = app.OpenDb();
        return new DecideApplication
        {
            Application = application.Reference,
            Kind = kind,
            ReserveOrder = kind == DecisionKind.Reserve ? 1 : null,
            PublicReason = reason,
            SeenVersion = await db.Applications.Where(a => a.Id == application.Id).Select(a => a.Version).SingleAsync(Cancel),
            SubmissionKey = Guid.NewGuid(),
        };
    }

    public Task<Result<Decided>> DecideAsync(DecideApplication wish) => app.AskAsync((DecisionDesk desk) => desk.DecideAsync(wish, StaffActor, Cancel));

    public async Task<Result<Decided>> DecideAsync(Application application, DecisionKind kind) => await DecideAsync(await WishAsync(application, kind));

    /// <summary>The address in the latest letter's notice.</summary>
    public async Task<string> LetterAsync(Application application)
    {
        await using var db = app.OpenDb();
        var facts = await db.Notices.Where(n => n.Recipient == application.Email && n.Event.StartsWith("Decision:")).OrderByDescending(n => n.Id)
            .Select(n => n.Facts).FirstAsync(Cancel);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(facts)!["link"];
    }

    private async Task MakeAsync(int applications, int reviewers, bool closed, int wanted, long? cohort, string language)
    {
        var now = app.Now;
        Staff = await app.Given.StaffAsync();
        var names = new[] { "Arany Dóra", "Bíró Ferenc", "Cseh Ilona", "Deák Tamás", "Erdős Zita", "Fekete Márton" };
        var people = new List<Person>();
        for (var i = 0; i < reviewers; i++) people.Add(await app.Given.PersonAsync(names[i], language: i == 1 ? "en" : "hu", roles: Role.Reviewer));
        Reviewers = people;
        Call = Call.Create(new CallDetails
        {
            TitleHu = "Tavaszi évfolyam 2027",
            TitleEn = "Spring cohort 2027",
            TextHu = "Élelmiszeripari kisvállalkozásoknak.",
            TextEn = "For small food companies.",
            Kind = cohort is null ? MembershipKind.Member : MembershipKind.Cohort,
            OpensAt = now.AddDays(-30),
            ClosesAt = closed ? now.AddDays(-1) : now.AddDays(1),
            Reviewers = wanted,
            CohortId = cohort,
        });
        Call.Publish(now.AddDays(-31));
        await app.Given.RowsAsync(Call);
        Criterion[] rubric =
        [
            Criterion.Create(Call.Id, 1, Details("Újdonság", "Novelty", 2)),
            Criterion.Create(Call.Id, 2, Details("Megvalósíthatóság", "Feasibility", 1)),
        ];
        await app.Given.RowsAsync(rubric);
        Rubric = rubric;
        var made = Enumerable.Range(1, applications).Select(i =>
        {
            var application = Application.Start(Call.Id, $"JE-2026-{i:0000}", $"applicant{i}@example.com", language, now.AddDays(-20));
            application.Save(now.AddDays(-10));
            application.Measure(5, 0);
            application.Submit($"{Companies[i - 1]} Kft.", TaxCores[i - 1], now.AddDays(-10).AddHours(i));
            return application;
        }).ToList();
        await app.Given.RowsAsync([.. made]);
        Applications = made;
    }

    private static readonly string[] Companies = ["Zöldségszárító", "Mézeskalács", "Lángosműhely", "Sajtkert", "Gombafalva", "Almaecet"];
    private static readonly string[] TaxCores = ["12892312", "12345676", "10484878", "17780010", "10537914", "10625790"];

    private static CriterionDetails Details(string hu, string en, int weight) => new()
    {
        NameHu = hu,
        NameEn = en,
        Weight = weight,
        Anchors = [.. Enumerable.Range(0, 6).Select(s => new LocalName($"{hu}: {s}. fokozat", $"{en}: level {s}"))],
    };
}
