using System.Security.Claims;
using Incubator.Core.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Incubator.Web.Startup;

/// <summary>
/// What the cookie carries: id, roles, name and language. Companies are not in it: they are read at each request,
/// so that a removal counts at once.
/// </summary>
public sealed class PersonClaims(
    UserManager<Person> users, RoleManager<IdentityRole<long>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Person, IdentityRole<long>>(users, roles, options)
{
    public const string FullName = "full-name";
    public const string Language = "language";
    public const string SecondFactor = "second-factor";
    public const string On = "on";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(FullName, user.FullName));
        identity.AddClaim(new Claim(Language, user.Language));
        if (user.TwoFactorEnabled) identity.AddClaim(new Claim(SecondFactor, On));
        return identity;
    }
}
