using Incubator.Core.Common;
using Incubator.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Core.Notifications;

/// <summary>
/// Where notices wait, are taken by a deliverer, and are crossed off. Each step is one conditional update, so that any number of
/// deliverers may work and each may die between any two steps: what was only taken is taken again; what was given to the mail
/// server and never answered is parked, since nobody can know whether it arrived. Nothing is sent twice, nothing is lost.
/// </summary>
public sealed class OutboxDesk(IncubatorDb db, TimeProvider clock)
{
    /// <summary>Takes what is due, oldest first; nobody else gets the same for <see cref="DeliveryRules.ClaimFor"/>.</summary>
    public async Task<IReadOnlyList<Notice>> TakeDueAsync(int most, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var due = await db.Notices
            .Where(n => n.State == NoticeState.Waiting && n.NextTryAt <= now && (n.ClaimedUntil == null || n.ClaimedUntil < now))
            .OrderBy(n => n.NextTryAt).ThenBy(n => n.Id).Select(n => n.Id).Take(most).ToListAsync(cancel);
        if (due.Count == 0) return [];
        var claim = Guid.NewGuid();
        var until = now + DeliveryRules.ClaimFor;
        // Asked again on the rows themselves: of two that read the same list the second finds them taken.
        await ChangeAsync(token => db.Notices
            .Where(n => due.Contains(n.Id) && n.State == NoticeState.Waiting && (n.ClaimedUntil == null || n.ClaimedUntil < now))
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.Claim, claim).SetProperty(x => x.ClaimedUntil, until), token), cancel);
        return await db.Notices.AsNoTracking().Where(n => n.Claim == claim).OrderBy(n => n.NextTryAt).ThenBy(n => n.Id).ToListAsync(cancel);
    }

    /// <summary>Gives back what was taken and not handed over.</summary>
    public async Task LeaveAsync(IReadOnlyList<Notice> notices, CancellationToken cancel = default)
    {
        var ids = notices.Select(n => n.Id).ToList();
        var claim = notices.Select(n => n.Claim).FirstOrDefault();
        await ChangeAsync(token => db.Notices.Where(n => ids.Contains(n.Id) && n.Claim == claim && n.State == NoticeState.Waiting)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.Claim, (Guid?)null).SetProperty(x => x.ClaimedUntil, (DateTimeOffset?)null), token), cancel);
    }

    /// <summary>Written down before the mail server hears of it; false where it was withdrawn meanwhile, or taken by another.</summary>
    public async Task<bool> HandOverAsync(Notice notice, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await ChangeAsync(token => Mine(notice).Where(n => n.State == NoticeState.Waiting && n.ClaimedUntil >= now)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.State, NoticeState.HandedOver).SetProperty(x => x.HandedOverAt, now)
                .SetProperty(x => x.Attempts, x => x.Attempts + 1), token), cancel) == 1;
    }

    /// <summary>The server took it. A secret link is forgotten with that.</summary>
    public Task SentAsync(Notice notice, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var facts = notice.HoldsSecret ? NoticeFacts.Of(notice).WithoutLink().Write() : notice.Facts;
        // Also where it was parked meanwhile as unanswered: the answer is here now.
        return ChangeAsync(token => Mine(notice).Where(n => n.State == NoticeState.HandedOver || n.State == NoticeState.Parked)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.State, NoticeState.Sent).SetProperty(x => x.SentAt, now)
                .SetProperty(x => x.Facts, facts).SetProperty(x => x.Problem, (string?)null), token), cancel);
    }

    /// <summary>It stays here to be read and is not mailed: <see cref="NoticeState.Kept"/> or <see cref="NoticeState.Declined"/>.</summary>
    public Task SettleAsync(Notice notice, NoticeState state, CancellationToken cancel = default) =>
        ChangeAsync(token => Mine(notice).Where(n => n.State == NoticeState.Waiting)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.State, state), token), cancel);

    /// <summary>It surely did not arrive and may do so later; parked after the last try.</summary>
    public Task PutOffAsync(Notice notice, string answer, CancellationToken cancel = default)
    {
        if (DeliveryRules.PauseAfter(notice.Attempts + 1) is not { } pause) return ParkAsync(notice, DeliveryProblem.PutOff, answer, cancel);
        var next = clock.GetUtcNow() + pause;
        var problem = Cut($"{DeliveryProblem.PutOff}: {answer}");
        return ChangeAsync(token => Mine(notice).Where(n => n.State == NoticeState.HandedOver)
            // Withdrawn while the server had it: it is not tried again.
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.State, x => x.WithdrawnAt == null ? NoticeState.Waiting : NoticeState.Withdrawn).SetProperty(x => x.NextTryAt, next)
                .SetProperty(x => x.Problem, problem).SetProperty(x => x.Claim, (Guid?)null).SetProperty(x => x.ClaimedUntil, (DateTimeOffset?)null), token), cancel);
    }

    /// <summary>Given up, until staff look at it.</summary>
    public Task ParkAsync(Notice notice, string problem, string answer, CancellationToken cancel = default)
    {
        var why = Cut($"{problem}: {answer}");
        return ChangeAsync(token => Mine(notice).Where(n => n.State == NoticeState.HandedOver || n.State == NoticeState.Waiting)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.State, NoticeState.Parked).SetProperty(x => x.Problem, why), token), cancel);
    }

    /// <summary>Parks what a deliverer that died had given to the server; how many.</summary>
    public Task<int> ParkUnansweredAsync(CancellationToken cancel = default)
    {
        var before = clock.GetUtcNow() - DeliveryRules.AnswerWithin;
        return ChangeAsync(token => db.Notices.Where(n => n.State == NoticeState.HandedOver && n.HandedOverAt < before)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.State, NoticeState.Parked).SetProperty(x => x.Problem, DeliveryProblem.Unanswered), token), cancel);
    }

    /// <summary>Staff want it sent (again): at the next delivery, with all its tries before it.</summary>
    public async Task<Result<Done>> TryAgainAsync(long id, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return await ChangeAsync(token => db.Notices.Where(n => n.Id == id && n.WithdrawnAt == null && (n.State == NoticeState.Parked || n.State == NoticeState.Kept))
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.State, NoticeState.Waiting).SetProperty(x => x.NextTryAt, now).SetProperty(x => x.Attempts, 0)
                .SetProperty(x => x.Claim, (Guid?)null).SetProperty(x => x.ClaimedUntil, (DateTimeOffset?)null), token), cancel) == 1
            ? default(Done) : Refusal.ChangedMeanwhile;
    }

    /// <summary>What the person's messages showed them.</summary>
    public Task SeenAsync(long personId, IReadOnlyList<long> ids, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        return ChangeAsync(token => db.Notices.Where(n => n.PersonId == personId && ids.Contains(n.Id) && n.SeenAt == null)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.SeenAt, now), token), cancel);
    }

    /// <summary>The person wants no more mails about this; their messages still show it.</summary>
    public Task<Result<Done>> RefuseAsync(long personId, NoticeTopic topic, CancellationToken cancel = default) => db.CommitAsync<Done>(async token =>
    {
        if (!await db.Users.AnyAsync(p => p.Id == personId, token)) return Refusal.NotFound;
        if (!await db.RefusedNotices.AnyAsync(r => r.PersonId == personId && r.Topic == topic, token))
            db.RefusedNotices.Add(RefusedNotice.Create(personId, topic));
        return default(Done);
        // Clicked twice at once: it is refused already.
    }, table => table == nameof(IncubatorDb.RefusedNotices) ? Refusal.ChangedMeanwhile : null, cancel);

    private IQueryable<Notice> Mine(Notice notice) => db.Notices.Where(n => n.Id == notice.Id && n.Claim == notice.Claim);

    private async Task<int> ChangeAsync(Func<CancellationToken, Task<int>> update, CancellationToken cancel) =>
        (await db.CommitAsync<int>(async token => await update(token), cancel: cancel)).Value;

    private static string Cut(string text) => text.Length > Notice.ProblemMaxLength ? text[..Notice.ProblemMaxLength] : text;
}
