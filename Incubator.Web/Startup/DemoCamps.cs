using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
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
        await WriteAsync(Past(today), cancel, CampStatus.Open, CampStatus.Preparing, CampStatus.Running, CampStatus.FollowUp);
        await WriteAsync(Coming(today), cancel, CampStatus.Open);
    }

    private async Task WriteAsync(CampDetails details, CancellationToken cancel, params CampStatus[] steps)
    {
        var reference = (await new CampDesk(db, clock).CreateAsync(details, Actor.System, cancel)).Value;
        var camp = await db.Camps.SingleAsync(c => c.Reference == reference, cancel);
        // Not by the desk: what it would refuse now was in time then.
        foreach (var step in steps) camp.Become(step);
        await db.SaveChangesAsync(cancel);
    }

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
