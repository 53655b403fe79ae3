using System.Globalization;
using System.Text.RegularExpressions;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Web.Pages.Accounts;
using Incubator.Web.Pages.Booking;
using Incubator.Web.Pages.Booking.Resources;
using Incubator.Web.Pages.Calendars;
using Incubator.Web.Pages.Camps;
using Incubator.Web.Pages.Camps.Agenda;
using Incubator.Web.Pages.Camps.Attendance;
using Incubator.Web.Pages.Camps.Certificates;
using Incubator.Web.Pages.Camps.Challenges;
using Incubator.Web.Pages.Camps.Crew;
using Incubator.Web.Pages.Camps.FollowUp;
using Incubator.Web.Pages.Camps.Jury;
using Incubator.Web.Pages.Camps.Participants;
using Incubator.Web.Pages.Camps.Quality;
using Incubator.Web.Pages.Camps.Sessions;
using Incubator.Web.Pages.Cohorts.Applications;
using Incubator.Web.Pages.Cohorts.Calls;
using Incubator.Web.Pages.Cohorts.Mentoring;
using Incubator.Web.Pages.Cohorts.Programmes;
using Incubator.Web.Pages.Cohorts.Reviews;
using Incubator.Web.Pages.Cohorts.Updates;
using Incubator.Web.Pages.Companies;
using Incubator.Web.Pages.Companies.Invitations;
using Incubator.Web.Pages.Companies.Onboarding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Shared;

/// <summary>Says a refusal in the reader's language. Placeholders name the refusal's facts.</summary>
public sealed partial class RefusalText(IStringLocalizerFactory texts)
{
    /// <summary>Codes of every room.</summary>
    public static readonly IReadOnlyDictionary<string, string> SharedSentences = new Dictionary<string, string>
    {
        ["NotFound"] = "This does not exist, or not for you.",
        ["ChangedMeanwhile"] = "Someone changed this meanwhile. Look at its present state and try again.",
        ["Missing"] = "Please fill this in.",
        ["TextTooLong"] = "This text is too long: at most {max} characters.",
        ["ControlCharacters"] = "This text holds characters that cannot be shown.",
        ["OutOfRange"] = "Give a number from {min} to {max}.",
        ["NotQuarterHours"] = "Give a multiple of 15 minutes.",
        ["NotADate"] = "This is not a date.",
        ["NotATime"] = "This is not a time.",
        ["LocalTimeSkipped"] = "This time does not exist: the clocks go forward that night.",
    };

    /// <summary>Codes of booking.</summary>
    public static readonly IReadOnlyDictionary<string, string> BookingSentences = new Dictionary<string, string>
    {
        [BookingRefusals.InvalidSlot] = "The end must be later than the start.",
        [BookingRefusals.NotOnQuarter] = "Times are quarter-hours: 00, 15, 30 or 45 minutes.",
        [BookingRefusals.LongerThanAnyReservation] = "This is longer than {maxDays} days.",
        [BookingRefusals.SlotTaken] = "{resource}: this time is taken from {start} to {end}.",
        [BookingRefusals.UnderMaintenance] = "{resource} is under maintenance from {start} to {end}.",
        [BookingRefusals.ResourceRetired] = "{resource} has been retired and cannot be booked.",
        [BookingRefusals.CompanyInactive] = "This company is not active.",
        [BookingRefusals.NotAllowedToBook] = "You cannot book for this company.",
        [BookingRefusals.NotAMember] = "This person does not belong to the company.",
        [BookingRefusals.NothingChosen] = "Choose what to book.",
        [BookingRefusals.TooManyResources] = "At most {max} can be booked at once.",
        [BookingRefusals.WrongState] = "This can no longer be done in its present state.",
        [BookingRefusals.OverrideReasonMissing] = "Give a reason.",
        [BookingRefusals.StartInPast] = "The start is in the past.",
        [BookingRefusals.TooShort] = "{resource} is booked for at least {minutes}.",
        [BookingRefusals.TooLong] = "{resource} is booked for at most {minutes}.",
        [BookingRefusals.NotOnGranularity] = "{resource} is booked in steps of {minutes}.",
        [BookingRefusals.TooLateNotice] = "{resource} must be booked at least {minutes} ahead.",
        [BookingRefusals.BeyondHorizon] = "{resource} can be booked at most {days} days ahead.",
        [BookingRefusals.OutsideOpeningTimes] = "{resource} is closed at this time.",
        [BookingRefusals.NightUseNotAllowed] = "{resource} may not run through the night.",
        [BookingRefusals.WeekendUseNotAllowed] = "{resource} may not run through closed days.",
        [BookingRefusals.OnlyManagersMayBook] = "{resource} is booked by the company's managers only.",
        [BookingRefusals.OnlyStaffMayBook] = "{resource} is booked by staff only; please ask them.",
        [BookingRefusals.QuotaUsed] = "The quota would be exceeded ({quota}): {used} of {limit}.",
        [BookingRefusals.TooLateToMove] = "The deadline for free cancellation has passed: the start can no longer be moved.",
        [BookingRefusals.TooEarlyToCheckIn] = "Use can begin from {from}.",
        [BookingRefusals.ReservationOver] = "The reserved time is over.",
        [BookingRefusals.UnitStillInUse] = "The previous use has not been ended yet.",
        [BookingRefusals.NotOverYet] = "This is not over yet; only what is over is imported.",
        [BookingRefusals.AffectedReservations] = "Reservations are in the way; decide about each ({count}).",
    };

    /// <summary>Each room's sentences by code, and the texts in which they stand; the first that knows a code says it.</summary>
    private static readonly IReadOnlyList<(Type Room, IReadOnlyDictionary<string, string> Sentences)> Rooms =
    [
        (typeof(BookingText), BookingSentences),
        (typeof(ResourcesText), ResourceSentences.Refusals),
        (typeof(CallsText), CallSentences.Refusals),
        (typeof(ApplicationsText), ApplicationSentences.Refusals),
        (typeof(ReviewsText), ReviewSentences.Refusals),
        (typeof(InvitationsText), InvitationSentences.Refusals),
        (typeof(MentoringText), MentoringSentences.Refusals),
        (typeof(AccountsText), AccountSentences.Refusals),
        (typeof(ProgrammesText), ProgrammesSentences.Refusals),
        (typeof(UpdatesText), UpdatesSentences.Refusals),
        (typeof(OnboardingText), OnboardingSentences.Refusals),
        (typeof(CompaniesText), CompanySentences.Refusals),
        (typeof(CalendarsText), CalendarSentences.Refusals),
        (typeof(CampsText), CampSentences.Refusals),
        (typeof(ChallengesText), ChallengeSentences.Refusals),
        (typeof(JuryText), JurySentences.Refusals),
        (typeof(CampsText), TimetableSentences.Refusals),
        (typeof(AttendanceText), AttendanceSentences.Refusals),
        (typeof(CertificatesText), CertificateSentences.Refusals),
        (typeof(ParticipantsText), ParticipantSentences.Refusals),
        (typeof(CrewText), CrewSentences.Refusals),
        (typeof(QualityText), QualitySentences.Refusals),
        (typeof(FollowUpText), FollowUpSentences.Refusals),
        (typeof(SessionsText), SessionsSentences.Refusals),
        (typeof(AgendaText), AgendaSentences.Refusals),
        (typeof(SharedText), SharedSentences),
    ];

    /// <summary>For a slot that a rival took in the same moment.</summary>
    public const string JustTaken = "This time was taken a moment ago.";

    /// <summary>For a code that has no sentence yet.</summary>
    public const string Unknown = "This cannot be done now.";

    private static readonly Dictionary<string, string> QuotaNames = new()
    {
        [nameof(BookingPolicy.CompanyMinutesPerWeek)] = "the company's hours in a week",
        [nameof(BookingPolicy.CompanyMinutesPerMonth)] = "the company's hours in a month",
        [nameof(BookingPolicy.CompanyFutureReservations)] = "the company's coming reservations",
        [nameof(BookingPolicy.PersonMinutesPerWeek)] = "your hours in a week",
        [nameof(BookingPolicy.PersonMinutesPerMonth)] = "your hours in a month",
        [nameof(BookingPolicy.PersonFutureReservations)] = "your coming reservations",
    };

    public static IEnumerable<string> QuotaTexts => QuotaNames.Values;

    public string Say(Refusal refusal)
    {
        var booking = texts.Create(typeof(BookingText));
        // The key itself may find the slot taken; then nobody knows by whom.
        if (refusal.Code == BookingRefusals.SlotTaken && refusal.Facts.Count == 0) return booking[JustTaken];
        var (room, sentences) = Rooms.FirstOrDefault(r => r.Sentences.ContainsKey(refusal.Code));
        var sentence = room is null
            ? texts.Create(typeof(SharedText))[Unknown].Value + $" ({refusal.Code})"
            : texts.Create(room)[sentences[refusal.Code]].Value;
        return Placeholder().Replace(sentence, match => refusal.Facts.TryGetValue(match.Groups[1].Value, out var fact)
            ? Fact(match.Groups[1].Value, fact, refusal)
            : "?");
    }

    private string Fact(string name, object fact, Refusal refusal) => (name, fact) switch
    {
        (_, LocalName local) => local.In(LabFormat.Language),
        (_, DateOnly day) => LabFormat.LongDate(day),
        // "from Thu 26 Nov 10:15 to 15:00": the day is said once.
        ("end", DateTimeOffset end) when refusal.Facts.GetValueOrDefault("start") is DateTimeOffset start && LabTime.DateOf(start) == LabTime.DateOf(end) =>
            LabFormat.Time(end),
        (_, DateTimeOffset instant) => LabFormat.DateTime(instant),
        ("minutes", int minutes) => LabFormat.Minutes(minutes),
        ("quota", string quota) => texts.Create(typeof(BookingText))[QuotaNames[quota]],
        ("limit" or "used", int amount) when refusal.Facts["quota"] is string quota && !quota.EndsWith("Reservations", StringComparison.Ordinal) =>
            LabFormat.Minutes(amount),
        (_, IFormattable number) => number.ToString(null, CultureInfo.CurrentCulture),
        _ => fact.ToString() ?? "",
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}

/// <summary>How refusals reach a page.</summary>
public static class RefusalPages
{
    private static readonly HashSet<string> Conflicts =
        [BookingRefusals.SlotTaken, BookingRefusals.UnderMaintenance, BookingRefusals.UnitStillInUse, Refusal.ChangedMeanwhile.Code, "CodeTaken", "DayTaken", "MentorHourTaken", "CohortFull"];

    /// <summary>
    /// Puts each refusal beside its field (<paramref name="prefix"/> is the bound record's name) and gives the page again,
    /// with 409 for a conflict, 422 for another refusal; an unknown or foreign thing is 404.
    /// </summary>
    public static IActionResult Refused(this PageModel page, IReadOnlyList<Refusal> refusals, RefusalText text, string prefix = "Input")
    {
        if (refusals.Any(r => r.Code == Refusal.NotFound.Code)) return page.NotFound();
        refusals.Into(page.ModelState, text, prefix);
        page.Response.StatusCode = refusals.Any(r => Conflicts.Contains(r.Code))
            ? StatusCodes.Status409Conflict
            : StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }

    /// <summary>The page again after a refusal that the page itself has put into the model state: 422.</summary>
    public static IActionResult Refused(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page.Page();
    }

    /// <summary>The page again after malformed input: messages beside the fields, 400.</summary>
    public static IActionResult Malformed(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }

    public static void Into(this IReadOnlyList<Refusal> refusals, ModelStateDictionary state, RefusalText text, string prefix = "Input")
    {
        foreach (var refusal in refusals)
        {
            // Beside its field where the form has it, else among the form's own messages.
            var field = $"{prefix}.{refusal.Field}";
            state.AddModelError(refusal.Field is not null && state.ContainsKey(field) ? field : "", text.Say(refusal));
        }
    }
}
