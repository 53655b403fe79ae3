using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Companies;

/// <summary>
/// Forgets whom an invitation went to, 90 days after its link died: used, taken back or never opened. It was kept to say who let whom
/// in, and to send it again (GDPR Article 6(1)(f)); whoever came has an account that says the same. That someone was invited, by whom
/// and when stays.
/// </summary>
public sealed class ForgetInvitations(IncubatorDb db, TimeProvider clock) : IJob
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var before = now - KeptFor;
        var due = await db.Invitations.Where(i => i.ExpiresAt < before && i.NormalizedMail != "").OrderBy(i => i.Id).Select(i => i.Id).ToListAsync(cancel);
        return JobReport.Of("Forgotten", await Sweep.EachAsync(due, async id => (await db.CommitAsync<int>(async token =>
        {
            await db.Invitations.Where(i => i.Id == id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Round, x => x.Round), token);
            var invitation = await db.Invitations.SingleAsync(i => i.Id == id, token);
            // Sent again meanwhile it lives on.
            if (invitation.ExpiresAt >= before || invitation.NormalizedMail.Length == 0) return 0;
            invitation.Forget(now);
            return 1;
        }, cancel: cancel)).Value, cancel));
    }
}
