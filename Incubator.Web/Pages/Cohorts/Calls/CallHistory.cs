using System.Globalization;
using System.Text.Json;
using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>What was done to a call, its form and its rubric; the latest first, for staff.</summary>
public sealed class CallHistory(IncubatorDb db, IStringLocalizer<CallsText> text)
{
    private const int Shown = 50;

    /// <summary>What the history calls each act.</summary>
    public static readonly IReadOnlyDictionary<string, string> Acts = new Dictionary<string, string>
    {
        ["Created"] = "Written",
        ["Cloned"] = "Made from an earlier call",
        ["Edited"] = "Edited",
        ["Extended"] = "Deadline extended",
        ["Published"] = "Published",
        ["SectionAdded"] = "Section added",
        ["SectionChanged"] = "Section changed",
        ["SectionRemoved"] = "Section removed",
        ["SectionMoved"] = "Section moved",
        ["QuestionAdded"] = "Question added",
        ["QuestionChanged"] = "Question changed",
        ["QuestionRemoved"] = "Question removed",
        ["QuestionMoved"] = "Question moved",
        ["CriterionAdded"] = "Criterion added",
        ["CriterionChanged"] = "Criterion changed",
        ["CriterionRemoved"] = "Criterion removed",
        ["CriterionMoved"] = "Criterion moved",
        ["ReviewRoundSet"] = "Round of reviews set",
        ["ReviewerNamed"] = "Reviewer named",
        ["ReviewerDropped"] = "Reviewer taken off the list",
    };

    /// <summary>What the forms call each field; others are left out.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["Part"] = "Part",
        ["ClonedFrom"] = "After",
        ["TitleHu"] = "Title in Hungarian",
        ["TitleEn"] = "Title in English",
        ["TextHu"] = "Text in Hungarian",
        ["TextEn"] = "Text in English",
        ["Kind"] = "What for",
        ["OpensAt"] = "Opens",
        ["ClosesAt"] = "Closes",
        ["Reviewers"] = "Reviews wanted for each application",
        ["Divisions"] = "NACE divisions",
        ["Priorities"] = "At whom it aims",
        ["Type"] = "Type of answer",
        ["IsRequired"] = "Must be answered",
        ["LabelHu"] = "Question in Hungarian",
        ["LabelEn"] = "Question in English",
        ["Choices"] = "Choices",
        ["Weight"] = "Weight",
    };

    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(long callId, CancellationToken cancel)
    {
        var entries = await (
                from h in db.History
                where h.Subject == nameof(Call) && h.SubjectId == callId
                orderby h.Id descending
                select new { h.At, h.Act, h.Changes, h.Reason, Who = db.Users.Where(p => p.Id == h.PersonId).Select(p => p.FullName).FirstOrDefault() })
            .AsNoTracking().Take(Shown).ToListAsync(cancel);
        return [.. entries.Select(e => new HistoryLine(
            e.At, Acts.TryGetValue(e.Act, out var act) ? text[act] : e.Act, e.Who, e.Reason,
            [.. (e.Changes is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(e.Changes) ?? [])
                .Where(c => Fields.ContainsKey(c.Key))
                .Select(c => new HistoryChange(text[Fields[c.Key]], Say(c.Key, c.Value[0]), Say(c.Key, c.Value[1])))]))];
    }

    private string? Say(string field, string? value) => value is null ? null : field switch
    {
        "OpensAt" or "ClosesAt" when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var at) => CallWords.Moment(at),
        "Kind" when Enum.TryParse<MembershipKind>(value, out var kind) => CallWords.Of(kind, text),
        "Type" when Enum.TryParse<QuestionType>(value, out var type) => CallWords.Of(type, text),
        "Priorities" when Enum.TryParse<S3Priorities>(value, out var aims) => string.Join(", ", CallWords.Each(aims).Select(p => CallWords.Of(p, text))),
        "IsRequired" => value == bool.TrueString ? text["yes"] : text["no"],
        _ when value.Length > 200 => value[..200] + "…",
        _ => value,
    };
}
