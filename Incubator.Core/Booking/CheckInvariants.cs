using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Core.Jobs;
using Incubator.Core.Notifications;
using Microsoft.Extensions.Logging;

namespace Incubator.Core.Booking;

/// <summary>Each night: does all that booking promises hold? If not, staff hear of it, once a day.</summary>
public sealed class CheckInvariants(IncubatorDb db, InvariantCheck check, TimeProvider clock, ILogger<CheckInvariants> log) : IJob
{
    public const string NoticeBroken = "InvariantsBroken";

    /// <summary>So many findings the notice lists; the command "check" names all.</summary>
    public const int Listed = 20;

    public async Task<JobReport> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var findings = await check.RunAsync(cancel);
        if (findings.Count == 0) return JobReport.Nothing;
        log.LogError(
            "Booking data is not sound, {Count} findings: {Findings}", findings.Count,
            string.Join("; ", findings.Take(Listed).Select(f => $"{f.Code}: {f.Rows}")));
        var rows = findings.Take(Listed)
            .Select(f => new Dictionary<string, string> { ["code"] = f.Code, ["rows"] = f.Rows }).ToList();
        var staff = await db.StaffToTellAsync(cancel);
        await db.CommitAsync<int>(async token => await db.TellOnceAsync(staff.Select(person => new Tell
        {
            Event = string.Create(CultureInfo.InvariantCulture, $"{NoticeBroken}:{LabTime.DateOf(now):yyyy-MM-dd}"),
            Kind = NoticeBroken,
            Recipient = person.Mail,
            Language = person.Language,
            PersonId = person.PersonId,
            Facts = new Dictionary<string, string> { ["count"] = HistoryBook.Text(findings.Count)!, [NoticeFacts.Link] = "/jobs" },
            Lists = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> { ["findings"] = rows },
        }), now, token), Untold.ToldMeanwhile, cancel);
        return JobReport.Of("Findings", findings.Count);
    }
}
