using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Jury;

/// <summary>A running camp with three teams on challenges of two companies, two participants each, three jurors (the first the chair) and staff.</summary>
public sealed class JuryLab(IncubatorApp app) : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public IncubatorApp App => app;

    public Person Staff { get; private set; } = null!;

    public Camp Camp { get; private set; } = null!;

    public IReadOnlyList<Company> Companies { get; private set; } = [];

    public IReadOnlyList<Team> Teams { get; private set; } = [];

    public IReadOnlyList<Participant> Participants { get; private set; } = [];

    public IReadOnlyList<Person> Jurors { get; private set; } = [];

    public IReadOnlyList<CrewMember> JurorRows { get; private set; } = [];

    public IReadOnlyList<JuryCriterion> Criteria { get; private set; } = [];

    public Actor StaffActor => new(Staff.Id, true, []);

    public static async Task<JuryLab> BeginAsync(IncubatorApp? app = null, bool withCriteria = true, CampStatus status = CampStatus.Running)
    {
        var lab = new JuryLab(app ?? IncubatorApp.Start());
        await lab.MakeAsync(withCriteria, status);
        return lab;
    }

    public static Actor As(Person person) => new(person.Id, false, []);

    public void Dispose() => app.Dispose();

    public Task<Result<Done>> ScoreAsync(Person juror, int team, int criterion, int score) => app.AskAsync((JuryDesk desk) => desk.ScoreAsync(
        new GiveScore { Camp = Camp.Reference, Team = Teams[team].Reference, CriterionId = Criteria[criterion].Id, Score = score }, As(juror), Cancel));

    /// <summary>Every criterion with the same score.</summary>
    public async Task ScoreAllAsync(Person juror, int team, int score)
    {
        for (var at = 0; at < Criteria.Count; at++) Assert.True((await ScoreAsync(juror, team, at, score)).Succeeded);
    }

    public Task<Result<Done>> RecuseAsync(Person juror, int team, string? reason) => app.AskAsync((JuryDesk desk) => desk.RecuseAsync(
        new KeepOffTeam { Camp = Camp.Reference, Team = Teams[team].Reference, Reason = reason }, As(juror), Cancel));

    public Task<Result<Done>> CloseAsync(Actor? actor = null, bool acceptsMissing = false) => app.AskAsync((JuryChair chair) => chair.CloseAsync(
        new CloseScoring { Camp = Camp.Reference, AcceptsMissing = acceptsMissing }, actor ?? As(Jurors[0]), Cancel));

    public async Task<JuryProtocol> LastProtocolAsync()
    {
        await using var db = app.OpenDb();
        return await db.JuryProtocols.AsNoTracking().Where(p => p.CampId == Camp.Id).OrderByDescending(p => p.Number).FirstAsync(Cancel);
    }

    public async Task<JurySheet?> SheetAsync(Person juror, int team)
    {
        await using var db = app.OpenDb();
        return await db.JurySheets.AsNoTracking().Include(s => s.Scores).SingleOrDefaultAsync(s => s.TeamId == Teams[team].Id &&
            db.CrewMembers.Any(m => m.Id == s.JurorId && m.PersonId == juror.Id), Cancel);
    }

    public static CampDetails Details() => new()
    {
        NameHu = "Őszi innovációs tábor",
        NameEn = "Autumn innovation camp",
        AboutHu = "Három nap három vállalkozás valódi feladatával.",
        AboutEn = "Three days with real tasks of three companies.",
        Format = CampFormat.Workshop,
        Place = "Debrecen, inkubátorlabor",
        StartsOn = new DateOnly(2026, 11, 9),
        EndsOn = new DateOnly(2026, 11, 11),
        RegistrationClosesAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
        ChallengesCloseAt = new DateTimeOffset(2026, 10, 15, 0, 0, 0, TimeSpan.Zero),
        StudentPlaces = 20,
    };

    private async Task MakeAsync(bool withCriteria, CampStatus status)
    {
        Staff = await app.Given.StaffAsync();
        Camp = Camp.Create(Details());
        foreach (var step in new[] { CampStatus.Open, CampStatus.Preparing, CampStatus.Running, CampStatus.FollowUp }.Where(s => s <= status)) Camp.Become(step);
        Companies = [await app.Given.CompanyAsync("Gyümölcslé Kft."), await app.Given.CompanyAsync("Sajtkert Bt.")];
        await app.Given.RowsAsync(Camp);
        Challenge[] challenges = [.. Companies.Select(c => Challenge.Create(Camp.Id, c.Id))];
        await app.Given.RowsAsync(challenges);
        await TitleAsync(challenges);
        Team[] teams = [.. Enumerable.Range(1, 3).Select(i => Team.Create(Camp.Id, i, new[] { "Almavirág", "Buborék", "Csipkebogyó" }[i - 1]))];
        teams[0].Take(challenges[0].Id);
        teams[1].Take(challenges[1].Id);
        teams[2].Take(challenges[1].Id);
        await app.Given.RowsAsync(teams);
        Teams = teams;
        Participant[] participants = [.. Enumerable.Range(0, 6).Select(i => Participant.Create(
            Camp.Id, ParticipantKind.Student, new[] { "Apró Aliz", "Bakos Bence", "Cifra Csilla", "Dobos Dénes", "Erdei Emma", "Fodor Frigyes" }[i], $"student{i}@example.com", app.Now))];
        await app.Given.RowsAsync(participants);
        await app.Given.RowsAsync([.. participants.Select((p, i) => TeamMember.Create(teams[i / 2].Id, p.Id))]);
        Participants = participants;
        var people = new List<Person>();
        foreach (var name in new[] { "Elnök Eszter", "Zsűri Zoltán", "Ítész Ilona" }) people.Add(await app.Given.PersonAsync(name));
        Jurors = people;
        CrewMember[] crew = [.. people.Select(p => CrewMember.Create(Camp.Id, p.Id, CrewRole.Juror, "Debreceni Egyetem"))];
        crew[0].Chair(true);
        foreach (var member in crew) member.Confirm(app.Now);
        await app.Given.RowsAsync(crew);
        JurorRows = crew;
        if (!withCriteria) return;
        Assert.True((await app.AskAsync((JuryCriteriaDesk desk) => desk.OfferAsync(Camp.Reference, StaffActor, Cancel))).Succeeded);
        await using var db = app.OpenDb();
        Criteria = await db.JuryCriteria.AsNoTracking().Where(c => c.CampId == Camp.Id).OrderBy(c => c.Position).ToListAsync(Cancel);
    }

    private async Task TitleAsync(Challenge[] challenges)
    {
        await using var db = app.OpenDb();
        foreach (var (challenge, hu, en) in new[] { (challenges[0], "Üledékmentes almalé", "Apple juice without sediment"), (challenges[1], "Egyenletes érlelés", "Even ripening") })
        {
            await db.Challenges.Where(c => c.Id == challenge.Id)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.TitleHu, hu).SetProperty(x => x.TitleEn, en), Cancel);
        }
    }
}
