using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>
/// A programme for the demo lab: a running cohort with milestones in every colour, mentors with free and past hours, updates of some
/// quarters, and a cohort that has graduated with a follow-up due. Relative to the day, so that it is always fresh.
/// </summary>
public sealed class DemoCohorts(IncubatorDb db, TimeProvider clock)
{
    private const int Running = 6;
    private const int Alumni = 3;

    private static readonly (string Text, int Due, int? Begun, int? Done, int Slips)[][] Plans =
    [
        [("Receptúra véglegesítése", -150, -200, -155, 0), ("Eltarthatósági vizsgálat lezárása", -60, -120, -63, 0), ("Csomagolás nyomdakészen", 40, -10, null, 0)],
        [("Porítási próba három gyümölccsel", -110, -150, -108, 0), ("Első tíz viszonteladó", 5, null, null, 0), ("Tápértékjelölés ellenőrzése", 60, null, null, 0)],
        [("Próbagyártás 200 kg-mal", -90, -120, -92, 0), ("Kiskereskedelmi szerződés", -18, -60, null, 1), ("Webáruház indítása", 25, -5, null, 0)],
        [("HACCP-terv elkészítése", -30, -80, null, 2), ("Gluténmentes sor átállása", 20, -20, null, 2)],
        [("Érlelési sorozat kiértékelése", -70, -110, -75, 0), ("Vákuumcsomagolás beállítása", -3, -20, null, 0), ("Kóstoló a vásárcsarnokban", 50, null, null, 0)],
        [("Gyógynövénytea termékcsalád", 12, null, null, 0), ("Bioellenőrzés", 90, null, null, 0)],
    ];

    private static readonly string[] Goals =
        ["Tartós jelenlét a megyei boltokban", "Új termékcsalád piacra vitele", "Saját gyártás kisüzemi méretben", "Megfelelés a láncok követelményeinek", "Kevesebb selejt az érlelésben", "Feldolgozott termék a nyersáru mellé"];

    public async Task MakeAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        var companies = await db.Companies.Where(c => c.IsDemo).OrderBy(c => c.Id).Take(Running + Alumni).ToListAsync(cancel);
        var people = await db.Users.ToDictionaryAsync(u => u.Email!, cancel);
        var managers = await db.CompanyMembers.Where(m => m.Role == MemberRole.Manager).ToDictionaryAsync(m => m.CompanyId, m => m.PersonId, cancel);
        var (staff, mentors) = (people["staff@demo.lab"], new[] { people["mentor@demo.lab"], people["staff2@demo.lab"] });

        var programme = Programme.Create(new("Élelmiszer-inkubációs program (demo)", "Food incubation programme (demo)"),
            "Recepttől a polcig: próbagyártás, mentorok és negyedéves visszatekintés.");
        db.Add(programme);
        await db.SaveChangesAsync(cancel);
        var starts = new DateOnly(today.Year, today.Month, 1).AddMonths(-9);
        var graduated = today.AddMonths(-7);
        var running = CohortOf(programme, starts, starts.AddMonths(15).AddDays(-1), Running + 4, staff.Id);
        var past = CohortOf(programme, starts.AddMonths(-14), graduated, Alumni + 1, staff.Id);
        db.AddRange(running, past);
        await db.SaveChangesAsync(cancel);

        for (var i = 0; i < companies.Count; i++)
        {
            var isAlumnus = i >= Running;
            var cohort = isAlumnus ? past : running;
            var member = CohortMember.Create(cohort.Id, companies[i].Id, cohort.Starts, reason: "Demo");
            if (isAlumnus) member.Graduate(graduated);
            db.Add(member);
            await db.SaveChangesAsync(cancel);
            db.Record(nameof(CohortMember), member.Id, "Joined", Actor.System, LabTime.StartOf(cohort.Starts));
            Updates(member, cohort, i, today, now, managers[companies[i].Id]);
            if (isAlumnus) FollowUps(member, i - Running, graduated, now, staff.Id);
            else Milestones(member, i, today, staff.Id, managers[companies[i].Id]);
        }

        await db.SaveChangesAsync(cancel);
        await MentorsAsync(mentors, [.. companies.Take(Running).Select(c => (c.Id, managers[c.Id]))], today, now, cancel);
        db.ChangeTracker.Clear();
    }

    private static Cohort CohortOf(Programme programme, DateOnly starts, DateOnly ends, int capacity, long staff) => Cohort.Create(programme.Id, new CohortDetails
    {
        NameHu = $"{starts.Year}. évi évfolyam (demo)",
        NameEn = $"Cohort of {starts.Year} (demo)",
        Starts = starts,
        Ends = ends,
        Capacity = capacity,
        Focus = "Növényi alapú és hagyományos helyi termékek",
        ResponsibleId = staff,
    });

    private void Milestones(CohortMember member, int company, DateOnly today, long staff, long manager)
    {
        foreach (var (text, due, begun, done, slips) in Plans[company])
        {
            var first = today.AddDays(due - (14 * slips));
            var milestone = Milestone.Create(member.Id, text, Goals[company], first);
            var agreed = LabTime.AtMinute(first.AddDays(-90), 10 * 60);
            milestone.Agree(asStaff: true, staff, agreed);
            // One still waits for the company's word, one for the lab's.
            if (text != "HACCP-terv elkészítése") milestone.Agree(asStaff: false, manager, agreed.AddDays(1));
            for (var i = 1; i <= slips; i++)
                milestone.Slip(first.AddDays(14 * i), i == 1 ? "Késett az alapanyag." : "A partner új mintát kért.", manager, LabTime.AtMinute(first.AddDays((14 * i) - 16), 9 * 60));
            if (begun is { } started) milestone.Begin(today.AddDays(started));
            if (done is { } finished) milestone.Finish(today.AddDays(finished), "Jegyzőkönyv a labornál.");
            db.Add(milestone);
        }
    }

    private void Updates(CohortMember member, Cohort cohort, int company, DateOnly today, DateTimeOffset now, long manager)
    {
        var owed = UpdateRules.Owed(member.From, member.EndedOn ?? cohort.Ends, today).ToList();
        // One is late with its last.
        if (company == 3) owed = [.. owed.SkipLast(1)];
        for (var i = 0; i < owed.Count; i++)
        {
            var grown = i + (company % 3);
            var update = CompanyUpdate.Create(member.CompanyId, owed[i], new UpdateFigures
            {
                JobsWomen = 1 + (grown * 0.5m),
                JobsMen = 1.5m + (company % 2),
                JobsOther = company == 4 ? 0.5m : 0,
                JobsYoung = 0.5m,
                JobsResearch = company % 2 == 0 ? 0.5m : 0,
                Turnover = (2_400_000 + (company * 650_000)) * (1 + (grown * 0.12m)),
                Investment = i == 1 ? 3_000_000 : 0,
                Products = i % 2,
                Certificates = i == 2 && company == 0 ? "FSSC 22000" : null,
            });
            var at = UpdateRules.AskedAt(owed[i]).AddDays(2);
            update.Send(at < now ? at : now, manager);
            db.Add(update);
        }
    }

    private void FollowUps(CohortMember member, int alumnus, DateOnly graduated, DateTimeOffset now, long staff)
    {
        foreach (var followUp in FollowUp.After(member.Id, graduated))
        {
            // Two have told how they are; the third is to be asked.
            if (followUp.AfterMonths == FollowUp.Months[0] && alumnus < 2)
                followUp.Answer(new FollowUpAnswer
                {
                    IsActive = true,
                    Jobs = 4 + alumnus,
                    Turnover = 38_000_000,
                    Products = 2,
                    Source = alumnus == 0 ? FollowUpSource.Company : FollowUpSource.StaffCall,
                }, now.AddDays(-12), staff);
            db.Add(followUp);
        }
    }

    private async Task MentorsAsync(
        Person[] people, IReadOnlyList<(long Company, long Manager)> companies, DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        (string Hu, string En, string Languages, string About)[] profiles =
        [
            ("Árképzés, kereskedelmi láncok, csomagolás", "Pricing, retail chains, packaging", "magyar, English", "Húsz éve segít kis élelmiszer-vállalkozásokat a polcokig. (demo)"),
            ("Technológia, szárítás, méretnövelés", "Process technology, drying, scale-up", "magyar, Deutsch", "A labor technológusa. (demo)"),
        ];
        for (var i = 0; i < people.Length; i++)
        {
            var mentor = Mentor.Create(people[i].Id);
            mentor.Describe(profiles[i].Hu, profiles[i].En, profiles[i].Languages, profiles[i].About, isActive: true);
            db.Add(mentor);
            await db.SaveChangesAsync(cancel);
            var day = i == 0 ? DayOfWeek.Tuesday : DayOfWeek.Thursday;
            var slots = Enumerable.Range(-56, 84).Select(today.AddDays).Where(d => d.DayOfWeek == day)
                .SelectMany(d => Enumerable.Range(14, 3).Select(hour => LabTime.AtMinute(d, hour * 60)))
                .Select(start => MentorSlot.Create(mentor.Id, new TimeSlot(start, start.AddHours(1)))).ToList();
            // Of the past only what was booked is worth a row.
            var used = slots.Where((s, n) => s.End < now && n % 4 == i).ToList();
            var coming = slots.Where(s => s.Start > now).ToList();
            db.AddRange(used);
            db.AddRange(coming);
            await db.SaveChangesAsync(cancel);
            var sessions = used.Append(coming[0]).Select((slot, n) => MentorSession.Book(
                slot, companies[(n + i) % companies.Count].Company, companies[(n + i) % companies.Count].Manager, "A következő lépés megbeszélése")).ToList();
            for (var n = 0; n < used.Count; n++)
            {
                sessions[n].Attend(came: n % 5 != 4);
                if (n % 2 == 0)
                    sessions[n].Add(MentorNote.Create("A költségeket termékenként érdemes számolni; következő alkalomra árlistát hoznak.", NoteVisibility.Company, sessions[n].End, people[i].Id));
            }

            db.AddRange(sessions);
            await db.SaveChangesAsync(cancel);
            db.AddRange(sessions.SelectMany(MentorQuarter.Of));
            await db.SaveChangesAsync(cancel);
        }
    }
}
