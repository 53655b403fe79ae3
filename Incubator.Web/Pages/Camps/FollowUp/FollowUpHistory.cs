using System.Globalization;
using System.Text.Json;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Camps.Quality;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.FollowUp;

/// <summary>What was put down of a challenge's quality, or of its follow-up; the latest first.</summary>
public sealed class FollowUpHistory(IncubatorDb db, IStringLocalizer<FollowUpText> text, IStringLocalizer<QualityText> quality)
{
    private const int Shown = 50;

    /// <summary>What the history calls each act.</summary>
    public static readonly IReadOnlyDictionary<string, string> Acts = new Dictionary<string, string>
    {
        ["LotRecorded"] = "Lot recorded",
        ["LotCorrected"] = "Lot corrected",
        ["LotRemoved"] = "Lot taken out",
        ["IdeaAdded"] = "Idea written down",
        ["IdeaEdited"] = "Idea changed",
        ["IdeaAdopted"] = "Idea taken up by the company",
        ["IdeaGivenUp"] = "Idea not taken further",
        ["PrototypeTied"] = "Reservation tied to the idea",
        ["PrototypeUntied"] = "Reservation untied from the idea",
        ["CheckAnswered"] = "Question answered",
        ["CheckCorrected"] = "Answer put right",
        ["OutcomeRecorded"] = "Outcome recorded",
        ["OutcomeChanged"] = "Outcome changed",
    };

    /// <summary>The fields whose changes are told.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["Lot"] = "Lot",
        ["MeasuredOn"] = "Measured on",
        ["Phase"] = "Side of the camp",
        ["Values"] = "Values",
        ["Idea"] = "Idea",
        ["Words"] = "In words",
        ["AdoptedOn"] = "Taken up on",
        ["Reservation"] = "Reservation",
        ["AfterDays"] = "Days after the camp",
        ["State"] = "How it goes",
        ["Kind"] = "What came of it",
        ["On"] = "Since",
        ["ProductName"] = "Name of the product or company",
        ["Jobs"] = "New jobs",
        ["Turnover"] = "Turnover with it, HUF",
    };

    /// <param name="subject"><see cref="QualityDesk.Subject"/> or <see cref="FollowUpDesk.Subject"/>.</param>
    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(string subject, long challenge, CancellationToken cancel)
    {
        var entries = await (
                from h in db.History
                where h.Subject == subject && h.SubjectId == challenge
                orderby h.Id descending
                select new { h.At, h.Act, h.Changes, h.Reason, Who = db.Users.Where(p => p.Id == h.PersonId).Select(p => p.FullName).FirstOrDefault() })
            .AsNoTracking().Take(Shown).ToListAsync(cancel);
        return [.. entries.Select(e => new HistoryLine(e.At, Acts.TryGetValue(e.Act, out var act) ? text[act] : e.Act, e.Who, e.Reason,
            [.. (e.Changes is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(e.Changes) ?? [])
                .Where(c => Fields.ContainsKey(c.Key)).Select(c => new HistoryChange(text[Fields[c.Key]], Say(c.Key, c.Value[0]), Say(c.Key, c.Value[1])))]))];
    }

    private string? Say(string field, string? value) => field switch
    {
        _ when value is null => null,
        "Phase" when Enum.TryParse<LotPhase>(value, out var phase) => QualityWords.Of(phase, quality),
        "State" when Enum.TryParse<CheckState>(value, out var state) => FollowUpWords.Of(state, text),
        "Kind" when Enum.TryParse<OutcomeKind>(value, out var kind) => FollowUpWords.Of(kind, text),
        "Values" => value.Replace(".", CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal),
        "MeasuredOn" or "AdoptedOn" or "On" when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) => LabFormat.LongDate(day),
        "Jobs" or "Turnover" when decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => LabFormat.Number(number),
        _ => value,
    };
}
