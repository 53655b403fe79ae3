using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.History;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>
/// Two camps for the demo lab, relative to the day: one that was and is followed up, one that takes registrations and challenges. Their
/// people, agendas, scores and lots are other demo files' business.
/// </summary>
public sealed class DemoCamps(IncubatorDb db, TimeProvider clock)
{
    public async Task MakeAsync(CancellationToken cancel = default)
    {
        var today = LabTime.DateOf(clock.GetUtcNow());
        var past = await WriteAsync(Past(today), cancel, CampStatus.Open, CampStatus.Preparing, CampStatus.Running, CampStatus.FollowUp);
        var coming = await WriteAsync(Coming(today), cancel, CampStatus.Open);
        var companies = await db.Companies.Where(c => c.IsDemo).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancel);
        await BringAsync(past, companies[1], ChallengeState.Accepted, Powder, cancel);
        await BringAsync(past, companies[2], ChallengeState.Accepted, Granola, cancel);
        await BringAsync(coming, companies[0], ChallengeState.Accepted, Cheese, cancel);
        await BringAsync(coming, companies[6], ChallengeState.Submitted, Paprika, cancel);
        await BringAsync(coming, companies[7], ChallengeState.Draft, Honey, cancel);
    }

    private async Task BringAsync(Camp camp, long companyId, ChallengeState state, ChallengeDetails details, CancellationToken cancel)
    {
        var challenge = Challenge.Create(camp.Id, companyId);
        challenge.Describe(details);
        if (state != ChallengeState.Draft)
        {
            var manager = await db.CompanyMembers.Where(m => m.CompanyId == companyId && m.Role == MemberRole.Manager).Select(m => (long?)m.PersonId).FirstOrDefaultAsync(cancel);
            challenge.Submit(manager, camp.ChallengesCloseAt.AddDays(-20) is var at && at < clock.GetUtcNow() ? at : clock.GetUtcNow());
        }

        if (state == ChallengeState.Accepted) challenge.Decide(accepted: true, "Jól körülhatárolt, három nap alatt kipróbálható. (demo)");
        db.Challenges.Add(challenge);
        await db.SaveChangesAsync(cancel);
        db.Specifications.AddRange(details.Specifications.Select((row, i) => Specification.Create(challenge.Id, i, row)));
        db.Record(nameof(Challenge), challenge.Id, "Created", Actor.System, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Camp> WriteAsync(CampDetails details, CancellationToken cancel, params CampStatus[] steps)
    {
        var reference = (await new CampDesk(db, clock).CreateAsync(details, Actor.System, cancel)).Value;
        var camp = await db.Camps.SingleAsync(c => c.Reference == reference, cancel);
        // Not by the desk: what it would refuse now was in time then.
        foreach (var step in steps) camp.Become(step);
        await db.SaveChangesAsync(cancel);
        return camp;
    }

    private static readonly ChallengeDetails Powder = Written(
        "Állandó nedvességtartalmú gyümölcspor (demo)", "Fruit powder of steady moisture (demo)",
        "A gyümölcspor nedvessége tételről tételre ingadozik, a vevő visszaküldi a csomós zsákokat.", "The powder's moisture varies from lot to lot; customers return lumpy bags.",
        "A porlasztva szárított almapor nedvessége 3 és 7 % között mozog. A kilépő levegő hőmérsékletét kézzel állítjuk.", "Almapor 25 kg-os zsákban, pékségeknek.",
        "Tíz egymást követő tételből tíz a határok között.", Confidentiality.Camp,
        ("Nedvességtartalom", "%", 3.0m, 4.0m, 5.0m), ("Szemcseméret (d90)", "µm", null, 250m, 320m));

    private static readonly ChallengeDetails Granola = Written(
        "Ropogós granola fél évig (demo)", "Granola that stays crisp for half a year (demo)",
        "A granola négy hónap után veszít a ropogósságából.", "After four months the granola loses its crunch.",
        "A vízaktivitás a csomagolás után nő, a fólia és a hűtés szerepe nem tisztázott.", "Mézes granola 350 g-os tasakban.",
        "Hat hónap után is 0,45 alatti vízaktivitás.", Confidentiality.Open,
        ("Vízaktivitás", "aw", null, 0.35m, 0.45m), ("Tasak tömege", "g", 345m, 350m, 358m));

    private static readonly ChallengeDetails Cheese = Written(
        "Egyenletes sajtkrém adalék nélkül (demo)", "Even cheese spread without additives (demo)",
        "A sajtkrém állaga tételenként más; adalék nélkül szeretnénk állandóvá tenni.", "The spread's texture differs by lot; it should be steady without additives.",
        "A receptúrát és a hevítési görbét csak titoktartással adjuk ki.", "Kenhető sajtkrém 200 g-os tégelyben.",
        "A viszkozitás szórása a felére csökken.", Confidentiality.Named,
        ("Viszkozitás", "Pa·s", 18m, 22m, 26m), ("pH", "pH", 5.4m, 5.6m, 5.8m), ("Szárazanyag", "%", 38m, null, null));

    private static readonly ChallengeDetails Paprika = Written(
        "Színét tartó paprikakrém (demo)", "Paprika cream that keeps its colour (demo)",
        "A krém fél év alatt megbarnul a polcon.", "On the shelf the cream turns brown within half a year.",
        "A hőkezelés és a fény is okozhatja; nem tudjuk, melyik mennyire.", "Paprikakrém 190 g-os üvegben.",
        "Fél év után is 150 ASTA feletti szín.", Confidentiality.Camp, ("Szín", "ASTA", 150m, 170m, null));

    private static readonly ChallengeDetails Honey = Written(
        "Lágyan kristályos méz (demo)", "Softly crystallised honey (demo)", "A krémméz darabos marad.", "", "", "", "", Confidentiality.Camp);

    private static ChallengeDetails Written(
        string titleHu, string titleEn, string summaryHu, string summaryEn, string problem, string product, string success, Confidentiality level,
        params (string Name, string Unit, decimal? Lower, decimal? Target, decimal? Upper)[] rows) => new()
        {
            TitleHu = titleHu,
            TitleEn = titleEn,
            SummaryHu = summaryHu,
            SummaryEn = summaryEn,
            Problem = problem,
            Product = product,
            Success = success,
            Confidentiality = level,
            Specifications = [.. rows.Select(r => new SpecificationDetails { Name = r.Name, Unit = r.Unit, Lower = r.Lower, Target = r.Target, Upper = r.Upper })],
        };

    private static CampDetails Past(DateOnly today)
    {
        var starts = Weekday(today.AddDays(-45));
        return new CampDetails
        {
            NameHu = "Állandó minőség: szárított termékek tábora (demo)",
            NameEn = "Steady quality: a camp for dried products (demo)",
            AboutHu =
                "Három nap a félüzemi csarnokban: csapatok keresték, miért ingadozik a szárított termékek nedvességtartalma, és mivel lehetne állandóvá tenni.\n\n" +
                "A legjobb ötletekből próbagyártás lett; az eredményt tételről tételre mérjük, 30, 100 és 180 nap múlva.",
            AboutEn =
                "Three days in the pilot hall: teams looked for why the moisture of dried products varies, and what would make it steady.\n\n" +
                "The best ideas became trial batches; results are measured lot by lot, after 30, 100 and 180 days.",
            Format = CampFormat.Workshop,
            Place = "Inkubátorlabor, Debrecen",
            StartsOn = starts,
            EndsOn = starts.AddDays(2),
            Languages = ["hu", "en"],
            Partners = "Minta Egyetem, Élelmiszertudományi Kar (demo)\nMinta Város Önkormányzata (demo)",
            Budget = 4_200_000,
            BudgetCurrency = "HUF",
            ChallengesCloseAt = LabTime.AtMinute(starts.AddDays(-28), 12 * 60),
            RegistrationClosesAt = LabTime.AtMinute(starts.AddDays(-14), 12 * 60),
            StudentPlaces = 16,
            CompanyPlaces = 4,
            ExpertPlaces = 4,
        };
    }

    private static CampDetails Coming(DateOnly today)
    {
        var starts = Weekday(today.AddDays(40));
        return new CampDetails
        {
            NameHu = "Recepttől a tételig: innovációs tábor (demo)",
            NameEn = "From recipe to batch: an innovation camp (demo)",
            AboutHu =
                "Három nap, valódi kihívások debreceni élelmiszer-vállalkozásoktól. Vegyes csapatok dolgoznak rajtuk facilitátorral, mentorokkal és a labor gépeivel; a végén zsűri dönt.\n\n" +
                "Diákokat, vállalkozások munkatársait és szakértőket várunk. Előképzettség nem kell, kíváncsiság igen. A részvétel ingyenes, az ebédet adjuk.\n\n" +
                "A kihívás gazdája hazaviszi az eredményt, a labor pedig fél évig követi, jobb lett-e a termék.",
            AboutEn =
                "Three days, real challenges from food companies around Debrecen. Mixed teams work on them with a facilitator, mentors and the lab's machines; a jury decides at the end.\n\n" +
                "Students, people of companies and experts are welcome. You need curiosity, not training. It is free, and lunch is on us.\n\n" +
                "The owner of the challenge takes the result home, and the lab follows for half a year whether the product got better.",
            Format = CampFormat.Workshop,
            Place = "Inkubátorlabor, Debrecen",
            StartsOn = starts,
            EndsOn = starts.AddDays(2),
            Languages = ["hu", "en"],
            Partners = "Minta Egyetem, Élelmiszertudományi Kar (demo)",
            Budget = 4_800_000,
            BudgetCurrency = "HUF",
            ChallengesCloseAt = LabTime.AtMinute(starts.AddDays(-16), 12 * 60),
            RegistrationClosesAt = LabTime.AtMinute(starts.AddDays(-10), 12 * 60),
            StudentPlaces = 18,
            CompanyPlaces = 6,
            ExpertPlaces = 6,
        };
    }

    /// <summary>The Tuesday of that week.</summary>
    private static DateOnly Weekday(DateOnly day) => day.AddDays(DayOfWeek.Tuesday - day.DayOfWeek);
}
