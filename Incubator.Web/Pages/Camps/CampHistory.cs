using System.Globalization;
using System.Text.Json;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps;

/// <summary>What was done to a camp, the latest first, for staff.</summary>
public sealed class CampHistory(IncubatorDb db, IStringLocalizer<CampsText> text)
{
    private const int Shown = 50;

    /// <summary>What the history calls each act.</summary>
    public static readonly IReadOnlyDictionary<string, string> Acts = new Dictionary<string, string>
    {
        ["Created"] = "Written",
        ["Cloned"] = "Made after an earlier camp",
        ["Edited"] = "Edited",
        ["Moved"] = "Days or place changed",
        ["MovedOn"] = "Moved on",
        ["Cancelled"] = "Cancelled",
        ["QuestionAdded"] = "Question added to the registration form",
        ["QuestionDropped"] = "Question dropped from the registration form",
        ["SkillsListed"] = "Skills to choose from changed",
        ["NoticePublished"] = "Privacy notice published",
        ["TeamsMade"] = "Teams made",
        ["TeamsBalanced"] = "Teams balanced automatically",
        ["TeamRemoved"] = "Team removed",
        ["TeamsAnnounced"] = "Teams announced",
        ["CrewRemoved"] = "Somebody was removed from the crew",
        ["RoomAdded"] = "Room added",
        ["RoomEdited"] = "Room changed",
        ["RoomRemoved"] = "Room removed",
        ["SessionsAdded"] = "Sessions added",
        ["SessionEdited"] = "Session changed",
        ["SessionRemoved"] = "Session removed",
        ["SessionPlaced"] = "Session put elsewhere",
        ["SessionPinned"] = "Session pinned",
        ["SessionUnpinned"] = "Session unpinned",
        ["SessionConfirmed"] = "Session confirmed",
        ["SessionUnconfirmed"] = "Confirmation of a session taken back",
        ["PlanSet"] = "Settings of the plan changed",
        ["PlanTakenOver"] = "Automatic schedule taken over",
        ["AgendaPublished"] = "Agenda published",
    };

    /// <summary>What the forms call each field; others are left out.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["ClonedFrom"] = "After",
        ["Status"] = "Where it stands",
        ["NameHu"] = "Name in Hungarian",
        ["NameEn"] = "Name in English",
        ["AboutHu"] = "About it, in Hungarian",
        ["AboutEn"] = "About it, in English",
        ["Format"] = "Format",
        ["Place"] = "Place",
        ["StartsOn"] = "First day",
        ["EndsOn"] = "Last day",
        ["DayStarts"] = "Days begin at",
        ["DayEnds"] = "Days end at",
        ["Languages"] = "Languages spoken",
        ["Partners"] = "Partners",
        ["Budget"] = "Budget",
        ["BudgetCurrency"] = "Currency",
        ["RegistrationClosesAt"] = "Registration until",
        ["ChallengesCloseAt"] = "Challenges until",
        ["StudentPlaces"] = "Places for students",
        ["CompanyPlaces"] = "Places for companies",
        ["ExpertPlaces"] = "Places for experts",
        ["MinAge"] = "Least age",
        ["MinTeamSize"] = "Least in a team",
        ["MaxTeamSize"] = "Most in a team",
        ["Session"] = "Session",
        ["Room"] = "Room",
        ["Count"] = "How many",
        ["Start"] = "Beginning",
        ["Minutes"] = "Minutes",
        ["Number"] = "Version",
        ["CertificateShare"] = "Attendance for a certificate, percent",
    };

    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(long campId, CancellationToken cancel)
    {
        var entries = await (
                from h in db.History
                where h.Subject == nameof(Camp) && h.SubjectId == campId
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
        "Status" when Enum.TryParse<CampStatus>(value, out var status) => CampWords.Of(status, text),
        "Format" when Enum.TryParse<CampFormat>(value, out var format) => CampWords.Of(format, text),
        "StartsOn" or "EndsOn" when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) => LabFormat.LongDate(day),
        "RegistrationClosesAt" or "ChallengesCloseAt" or "Start" when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var at) => LabFormat.DateTime(at),
        "DayStarts" or "DayEnds" when int.TryParse(value, CultureInfo.InvariantCulture, out var minute) => CampWords.Minute(minute),
        "Languages" => string.Join(", ", value.Split(',').Select(l => CampWords.Language(l, text))),
        "Budget" when decimal.TryParse(value, CultureInfo.InvariantCulture, out var budget) => LabFormat.Number(budget),
        _ when value.Length > 200 => value[..200] + "…",
        _ => value,
    };
}
