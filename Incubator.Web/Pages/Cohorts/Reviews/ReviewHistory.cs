using System.Text.Json;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>What was done about an application's reviews and decisions, the latest first; never what a review says.</summary>
public sealed class ReviewHistory(IncubatorDb db, IStringLocalizer<ReviewsText> text, IStringLocalizer<SharedText> shared)
{
    private const int Shown = 50;

    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(long applicationId, CancellationToken cancel)
    {
        var acts = ReviewWords.Acts.Keys.ToList();
        var entries = await (
                from h in db.History
                where acts.Contains(h.Act) && ((h.Subject == nameof(Application) && h.SubjectId == applicationId && h.Act.StartsWith("Decided")) ||
                    (h.Subject == nameof(Review) && db.Reviews.Any(r => r.Id == h.SubjectId && r.ApplicationId == applicationId)))
                orderby h.Id descending
                select new { h.At, h.Act, h.Changes, h.Reason, Who = db.Users.Where(p => p.Id == h.PersonId).Select(p => p.FullName).FirstOrDefault() })
            .AsNoTracking().Take(Shown).ToListAsync(cancel);
        var changes = entries.ConvertAll(e => e.Changes is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(e.Changes) ?? []);
        var ids = changes.Select(c => c.TryGetValue("PersonId", out var person) ? long.Parse(person[1]!, System.Globalization.CultureInfo.InvariantCulture) : 0).Where(id => id > 0).Distinct().ToList();
        var names = await db.Users.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => $"{p.Id}", p => p.FullName, cancel);
        return [.. entries.Select((e, at) => new HistoryLine(e.At, text[ReviewWords.Acts[e.Act]], e.Who, e.Reason,
            [.. changes[at].Select(c => c.Key == "PersonId"
                ? new HistoryChange(shared["Reviewer"], null, names.GetValueOrDefault(c.Value[1]!, "?"))
                : new HistoryChange(text["Kind of conflict"], null, Enum.TryParse<ConflictKind>(c.Value[1], out var kind) ? ReviewWords.Of(kind, text) : c.Value[1]))]))];
    }
}
