using System.Text.Json;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Programmes;

/// <summary>What was done to a milestone, an update or a company in a cohort; the latest first.</summary>
public sealed class CohortHistory(IncubatorDb db, IStringLocalizer<ProgrammesText> text)
{
    private const int Shown = 50;

    /// <summary>What the history calls each act.</summary>
    public static readonly IReadOnlyDictionary<string, string> Acts = new Dictionary<string, string>
    {
        ["Joined"] = "Taken in",
        ["Graduated"] = "Graduated",
        ["Left"] = "Left",
        ["Proposed"] = "Proposed",
        ["Edited"] = "Edited",
        ["Agreed"] = "Agreed to",
        ["Begun"] = "Begun",
        ["Slipped"] = "Put off to another day",
        ["Dropped"] = "Dropped",
        ["Done"] = "Done",
        ["Reopened"] = "Opened again",
        ["DocumentAdded"] = "File added",
        ["Drafted"] = "Draft begun",
        ["Sent"] = "Sent",
        ["Corrected"] = "Put right",
        ["Answered"] = "Answered",
    };

    /// <summary>The fields whose changes are told; the acts say the rest.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["Text"] = "Milestone",
        ["Goal"] = "Serves the goal",
        ["DueOn"] = "Due on",
        ["File"] = "File",
        ["JobsWomen"] = "Women",
        ["JobsMen"] = "Men",
        ["JobsOther"] = "Not stated",
        ["JobsYoung"] = "Under 30",
        ["JobsResearch"] = "In research and development",
        ["Jobs"] = "Jobs",
        ["Turnover"] = "Turnover",
        ["Investment"] = "Investment raised",
        ["Products"] = "Products launched",
        ["Certificates"] = "Certificates",
        ["Note"] = "Note",
        ["Comment"] = "Comment",
    };

    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(string subject, long id, CancellationToken cancel)
    {
        var entries = await (
                from h in db.History
                where h.Subject == subject && h.SubjectId == id
                orderby h.Id descending
                select new { h.At, h.Act, h.Changes, h.Reason, Who = db.Users.Where(p => p.Id == h.PersonId).Select(p => p.FullName).FirstOrDefault() })
            .AsNoTracking().Take(Shown).ToListAsync(cancel);
        return [.. entries.Select(e => new HistoryLine(e.At, Acts.TryGetValue(e.Act, out var act) ? text[act] : e.Act, e.Who, e.Reason,
            [.. (e.Changes is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(e.Changes) ?? [])
                .Where(c => Fields.ContainsKey(c.Key)).Select(c => new HistoryChange(text[Fields[c.Key]], Say(c.Value[0]), Say(c.Value[1])))]))];
    }

    private static string? Say(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) ? LabFormat.LongDate(day)
        : decimal.TryParse(value, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number) ? LabFormat.Number(number)
        : value;
}
