using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Companies;
using Incubator.Core.Notifications;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Participants;

/// <summary>A camp that takes registrations, behind the pages: two students, two experts; a member company with an accepted challenge.</summary>
public sealed class PeopleStory(IncubatorApp app)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Guid Camp { get; private set; }

    public long CampId { get; private set; }

    public Person Staff { get; private set; } = null!;

    public Company Company { get; private set; } = null!;

    public Guid Challenge { get; private set; }

    public static async Task<PeopleStory> BeginAsync(IncubatorApp app)
    {
        var story = new PeopleStory(app) { Staff = await app.Given.StaffAsync("Táboros Tamara"), Company = await app.Given.CompanyAsync("Kihívás Kft.") };
        var camp = Core.Camps.Camp.Create(RegistrationLab.Details with { StudentPlaces = 2, MinTeamSize = 1, MaxTeamSize = 3 });
        camp.Become(CampStatus.Open);
        await app.Given.RowsAsync(camp);
        var challenge = Core.Camps.Challenge.Create(camp.Id, story.Company.Id);
        await app.Given.RowsAsync(
            CampNotice.Publish(camp.Id, 1, "Tájékoztató.", "We keep your name until the camp is over.", app.Now, null), CampSkill.Create(camp.Id, 1, "formatervezés", "design"),
            CampQuestion.Create(camp.Id, 1, new QuestionOfCamp { Kind = CampQuestionKind.Choice, TextHu = "Póló?", TextEn = "T-shirt?", ChoicesHu = "kicsi\nnagy", ChoicesEn = "small\nlarge", IsRequired = true }),
            CampQuestion.Create(camp.Id, 2, new QuestionOfCamp { Kind = CampQuestionKind.YesNo, TextHu = "Ebéd?", TextEn = "Lunch?" }),
            CampQuestion.Create(camp.Id, 3, new QuestionOfCamp { Kind = CampQuestionKind.Text, TextHu = "Miért?", TextEn = "Why?" }), challenge);
        await using (var db = app.OpenDb())
            await db.Challenges.Where(c => c.Id == challenge.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.State, ChallengeState.Accepted).SetProperty(x => x.TitleEn, "Steady powder").SetProperty(x => x.TitleHu, "Állandó por"), Cancel);
        (story.Camp, story.CampId, story.Challenge) = (camp.Reference, camp.Id, challenge.Reference);
        return story;
    }

    public async Task<RegisterParticipant> WishAsync(string mail, ParticipantKind kind = ParticipantKind.Student)
    {
        await using var db = app.OpenDb();
        var question = await db.CampQuestions.Where(q => q.CampId == CampId && q.Kind == CampQuestionKind.Choice).Select(q => q.Reference).SingleAsync(Cancel);
        var wish = RegistrationLab.Wish(Camp, mail, kind);
        return wish with { Details = wish.Details with { Answers = new Dictionary<Guid, string> { [question] = "1" } } };
    }

    /// <summary>Registers; gives the path of their own page.</summary>
    public async Task<string> RegisterAsync(string mail, ParticipantKind kind = ParticipantKind.Student)
    {
        var wish = await WishAsync(mail, kind);
        return "/camps/place/" + (await app.AskAsync((RegistrationDesk d) => d.RegisterAsync(wish, new Actor(null, false, []), Cancel))).Value;
    }

    /// <summary>The link in the last mail to somebody.</summary>
    public async Task<string> LinkAsync(string mail)
    {
        await using var db = app.OpenDb();
        return NoticeFacts.Of(await db.Notices.Where(n => n.Recipient == mail).OrderByDescending(n => n.Id).FirstAsync(Cancel)).Texts["link"];
    }

    public async Task<Participant> SeeAsync(string mail)
    {
        await using var db = app.OpenDb();
        return await db.Participants.AsNoTracking().SingleAsync(p => p.Email == mail, Cancel);
    }
}
