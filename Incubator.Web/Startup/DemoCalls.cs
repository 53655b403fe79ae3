using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>
/// A call that is open, for next year's cohort, with a form and a rubric as a food lab would have them; last spring's, closed, from which
/// it was cloned; and applications to both. All firms and persons are made up and marked as demo.
/// </summary>
public sealed class DemoCalls(IncubatorDb db, TimeProvider clock)
{
    private static readonly byte[] Pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();

    /// <summary>Name, tax number, settlement, staff, turnover in million forints, product, its text, stage, category, food state, allergens, language.</summary>
    private static readonly (string Name, string Tax, string Settlement, string Staff, int Turnover, string Product, string Text, string Stage, string Category,
        string Food, string Allergens, string Language)[] Firms =
    [
        ("Bihari Kecskesajt Kft. (demo)", "12345676-2-09", "Berettyóújfalu", "6", 84, "Kecskesajtpor levesekhez",
            "Porlasztva szárított kecskesajt, adalék nélkül. Húsz kilós próbatételeket készítenénk, és mérnénk az oldhatóságot.", "kitchen", "dairy", "registered", "milk", "hu"),
        ("Erdőspuszta Vadgyümölcs Bt. (demo)", "10484878-1-09", "Debrecen", "3", 21, "Kökény- és galagonyapor",
            "Fagyasztva szárított vadgyümölcs reggelizőpelyhekhez. A vitaminveszteséget szeretnénk mérni.", "pilot", "fruit", "registered", "none", "hu"),
        ("Nagyerdei Növényi Tej Kft. (demo)", "17780010-2-09", "Debrecen", "4,5", 37, "Zabital helyi zabból",
            "Enzimes zabital, félüzemi homogénezés és UHT. A kiülepedést akarjuk megoldani.", "kitchen", "plant", "progress", "gluten", "hu"),
        ("Hajdú Csírakenyér Kft. (demo)", "12892312-2-09", "Hajdúböszörmény", "11", 142, "Csíráztatott gabonakenyér",
            "Csíráztatott búza, rozs és hajdina; a szárítás és az őrlés beállítása a kérdés.", "market", "bakery", "registered", "gluten,sesame", "hu"),
        ("Tisza Algae Foods Kft. (demo)", "26903738-2-09", "Tiszacsege", "2", 6, "Spirulina pasta",
            "Fresh pasta with locally grown spirulina. We want to find the drying curve at which the colour stays.", "idea", "functional", "none", "gluten,eggs", "en"),
        ("Derecskei Almaecet Bt. (demo)", "10845606-1-09", "Derecske", "2", 14, "Almaecetes üdítő",
            "Alacsony cukortartalmú ital almaecetből; eltarthatósági vizsgálatot tervezünk.", "kitchen", "drinks", "progress", "sulphites", "hu"),
    ];

    private int last;

    public async Task MakeAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var year = LabTime.DateOf(now).Year;
        var closed = await CallAsync($"{year}. tavaszi évfolyam", $"Spring cohort {year}", now.AddDays(-160), now.AddDays(-115), cancel);
        await FormAsync(closed, cancel);
        // The cohort that it fills begins in spring, after those who now run it.
        var programme = await db.Programmes.OrderBy(p => p.Id).FirstAsync(cancel);
        var responsible = await db.Users.Where(u => u.Email == "staff@demo.lab").Select(u => (long?)u.Id).FirstOrDefaultAsync(cancel);
        var next = Cohort.Create(programme.Id, new CohortDetails
        {
            NameHu = $"{year + 1}. évi évfolyam (demo)",
            NameEn = $"Cohort of {year + 1} (demo)",
            Starts = new DateOnly(year + 1, 3, 1),
            Ends = new DateOnly(year + 2, 2, 28),
            Capacity = 10,
            Focus = "Új élelmiszerek és eljárások",
            ResponsibleId = responsible,
        });
        db.Add(next);
        await db.SaveChangesAsync(cancel);
        var open = (await new CallDesk(db, clock).CloneAsync(
            closed.Reference, Details($"A {year + 1}. évi évfolyam", $"Cohort {year + 1}", now.AddDays(-12), now.AddDays(33)) with { CohortId = next.Id }, Actor.System, cancel)).Value;
        foreach (var call in await db.Calls.ToListAsync(cancel)) call.Publish(call.OpensAt.AddDays(-7));
        await db.SaveChangesAsync(cancel);
        var wished = await db.Resources.Where(r => r.RetiredAt == null && r.Kind == ResourceKind.Equipment).OrderBy(r => r.Code).Take(40).ToListAsync(cancel);
        for (var i = 0; i < Firms.Length; i++)
        {
            var at = closed.ClosesAt.AddDays(-9 + i).AddHours(-i);
            await ApplyAsync(closed, Firms[i], wished, i, at, at.AddDays(3), complete: true, cancel);
        }

        var running = await db.Calls.AsNoTracking().SingleAsync(c => c.Reference == open, cancel);
        // Two that applied in spring try again, one of them under another spelling; one has only begun.
        await ApplyAsync(running, Firms[4] with { Name = "TISZA Algae Foods Korlátolt Felelősségű Társaság (demo)", Stage = "kitchen", Food = "progress" }, wished, 4, now.AddDays(-8), now.AddDays(-5), true, cancel);
        await ApplyAsync(running, Firms[5] with { Product = "Almaecetes üdítő, második változat" }, wished, 5, now.AddDays(-6), now.AddDays(-2), true, cancel);
        await ApplyAsync(running, Firms[0] with { Name = "Hortobágyi Juhgomolya Kft. (demo)", Tax = "" }, wished, 9, now.AddDays(-1), null, false, cancel);
        db.NumberSeries.Add(NumberSeries.Create("JE", year, last));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private async Task<Call> CallAsync(string nameHu, string nameEn, DateTimeOffset opens, DateTimeOffset closes, CancellationToken cancel)
    {
        var reference = (await new CallDesk(db, clock).CreateAsync(Details(nameHu, nameEn, opens, closes), Actor.System, cancel)).Value;
        return await db.Calls.AsNoTracking().SingleAsync(c => c.Reference == reference, cancel);
    }

    private static CallDetails Details(string nameHu, string nameEn, DateTimeOffset opens, DateTimeOffset closes) => new()
    {
        TitleHu = $"{nameHu}: élelmiszer-termékek fejlesztése (demo)",
        TitleEn = $"{nameEn}: developing food products (demo)",
        TextHu =
            "Tíz debreceni és Hajdú-Bihar vármegyei vállalkozást várunk, amely új élelmiszerrel vagy új eljárással kísérletezik.\n\n" +
            "A felvettek egy évig foglalhatják a labor szárítóit, préseit, műszereit és bemutatóhelyiségeit, mentort kapnak, és negyedévente beszámolnak a saját céljaikról.\n\n" +
            "Három bíráló egymástól függetlenül pontoz; a szempontok és a súlyok lent olvashatók. A döntésről mindenki levelet kap, szempontonkénti visszajelzéssel.",
        TextEn =
            "We look for ten companies from Debrecen and Hajdú-Bihar county that are trying out a new food or a new process.\n\n" +
            "Those admitted may book the lab's dryers, presses, instruments and demo rooms for a year, are given a mentor, and report every quarter on their own goals.\n\n" +
            "Three reviewers score independently; criteria and weights stand below. Everybody gets a letter with feedback on each criterion.",
        Kind = MembershipKind.Cohort,
        OpensAt = Hour(opens, 8),
        ClosesAt = Hour(closes, 12),
        Priorities = S3Priorities.AgriFood | S3Priorities.ResourceEfficiency,
        Divisions = ["10", "11"],
    };

    private async Task FormAsync(Call call, CancellationToken cancel)
    {
        var desk = new CallFormDesk(db, clock);
        var plan = await Section("A terv", "The plan", "Röviden és őszintén: a bírálók ebből ítélnek.", "Brief and honest: reviewers judge by this.");
        await Ask(plan, QuestionType.LongText, true, "Mi újat csinál, amit mások nem?", "What do you do that others do not?", q => q with { MaxLength = 1500 });
        await Ask(plan, QuestionType.LongText, true, "Mit szeretne egy év alatt elérni? Mérhetően.", "What do you want to reach within a year? In figures.", q => q with { MaxLength = 1500 });
        await Ask(plan, QuestionType.ChooseMany, false, "Hol értékesítené?", "Where would you sell?", q => q with
        {
            Choices = [new("Termelői piac", "Farmers' market"), new("Kiskereskedelmi lánc", "Retail chain"), new("Vendéglátás", "Catering"), new("Webáruház", "Web shop"), new("Kivitel", "Export")],
        });
        await Ask(plan, QuestionType.WholeNumber, true, "Hány próbatételt tervez?", "How many trial batches do you plan?", q => q with { Min = 1, Max = 500, UnitHu = "tétel", UnitEn = "batches" });
        await Ask(plan, QuestionType.Money, false, "Mekkora saját forrást szán rá?", "How much of your own money goes into it?", q => q with { Min = 0 });
        await Ask(plan, QuestionType.File, false, "Üzleti terv vagy bemutató", "Business plan or pitch", q => q with { HelpHu = "PDF, legfeljebb 20 MB.", HelpEn = "PDF, at most 20 MB." });
        var people = await Section("A csapat", "The team", null, null);
        await Ask(people, QuestionType.LongText, true, "Kik dolgoznak rajta, és mihez értenek?", "Who works on it, and what are they good at?", q => q with { MaxLength = 1200 });
        await Ask(people, QuestionType.YesNo, true, "Van közöttük élelmiszer-higiéniai képzettségű?", "Has any of them training in food hygiene?");
        var consents = await Section("Nyilatkozatok", "Declarations", null, null);
        await Ask(consents, QuestionType.Consent, true, "Hozzájárulok az adataim kezeléséhez", "I agree to my data being processed", q => q with
        {
            ConsentHu = "A labor a jelentkezésben megadott adatokat a bíráláshoz kezeli, a bírálóknak az elérhetőségeket nem adja át. Az elutasított és a visszavont jelentkezést két év múlva, a be nem nyújtottat a felhívás zárása után 90 nappal törli. A hozzájárulás bármikor visszavonható; ezzel a jelentkezés visszavontnak számít.",
            ConsentEn = "The lab processes the data of the application to judge it; reviewers are not given contact details. Rejected and withdrawn applications are deleted after two years, drafts 90 days after the call closed. You may withdraw your consent at any time; the application is then withdrawn.",
        });
        foreach (var (weight, nameHu, nameEn, textHu, textEn, anchors) in Rubric)
        {
            await desk.AddCriterionAsync(call.Reference, new CriterionDetails
            {
                Weight = weight,
                NameHu = nameHu,
                NameEn = nameEn,
                TextHu = textHu,
                TextEn = textEn,
                Anchors = [.. anchors.Select(a => new LocalName(a.Hu, a.En))],
            }, Actor.System, cancel);
        }

        async Task<long> Section(string hu, string en, string? textHu, string? textEn) => (await desk.AddSectionAsync(
            call.Reference, new SectionDetails { TitleHu = hu, TitleEn = en, TextHu = textHu, TextEn = textEn }, Actor.System, cancel)).Value;

        async Task Ask(long section, QuestionType type, bool required, string hu, string en, Func<QuestionDetails, QuestionDetails>? change = null)
        {
            var details = new QuestionDetails { Type = type, IsRequired = required, LabelHu = hu, LabelEn = en };
            _ = (await desk.AddQuestionAsync(call.Reference, section, change?.Invoke(details) ?? details, Actor.System, cancel)).Value;
        }
    }

    private async Task ApplyAsync(
        Call call,
        (string Name, string Tax, string Settlement, string Staff, int Turnover, string Product, string Text, string Stage, string Category, string Food,
            string Allergens, string Language) firm,
        List<Resource> wished, int seed, DateTimeOffset begun, DateTimeOffset? submitted, bool complete, CancellationToken cancel)
    {
        var application = Application.Start(call.Id, $"JE-{LabTime.DateOf(clock.GetUtcNow()).Year}-{++last:0000}", $"applicant{last}@demo.lab", firm.Language, begun);
        db.Applications.Add(application);
        await db.SaveChangesAsync(cancel);
        var year = LabTime.DateOf(begun).Year - 1;
        var answers = new Dictionary<string, string>
        {
            ["company.name"] = firm.Name,
            ["company.form"] = firm.Name.Contains("Bt.", StringComparison.Ordinal) ? nameof(LegalForm.Bt) : nameof(LegalForm.Kft),
            ["company.country"] = "HU",
            ["company.tax"] = firm.Tax,
            ["company.postcode"] = "4032",
            ["company.settlement"] = firm.Settlement,
        };
        if (complete)
        {
            foreach (var (field, text) in new (string, string)[]
            {
                ("company.address", $"Minta utca {seed + 1}."), ("company.nace", firm.Category == "drinks" ? "11.07" : "10.89"), ("company.naceRevision", nameof(NaceRevision.Rev21)),
                ("company.priority", nameof(S3Priority.AgriFood)), ("contact.name", $"Demo Jelentkező {last}"), ("contact.role", "ügyvezető"), ("contact.phone", "+36 52 000 000"),
                ("size.currency", "HUF"), ("size.1.year", $"{year}"), ("size.1.staff", firm.Staff), ("size.1.turnover", $"{firm.Turnover} 000 000"),
                ("size.1.balance", $"{firm.Turnover * 2 / 3} 000 000"), ("size.1.rate", "400"),
                ("size.2.year", $"{year - 1}"), ("size.2.staff", firm.Staff), ("size.2.turnover", $"{firm.Turnover * 4 / 5} 000 000"), ("size.2.rate", "390"),
                ("idea.1.name", firm.Product), ("idea.1.text", firm.Text), ("idea.1.stage", firm.Stage), ("idea.1.category", firm.Category),
                ("food.state", firm.Food), ("food.number", firm.Food == "registered" ? $"HU 09 {1000 + seed} (demo)" : ""), ("food.allergens", firm.Allergens),
            })
                answers[field] = text;
            for (var i = 0; i < Math.Min(3, wished.Count); i++)
            {
                var machine = wished[(seed * 5 + i * 7) % wished.Count];
                answers[ApplicationForm.Wish(machine.Id)] = FormField.Ticked;
                answers[ApplicationForm.WishHours(machine.Id)] = $"{4 * (i + 1)}";
            }

            foreach (var question in await db.CallQuestions.AsNoTracking().Include(q => q.Choices).Where(q => q.CallId == call.Id).ToListAsync(cancel))
            {
                if (Own(question, firm.Language, firm.Product, seed) is { } text) answers[question.Field] = text;
                if (question.Type == QuestionType.Money) answers[question.Field + FormField.CurrencySuffix] = YearFigures.Forint;
                if (question.Type != QuestionType.File) continue;
                var file = Attachment.Create(nameof(Application), application.Id, AttachmentKind.Document, $"demo-{application.Number}.pdf", "application/pdf", Pdf, begun);
                db.Attachments.Add(file);
                answers[question.Field] = file.Reference.ToString();
            }
        }

        db.ApplicationAnswers.AddRange(answers.Where(a => a.Value.Length > 0).Select(a => ApplicationAnswer.Create(application.Id, a.Key, a.Value, begun)));
        application.Save(begun);
        var read = new ApplicationAnswers(answers);
        var completeness = ApplicationRules.Check(await new ApplicationReader(db).FormAsync(call.Id, cancel), read, LabTime.DateOf(begun));
        application.Measure(completeness.Wanted, completeness.Missing);
        if (submitted is { } at) application.Submit(firm.Name, firm.Tax[..Application.TaxCoreLength], at, read.SizeWorking().Class);
        await db.SaveChangesAsync(cancel);
    }

    private static string? Own(CallQuestion question, string language, string product, int seed) => question.Type switch
    {
        QuestionType.LongText => language == "hu"
            ? $"{product}: három éve kísérletezünk vele, helyi alapanyagból, két vevővel már egyeztettünk. A labor gépein derülne ki, hogy nagyobb tételben is állandó-e a minőség."
            : $"{product}: we have been trying it for three years with local raw material and talk to two buyers. The lab's machines will show whether quality holds in larger batches.",
        QuestionType.WholeNumber => $"{12 + seed * 3}",
        QuestionType.Money => $"{1 + seed} 500 000",
        QuestionType.YesNo => seed % 3 == 0 ? FormField.No : FormField.Yes,
        QuestionType.ChooseMany => string.Join(',', question.Choices.OrderBy(c => c.Position).Skip(seed % 3).Take(2).Select(c => c.Id)),
        QuestionType.Consent => FormField.Ticked,
        _ => null,
    };

    private static DateTimeOffset Hour(DateTimeOffset about, int hour) => LabTime.AtMinute(LabTime.DateOf(about), hour * 60);

    private static readonly (int Weight, string Hu, string En, string TextHu, string TextEn, (string Hu, string En)[] Anchors)[] Rubric =
    [
        (25, "Újszerűség", "Innovation", "Mennyiben új a termék vagy az eljárás?", "How new is the product or the process?",
        [
            ("Ugyanez kapható bárhol.", "The same can be bought anywhere."), ("Csak a csomagolás vagy az íz más.", "Only packaging or flavour differ."),
            ("A vállalkozásnak új, a térségben nem.", "New to the company, not to the region."), ("A térségben új.", "New to the region."),
            ("A hazai piacon új, védhető elemmel.", "New to the national market, with something to protect."), ("Nemzetközileg is új, kísérlettel alátámasztva.", "New internationally, supported by trials."),
        ]),
        (20, "Megvalósíthatóság", "Feasibility", "Elérhető-e a cél egy év alatt ezekkel az eszközökkel?", "Can the goal be reached in a year with these means?",
        [
            ("Nincs terv.", "There is no plan."), ("A terv lépések és felelősök nélküli.", "A plan without steps and persons."), ("Lépések vannak, a fő kockázat nincs kezelve.", "Steps, but the main risk is left open."),
            ("Reális terv, ismert kockázatokkal.", "A realistic plan with known risks."), ("Próbákkal alátámasztott terv és tartalék.", "Supported by trials, with reserves."), ("Minden lépés bizonyított, a források megvannak.", "Every step proven, all means at hand."),
        ]),
        (20, "Élelmiszer-biztonság", "Food safety", "Ismerik-e a veszélyeket, kezelik-e az allergéneket?", "Do they know the hazards and handle the allergens?",
        [
            ("A veszélyeket nem ismerik.", "Hazards are not known."), ("Általánosságok, saját folyamat nélkül.", "Generalities, not their own process."), ("A fő veszélyt ismerik, szabályozás nincs.", "The main hazard is known, not controlled."),
            ("HACCP-vázlat a saját folyamatra.", "A HACCP outline of their own process."), ("Működő HACCP, kezelt allergének.", "HACCP at work, allergens handled."), ("Ellenőrzött rendszer, vizsgálati eredményekkel.", "An audited system with test results."),
        ]),
        (15, "Piac", "Market", "Van-e, aki megveszi, és mennyiért?", "Will anybody buy it, and at what price?",
        [
            ("Nincs vevő és ár.", "No buyer and no price."), ("Becsült piac forrás nélkül.", "A guessed market without source."), ("Célcsoport van, ár nincs.", "A target group but no price."),
            ("Megkérdezett vevők és ár.", "Buyers asked, price known."), ("Szándéknyilatkozat vagy próbaértékesítés.", "Letters of intent or trial sales."), ("Megrendelés vagy ismétlődő eladás.", "Orders or repeated sales."),
        ]),
        (10, "Csapat", "Team", "Megvan-e a tudás és az idő?", "Are knowledge and time there?",
        [
            ("Nem derül ki, ki dolgozik rajta.", "Nobody is named."), ("Egy ember, mellékesen.", "One person, on the side."), ("Lelkes csapat, hiányzó szaktudással.", "Keen, with gaps in expertise."),
            ("A fő szaktudás megvan.", "The main expertise is there."), ("Kiegészítő tudású, gyakorlott csapat.", "Experienced, complementary."), ("Már vittek piacra hasonlót.", "Has brought the like to market."),
        ]),
        (10, "Illeszkedés a labor gépeihez", "Fit with the lab's equipment", "Erre valók-e a labor eszközei?", "Is the lab's equipment made for this?",
        [
            ("A labor nem tudja szolgálni.", "The lab cannot serve it."), ("Csak mellékes lépéshez.", "For a side step only."), ("Átalakítással.", "With changes."),
            ("Egy fő lépéshez megvan a gép.", "There is a machine for one main step."), ("A folyamat nagy részéhez.", "For most of the process."), ("A teljes folyamathoz, kihasználatlan időben is.", "For all of it, also at quiet times."),
        ]),
    ];
}
