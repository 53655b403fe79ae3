using System.Security.Cryptography;
using Incubator.Core.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Incubator.Web.Startup;

/// <summary>The verb `add-administrator EMAIL "FULL NAME"`: how a new lab gets the first person who can sign in.</summary>
public static class AddAdministrator
{
    public const string Verb = "add-administrator";

    /// <returns>0: added, the password is printed once; 1: refused; 2: not understood.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] arguments)
    {
        if (arguments is not [{ Length: > 0 } email, { Length: > 0 and <= Person.NameMaxLength } name])
        {
            await Console.Error.WriteLineAsync($"Name the person: {Verb} EMAIL \"FULL NAME\"");
            return 2;
        }

        var people = services.GetRequiredService<UserManager<Person>>();
        var person = new Person { UserName = email, Email = email, EmailConfirmed = true, FullName = name };
        var password = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 20);
        var outcome = await people.CreateAsync(person, password);
        if (outcome.Succeeded) outcome = await people.AddToRoleAsync(person, Role.Administrator);
        if (!outcome.Succeeded)
        {
            await Console.Error.WriteLineAsync(string.Join(' ', outcome.Errors.Select(e => e.Description)));
            return 1;
        }

        Console.WriteLine($"{email} can sign in with {password}; change it at once.");
        return 0;
    }
}
