using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>A demo person's sign-in; shown in Development only.</summary>
public sealed record DemoSignIn(string Email, string Password, string Who);

/// <summary>
/// The lab that a newcomer finds: the real equipment list in the lab's own rooms, twelve companies plainly marked as demo,
/// people for each role, and some months of use. Development and an empty database only.
/// </summary>
public static class DemoLab
{
    private const string Password = "inkubator-demo-2026";
    private const string MachineHall = "Félüzemi csarnok (minta)";
    private const string DemoCentre = "Bemutatóközpont (minta)";

    private static readonly string[] CompanyNames =
    [
        "Hajdú Sajtműhely Kft. (demo)", "Tiszántúli Gyümölcspor Bt. (demo)", "Nagyerdei Granola Kft. (demo)",
        "Cívis Pékség Kft. (demo)", "Hortobágyi Húsfeldolgozó Kft. (demo)", "Szikes Gyógynövény Kft. (demo)",
        "Debreceni Paprikakrém Kft. (demo)", "Bihari Méz és Propolisz Bt. (demo)", "Látóképi Zöldségszárító Kft. (demo)",
        "Pallagi Almafeldolgozó Kft. (demo)", "Derecskei Növényi Ital Kft. (demo)", "Tócó-völgyi Halfüstölő Kft. (demo)",
    ];

    public static IReadOnlyList<DemoSignIn> SignIns { get; } =
    [
        new("company1@demo.lab", Password, "Kovács Anna, Hajdú Sajtműhely Kft. (demo)"),
        new("company2@demo.lab", Password, "Szabó Péter, Tiszántúli Gyümölcspor Bt. (demo)"),
        new("staff@demo.lab", Password, "Nagy Júlia, munkatárs / staff"),
        new("admin@demo.lab", Password, "Tóth Gábor, rendszergazda / administrator"),
        new("mentor@demo.lab", Password, "Bölcs Ilona (demo), mentor"),
        new("reviewer@demo.lab", Password, "Bíró Katalin, bíráló / reviewer"),
        new("municipality@demo.lab", Password, "Varga Éva, önkormányzat / municipality"),
    ];

    public static async Task LoadAsync(IServiceProvider services, CancellationToken cancel = default)
    {
        var db = services.GetRequiredService<IncubatorDb>();
        var clock = services.GetRequiredService<TimeProvider>();
        if (await db.Resources.AnyAsync(cancel) || await db.Companies.AnyAsync(cancel) || await db.Users.AnyAsync(cancel)) return;
        Console.WriteLine("Loading the demo lab; this takes a few seconds, once.");
        var seed = Path.Combine(AppContext.BaseDirectory, "seed");
        await EquipAsync(db, clock, seed, cancel);
        var members = await PeopleAsync(services, db, cancel);
        await DemoCompanies.FurnishAsync(db, clock.GetUtcNow(), cancel);
        var researchers = await new DemoOnboarding(db, clock).MakeAsync(cancel);
        await new DemoCohorts(db, clock).MakeAsync(cancel);
        await new DemoCalls(db, clock).MakeAsync(cancel);
        await ReviewsAsync(services, db, cancel);
        await new DemoCamps(db, clock).MakeAsync(cancel);
        await new DemoParticipants(db, clock).MakeAsync(cancel);
        await new DemoAgenda(db, clock).MakeAsync(cancel);
        await new DemoJury(db).MakeAsync(cancel);
        await new DemoCalendar(db).MakeAsync(members, "COR-013", clock.GetUtcNow(), researchers, cancel);
        await new DemoFollowUp(db, clock).MakeAsync(cancel);
    }

    private static async Task EquipAsync(IncubatorDb db, TimeProvider clock, string seed, CancellationToken cancel)
    {
        var imported = await new ResourceImport(db, clock)
            .ConfirmAsync(await File.ReadAllBytesAsync(Path.Combine(seed, "equipment.csv"), cancel), Actor.System, cancel: cancel);
        _ = imported.Value;

        // The list tells where the real machines stand; here they stand in the lab's own rooms, the source kept.
        var (hall, centre) = (Site.Create(MachineHall), Site.Create(DemoCentre));
        db.AddRange(hall, centre);
        await db.SaveChangesAsync(cancel);
        var categories = await db.ResourceCategories.ToDictionaryAsync(c => c.Id, cancel);
        foreach (var resource in await db.Resources.ToListAsync(cancel))
        {
            var code = categories[resource.CategoryId].Code;
            resource.Describe(Details(resource) with
            {
                SiteId = resource.Kind == ResourceKind.Facility ? centre.Id : hall.Id,
                SetupMinutes = code is "heat treatment" or "preservation" or "extrusion" ? 30 : 0,
                CleanupMinutes = code switch { "drying" or "extrusion" or "dairy" => 45, "storage" or "shelf life" => 0, _ => 30 },
            });
        }

        // The sites of the list hold nothing now and would only be in the way where one chooses.
        await db.SaveChangesAsync(cancel);
        db.Sites.RemoveRange(await db.Sites.Where(s => s.Id != hall.Id && s.Id != centre.Id).ToListAsync(cancel));

        var facility = categories.Values.First(c => c.Code == "facility").Id;
        db.AddRange(
            Facility("DEB-001", "Bemutatókonyha", "Demo kitchen", facility, centre.Id, units: 1),
            Facility("DEB-002", "Érzékszervi bíráló fülkék", "Sensory booths", facility, centre.Id, units: 6));
        await db.SaveChangesAsync(cancel);

        var dryers = categories.Values.First(c => c.Code == "drying").Id;
        db.AddRange(
            BookingPolicy.Create(new DateOnly(2025, 1, 1), new PolicyTerms { NightUse = true, MaxMinutes = 72 * 60 }, categoryId: dryers),
            BookingPolicy.Create(new DateOnly(2025, 1, 1), new PolicyTerms { MaxMinutes = 4 * 60, MinMinutes = 60 }, categoryId: facility));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    private static async Task<List<(long CompanyId, long PersonId)>> PeopleAsync(
        IServiceProvider services, IncubatorDb db, CancellationToken cancel)
    {
        var people = services.GetRequiredService<UserManager<Person>>();
        var roles = services.GetRequiredService<RoleManager<IdentityRole<long>>>();
        foreach (var role in Role.All)
            if (!await roles.RoleExistsAsync(role)) Require(await roles.CreateAsync(new IdentityRole<long>(role)));
        await AddAsync(people, "admin@demo.lab", "Tóth Gábor", Role.Administrator);
        await AddAsync(people, "staff@demo.lab", "Nagy Júlia", Role.Staff);
        await AddAsync(people, "staff2@demo.lab", "Kiss Balázs", Role.Staff);
        await AddAsync(people, "mentor@demo.lab", "Bölcs Ilona (demo)", Role.Mentor);
        await AddAsync(people, "municipality@demo.lab", "Varga Éva", Role.Municipality);

        var members = new List<(long, long)>();
        for (var i = 0; i < CompanyNames.Length; i++)
        {
            var company = Company.Create(CompanyNames[i], isDemo: true);
            db.Add(company);
            await db.SaveChangesAsync(cancel);
            var manager = await AddAsync(people, $"company{i + 1}@demo.lab", i switch { 0 => "Kovács Anna", 1 => "Szabó Péter", _ => $"Demo Vezető {i + 1}" });
            var member = await AddAsync(people, $"member{i + 1}@demo.lab", $"Demo Munkatárs {i + 1}");
            db.AddRange(
                CompanyMember.Create(company.Id, manager.Id, MemberRole.Manager),
                CompanyMember.Create(company.Id, member.Id, MemberRole.Member));
            await db.SaveChangesAsync(cancel);
            members.Add((company.Id, manager.Id));
            members.Add((company.Id, member.Id));
        }

        return members;
    }

    private static async Task ReviewsAsync(IServiceProvider services, IncubatorDb db, CancellationToken cancel)
    {
        var people = services.GetRequiredService<UserManager<Person>>();
        var experts = new List<long>();
        for (var i = 1; i <= 4; i++)
            experts.Add((await AddAsync(people, $"reviewer{(i == 1 ? "" : i)}@demo.lab", i == 1 ? "Bíró Katalin" : $"Demo Bíráló {i}", Role.Reviewer)).Id);
        var staff = await db.Users.Where(u => u.Email == "staff@demo.lab").Select(u => u.Id).SingleAsync(cancel);
        await ActivatorUtilities.CreateInstance<DemoReviews>(services).MakeAsync(experts, staff, cancel);
    }

    private static async Task<Person> AddAsync(UserManager<Person> people, string email, string name, string? role = null)
    {
        var person = new Person { UserName = email, Email = email, EmailConfirmed = true, FullName = name };
        Require(await people.CreateAsync(person, Password));
        if (role is not null) Require(await people.AddToRoleAsync(person, role));
        return person;
    }

    private static Resource Facility(string code, string nameHu, string nameEn, long category, long site, int units) =>
        Resource.Create(new ResourceDetails
        {
            Code = code,
            NameHu = nameHu,
            NameEn = nameEn,
            Kind = ResourceKind.Facility,
            CategoryId = category,
            SiteId = site,
            Units = units,
            FoodGrade = FoodGrade.Food,
            SetupMinutes = 15,
            CleanupMinutes = 30,
        });

    private static ResourceDetails Details(Resource resource) => new()
    {
        Code = resource.Code,
        NameHu = resource.NameHu,
        NameEn = resource.NameEn,
        Kind = resource.Kind,
        CategoryId = resource.CategoryId,
        Manufacturer = resource.Manufacturer,
        Model = resource.Model,
        Capacity = resource.Capacity,
        Units = resource.Units,
        FoodGrade = resource.FoodGrade,
        Notes = resource.Notes,
        Source = resource.Source,
    };

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(" ", result.Errors.Select(e => e.Description)));
    }
}
