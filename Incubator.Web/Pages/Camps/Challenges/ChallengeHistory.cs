using System.Text.Json;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Challenges;

/// <summary>What was done to a challenge, the latest first; for its company and staff.</summary>
public sealed class ChallengeHistory(IncubatorDb db, IStringLocalizer<ChallengesText> text)
{
    private const int Shown = 50;

    /// <summary>What the history calls each act.</summary>
    public static readonly IReadOnlyDictionary<string, string> Acts = new Dictionary<string, string>
    {
        ["Created"] = "Begun",
        ["Edited"] = "Edited",
        ["Refined"] = "Refined",
        ["Submitted"] = "Handed in",
        ["Withdrawn"] = "Withdrawn",
        ["Accepted"] = "Accepted",
        ["Rejected"] = "Rejected",
        ["FacilitatorGiven"] = "Facilitator named",
        ["TeamGiven"] = "Given to a team",
        ["TeamTaken"] = "Taken from a team",
        ["ReaderNamed"] = "Reader named",
        ["ReaderRemoved"] = "Reader removed",
        ["ReaderAgreed"] = "Reader agreed to keep it",
        ["DocumentAdded"] = "File added",
        ["DocumentRemoved"] = "File removed",
    };

    /// <summary>What the forms call each field; others are left out.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["TitleHu"] = "Title in Hungarian",
        ["TitleEn"] = "Title in English",
        ["SummaryHu"] = "Summary in Hungarian",
        ["SummaryEn"] = "Summary in English",
        ["Problem"] = "The problem",
        ["Product"] = "The product",
        ["Success"] = "What success looks like",
        ["Confidentiality"] = "Who reads the details",
        ["Team"] = "Team",
        ["File"] = "File",
    };

    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(long challengeId, CancellationToken cancel)
    {
        var entries = await (
                from h in db.History
                where h.Subject == nameof(Challenge) && h.SubjectId == challengeId
                orderby h.Id descending
                select new { h.At, h.Act, h.Changes, h.Reason, Who = db.Users.Where(p => p.Id == h.PersonId).Select(p => p.FullName).FirstOrDefault() })
            .AsNoTracking().Take(Shown).ToListAsync(cancel);
        return [.. entries.Select(e => new HistoryLine(
            e.At, Acts.TryGetValue(e.Act, out var act) ? text[act] : e.Act, e.Who, e.Reason,
            [.. (e.Changes is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(e.Changes) ?? [])
                .Where(c => Fields.ContainsKey(c.Key))
                .Select(c => new HistoryChange(text[Fields[c.Key]], Say(c.Value[0]), Say(c.Value[1])))]))];
    }

    private string? Say(string? value) => value is null ? null
        : Enum.TryParse<Confidentiality>(value, out var level) && Enum.IsDefined(level) ? ChallengeWords.Of(level, text)
        : value.Length > 200 ? value[..200] + "…" : value;
}
