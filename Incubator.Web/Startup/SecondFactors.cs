using System.Globalization;
using System.Security.Claims;
using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Startup;

/// <summary>
/// Staff and administrators use a second factor: an authenticator app, or a passkey. From when they are first told they have
/// <c>Accounts:SecondFactorGraceDays</c> days; after that every page but the set-up sends them there.
/// </summary>
public sealed class SecondFactors(IncubatorDb db, IConfiguration configuration, TimeProvider clock)
{
    public const int UsualGraceDays = 14;

    /// <summary>How the session began ("authentication method reference").</summary>
    public const string Method = "amr";
    public const string Passkey = "passkey";

    private const string DaysLeftKey = "SecondFactorDaysLeft";

    private static readonly PathString[] AlwaysOpen =
        ["/second-factor", "/passkeys", "/sign-in", "/sign-out", "/language", "/error", "/access-denied", "/health"];

    /// <summary>
    /// Begun with a passkey or a code; who has an authenticator app was asked for it at the password, or on this device before.
    /// </summary>
    public static bool IsStrong(ClaimsPrincipal user) =>
        user.HasClaim(Method, Passkey) || user.HasClaim(Method, "mfa") || user.HasClaim(PersonClaims.SecondFactor, PersonClaims.On);

    /// <summary>Whole days until the pages shut, for the line that reminds; null where nothing need be said.</summary>
    public static int? DaysLeft(HttpContext context) => context.Items[DaysLeftKey] as int?;

    /// <summary>
    /// Who has only a password in hand may not add a factor beside the ones there are, nor take one away: a thief of the password would.
    /// </summary>
    public async Task<bool> MayChangeAsync(ClaimsPrincipal user, long personId, CancellationToken cancel) =>
        IsStrong(user) || !await HasAnyAsync(personId, cancel);

    public async Task<bool> HasAnyAsync(long personId, CancellationToken cancel) =>
        await db.Users.AnyAsync(p => p.Id == personId && p.TwoFactorEnabled, cancel) ||
        await db.Set<IdentityUserPasskey<long>>().AnyAsync(p => p.UserId == personId, cancel);

    /// <summary>True: go on.</summary>
    public async Task<bool> LetInAsync(HttpContext context)
    {
        var user = context.User;
        if (!People.IsStaff(user) || IsStrong(user) || AlwaysOpen.Any(p => context.Request.Path.StartsWithSegments(p))) return true;
        var id = long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
        var cancel = context.RequestAborted;
        if (await HasAnyAsync(id, cancel)) return false;
        var now = clock.GetUtcNow();
        var asked = await db.Users.Where(p => p.Id == id).Select(p => p.SecondFactorAskedAt).SingleOrDefaultAsync(cancel);
        if (asked is null)
        {
            asked = now;
            await db.Users.Where(p => p.Id == id && p.SecondFactorAskedAt == null)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.SecondFactorAskedAt, now), cancel);
        }

        var days = (asked.Value.AddDays(configuration.GetValue("Accounts:SecondFactorGraceDays", UsualGraceDays)) - now).TotalDays;
        if (days <= 0) return false;
        context.Items[DaysLeftKey] = (int)Math.Ceiling(days);
        return true;
    }
}
