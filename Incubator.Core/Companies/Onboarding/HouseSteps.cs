using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>
/// The steps that a lab begins with, and their texts (files of db/seed). Loaded where the table is empty and never again: steps
/// are retired, not deleted, so what staff took out stays out.
/// </summary>
public static class HouseSteps
{
    /// <summary>A lab that has companies already gives them this long before the steps are asked for.</summary>
    public const int DaysOfNotice = 90;

    /// <param name="seedFolder">The folder of the files in db/seed.</param>
    public static async Task LoadAsync(IncubatorDb db, string seedFolder, TimeProvider clock, CancellationToken cancel = default)
    {
        if (await db.OnboardingSteps.AnyAsync(cancel)) return;
        var now = clock.GetUtcNow();
        var today = LabTime.DateOf(now);
        var from = await db.Companies.AnyAsync(cancel) ? today.AddDays(DaysOfNotice) : today;
        var texts = new Dictionary<StepKind, (string Hu, string En)>
        {
            [StepKind.Agreement] = await ReadAsync("agreement"),
            [StepKind.HouseRules] = await ReadAsync("house_rules"),
            [StepKind.DataProtectionNotice] = await ReadAsync("data_protection"),
        };
        _ = (await db.CommitAsync<Done>(async token =>
        {
            if (await db.OnboardingSteps.AnyAsync(token)) return default(Done);
            var steps = All(from).Select(OnboardingStep.Create).ToList();
            db.OnboardingSteps.AddRange(steps);
            await db.SaveChangesAsync(token);
            foreach (var step in steps.Where(s => texts.ContainsKey(s.Kind)))
                db.StepTexts.Add(StepText.Publish(step.Id, 1, texts[step.Kind].Hu, texts[step.Kind].En, null, now, null));
            return default(Done);
        }, cancel: cancel)).Value;

        async Task<(string, string)> ReadAsync(string name) => (
            await File.ReadAllTextAsync(Path.Combine(seedFolder, $"onboarding_{name}.hu.txt"), cancel),
            await File.ReadAllTextAsync(Path.Combine(seedFolder, $"onboarding_{name}.en.txt"), cancel));
    }

    /// <summary>Where people's safety or clean food hangs on it, staff may not book past it.</summary>
    public static IReadOnlyList<StepDetails> All(DateOnly from) =>
    [
        new()
        {
            Kind = StepKind.Agreement,
            NameHu = "Használati megállapodás",
            NameEn = "Agreement of use",
            InstructionsHu = "Olvassa el, és fogadja el a nevével; vagy nyomtassa ki, írja alá, és töltse fel a beolvasott példányt.",
            InstructionsEn = "Read it and accept it with your name; or print it, sign it and upload the scan.",
            Doer = StepDoer.Manager,
            Wanted = EvidenceParts.Acceptance | EvidenceParts.File,
            StaffMayOverride = true,
            Position = 1,
            ActiveFrom = from,
        },
        new()
        {
            Kind = StepKind.Insurance,
            NameHu = "Felelősségbiztosítás",
            NameEn = "Liability insurance",
            InstructionsHu = "Töltse fel a kötvényt vagy az igazolást a használatra is kiterjedő felelősségbiztosításról.",
            InstructionsEn = "Upload the policy or certificate of a liability insurance that covers the use of the lab.",
            Doer = StepDoer.Manager,
            Wanted = EvidenceParts.File | EvidenceParts.Number,
            Validity = StepValidity.UntilGiven,
            StaffMayOverride = true,
            Position = 2,
            ActiveFrom = from,
        },
        new()
        {
            Kind = StepKind.FoodRegistration,
            NameHu = "Élelmiszer-vállalkozás nyilvántartásba vétele",
            NameEn = "Food-business registration",
            InstructionsHu = "Adja meg a vármegyei élelmiszerlánc-felügyelet vagy a NÉBIH nyilvántartási számát (FELIR) és a tevékenységi kört; vagy nyilatkozzon, hogy az itt készült tételeket nem értékesítik.",
            InstructionsEn = "Give the number of the county food-chain authority or NÉBIH (FELIR) and its scope; or declare that nothing made here is sold.",
            Doer = StepDoer.Manager,
            Wanted = EvidenceParts.Number,
            Validity = StepValidity.UntilGivenIfAny,
            Blocks = StepBlocks.CommercialUse,
            Position = 3,
            ActiveFrom = from,
        },
        new()
        {
            Kind = StepKind.HaccpPlan,
            NameHu = "HACCP-terv",
            NameEn = "HACCP plan",
            InstructionsHu = "Töltse fel az itt készülő termékekre is kiterjedő HACCP-tervet, és adja meg a változatát.",
            InstructionsEn = "Upload the HACCP plan that covers what is made here, and give its version.",
            Doer = StepDoer.Manager,
            Wanted = EvidenceParts.File | EvidenceParts.DocumentVersion,
            Validity = StepValidity.Months,
            Months = 12,
            Blocks = StepBlocks.CommercialUse,
            Position = 4,
            ActiveFrom = from,
        },
        new()
        {
            Kind = StepKind.HouseRules,
            NameHu = "Házirend",
            NameEn = "House rules",
            InstructionsHu = "Mindenki maga olvassa el és fogadja el, aki itt dolgozik.",
            InstructionsEn = "Everyone who works here reads and accepts them.",
            PerPerson = true,
            Doer = StepDoer.Person,
            Wanted = EvidenceParts.Acceptance,
            Position = 5,
            ActiveFrom = from,
        },
        new()
        {
            Kind = StepKind.DataProtectionNotice,
            NameHu = "Adatkezelési tájékoztató",
            NameEn = "Data-protection notice",
            InstructionsHu = "Olvassa el, milyen adatait kezeli a labor.",
            InstructionsEn = "Read which of your data the lab keeps.",
            PerPerson = true,
            Doer = StepDoer.Person,
            Wanted = EvidenceParts.Acceptance,
            StaffMayOverride = true,
            Position = 6,
            ActiveFrom = from,
        },
        new()
        {
            Kind = StepKind.HygieneCertificate,
            NameHu = "Egészségügyi alkalmasság",
            NameEn = "Hygiene certificate",
            InstructionsHu = "Töltse fel az egészségügyi alkalmasság igazolását (egészségügyi kiskönyv) az érvényesség végével.",
            InstructionsEn = "Upload the certificate of fitness to handle food, with the end of its validity.",
            PerPerson = true,
            Doer = StepDoer.Person,
            Wanted = EvidenceParts.File,
            Validity = StepValidity.UntilGiven,
            Position = 7,
            ActiveFrom = from,
        },
        new()
        {
            Kind = StepKind.Induction,
            NameHu = "Bevezető oktatás",
            NameEn = "Induction",
            InstructionsHu = "Egyeztessen időpontot a munkatársakkal; a részvételt ők igazolják.",
            InstructionsEn = "Agree on a time with the staff; they confirm that you took part.",
            PerPerson = true,
            Doer = StepDoer.Staff,
            Validity = StepValidity.Months,
            Months = 24,
            Position = 8,
            ActiveFrom = from,
        },
    ];
}
