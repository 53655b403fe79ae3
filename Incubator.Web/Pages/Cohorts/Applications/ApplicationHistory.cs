using System.Text.Json;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>What became of an application; the latest first, for staff. Where no person is named, it was the applicant.</summary>
public sealed class ApplicationHistory(IncubatorDb db, IStringLocalizer<ApplicationsText> text)
{
    private const int Shown = 50;

    /// <summary>What the history calls each act.</summary>
    public static readonly IReadOnlyDictionary<string, string> Acts = new Dictionary<string, string>
    {
        ["Started"] = "Begun by the applicant",
        ["Submitted"] = "Submitted by the applicant",
        ["Reopened"] = "Taken back to change it",
        ["Withdrawn"] = "Withdrawn by the applicant",
        ["Forgotten"] = "Its time was over: all that tells of the applicant was deleted",
        ["DocumentAdded"] = "File added",
        ["DocumentRemoved"] = "File removed",
        ["FoundSame"] = "Found to be the same firm",
        ["FoundDifferent"] = "Found not to be the same firm",
        ["DecidedAdmit"] = "Decided: admitted",
        ["DecidedReserve"] = "Decided: on the reserve list",
        ["DecidedReject"] = "Decided: rejected",
        ["DecidedAgainAdmit"] = "Decided anew: admitted",
        ["DecidedAgainReserve"] = "Decided anew: on the reserve list",
        ["DecidedAgainReject"] = "Decided anew: rejected",
    };

    /// <summary>What changed, where it is told.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["File"] = "File",
        ["Other"] = "Looks like",
    };

    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(long applicationId, CancellationToken cancel)
    {
        var entries = await (
                from h in db.History
                where h.Subject == nameof(Application) && h.SubjectId == applicationId
                orderby h.Id descending
                select new { h.At, h.Act, h.Changes, h.Reason, Who = db.Users.Where(p => p.Id == h.PersonId).Select(p => p.FullName).FirstOrDefault() })
            .AsNoTracking().Take(Shown).ToListAsync(cancel);
        return [.. entries.Select(e => new HistoryLine(
            e.At, Acts.TryGetValue(e.Act, out var act) ? text[act] : e.Act, e.Who, e.Reason,
            [.. (e.Changes is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(e.Changes) ?? [])
                .Where(c => Fields.ContainsKey(c.Key))
                .Select(c => new HistoryChange(text[Fields[c.Key]], c.Value[0], c.Value[1]))]))];
    }
}
