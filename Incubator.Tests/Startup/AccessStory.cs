using System.Globalization;
using System.Text.RegularExpressions;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Camps;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Documents;
using Incubator.Core.Notifications;
using Incubator.Tests.Booking;
using Incubator.Tests.Camps;
using Incubator.Tests.Camps.Challenges;
using Incubator.Tests.Camps.FollowUp;
using Incubator.Tests.Camps.Jury;
using Incubator.Tests.Camps.Participants;
using Incubator.Tests.Cohorts.Calls;
using Incubator.Tests.Cohorts.Reviews;
using Incubator.Tests.Host;
using Incubator.Web.Pages.Notifications.Emails;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Startup;

/// <summary>One lab with someone of every kind signed in, and something of each kind to be asked for; the tests of access only look.</summary>
public sealed partial class AccessStory : IAsyncLifetime
{
    private readonly Dictionary<string, string> words = [];
    private readonly Dictionary<char, string> tokens = [];
    private IncubatorApp app = null!;

    public SortedDictionary<char, TestClient> Clients { get; } = [];

    /// <summary>What only the company itself and staff may read.</summary>
    public IReadOnlyList<string> Secrets { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        app = IncubatorApp.Start();
        var booking = await BookingStory.BeginAsync(app);
        var company = booking.Company;
        foreach (var (letter, person) in new (char, Person?)[]
        {
            ('V', null),
            ('N', await app.Given.PersonAsync("Senki Sára")),
            ('C', booking.Anna),
            ('M', await app.Given.MemberAsync(company, MemberRole.Manager, "Főnök Ferenc")),
            ('F', await app.Given.MemberAsync(booking.Rival, MemberRole.Manager, "Rivális Róbert")),
            ('R', await app.Given.PersonAsync("Bíráló Borbála", roles: Role.Reviewer)),
            ('T', await app.Given.PersonAsync("Mentor Mihály", roles: Role.Mentor)),
            ('U', await app.Given.MunicipalityAsync()),
            ('S', booking.Staff),
            ('A', await app.Given.AdministratorAsync()),
        })
            Clients[letter] = person is null ? app.Visitor("en") : await app.SignInAsAsync(person, "en");

        await MakeAsync(booking);
        Secrets = [company.Name, "A trade secret", "Főnök Ferenc", .. words.Where(w => w.Key.StartsWith("secret", StringComparison.Ordinal)).Select(w => w.Value)];
    }

    /// <summary>The address with the story's words filled in.</summary>
    public string Fill(string address) => Word().Replace(address, match => words[match.Groups[1].Value]);

    public async Task<string> TokenAsync(char letter)
    {
        if (tokens.TryGetValue(letter, out var token)) return token;
        var page = await Clients[letter].GetPageAsync("/");
        return tokens[letter] = page.One("input[name=__RequestVerificationToken]").GetAttribute("value")!;
    }

    /// <summary>How many changes the lab has seen.</summary>
    public async Task<int> ChangesAsync()
    {
        await using var db = app.OpenDb();
        return await db.History.CountAsync();
    }

    public ValueTask DisposeAsync()
    {
        app.Dispose();
        return default;
    }

    /// <summary>One thing of each kind, of the company that the pages are about, and its word.</summary>
    private async Task MakeAsync(BookingStory booking)
    {
        var company = booking.Company;
        words["unsubscribe"] = (await app.AskAsync((UnsubscribeLinks links) =>
            Task.FromResult(links.Of(booking.Anna.Id, NoticeTopic.Digests))))["/unsubscribe/".Length..];
        words["person-id"] = booking.Anna.Id.ToString(CultureInfo.InvariantCulture);
        words["company-id"] = company.Id.ToString(CultureInfo.InvariantCulture);
        var booked = await booking.BookAsync(company, BookingStory.Tuesday(9, 12));
        words["reservation"] = booked.Reference.ToString();
        words["secret-number"] = booked.Number;
        var photo = await app.AskAsync((DocumentArchive archive) => archive.KeepAsync(new KeepFile
        {
            Subject = nameof(Resource),
            SubjectId = booking.Dryer.Id,
            Kind = AttachmentKind.Photo,
            FileName = "dryer.png",
            Bytes = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0],
        }, Actor.System));
        words["photo"] = photo.Value.ToString();
        var import = await app.AskAsync((DocumentArchive archive) => archive.StageAsync(ResourceImport.HistorySubject, "list.csv", "code;name\nX-1;Y\n"u8.ToArray()));
        words["import"] = import.Reference.ToString();
        words["company"] = company.Reference.ToString();
        var file = await app.AskAsync((CompanyFileDesk desk) => desk.KeepAsync(new KeepCompanyFile
        {
            Company = company.Reference,
            Kind = CompanyDocumentKind.Other,
            FileName = "plan.pdf",
            Bytes = "%PDF-1.4 own"u8.ToArray(),
        }, Actor.System));
        words["company-file"] = file.Value.ToString();
        var list = await app.AskAsync((DocumentArchive archive) => archive.StageAsync(CompanyImport.HistorySubject, "list.csv", "name\nY Kft.\n"u8.ToArray()));
        words["company-import"] = list.Reference.ToString();
        await MakeApplicationsAsync();
        await ReviewsAsync();
        await MakeCohortAsync(company, booking.Staff);
        await FollowUpAsync(company);
        await OnboardAsync(company);
        await JudgeAsync();
        var camp = await CampStory.BeginAsync(app);
        words["camp"] = camp.Camp.ToString();
        words["session"] = (await AgendaAsync(camp)).ToString();
    }

    /// <summary>An agenda of one session, published.</summary>
    private async Task<Guid> AgendaAsync(CampStory camp)
    {
        var session = (await app.AskAsync((SessionDesk desk) => desk.AddAsync(new AddSession
        {
            Camp = camp.Camp,
            Details = new SessionDetails { Kind = SessionKind.Social, TitleHu = "Vacsora", TitleEn = "Dinner", Minutes = 60 },
        }, camp.Staff))).Value[0];
        var place = new PlaceSession { Reference = session, Start = LabTime.AtMinute(CampStory.Starts, 9 * 60) };
        Assert.True((await app.AskAsync((SessionDesk desk) => desk.PlaceAsync(place, camp.Staff))).Succeeded);
        var stamp = (await app.AskAsync((CampPlan plans) => plans.ReadAsync(camp.Camp, CancellationToken.None)))!.Stamp;
        var published = await app.AskAsync((AgendaDesk desk) => desk.PublishAsync(new PublishAgenda { Camp = camp.Camp, Note = "So far", Stamp = stamp }, camp.Staff));
        Assert.True(published.Succeeded);
        return session;
    }

    /// <summary>A challenge of the company that its camp is over for, with a lot, an idea and a question.</summary>
    private async Task FollowUpAsync(Company company)
    {
        var story = await FollowUpStory.BeginAsync(app, dairy: company);
        await story.MeasureAsync();
        await story.AskAsync();
        await using var db = app.OpenDb();
        words["measured-lot"] = (await db.MeasuredLots.Select(l => l.Reference).FirstAsync()).ToString();
        words["camp-idea"] = (await story.IdeaAsync("A trade secret", actor: Actor.System)).Value.ToString();
        words["camp-check"] = (await story.ChecksAsync())[0].Reference.ToString();
        words["followed-challenge"] = story.Challenge.Reference.ToString();
        words["followed-camp"] = story.Camp.Reference.ToString();
        var challenge = await ChallengeStory.BeginAsync(app, company);
        words["camp"] = challenge.Camp.Camp.ToString();
        words["challenge"] = challenge.Challenge.ToString();
        Assert.True((await app.AskAsync((ChallengeDesk desk) => desk.AttachAsync(challenge.Challenge, "flow.pdf", "%PDF-1.7"u8.ToArray(), Actor.System))).Succeeded);
        words["challenge-file"] = (await db.Attachments.SingleAsync(a => a.Subject == nameof(Challenge))).Reference.ToString();
    }

    /// <summary>A camp judged to the end, the mentor who looks among its jurors.</summary>
    private async Task JudgeAsync()
    {
        var lab = await JuryLab.BeginAsync(app);
        await using (var db = app.OpenDb())
        {
            var mentor = await db.Users.SingleAsync(p => p.FullName == "Mentor Mihály");
            await app.Given.RowsAsync(CrewMember.Create(lab.Camp.Id, mentor.Id, CrewRole.Juror));
        }

        await lab.ScoreAllAsync(lab.Jurors[0], 0, 4);
        Assert.True((await lab.CloseAsync(acceptsMissing: true)).Succeeded);
        Assert.True((await app.AskAsync((JuryChair chair) => chair.PublishAsync(lab.Camp.Reference, lab.StaffActor))).Succeeded);
        var secret = LinkSecret.Create();
        var certificate = Certificate.ForParticipant("CERT-2026-90001", lab.Camp, lab.Participants[0], null, 100, app.Now, null);
        await app.Given.RowsAsync(ParticipantLink.Create(lab.Participants[0].Id, LinkSecret.Hash(secret), app.Now), certificate);
        words["camp-link"] = secret;
        words["certificate"] = certificate.Reference.ToString();
        words["judged-camp"] = lab.Camp.Reference.ToString();
        words["judged-team"] = lab.Teams[0].Reference.ToString();
        await PeopleOfACampAsync();
    }

    /// <summary>A participant in a team, and the mentor among the crew.</summary>
    private async Task PeopleOfACampAsync()
    {
        var story = await PeopleStory.BeginAsync(app);
        words["people-camp"] = story.Camp.ToString();
        words["participant-link"] = await story.RegisterAsync("taborozo@example.com");
        var participant = await story.SeeAsync("taborozo@example.com");
        words["participant"] = participant.Reference.ToString();
        var team = Team.Create(story.CampId, 1, "Team 1");
        long mentor;
        await using (var db = app.OpenDb()) mentor = await db.Users.Where(p => p.FullName == "Mentor Mihály").Select(p => p.Id).SingleAsync();
        var member = CrewMember.Create(story.CampId, mentor, CrewRole.Mentor);
        await app.Given.RowsAsync(team, member);
        await app.Given.RowsAsync(TeamMember.Create(team.Id, participant.Id));
        (words["camp-team"], words["crew-member"]) = (team.Reference.ToString(), member.Reference.ToString());
    }

    /// <summary>A review being written by the reviewer, and a letter on its way.</summary>
    private async Task ReviewsAsync()
    {
        var lab = await ReviewLab.BeginAsync(app, reviewers: 0);
        await using var db = app.OpenDb();
        var review = await lab.OpenAsync(lab.Applications[0], await db.Users.SingleAsync(p => p.FullName == "Bíráló Borbála"));
        var file = Attachment.Create(nameof(Application), lab.Applications[0].Id, AttachmentKind.Document, "plan.pdf", "application/pdf", "%PDF-1.4"u8.ToArray(), app.Now);
        await app.Given.RowsAsync(file);
        Assert.True((await lab.DecideAsync(lab.Applications[1], DecisionKind.Reject)).Succeeded);
        words["review"] = review.Reference.ToString();
        words["review-file"] = file.Reference.ToString();
        words["application"] = lab.Applications[0].Reference.ToString();
        words["reviewed-call"] = lab.Call.Reference.ToString();
        words["letter"] = await lab.LetterAsync(lab.Applications[1]);
    }

    /// <summary>An agreement, accepted, with a file; asked for from a later year on, so that booking stays free.</summary>
    private async Task OnboardAsync(Company company)
    {
        var step = OnboardingStep.Create(HouseSteps.All(new DateOnly(2030, 1, 1)).First(s => s.Kind == StepKind.Agreement));
        await app.Given.RowsAsync(step);
        var record = StepRecord.Submit(step, company.Id, null, new EvidenceGiven(), 1, app.Now, null);
        record.SignAs("Főnök Ferenc", null, app.Now, null);
        await app.Given.RowsAsync(StepText.Publish(step.Id, 1, "{company}", "{company}", null, app.Now, null), record);
        var file = Attachment.Create(nameof(StepRecord), record.Id, AttachmentKind.Document, "agreement.pdf", "application/pdf", "%PDF-"u8.ToArray(), app.Now);
        await app.Given.RowsAsync(AcceptedText.Of(record.Id, new MadeText(company.Name, company.Name, [])), file);
        words["company"] = company.Reference.ToString();
        words["agreement"] = step.Reference.ToString();
        words["document"] = record.Reference.ToString();
        words["step-file"] = file.Reference.ToString();
    }

    /// <summary>The company in a cohort, with a milestone shown done, a mentor's hour (not of the mentor who looks) and a follow-up.</summary>
    private async Task MakeCohortAsync(Company company, Person staff)
    {
        var programme = Programme.Create(new("Program", "Programme"));
        await app.Given.RowsAsync(programme);
        var cohort = Cohort.Create(programme.Id, new CohortDetails
        {
            NameHu = "Évfolyam",
            NameEn = "Cohort",
            Starts = new DateOnly(2026, 5, 1),
            Ends = new DateOnly(2027, 6, 30),
            Capacity = 5,
        });
        await app.Given.RowsAsync(cohort);
        var member = CohortMember.Create(cohort.Id, company.Id, cohort.Starts);
        await app.Given.RowsAsync(member);
        var milestone = Milestone.Create(member.Id, "A trade secret reached", "A trade secret goal", new DateOnly(2026, 12, 1));
        milestone.Agree(asStaff: true, staff.Id, app.Now);
        var followUp = FollowUp.After(member.Id, new DateOnly(2026, 5, 1)).First();
        var mentor = Mentor.Create((await app.Given.PersonAsync("Másik Mentor", roles: Role.Mentor)).Id);
        mentor.Describe("Ár", "Price", "magyar", null, isActive: true);
        await app.Given.RowsAsync(milestone, followUp, mentor);
        var slot = MentorSlot.Create(mentor.Id, BookingStory.Tuesday(14, 15));
        await app.Given.RowsAsync(slot);
        var session = MentorSession.Book(slot, company.Id, staff.Id, "A trade secret question");
        await app.Given.RowsAsync(session);
        var evidence = await app.AskAsync((DocumentArchive archive) => archive.KeepAsync(new KeepFile
        {
            Subject = nameof(Milestone),
            SubjectId = milestone.Id,
            Kind = AttachmentKind.Document,
            FileName = "proof.pdf",
            Bytes = "%PDF-1.4"u8.ToArray(),
        }, Actor.System));
        words["cohort"] = cohort.Reference.ToString();
        words["cohort-member"] = member.Reference.ToString();
        words["milestone"] = milestone.Reference.ToString();
        words["evidence"] = evidence.Value.ToString();
        words["mentor"] = mentor.Reference.ToString();
        words["mentor-session"] = session.Reference.ToString();
        words["follow-up"] = followUp.Reference.ToString();
    }

    /// <summary>A call with one application submitted and one begun; their links are the applicants' only keys.</summary>
    private async Task MakeApplicationsAsync()
    {
        // The applications under review bear numbers of their own.
        await app.Given.RowsAsync(NumberSeries.Create("JE", 2026, 500));
        var story = await CallStory.BeginAsync(app);
        words["call"] = story.Call.ToString();
        words["call-section"] = story.Section.ToString(CultureInfo.InvariantCulture);
        words["own-link"] = await story.SubmittedAsync();
        words["draft-link"] = await story.StartAsync("draft@kisfarm.example");
        var application = await story.ApplicationAsync(words["own-link"]);
        words["own-application"] = application.Reference.ToString();
        await using var db = app.OpenDb();
        words["plan"] = (await db.Attachments.SingleAsync(a => a.Subject == nameof(Application) && a.SubjectId == application.Id)).Reference.ToString();
    }

    [GeneratedRegex(@"\{([\w-]+)\}")]
    private static partial Regex Word();
}
