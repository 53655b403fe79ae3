using System.Globalization;
using System.Text.Json;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>What was done to a resource, its own rules, opening times and files included; the latest first, for staff.</summary>
public sealed class ResourceHistory(IncubatorDb db, IStringLocalizer<ResourcesText> text)
{
    private const int Shown = 50;

    /// <summary>What the history calls each act.</summary>
    public static readonly IReadOnlyDictionary<string, string> Acts = new Dictionary<string, string>
    {
        ["Registered"] = "Added",
        ["Edited"] = "Edited",
        ["Imported"] = "Taken in from a file",
        ["ChangedByImport"] = "Changed by a file",
        ["Retired"] = "Retired",
        ["PutBack"] = "Returned to service",
        ["PhotoAdded"] = "Photo added",
        ["PhotoRemoved"] = "Photo removed",
        ["DocumentAdded"] = "Document added",
        ["DocumentRemoved"] = "Document removed",
        ["OpeningTimesSet"] = "Opening times set",
        ["ExceptionAdded"] = "Differing day added",
        ["ExceptionRemoved"] = "Differing day removed",
        ["CalendarAdded"] = "External calendar added",
        ["CalendarRemoved"] = "External calendar removed",
        ["PolicySet"] = "Booking rules set",
        ["PolicyChanged"] = "Booking rules changed",
        ["PolicyRemoved"] = "Booking rules removed",
    };

    /// <summary>What the form calls each field.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>(EditModel.FieldNames)
    {
        ["CapacityFigure"] = "Capacity",
        ["File"] = "File",
        ["Calendar"] = "External calendar",
        ["OpeningTimes"] = "Opening times",
        [nameof(BookingPolicy.ValidFrom)] = "Counts from",
        [nameof(BookingPolicy.MinMinutes)] = "Shortest, minutes",
        [nameof(BookingPolicy.MaxMinutes)] = "Longest, minutes",
        [nameof(BookingPolicy.GranularityMinutes)] = "In steps of, minutes",
        [nameof(BookingPolicy.MinNoticeMinutes)] = "At least, minutes ahead",
        [nameof(BookingPolicy.HorizonDays)] = "At most, days ahead",
        [nameof(BookingPolicy.FreeCancelMinutes)] = "Free cancelling until, minutes before",
        [nameof(BookingPolicy.NightUse)] = "May run through the night",
        [nameof(BookingPolicy.WeekendUse)] = "May run through closed days",
        [nameof(BookingPolicy.WhoMayBook)] = "Who may book",
        [nameof(BookingPolicy.CompanyMinutesPerWeek)] = "Hours a week",
        [nameof(BookingPolicy.CompanyMinutesPerMonth)] = "Hours a month",
        [nameof(BookingPolicy.CompanyFutureReservations)] = "Coming reservations",
        [nameof(BookingPolicy.PersonMinutesPerWeek)] = "Hours a week",
        [nameof(BookingPolicy.PersonMinutesPerMonth)] = "Hours a month",
        [nameof(BookingPolicy.PersonFutureReservations)] = "Coming reservations",
    };

    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(long resourceId, CancellationToken cancel)
    {
        var entries = await (
                from h in db.History
                where h.Subject == nameof(Resource) && h.SubjectId == resourceId
                orderby h.Id descending
                select new { h.At, h.Act, h.Changes, h.Reason, Who = db.Users.Where(p => p.Id == h.PersonId).Select(p => p.FullName).FirstOrDefault() })
            .AsNoTracking().Take(Shown).ToListAsync(cancel);
        var changes = entries.ConvertAll(e => e.Changes is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(e.Changes) ?? []);
        var names = await NamesAsync(changes.SelectMany(c => c), cancel);
        return [.. entries.Zip(changes, (e, told) => new HistoryLine(
            e.At, Acts.TryGetValue(e.Act, out var act) ? text[act] : e.Act, e.Who, e.Reason,
            // When it was retired the line says itself.
            [.. told.Where(c => c.Key != nameof(Resource.RetiredAt)).Select(c => new HistoryChange(
                FieldOf(c.Key), Say(c.Key, c.Value[0], names), Say(c.Key, c.Value[1], names)))]))];
    }

    // Rows hold ids; the reader knows names. People are asked for one by one, the few lists of places as a whole.
    private async Task<Dictionary<(string Field, string Id), string>> NamesAsync(
        IEnumerable<KeyValuePair<string, string?[]>> changes, CancellationToken cancel)
    {
        var told = changes.SelectMany(c => c.Value.OfType<string>().Select(v => (Field: KindOf(c.Key), Value: v)))
            .Where(c => c.Field is not null).ToLookup(c => c.Field!, c => c.Value);
        var names = new Dictionary<(string, string), string>();
        if (told.Contains("Category"))
            foreach (var category in await db.ResourceCategories.AsNoTracking().ToListAsync(cancel))
                names[("Category", Id(category.Id))] = category.Name(LabFormat.Language);
        if (told.Contains("Site"))
            foreach (var site in await db.Sites.AsNoTracking().ToListAsync(cancel))
                names[("Site", Id(site.Id))] = site.Name;
        if (told.Contains("Person"))
        {
            var ids = told["Person"].Select(v => long.Parse(v, CultureInfo.InvariantCulture)).ToHashSet();
            foreach (var person in await db.Users.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.FullName }).ToListAsync(cancel))
                names[("Person", Id(person.Id))] = person.FullName;
        }

        return names;
    }

    private string FieldOf(string field)
    {
        if (Day(field) is { } day) return LabFormat.LongDate(day);
        string name = Fields.TryGetValue(field, out var known) ? text[known] : field;
        return field.StartsWith("Company", StringComparison.Ordinal) ? $"{text["Quota of a company"]}, {name}"
            : field.StartsWith("Person", StringComparison.Ordinal) ? $"{text["Quota of a person"]}, {name}"
            : name;
    }

    private string? Say(string field, string? value, Dictionary<(string Field, string Id), string> names)
    {
        if (value is null) return null;
        if (KindOf(field) is { } kind) return names.GetValueOrDefault((kind, value), "?");
        if (Day(field) is not null && value.Split(": ", 2) is [var exception, var name] && Enum.TryParse<CalendarExceptionKind>(exception, out var ofDay))
            return $"{ResourceWords.Of(ofDay, text)}: {name}";
        return field switch
        {
            nameof(Resource.Kind) when Enum.TryParse<ResourceKind>(value, out var known) => ResourceWords.Of(known, text),
            nameof(Resource.FoodGrade) when Enum.TryParse<FoodGrade>(value, out var grade) => ResourceWords.Of(grade, text),
            nameof(BookingPolicy.WhoMayBook) when Enum.TryParse<WhoMayBook>(value, out var who) => ResourceWords.Of(who, text),
            nameof(BookingPolicy.NightUse) or nameof(BookingPolicy.WeekendUse) => value == bool.TrueString ? text["yes"] : text["no"],
            nameof(BookingPolicy.ValidFrom) when Day(value) is { } day => LabFormat.LongDate(day),
            "OpeningTimes" => ResourceWords.Week.Aggregate(value, (week, day) => week.Replace($"{day} ", $"{ResourceWords.Name(day)} ", StringComparison.Ordinal)),
            _ when field.EndsWith("PerWeek", StringComparison.Ordinal) || field.EndsWith("PerMonth", StringComparison.Ordinal) =>
                LabFormat.Number(decimal.Parse(value, CultureInfo.InvariantCulture) / 60),
            _ => value,
        };
    }

    private static string? KindOf(string field) => field switch
    {
        nameof(Resource.CategoryId) => "Category",
        nameof(Resource.SiteId) => "Site",
        nameof(Resource.OwnerId) or nameof(Resource.BackupOwnerId) => "Person",
        _ => null,
    };

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
