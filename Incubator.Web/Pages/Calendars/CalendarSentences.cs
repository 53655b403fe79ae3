using Incubator.Core.Calendars;

namespace Incubator.Web.Pages.Calendars;

/// <summary>What is said of calendars that go out and come in, by code.</summary>
public static class CalendarSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["TooManyFeeds"] = "You have {max} addresses already. Revoke one first.",
        ["TooManyCalendars"] = "There are {max} calendars already. Remove one first.",
        ["CalendarKnownAlready"] = "This calendar is here already.",
        [CalendarProblem.NotHttps] = "Only addresses that begin with https:// (or webcal://) are read.",
        [CalendarProblem.WithCredentials] = "An address may hold no user name and password.",
        [CalendarProblem.AddressNotUnderstood] = "This is no address, such as https://calendar.example.com/me.ics.",
        [CalendarProblem.AddressNotAllowed] = "This address leads into a private network; only public ones are read.",
        [CalendarProblem.NotReached] = "Nobody answers at this address.",
        [CalendarProblem.Refused] = "The server of this address does not give the calendar out (it answers {status}).",
        [CalendarProblem.TooManyRedirects] = "This address sends us on too often.",
        [CalendarProblem.TooLarge] = "This calendar is too large: at most 2 MB.",
        [CalendarProblem.TooSlow] = "This calendar takes too long to read.",
        [CalendarProblem.NotACalendar] = "What lies at this address is no calendar (iCalendar).",
        [CalendarProblem.TooHeavy] = "This calendar holds too many events, or rules that repeat too often.",
    };
}
