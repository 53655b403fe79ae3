using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>
/// People for the demo lab's camps: the one that was, with its crew and five teams, and the one that takes registrations, full of
/// students and with a waiting list.
/// </summary>
public sealed class DemoParticipants(IncubatorDb db, TimeProvider clock)
{
    private const string Demo = "(demo)";
    private const int Teams = 5;

    private static readonly string[] Family = ["Kovács", "Szabó", "Tóth", "Varga", "Horváth", "Nagy", "Kiss", "Molnár", "Balogh", "Farkas", "Lakatos", "Papp", "Juhász", "Rácz", "Szűcs"];

    private static readonly string[] Given = ["Anna", "Bence", "Csilla", "Dávid", "Eszter", "Ferenc", "Gréta", "Hunor", "Ilona", "János", "Kata", "Levente", "Mira", "Nándor", "Olga", "Péter", "Réka"];

    private static readonly string[] Houses = ["Minta Egyetem, Élelmiszertudományi Kar", "Minta Egyetem, Mérnöki Kar", "Minta Főiskola", "Példa Gazdasági Egyetem"];

    private static readonly (string Hu, string En)[] Skills =
    [
        ("élelmiszer-technológia", "food technology"), ("mikrobiológia", "microbiology"), ("mérés és statisztika", "measuring and statistics"),
        ("formatervezés", "design"), ("marketing", "marketing"), ("pénzügy", "finance"), ("programozás", "programming"),
    ];

    private static readonly string[] Spoken = ["hu,en", "hu", "hu,en", "hu,de", "hu,en", "en,hu", "hu"];

    private int count;

    public async Task MakeAsync(CancellationToken cancel = default)
    {
        var camps = await db.Camps.Where(c => c.NameEn.EndsWith(Demo)).OrderBy(c => c.StartsOn).ToListAsync(cancel);
        foreach (var camp in camps)
        {
            var registered = camp.RegistrationClosesAt.AddDays(-20) is var early && early < clock.GetUtcNow() ? early : clock.GetUtcNow().AddDays(-6);
            var skills = await FormAsync(camp, registered.AddDays(-10), cancel);
            if (camp.Status == CampStatus.Open)
            {
                await RegisterAsync(camp, ParticipantKind.Student, camp.StudentPlaces - 1, ParticipantState.Admitted, registered, skills, cancel);
                // One is asked whether to take the last place; five wait behind.
                await RegisterAsync(camp, ParticipantKind.Student, 1, ParticipantState.Offered, registered, skills, cancel);
                await RegisterAsync(camp, ParticipantKind.Student, 5, ParticipantState.Waiting, registered, skills, cancel);
                await RegisterAsync(camp, ParticipantKind.Company, 3, ParticipantState.Admitted, registered, skills, cancel);
                await RegisterAsync(camp, ParticipantKind.Expert, 2, ParticipantState.Admitted, registered, skills, cancel);
            }
            else
            {
                await RegisterAsync(camp, ParticipantKind.Student, camp.StudentPlaces, ParticipantState.Admitted, registered, skills, cancel);
                await RegisterAsync(camp, ParticipantKind.Company, camp.CompanyPlaces, ParticipantState.Admitted, registered, skills, cancel);
                await RegisterAsync(camp, ParticipantKind.Expert, camp.ExpertPlaces, ParticipantState.Admitted, registered, skills, cancel);
                await RegisterAsync(camp, ParticipantKind.Student, 2, ParticipantState.Cancelled, registered, skills, cancel);
                await TeamsAsync(camp, registered.AddDays(15), cancel);
            }

            await CrewAsync(camp, cancel);
        }

        db.ChangeTracker.Clear();
    }

    private async Task<List<CampSkill>> FormAsync(Camp camp, DateTimeOffset at, CancellationToken cancel)
    {
        var skills = Skills.Select((s, i) => CampSkill.Create(camp.Id, i + 1, s.Hu, s.En)).ToList();
        db.CampSkills.AddRange(skills);
        db.CampQuestions.AddRange(
            CampQuestion.Create(camp.Id, 1, new QuestionOfCamp
            {
                Kind = CampQuestionKind.Text,
                TextHu = "Miért szeretne részt venni?",
                TextEn = "Why would you like to take part?",
            }),
            CampQuestion.Create(camp.Id, 2, new QuestionOfCamp
            {
                Kind = CampQuestionKind.Choice,
                TextHu = "Pólóméret",
                TextEn = "T-shirt size",
                ChoicesHu = "S\nM\nL\nXL",
                ChoicesEn = "S\nM\nL\nXL",
                IsRequired = true,
            }));
        db.CampNotices.Add(CampNotice.Publish(camp.Id, 1,
            "A jelentkezés adatait a labor a helyek kiosztásához és a csapatok alakításához kezeli (demo). Az étkezési igényeket a tábor után 30 nappal, a többit két év múlva törli. A levélben kapott hivatkozással bármikor megnézheti, módosíthatja és törölheti az adatait.",
            "The lab keeps what you register to give places and to make teams (demo). Needs are deleted 30 days after the camp, the rest after two years. By the link in your mail you read, change and delete your data at any time.",
            at, null));
        await db.SaveChangesAsync(cancel);
        return skills;
    }

    private async Task RegisterAsync(
        Camp camp, ParticipantKind kind, int number, ParticipantState state, DateTimeOffset from, List<CampSkill> skills, CancellationToken cancel)
    {
        for (var i = 0; i < number; i++)
        {
            var n = ++count;
            var at = from.AddHours(n % 40 * 3);
            var name = $"{Family[n % Family.Length]} {Given[n * 7 % Given.Length]} {Demo}";
            var participant = Participant.Create(camp.Id, kind, name, $"taborozo{n}@demo.example", at);
            participant.Register(kind, "hu", null, false, null, n, at);
            participant.Describe(new ParticipantDetails
            {
                Name = name,
                Organisation = kind switch
                {
                    ParticipantKind.Student => Houses[n * 3 % Houses.Length],
                    ParticipantKind.Company => $"Demo Élelmiszer {n % 3 + 1} Kft.",
                    _ => "Minta Kutatóintézet",
                },
                Languages = Spoken[n % Spoken.Length].Split(','),
                // Of a camp that was long ago, needs are gone.
                Needs = camp.Status == CampStatus.Open && n % 6 == 0 ? "vegetáriánus" : null,
                NeedsConsent = true,
                PhotoConsent = n % 3 != 0,
            }, at);
            participant.AcceptNotice(1, new string('0', Participant.SecretHashLength));
            Put(participant, state, camp);
            db.Participants.Add(participant);
            await db.SaveChangesAsync(cancel);
            db.ParticipantSkills.AddRange(new[] { n % skills.Count, n * 3 % skills.Count }.Distinct().Select(s => ParticipantSkill.Create(participant.Id, skills[s].Id)));
        }

        await db.SaveChangesAsync(cancel);
    }

    private void Put(Participant participant, ParticipantState state, Camp camp)
    {
        if (state == ParticipantState.Waiting) participant.Wait();
        else if (state == ParticipantState.Offered) participant.Offer(PlaceRules.OfferEnds(camp, clock.GetUtcNow().AddHours(-6)));
        else if (state == ParticipantState.Cancelled) participant.Cancel();
        else participant.TakePlace();
    }

    private async Task TeamsAsync(Camp camp, DateTimeOffset at, CancellationToken cancel)
    {
        var challenges = await db.Challenges.Where(c => c.CampId == camp.Id && c.State == ChallengeState.Accepted).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancel);
        string[] names = ["Porszem", "Szárazra", "Tíz százalék", "Maradék víz", "Kontroll"];
        var teams = names.Take(Teams).Select((name, i) => Team.Create(camp.Id, i + 1, name)).ToList();
        for (var i = 0; i < teams.Count; i++)
        {
            if (challenges.Count > 0) teams[i].Take(challenges[i % challenges.Count]);
            teams[i].Announce(at);
        }

        db.Teams.AddRange(teams);
        await db.SaveChangesAsync(cancel);
        var people = await TeamPeople.ReadAsync(db, camp.Id, _ => null, cancel);
        var division = TeamBalance.Divide(people, Teams, camp.MinTeamSize, camp.MaxTeamSize);
        for (var i = 0; i < teams.Count; i++) db.TeamMembers.AddRange(division.Teams[i].Select(id => TeamMember.Create(teams[i].Id, id)));
        await db.SaveChangesAsync(cancel);
    }

    private async Task CrewAsync(Camp camp, CancellationToken cancel)
    {
        var people = await db.Users.Where(p => p.Email!.EndsWith("@demo.lab")).ToDictionaryAsync(p => p.Email!, p => p.Id, cancel);
        var asked = camp.StartsOn.AddDays(-35);
        (string Mail, CrewRole Role, bool Comes)[] parts =
        [
            ("staff@demo.lab", CrewRole.Organiser, true), ("staff@demo.lab", CrewRole.Facilitator, true), ("staff2@demo.lab", CrewRole.Facilitator, true),
            ("mentor@demo.lab", CrewRole.Mentor, true), ("member2@demo.lab", CrewRole.Mentor, camp.Status != CampStatus.Open),
            ("company1@demo.lab", CrewRole.ChallengeOwner, true),
            ("reviewer@demo.lab", CrewRole.Juror, true), ("reviewer2@demo.lab", CrewRole.Juror, true), ("reviewer3@demo.lab", CrewRole.Juror, camp.Status != CampStatus.Open),
        ];
        var members = new List<CrewMember>();
        foreach (var (mail, role, comes) in parts)
        {
            if (!people.TryGetValue(mail, out var person)) continue;
            var company = await db.CompanyMembers.Where(m => m.PersonId == person).Select(m => (long?)m.CompanyId).FirstOrDefaultAsync(cancel);
            var member = CrewMember.Create(camp.Id, person, role, role == CrewRole.Juror ? "Minta Egyetem (demo)" : null, company);
            member.Ask(LabTime.StartOf(asked));
            if (comes) member.Confirm(LabTime.StartOf(asked.AddDays(2)));
            member.Chair(mail == "reviewer@demo.lab");
            members.Add(member);
        }

        db.CrewMembers.AddRange(members);
        await db.SaveChangesAsync(cancel);
        // The mentor cannot come on the first morning.
        foreach (var mentor in members.Where(m => m is { Role: CrewRole.Mentor, ConfirmedAt: not null }).Take(1))
        {
            for (var day = camp.StartsOn; day <= camp.EndsOn; day = day.AddDays(1))
                db.CrewTimes.Add(CrewTime.Create(mentor.Id, LabTime.AtMinute(day, day == camp.StartsOn ? 13 * 60 : camp.DayStarts), LabTime.AtMinute(day, camp.DayEnds)));
        }

        var guides = members.Where(m => m.Role is CrewRole.Facilitator or CrewRole.Mentor).ToList();
        var teams = await db.Teams.Where(t => t.CampId == camp.Id).OrderBy(t => t.Position).Select(t => t.Id).ToListAsync(cancel);
        for (var i = 0; i < teams.Count && guides.Count > 0; i++) db.TeamCrew.Add(TeamCrew.Create(teams[i], guides[i % guides.Count].Id));
        await db.SaveChangesAsync(cancel);
    }
}
