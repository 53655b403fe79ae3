namespace Incubator.Web.Pages.Camps;

/// <summary>What is said of a timetable that another tool wrote, by code.</summary>
public static class TimetableSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["TimetableTooLarge"] = "The file is larger than a timetable may be: at most {megabytes} MB, {events} items and {rooms} rooms.",
        ["TimetableUnreadable"] = "The file is no timetable that can be read: frab XML or pretalx JSON.",
        ["TimetableItemUnreadable"] = "Item {item} of the file can't be read: its {part} is missing or out of bounds.",
    };
}
