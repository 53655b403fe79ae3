using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>
/// What became of the demo lab's past camp: lots measured before and after it, ideas, a prototype, answers and outcomes of four
/// companies. Fictional, and relative to the day.
/// </summary>
public sealed class DemoFollowUp(IncubatorDb db, TimeProvider clock)
{
    // How lots lie around the target, in tenths of the way to a limit: they drift before the camp and keep to it after.
    private static readonly int[][] Drifting =
        [[-9, -6, -11], [8, 12, 9], [-3, 1, -5], [11, 7, 10], [-12, -8, -9], [2, 5, -1], [9, 13, 8], [-7, -10, -4], [4, 0, 6], [-2, -6, -8]];

    private static readonly int[][] Steady =
        [[-2, 1, 0], [2, -1, 3], [0, -3, 1], [1, 2, -2], [-1, 0, 2], [3, 1, -1], [-2, -1, 1], [0, 2, -3], [1, -2, 0], [2, 0, -1]];

    public async Task MakeAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var camp = await db.Camps.Where(c => c.Status == CampStatus.FollowUp).OrderByDescending(c => c.StartsOn).FirstOrDefaultAsync(cancel);
        if (camp is null) return;
        await FollowAsync(camp, now, new Story("Látóképi", "Egyforma nedvességtartalom", "The same moisture in every bag",
            "Szárított sárgarépa, nedvesség", "%", 8.0m, 2.0m, Steady)
        {
            Idea = "Rétegvastagság-jelölő a szárítótálcán",
            Outcome = OutcomeKind.Launched,
            Product = "Sárgarépa-chips, állandó nedvességgel (demo)",
            Jobs = 1.5m,
            Answer = (CheckState.GoesWell, "A jelölőt minden tálcára feltettük, az új tételek már így készülnek."),
        }, cancel);
        await FollowAsync(camp, now, new Story("Hajdú Sajtműhely", "Egyforma savanyúság", "The same acidity in every batch",
            "Friss sajt, pH", null, 4.5m, 0.2m, Steady)
        {
            Idea = "Adagolt starterkultúra",
            Outcome = OutcomeKind.InDevelopment,
            Answer = (CheckState.Slow, "A kultúra szállítója késik, a próbagyártás decemberre csúszott."),
        }, cancel);
        await FollowAsync(camp, now, new Story("Tiszántúli", "Csomómentes gyümölcspor", "Fruit powder without lumps",
            "Almapor, szemcseméret (D50)", "µm", 180m, 30m, Steady)
        {
            Idea = "Kétlépcsős őrlés hűtéssel",
            Outcome = OutcomeKind.InDevelopment,
            Answer = (CheckState.GoesWell, "A második őrlési lépcsőt a laborban próbáljuk."),
        }, cancel);
        // One that has not answered, and is no better.
        await FollowAsync(camp, now, new Story("Nagyerdei", "Pontos töltősúly", "The right weight in every bag",
            "Granola, töltősúly", "g", 400m, 6m, Drifting)
        { Idea = "Rezgőadagoló a csomagoló előtt" }, cancel);
        db.ChangeTracker.Clear();
    }

    private async Task FollowAsync(Camp camp, DateTimeOffset now, Story story, CancellationToken cancel)
    {
        var company = await db.Companies.SingleAsync(c => c.Name.StartsWith(story.Company), cancel);
        var challenge = await db.Challenges.Where(c => c.CampId == camp.Id && c.CompanyId == company.Id && c.State == ChallengeState.Accepted)
            .FirstOrDefaultAsync(cancel) ?? await BringAsync(camp, company, story, cancel);
        var specifications = await db.Specifications.Where(s => s.ChallengeId == challenge.Id).ToListAsync(cancel);
        var today = LabTime.DateOf(now);
        foreach (var specification in specifications)
        {
            for (var i = 0; i < Drifting.Length; i++)
            {
                db.Add(Lot(specification, LotPhase.Before, $"E-{i + 1:00}", camp.StartsOn.AddDays(-50 + (4 * i)), Drifting[i], now));
                var after = camp.EndsOn.AddDays(4 + (3 * i));
                if (after <= today) db.Add(Lot(specification, LotPhase.After, $"U-{i + 1:00}", after, story.After[i], now));
            }
        }

        var idea = CampIdea.Create(challenge.Id, story.Idea, null, null);
        if (story.Answer is not null) idea.Adopt(camp.EndsOn.AddDays(7), null);
        if (await db.Reservations.Where(r => r.CompanyId == company.Id && (r.State == ReservationState.Completed || r.State == ReservationState.Confirmed))
            .OrderByDescending(r => r.Start).Select(r => (long?)r.Id).FirstOrDefaultAsync(cancel) is { } reservation) idea.Try(reservation);
        db.Add(idea);
        var checks = CampCheck.After(challenge.Id, camp.EndsOn).ToList();
        if (story.Answer is var (state, words)) checks[0].Answer(state, words, now.AddDays(-3), null);
        db.AddRange(checks);
        if (story.Outcome is { } kind)
            db.Add(ChallengeOutcome.Create(challenge.Id, new OutcomeDetails { Kind = kind, On = camp.EndsOn.AddDays(14), ProductName = story.Product, Jobs = story.Jobs }, null, now));
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Challenge> BringAsync(Camp camp, Company company, Story story, CancellationToken cancel)
    {
        var challenge = Challenge.Create(camp.Id, company.Id);
        var row = db.Add(challenge);
        // Not by the desk: what it would refuse now was in time then.
        row.Property(c => c.State).CurrentValue = ChallengeState.Accepted;
        row.Property(c => c.TitleHu).CurrentValue = story.TitleHu + " (demo)";
        row.Property(c => c.TitleEn).CurrentValue = story.TitleEn + " (demo)";
        row.Property(c => c.SummaryHu).CurrentValue = $"A termék tételről tételre ingadozik ({story.Measure}); állandóvá szeretnénk tenni.";
        row.Property(c => c.SummaryEn).CurrentValue = "The product varies from lot to lot; we want to make it steady.";
        await db.SaveChangesAsync(cancel);
        db.Add(Specification.Create(challenge.Id, 1, story.Measure, story.Unit, story.Target, story.Target - story.Reach, story.Target + story.Reach));
        await db.SaveChangesAsync(cancel);
        return challenge;
    }

    private static MeasuredLot Lot(Specification specification, LotPhase phase, string code, DateOnly on, int[] tenths, DateTimeOffset now)
    {
        var reach = ((specification.Upper ?? specification.Lower) - specification.Target) ?? 1;
        return MeasuredLot.Create(specification.Id, new LotDetails
        {
            Code = code,
            MeasuredOn = on,
            Phase = phase,
            Values = [.. tenths.Select(t => decimal.Round((specification.Target ?? 0) + (reach * t / 10), 3))],
        }, null, now);
    }

    /// <param name="Company">How its name begins.</param>
    /// <param name="Reach">From the target to either limit.</param>
    /// <param name="After">How the lots lie after the camp.</param>
    private sealed record Story(
        string Company, string TitleHu, string TitleEn, string Measure, string? Unit, decimal Target, decimal Reach, int[][] After)
    {
        public required string Idea { get; init; }
        public OutcomeKind? Outcome { get; init; }
        public string? Product { get; init; }
        public decimal? Jobs { get; init; }
        public (CheckState State, string Words)? Answer { get; init; }
    }
}
