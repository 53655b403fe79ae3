using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.FollowUp;

/// <summary>
/// A camp of Monday 5 to Wednesday 7 October 2026 in follow-up, with the dairy's accepted challenge (pH 4.3 to 4.7) and a team on it;
/// the clock stands at Monday 9 November 2026, 08:00, three days after the first check is due.
/// </summary>
public sealed class FollowUpStory : IDisposable
{
    public static readonly DateOnly Starts = new(2026, 10, 5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FollowUpStory(IncubatorApp app) => App = app;

    public IncubatorApp App { get; }

    public Person Staff { get; private set; } = null!;

    public Person Manager { get; private set; } = null!;

    public Person Rival { get; private set; } = null!;

    public Company Dairy { get; private set; } = null!;

    public Company Mill { get; private set; } = null!;

    public Camp Camp { get; private set; } = null!;

    public Challenge Challenge { get; private set; } = null!;

    public Specification Acidity { get; private set; } = null!;

    public Team Team { get; private set; } = null!;

    public Actor StaffActor => new(Staff.Id, true, []);

    public Actor ManagerActor => new(Manager.Id, false, [Dairy.Id]);

    public Actor RivalActor => new(Rival.Id, false, [Mill.Id]);

    /// <param name="dairy">Whose challenge it is; null: a company of its own.</param>
    public static async Task<FollowUpStory> BeginAsync(IncubatorApp? app = null, CampStatus status = CampStatus.FollowUp, Company? dairy = null)
    {
        var story = new FollowUpStory(app ?? IncubatorApp.Start());
        var given = story.App.Given;
        story.Staff = await given.StaffAsync("Utókövető Ubul");
        story.Dairy = dairy ?? await given.CompanyAsync("Tejüzem Kft.");
        story.Mill = await given.CompanyAsync("Őrlő Bt.");
        story.Manager = await given.MemberAsync(story.Dairy, MemberRole.Manager, "Savó Sára");
        story.Rival = await given.MemberAsync(story.Mill, MemberRole.Manager, "Dara Dénes");
        var camp = Camp.Create(Details());
        foreach (var step in new[] { CampStatus.Open, CampStatus.Preparing, CampStatus.Running, CampStatus.FollowUp }.TakeWhile(s => s <= status)) camp.Become(step);
        await given.RowsAsync(camp);
        story.Camp = camp;
        (story.Challenge, story.Acidity) = await story.ChallengeAsync(story.Dairy, "Egyforma savanyúság", "The same acidity");
        story.Team = Team.Create(camp.Id, 1, "Kefir");
        story.Team.Take(story.Challenge.Id);
        await given.RowsAsync(story.Team);
        return story;
    }

    /// <summary>An accepted challenge with one specification.</summary>
    public async Task<(Challenge Challenge, Specification Specification)> ChallengeAsync(Company company, string hu, string en, ChallengeState state = ChallengeState.Accepted)
    {
        var challenge = Challenge.Create(Camp.Id, company.Id);
        await using var db = App.OpenDb();
        var row = db.Add(challenge);
        row.Property(c => c.State).CurrentValue = state;
        row.Property(c => c.TitleHu).CurrentValue = hu;
        row.Property(c => c.TitleEn).CurrentValue = en;
        await db.SaveChangesAsync(Cancel);
        var specification = Specification.Create(challenge.Id, 1, "pH", null, 4.5m, 4.3m, 4.7m);
        await App.Given.RowsAsync(specification);
        return (challenge, specification);
    }

    public RecordLot Lot(string code, LotPhase phase, params decimal[] values) => new()
    {
        Challenge = Challenge.Reference,
        SpecificationId = Acidity.Id,
        Details = new LotDetails { Code = code, MeasuredOn = phase == LotPhase.Before ? new DateOnly(2026, 9, 20) : new DateOnly(2026, 10, 20), Phase = phase, Values = values },
    };

    public Task<Result<Guid>> RecordAsync(RecordLot lot, Actor? actor = null) => App.AskAsync((QualityDesk desk) => desk.RecordAsync(lot, actor ?? ManagerActor, Cancel));

    /// <summary>Lots that drift before and keep to the target after.</summary>
    public async Task MeasureAsync(Challenge? challenge = null, Specification? specification = null)
    {
        foreach (var lot in new[]
        {
            Lot("E-1", LotPhase.Before, 4.42m, 4.51m, 4.38m), Lot("E-2", LotPhase.Before, 4.71m, 4.66m, 4.80m),
            Lot("E-3", LotPhase.Before, 4.35m, 4.44m, 4.29m), Lot("E-4", LotPhase.Before, 4.60m, 4.73m, 4.58m),
            Lot("U-1", LotPhase.After, 4.50m, 4.53m, 4.47m), Lot("U-2", LotPhase.After, 4.55m, 4.52m, 4.49m),
            Lot("U-3", LotPhase.After, 4.46m, 4.50m, 4.51m), Lot("U-4", LotPhase.After, 4.48m, 4.54m, 4.52m),
        })
        {
            var result = await RecordAsync(lot with { Challenge = (challenge ?? Challenge).Reference, SpecificationId = (specification ?? Acidity).Id }, StaffActor);
            Assert.True(result.Succeeded, string.Join(", ", result.Refusals));
        }
    }

    public Task<Result<Guid>> IdeaAsync(string title = "Starter culture in portions", Guid? team = null, Actor? actor = null) => App.AskAsync(
        (FollowUpDesk desk) => desk.SaveIdeaAsync(new SaveIdea { Challenge = Challenge.Reference, Title = title, Team = team }, actor ?? ManagerActor, Cancel));

    public async Task<CampIdea> SeeIdeaAsync(Guid idea)
    {
        await using var db = App.OpenDb();
        return await db.CampIdeas.AsNoTracking().Include(i => i.Prototypes).SingleAsync(i => i.Reference == idea, Cancel);
    }

    /// <summary>Runs the sweep.</summary>
    public Task<IReadOnlyDictionary<string, int>> AskAsync() => App.AskAsync(async (AskCampFollowUps job) => (await job.RunAsync(Cancel)).Did);

    public async Task<IReadOnlyList<CampCheck>> ChecksAsync()
    {
        await using var db = App.OpenDb();
        return await db.CampChecks.AsNoTracking().Where(c => c.ChallengeId == Challenge.Id).OrderBy(c => c.DueOn).ToListAsync(Cancel);
    }

    public Task<Result<Done>> OutcomeAsync(OutcomeKind kind, Guid? seen = null, Challenge? challenge = null, decimal? jobs = null, Actor? actor = null) => App.AskAsync(
        (FollowUpDesk desk) => desk.RecordOutcomeAsync((challenge ?? Challenge).Reference, new OutcomeDetails
        {
            Kind = kind,
            On = new DateOnly(2026, 11, 2),
            ProductName = kind is OutcomeKind.Launched or OutcomeKind.SpinOff ? "Natúr joghurt, egyforma" : null,
            Jobs = jobs,
        }, seen, actor ?? StaffActor, Cancel));

    /// <summary>What the history of the challenge says was done, in order.</summary>
    public async Task<IReadOnlyList<string>> ActsAsync(string subject)
    {
        await using var db = App.OpenDb();
        return await db.History.Where(h => h.Subject == subject && h.SubjectId == Challenge.Id).OrderBy(h => h.Id).Select(h => h.Act).ToListAsync(Cancel);
    }

    public void Dispose() => App.Dispose();

    private static CampDetails Details() => new()
    {
        NameHu = "Őszi tábor",
        NameEn = "Autumn camp",
        AboutHu = "Három nap.",
        AboutEn = "Three days.",
        Format = CampFormat.Workshop,
        Place = "Debrecen",
        StartsOn = Starts,
        EndsOn = Starts.AddDays(2),
        Budget = 1_500_000,
        BudgetCurrency = "HUF",
        Partners = "Minta Egyetem",
        RegistrationClosesAt = LabTime.StartOf(Starts.AddDays(-14)),
        ChallengesCloseAt = LabTime.StartOf(Starts.AddDays(-20)),
        StudentPlaces = 12,
        CompanyPlaces = 4,
        ExpertPlaces = 4,
    };
}
