using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>
/// What the demo companies say of themselves: seats, activities, figures, memberships and goals. All of it is made up; tax numbers begin
/// with 99 and register numbers too, which no firm has.
/// </summary>
internal static class DemoCompanies
{
    private const decimal Rate = 400;

    private static readonly Facts[] All =
    [
        new(LegalForm.Kft, "4024", "Debrecen", "Minta u. 1.", "10.51", ["10.52"], 2019, 7.5m, 180, 95, MembershipKind.Member,
            "Szeretnénk egy három hónapig eltartható füstölt sajtot, adalékanyag nélkül.", "Két új állandó vevő a megyén kívül, 2027 végéig."),
        new(LegalForm.Bt, "4225", "Debrecen-Józsa", "Minta u. 2.", "10.39", [], 2021, 3, 42, 20, MembershipKind.Cohort,
            "Meggyporunk nedvességtartalma maradjon tételenként 4 % alatt."),
        new(LegalForm.Kft, "4032", "Debrecen", "Minta u. 3.", "10.61", ["10.72"], 2020, 5, 88, 41, MembershipKind.Cohort,
            "Gluténmentes granola saját recept szerint, ellenőrzött keveredés nélkül."),
        new(LegalForm.Kft, "4031", "Debrecen", "Minta u. 4.", "10.71", [], 2012, 34, 610, 390, MembershipKind.Member,
            "Energiafelhasználásunk kilónként tíz százalékkal legyen kevesebb."),
        new(LegalForm.Kft, "4071", "Hortobágy", "Minta u. 5.", "10.13", ["10.11"], 2008, 61, 5_200, 2_900, MembershipKind.Member,
            "A szürkemarha-kolbász állaga minden tételben ugyanolyan legyen."),
        new(LegalForm.Kft, "4080", "Hajdúnánás", "Minta u. 6.", "10.83", [], 2018, 4, 51, 33, MembershipKind.Cohort,
            "Gyógynövénytea-keverékünk kerüljön be egy budapesti üzletláncba."),
        new(LegalForm.Kft, "4002", "Debrecen", "Minta u. 7.", "10.84", [], 2016, 9, 240, 120, MembershipKind.Member,
            "New export label in English and German, and shelf life proved for 18 months."),
        new(LegalForm.Bt, "4150", "Püspökladány", "Minta u. 8.", "10.89", ["01.49"], 2015, 2, 28, 15, MembershipKind.SingleUse,
            "Krémméz, amely fél évig nem kristályosodik."),
        new(LegalForm.Kft, "4181", "Nádudvar", "Minta u. 9.", "10.39", [], 2022, 6, 95, 60, MembershipKind.Cohort,
            "Szárított zöldségünk színe maradjon meg előfőzés nélkül."),
        new(LegalForm.Kft, "4014", "Debrecen-Pallag", "Minta u. 10.", "10.32", ["11.03"], 2014, 14, 420, 260, MembershipKind.Member,
            "Az almatörköly felét hasznosítsuk 2028-ra."),
        new(LegalForm.Kft, "4130", "Derecske", "Minta u. 11.", "11.07", [], 2023, 3.5m, 36, 22, MembershipKind.Cohort,
            "Zabitalunk ne váljon szét két hét alatt."),
        new(LegalForm.Kft, "4030", "Debrecen", "Minta u. 12.", "10.20", [], 2017, 8, 150, 88, MembershipKind.Member,
            "Füstölt harcsa vákuumcsomagolásban, 21 napos eltarthatósággal."),
    ];

    /// <summary>In the order in which the companies were made.</summary>
    public static async Task FurnishAsync(IncubatorDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var today = LabTime.DateOf(now);
        var companies = await db.Companies.Include(c => c.Keys).Include(c => c.OtherActivities).Where(c => c.IsDemo).OrderBy(c => c.Id).AsSplitQuery().ToListAsync(cancel);
        foreach (var (company, n) in companies.Zip(Enumerable.Range(1, All.Length)))
        {
            var facts = All[n - 1];
            company.Describe(new CompanyFacts
            {
                Name = company.Name,
                LegalForm = facts.Form,
                TaxNumber = $"{Core(9_900_000 + n)}-2-09",
                EuVatNumber = $"HU{Core(9_900_000 + n)}",
                RegisterNumber = $"99-09-{n:000000}",
                Postcode = facts.Postcode,
                Settlement = facts.Settlement,
                Address = facts.Address,
                Website = $"https://demo{n}.example",
                ContactEmail = $"iroda@demo{n}.example",
                NaceMain = facts.Nace,
                NaceOthers = facts.Others,
                NaceRevision = NaceRevision.Rev2,
                FoundedOn = new DateOnly(facts.Founded, 3, 1 + n),
                S3Priority = S3Priority.AgriFood,
            });
            db.Add(Membership.Create(company.Id, facts.Kind, new DateOnly(today.Year - 1, 9, 1), facts.Kind switch
            {
                MembershipKind.Cohort => new DateOnly(today.Year + 1, 8, 31),
                MembershipKind.SingleUse => new DateOnly(today.Year + 1, 12, 31),
                _ => null,
            }));
            for (var year = today.Year - 3; year < today.Year; year++)
            {
                var growth = 1 + ((year - today.Year + 1) * 0.06m);
                db.Add(CompanyYear.Create(company.Id, new YearFigures
                {
                    Year = year,
                    Headcount = Math.Round(facts.Staff * growth, 1),
                    Turnover = Math.Round(facts.Turnover * growth) * 1_000_000,
                    BalanceTotal = Math.Round(facts.Balance * growth) * 1_000_000,
                    Rate = Rate,
                }));
            }

            if (n == 3)
            {
                var link = CompanyLink.Create(company.Id, new LinkFacts
                {
                    Name = "Tiszamenti Malomipari Zrt. (demo)",
                    SharePercent = 30,
                    Direction = LinkDirection.OwnedBy,
                });
                for (var year = today.Year - 3; year < today.Year; year++)
                    link.Say(new YearFigures { Year = year, Headcount = 84, Turnover = 4_100_000_000, BalanceTotal = 2_600_000_000, Rate = Rate });
                db.Add(link);
            }

            foreach (var (words, i) in facts.Goals.Zip(Enumerable.Range(0, facts.Goals.Length)))
                db.Add(CompanyGoal.Create(company.Id, words, n == 7 ? "en" : "hu", new DateOnly(today.Year + 1, 6 + (i * 6), 30), now));
        }

        await db.SaveChangesAsync(cancel);
        foreach (var company in companies) company.BecomeOfSize((await SizeDesk.WorkAsync(db, company.Id, cancel)).Class);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    // With the check digit that makes it a tax number.
    private static string Core(int seven)
    {
        var digits = seven.ToString("0000000", System.Globalization.CultureInfo.InvariantCulture);
        return Enumerable.Range(0, 10).Select(check => $"{digits}{check}").First(core => TaxNumber.Read(core).Succeeded);
    }

    /// <param name="Turnover">Of last year, million forints; the balance sheet total likewise.</param>
    private sealed record Facts(
        LegalForm Form, string Postcode, string Settlement, string Address, string Nace, string[] Others, int Founded, decimal Staff, decimal Turnover,
        decimal Balance, MembershipKind Kind, params string[] Goals);
}
