using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Incubator.Web.Pages.Notifications.Emails;

/// <summary>
/// Sends what is due. Each mail goes through three rows' worth of truth: taken, given to the server (written down before), taken
/// by the server (written down after). What breaks off in between is known from that: see <see cref="OutboxDesk"/>.
/// </summary>
public sealed class DeliverOutbox(
    IncubatorDb db, OutboxDesk desk, MailWriter writer, MailSettings settings, TimeProvider clock, ILogger<DeliverOutbox> log) : IJob
{
    private const int Batch = 50;

    /// <summary>One run's most, so that a flood does not hold the worker for hours; the next run goes on.</summary>
    private const int Most = 2_000;

    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var report = JobReport.Of("Parked", await desk.ParkUnansweredAsync(cancel));
        using var server = new MailServer(settings);
        for (var taken = 0; taken < Most && !cancel.IsCancellationRequested;)
        {
            var batch = await desk.TakeDueAsync(Batch, cancel);
            if (batch.Count == 0) break;
            taken += batch.Count;
            report = await DeliverAsync(batch, server, report, cancel);
        }

        await server.LeaveAsync(cancel);
        return report;
    }

    private async Task<JobReport> DeliverAsync(IReadOnlyList<Notice> batch, MailServer server, JobReport report, CancellationToken cancel)
    {
        var left = 0;
        try
        {
            var refused = await RefusedAsync(batch, cancel);
            for (; left < batch.Count; left++) report = report.And(await DeliverAsync(batch[left], refused, server, cancel), 1);
            return report;
        }
        catch
        {
            // Nobody waits ten minutes for what was only taken.
            await desk.LeaveAsync([.. batch.Skip(left)], CancellationToken.None);
            throw;
        }
    }

    /// <returns>What became of it, for the report.</returns>
    private async Task<string> DeliverAsync(Notice notice, HashSet<(long Person, NoticeTopic? Topic)> refused, MailServer server, CancellationToken cancel)
    {
        var isRefused = refused.Contains((notice.PersonId ?? 0, notice.Topic));
        if (!isRefused && settings.IsOn) return await SendAsync(notice, server, cancel);
        var state = isRefused ? NoticeState.Declined : NoticeState.Kept;
        await desk.SettleAsync(notice, state, cancel);
        return state.ToString();
    }

    private async Task<string> SendAsync(Notice notice, MailServer server, CancellationToken cancel)
    {
        MimeMessage message;
        try
        {
            message = await writer.WriteAsync(notice, clock.GetUtcNow());
        }
        // One mail that cannot be written must not hold up the others.
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The notice {Notice} of kind {Kind} cannot be written as a mail", notice.Id, notice.Kind);
            await desk.ParkAsync(notice, DeliveryProblem.Unsendable, failure.Message.ReplaceLineEndings(" "), cancel);
            return "Parked";
        }

        using (message)
        {
            await server.OpenAsync(cancel);
            if (!await desk.HandOverAsync(notice, cancel)) return "Passed";
            var (outcome, answer) = await server.SendAsync(message, cancel);
            // What the server said is written down even while the program is being stopped.
            switch (outcome)
            {
                case MailOutcome.Sent:
                    await desk.SentAsync(notice, CancellationToken.None);
                    return "Sent";
                case MailOutcome.PutOff:
                    await desk.PutOffAsync(notice, answer, CancellationToken.None);
                    return "PutOff";
                default:
                    await desk.ParkAsync(
                        notice, outcome == MailOutcome.Refused ? DeliveryProblem.Refused : DeliveryProblem.Unanswered, answer, CancellationToken.None);
                    return "Parked";
            }
        }
    }

    /// <summary>What these people do not want mailed, asked at the last moment.</summary>
    private async Task<HashSet<(long Person, NoticeTopic? Topic)>> RefusedAsync(IReadOnlyList<Notice> batch, CancellationToken cancel)
    {
        var people = batch.Where(n => n is { PersonId: not null, Topic: not null }).Select(n => n.PersonId!.Value).Distinct().ToList();
        if (people.Count == 0) return [];
        return [.. (await db.RefusedNotices.AsNoTracking().Where(r => people.Contains(r.PersonId)).ToListAsync(cancel)).Select(r => (r.PersonId, (NoticeTopic?)r.Topic))];
    }
}
