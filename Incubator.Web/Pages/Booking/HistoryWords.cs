using System.Globalization;
using System.Text.Json;
using Incubator.Core.Companies;
using Incubator.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Booking;

/// <summary>The changes of a history row, made readable: instants in lab time, states and resources by name.</summary>
public static class HistoryWords
{
    public static IReadOnlyList<HistoryChange> Read(string? changes, IReadOnlyDictionary<string, string> resourceCodes, IStringLocalizer text)
    {
        if (changes is null) return [];
        var read = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(changes) ?? [];
        // The act itself says the state; free text of staff stays off this list.
        return [.. read.Where(c => c.Key is "Start" or "End" or "Resources" or "LotUse" or "Overridden")
            .Select(c => new HistoryChange(text[ReservationWords.OfField(c.Key)], Say(c.Value[0], WordsOf(c.Key), text), Say(c.Value[1], WordsOf(c.Key), text)))];

        IReadOnlyDictionary<string, string> WordsOf(string field) =>
            field == "Overridden" ? RuleWords.All.ToDictionary(r => r.Key, r => text[r.Value].Value) : resourceCodes;
    }

    private static string? Say(string? value, IReadOnlyDictionary<string, string> words, IStringLocalizer text)
    {
        if (value is null) return null;
        if (DateTimeOffset.TryParseExact(value, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return LabFormat.DateTime(at);
        if (Enum.TryParse<LotUse>(value, out var use) && Enum.IsDefined(use) && !char.IsDigit(value[0])) return text[LotUseWords.Of(use)];
        return string.Join(", ", value.Split(", ").Select(part => words.GetValueOrDefault(part, part)));
    }
}
