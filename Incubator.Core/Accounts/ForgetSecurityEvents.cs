using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Accounts;

/// <summary>
/// Forgets who signed in, or tried to, a year ago. It was kept so that misuse of an account is noticed and followed up (GDPR Article
/// 6(1)(f) and Article 32); after a year nobody follows it up (Article 5(1)(e)). What changed rights (roles given and taken, accounts
/// locked, erased) stays: it answers for who could do what.
/// </summary>
public sealed class ForgetSecurityEvents(IncubatorDb db, TimeProvider clock) : IJob
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    /// <summary>Those that are forgotten.</summary>
    public static readonly IReadOnlyList<string> Acts =
    [
        SecurityActs.SignedIn, SecurityActs.SignInFailed, SecurityActs.LockedOut, SecurityActs.RecoveryCodeUsed, SecurityActs.PasskeyRenamed,
        SecurityActs.PasswordChanged, SecurityActs.PasswordReset, SecurityActs.ResetLinkMade, SecurityActs.SignedOutEverywhere,
        SecurityActs.ProfileChanged, SecurityActs.Exported,
    ];

    private const int AtOnce = 1000;

    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var before = clock.GetUtcNow() - KeptFor;
        var gone = 0;
        while (true)
        {
            var ids = await db.History.Where(h => h.Subject == nameof(Person) && h.At < before && Acts.Contains(h.Act))
                .OrderBy(h => h.At).Select(h => h.Id).Take(AtOnce).ToListAsync(cancel);
            if (ids.Count == 0) return JobReport.Of("Deleted", gone);
            // Of two that delete the same each counts what it deleted itself.
            gone += (await db.CommitAsync<int>(async token => await db.History.Where(h => ids.Contains(h.Id)).ExecuteDeleteAsync(token), cancel: cancel)).Value;
        }
    }
}
