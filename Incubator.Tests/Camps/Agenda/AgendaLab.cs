using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Notifications;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Agenda;

/// <summary>
/// A camp in preparation from Monday 16 to Wednesday 18 November 2026, 8 to 18: two teams of one, a mentor (of team 1), a juror, a
/// hall elsewhere and the lab's kitchen, a dryer with 15 minutes of setup and 30 of cleaning. The lab is open on weekdays from 7 to 19.
/// </summary>
public sealed class AgendaLab : IDisposable
{
    public static readonly DateOnly Monday = new(2026, 11, 16);

    private AgendaLab(IncubatorApp app) => App = app;

    public IncubatorApp App { get; }
    public Person StaffPerson { get; private set; } = null!;
    public Actor Staff { get; private set; } = null!;
    public Company Host { get; private set; } = null!;
    public Guid Camp { get; private set; }
    public long CampId { get; private set; }
    public IReadOnlyList<Team> Teams { get; private set; } = [];
    public Person MentorPerson { get; private set; } = null!;
    public CrewMember Mentor { get; private set; } = null!;
    public CrewMember Juror { get; private set; } = null!;
    public Resource Dryer { get; private set; } = null!;
    public Resource Kitchen { get; private set; } = null!;
    public Guid Hall { get; private set; }
    public Guid KitchenRoom { get; private set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<AgendaLab> BeginAsync(IncubatorApp? app = null, CampStatus status = CampStatus.Preparing)
    {
        var lab = new AgendaLab(app ?? IncubatorApp.Start());
        await lab.MakeAsync(status);
        return lab;
    }

    /// <summary>A local time of the camp; day 0 is its Monday.</summary>
    public static DateTimeOffset At(int day, int hour, int minute = 0) => LabTime.AtMinute(Monday.AddDays(day), (hour * 60) + minute);

    public static SessionDetails Details(string title = "Briefing", SessionKind kind = SessionKind.Brief, int minutes = 60) => new()
    {
        Kind = kind,
        TitleHu = title + " (hu)",
        TitleEn = title,
        Minutes = minutes,
    };

    public async Task<Guid> AddAsync(SessionDetails details) => (await TryAddAsync(details)).Value[0];

    public Task<Result<IReadOnlyList<Guid>>> TryAddAsync(SessionDetails details, bool forEachTeam = false, Actor? actor = null) =>
        App.AskAsync((SessionDesk desk) => desk.AddAsync(new AddSession { Camp = Camp, Details = details, ForEachTeam = forEachTeam }, actor ?? Staff, Cancel));

    /// <summary>Adds, places and confirms.</summary>
    public async Task<Guid> PlanAsync(SessionDetails details, DateTimeOffset start, Guid? room)
    {
        var session = await AddAsync(details);
        Succeed(await PlaceAsync(session, start, room));
        Succeed(await App.AskAsync((SessionDesk desk) => desk.ConfirmAsync(session, true, Staff, Cancel)));
        return session;
    }

    public Task<Result<Done>> PlaceAsync(Guid session, DateTimeOffset? start, Guid? room, bool? pin = null, Guid? seen = null) => App.AskAsync(
        (SessionDesk desk) => desk.PlaceAsync(new PlaceSession { Reference = session, Start = start, Room = room, Pin = pin, SeenVersion = seen }, Staff, Cancel));

    public async Task RemoveAsync(Guid session)
    {
        var version = (await SeeAsync(session)).Version;
        Succeed(await App.AskAsync((SessionDesk desk) => desk.RemoveAsync(session, version, Staff, Cancel)));
    }

    public async Task<PlannedCamp> ReadAsync() => (await App.AskAsync((CampPlan plans) => plans.ReadAsync(Camp, Cancel)))!;

    public async Task<IReadOnlyList<PlanRule>> ClashesAsync() => [.. (await ReadAsync()).Judge().Clashes.Select(c => c.Rule)];

    public async Task HostedAsync() => Succeed(await App.AskAsync((PlanDesk desk) => desk.SetAsync(
        new SetPlan { Camp = Camp, HostCompanyId = Host.Id, Weights = new PlanWeights() }, Staff, Cancel)));

    public async Task<Result<int>> PublishAsync(string? note = null, Actor? actor = null)
    {
        var stamp = (await ReadAsync()).Stamp;
        return await App.AskAsync((AgendaDesk desk) => desk.PublishAsync(new PublishAgenda { Camp = Camp, Note = note, Stamp = stamp }, actor ?? Staff, Cancel));
    }

    public async Task<CampSession> SeeAsync(Guid session)
    {
        await using var db = App.OpenDb();
        return await db.CampSessions.AsNoTracking().Include(s => s.Teams).Include(s => s.Crew).Include(s => s.Equipment).AsSplitQuery().SingleAsync(s => s.Reference == session, Cancel);
    }

    /// <summary>What the lab holds for the camp, in order of start.</summary>
    public async Task<IReadOnlyList<Reservation>> HeldAsync()
    {
        await using var db = App.OpenDb();
        return await db.Reservations.AsNoTracking().Include(r => r.Items).Where(r => r.State == ReservationState.Confirmed).OrderBy(r => r.Start).ToListAsync(Cancel);
    }

    public async Task<IReadOnlyList<Notice>> ToldAsync(string kind = "AgendaChanged")
    {
        await using var db = App.OpenDb();
        return await db.Notices.AsNoTracking().Where(n => n.Kind == kind).OrderBy(n => n.Id).ToListAsync(Cancel);
    }

    public async Task<AgendaVersion> VersionAsync(int number)
    {
        await using var db = App.OpenDb();
        return await db.AgendaVersions.AsNoTracking().Include(v => v.Items).ThenInclude(i => i.Parts).AsSplitQuery().SingleAsync(v => v.CampId == CampId && v.Number == number, Cancel);
    }

    public static void Succeed<T>(Result<T> result) => Assert.True(result.Succeeded, string.Join(", ", result.Refusals.Select(r => r.Code)));

    public void Dispose() => App.Dispose();

    private async Task MakeAsync(CampStatus status)
    {
        await App.Given.OpeningTimesAsync();
        StaffPerson = await App.Given.StaffAsync("Tervező Teréz");
        Staff = new Actor(StaffPerson.Id, true, []);
        Host = await App.Given.CompanyAsync("Házigazda Nonprofit Kft.");
        var camp = Core.Camps.Camp.Create(new CampDetails
        {
            NameHu = "Őszi innovációs tábor",
            NameEn = "Autumn innovation camp",
            AboutHu = "Három nap.",
            AboutEn = "Three days.",
            Format = CampFormat.Workshop,
            Place = "Debrecen, Böszörményi út 138.",
            StartsOn = Monday,
            EndsOn = Monday.AddDays(2),
            RegistrationClosesAt = App.Now.AddDays(-3),
            ChallengesCloseAt = App.Now.AddDays(-9),
            StudentPlaces = 20,
        });
        foreach (var step in new[] { CampStatus.Open, CampStatus.Preparing, CampStatus.Running }.Where(s => s <= status)) camp.Become(step);
        await App.Given.RowsAsync(camp);
        (Camp, CampId) = (camp.Reference, camp.Id);
        Team[] teams = [Team.Create(camp.Id, 1, "Almavirág"), Team.Create(camp.Id, 2, "Buborék")];
        await App.Given.RowsAsync(teams);
        Teams = teams;
        Participant[] participants = [.. Enumerable.Range(1, 2).Select(i => Participant.Create(camp.Id, ParticipantKind.Student, $"Diák {i}", $"student{i}@example.com", App.Now))];
        await App.Given.RowsAsync(participants);
        await App.Given.RowsAsync(TeamMember.Create(teams[0].Id, participants[0].Id), TeamMember.Create(teams[1].Id, participants[1].Id));
        MentorPerson = await App.Given.PersonAsync("Mentor Márton", "mentor@example.com", "en");
        var juror = await App.Given.PersonAsync("Zsűri Zoltán", "juror@example.com", "en");
        Mentor = CrewMember.Create(camp.Id, MentorPerson.Id, CrewRole.Mentor);
        Juror = CrewMember.Create(camp.Id, juror.Id, CrewRole.Juror);
        Mentor.Confirm(App.Now);
        await App.Given.RowsAsync(Mentor, Juror);
        await App.Given.RowsAsync(TeamCrew.Create(teams[0].Id, Mentor.Id));
        Dryer = await App.Given.ResourceAsync(r => r with { SetupMinutes = 15, CleanupMinutes = 30 });
        Kitchen = await App.Given.ResourceAsync(r => r with { Kind = ResourceKind.Facility, NameHu = "Tankonyha", NameEn = "Demo kitchen" });
        Hall = (await RoomAsync("Aula", 40, null)).Value;
        KitchenRoom = (await RoomAsync("Tankonyha", 12, Kitchen.Id)).Value;
    }

    public Task<Result<Guid>> RoomAsync(string name, int seats, long? resource) => App.AskAsync((CampRoomDesk desk) =>
        desk.SaveAsync(new SaveCampRoom { Camp = Camp, Name = name, Seats = seats, ResourceId = resource }, Staff, Cancel));
}
