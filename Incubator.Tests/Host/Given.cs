using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Companies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Host;

/// <summary>Makes the rows a test begins with.</summary>
public sealed class Given(World world)
{
    public const string Password = "correct horse battery";

    // Hashing takes a tenth of a second by design; once is enough.
    private static readonly Lazy<string> Hash = new(() => new PasswordHasher<Person>().HashPassword(new Person(), Password));
    private int count;

    public Task<Person> StaffAsync(string name = "Szabó Márta") => PersonAsync(name, roles: Role.Staff);

    public Task<Person> AdministratorAsync(string name = "Nagy Ádám") => PersonAsync(name, roles: Role.Administrator);

    public Task<Person> MunicipalityAsync(string name = "Tóth Erzsébet") => PersonAsync(name, roles: Role.Municipality);

    public async Task<Person> MemberAsync(Company company, MemberRole role = MemberRole.Member, string name = "Kovács Anna")
    {
        var person = await PersonAsync(name);
        await using var db = world.Database.Open();
        db.CompanyMembers.Add(CompanyMember.Create(company.Id, person.Id, role));
        await db.SaveChangesAsync();
        return person;
    }

    /// <summary>Signs in with <see cref="Password"/>.</summary>
    public async Task<Person> PersonAsync(string name = "Kiss Péter", string? email = null, string language = "hu", params string[] roles)
    {
        await using var db = world.Database.Open();
        email ??= $"person{++count}@example.com";
        var person = new Person
        {
            FullName = name,
            Language = language,
            Email = email,
            UserName = email,
            NormalizedEmail = email.ToUpperInvariant(),
            NormalizedUserName = email.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            PasswordHash = Hash.Value,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        db.Users.Add(person);
        await db.SaveChangesAsync();
        foreach (var role in roles)
        {
            var row = await db.Roles.SingleOrDefaultAsync(r => r.Name == role);
            if (row is null)
            {
                db.Roles.Add(row = new IdentityRole<long>(role) { NormalizedName = role.ToUpperInvariant() });
                await db.SaveChangesAsync();
            }

            db.UserRoles.Add(new IdentityUserRole<long> { UserId = person.Id, RoleId = row.Id });
        }

        await db.SaveChangesAsync();
        return person;
    }

    public async Task<Company> CompanyAsync(string name = "Próba Kft.", bool isActive = true)
    {
        await using var db = world.Database.Open();
        var company = Company.Create(name);
        if (!isActive) company.Deactivate();
        db.Companies.Add(company);
        await db.SaveChangesAsync();
        return company;
    }

    public async Task<Resource> ResourceAsync(Func<ResourceDetails, ResourceDetails>? change = null)
    {
        await using var db = world.Database.Open();
        var category = await db.ResourceCategories.OrderBy(c => c.Id).FirstOrDefaultAsync();
        if (category is null)
        {
            db.ResourceCategories.Add(category = ResourceCategory.Create("drying", "Szárítás", "Drying"));
            await db.SaveChangesAsync();
        }

        var details = new ResourceDetails
        {
            Code = $"R-{++count}",
            NameHu = "Porlasztva szárító",
            NameEn = "Spray dryer",
            Kind = ResourceKind.Equipment,
            CategoryId = category.Id,
        };
        var resource = Resource.Create(change?.Invoke(details) ?? details);
        db.Resources.Add(resource);
        await db.SaveChangesAsync();
        return resource;
    }

    /// <summary>Lab-wide, Monday to Friday.</summary>
    public async Task OpeningTimesAsync(int fromHour = 7, int untilHour = 19)
    {
        await using var db = world.Database.Open();
        for (var day = DayOfWeek.Monday; day <= DayOfWeek.Friday; day++)
            db.OpeningPatterns.Add(OpeningPattern.Create(day, fromHour * 60, untilHour * 60));
        await db.SaveChangesAsync();
    }

    /// <summary>Anything else: saves the rows as they are.</summary>
    public async Task RowsAsync(params object[] rows)
    {
        await using var db = world.Database.Open();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }
}
