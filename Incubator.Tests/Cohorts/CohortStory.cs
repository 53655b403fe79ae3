using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts;

/// <summary>
/// A cohort of September 2026 to June 2027 with two companies, staff, and a mentor who is free on Tuesday 10 November from 14 to 17;
/// the clock stands at Monday 9 November 2026, 08:00.
/// </summary>
public sealed class CohortStory : IDisposable
{
    private CohortStory(IncubatorApp app) => App = app;

    public IncubatorApp App { get; }

    public Person Staff { get; private set; } = null!;

    public Person Manager { get; private set; } = null!;

    public Person Rival { get; private set; } = null!;

    public Person Mentor { get; private set; } = null!;

    public Company Dairy { get; private set; } = null!;

    public Company Mill { get; private set; } = null!;

    public Cohort Cohort { get; private set; } = null!;

    public CohortMember DairyMember { get; private set; } = null!;

    public CohortMember MillMember { get; private set; } = null!;

    public Guid MentorReference { get; private set; }

    public Actor StaffActor => new(Staff.Id, true, []);

    public Actor ManagerActor => new(Manager.Id, false, [Dairy.Id]);

    public Actor RivalActor => new(Rival.Id, false, [Mill.Id]);

    public Actor MentorActor => new(Mentor.Id, false, []);

    /// <param name="joined">The companies' first day.</param>
    public static async Task<CohortStory> BeginAsync(IncubatorApp? app = null, DateOnly? joined = null)
    {
        var story = new CohortStory(app ?? IncubatorApp.Start());
        var given = story.App.Given;
        story.Staff = await given.StaffAsync();
        story.Dairy = await given.CompanyAsync("Sajtműhely Kft.");
        story.Mill = await given.CompanyAsync("Malom Bt.");
        story.Manager = await given.MemberAsync(story.Dairy, MemberRole.Manager, "Fehér Flóra");
        story.Rival = await given.MemberAsync(story.Mill, MemberRole.Manager, "Molnár Márk");
        story.Mentor = await given.PersonAsync("Bölcs Béla", roles: Role.Mentor);
        var programme = Programme.Create(new("Élelmiszer-inkubáció", "Food incubation"), "From recipe to shelf.");
        await given.RowsAsync(programme);
        story.Cohort = Cohort.Create(programme.Id, new CohortDetails
        {
            NameHu = "2026. évi évfolyam",
            NameEn = "Cohort of 2026",
            Starts = new DateOnly(2026, 5, 1),
            Ends = new DateOnly(2027, 6, 30),
            Capacity = 8,
            Focus = "Plant-based and dairy",
            ResponsibleId = story.Staff.Id,
        });
        await given.RowsAsync(story.Cohort);
        story.DairyMember = CohortMember.Create(story.Cohort.Id, story.Dairy.Id, joined ?? new DateOnly(2026, 5, 1));
        story.MillMember = CohortMember.Create(story.Cohort.Id, story.Mill.Id, joined ?? new DateOnly(2026, 5, 1));
        await given.RowsAsync(story.DairyMember, story.MillMember);
        story.MentorReference = (await story.App.AskAsync((MentorDesk desk) => desk.SaveAsync(new SaveMentor
        {
            PersonId = story.Mentor.Id,
            TopicsHu = "Árképzés, csomagolás",
            TopicsEn = "Pricing, packaging",
            Languages = "magyar, English",
            IsActive = true,
        }, story.MentorActor))).Value;
        var offered = await story.OfferAsync(new DateOnly(2026, 11, 10), new TimeOnly(14, 0), new TimeOnly(17, 0));
        Assert.Equal(3, offered.Value);
        return story;
    }

    public Task<Result<int>> OfferAsync(DateOnly day, TimeOnly from, TimeOnly until, int minutes = 60, DateOnly? weeklyUntil = null, Actor? actor = null) =>
        App.AskAsync((MentorDesk desk) => desk.OfferAsync(new OfferHours
        {
            Mentor = MentorReference,
            Date = day,
            From = from,
            Until = until,
            SessionMinutes = minutes,
            WeeklyUntil = weeklyUntil,
        }, actor ?? MentorActor));

    /// <summary>The mentor's hours on offer, the earliest first.</summary>
    public async Task<IReadOnlyList<MentorSlot>> SlotsAsync()
    {
        await using var db = App.OpenDb();
        return await db.MentorSlots.AsNoTracking().Where(s => !s.IsWithdrawn).OrderBy(s => s.Start).ToListAsync();
    }

    public Task<Result<Guid>> BookAsync(MentorSlot slot, Company? company = null, Actor? actor = null, string topic = "What our cheese should cost") =>
        App.AskAsync((MentorDesk desk) => desk.BookAsync(
            new BookMentor { Slot = slot.Reference, CompanyId = (company ?? Dairy).Id, Topic = topic }, actor ?? ManagerActor));

    public async Task<Guid> MilestoneAsync(string text, DateOnly dueOn, Actor? actor = null, CohortMember? member = null) =>
        (await App.AskAsync((MilestoneDesk desk) => desk.PlanAsync(new PlanMilestone
        {
            Member = (member ?? DairyMember).Reference,
            Text = text,
            Goal = "To sell in shops",
            DueOn = dueOn,
        }, actor ?? StaffActor))).Value;

    public async Task<Milestone> SeeAsync(Guid milestone)
    {
        await using var db = App.OpenDb();
        return await db.Milestones.AsNoTracking().Include(m => m.Slips).SingleAsync(m => m.Reference == milestone);
    }

    public Task<Result<Done>> ReportAsync(CalendarQuarter quarter, UpdateFigures? figures = null, bool send = true, Actor? actor = null, Guid? seen = null, string? reason = null) =>
        App.AskAsync((UpdateDesk desk) => desk.SaveAsync(new SaveUpdate
        {
            Member = DairyMember.Reference,
            Quarter = quarter,
            Figures = figures ?? new UpdateFigures { JobsWomen = 2.5m, JobsMen = 1, JobsYoung = 1, Turnover = 4_500_000, Products = 1 },
            Send = send,
            SeenVersion = seen,
            Reason = reason,
        }, actor ?? ManagerActor));

    public void Dispose() => App.Dispose();
}
