namespace Incubator.Web.Pages.Booking.Resources;

/// <summary>What the register, the calendar desks and the import say, by code.</summary>
public static class ResourceSentences
{
    /// <summary>Refusals; placeholders name their facts.</summary>
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["CodeTaken"] = "Another resource has this code.",
        ["CodeNotAllowed"] = "A code begins with a letter or digit and holds letters, digits, spaces, dots, dashes and underscores; “new”, “import” and “export” are taken.",
        ["FileEmpty"] = "This file is empty. Choose another.",
        ["FileTooLarge"] = "This file is too large: at most {megabytes} MB.",
        ["NotATable"] = "This is no CSV file ({kind}). Save the table as CSV and choose that file.",
        ["HeadingsMissing"] = "The first line must name the columns, among them: {headings}.",
        ["HeadingTwice"] = "Two columns mean the same: “{heading}”. Keep one of them.",
        ["TooManyRows"] = "This file has too many lines: at most {max}.",
        ["NotAPicture"] = "This is no picture. Choose a JPEG, PNG or WebP file.",
        ["NotADocument"] = "This kind of file is not kept. Choose a PDF, a picture, or a Word, Excel, PowerPoint or OpenDocument file without macros.",
        ["TooManyFiles"] = "There are {max} files already. Remove one first.",
        ["LabNeverOpen"] = "The lab needs at least one opening time.",
        ["OpeningTimesInvalid"] = "Opening times are quarter-hours, the end after the start, such as 07:00–19:00.",
        ["OpeningTimesOverlapped"] = "Two opening times of the same day overlap.",
        ["NotASaturday"] = "This day is no Saturday.",
        ["DayTaken"] = "There is an entry for this day already. Change or remove that one.",
        ["MinimumAboveMaximum"] = "The shortest would be longer than the longest: {min} against {max} minutes.",
        ["GranularityFitsNoLength"] = "No multiple of {minutes} lies between the shortest and the longest.",
        ["NotKnown"] = "This value is not known here.",
        ["NotAQuantity"] = "Write a figure, such as 25, 1.5 or 50-400.",
    };

    /// <summary>Problems and notices of an imported file; {0} is what stood there, or the number meant.</summary>
    public static readonly IReadOnlyDictionary<string, string> FileProblems = new Dictionary<string, string>
    {
        ["Missing"] = "Nothing stands here, but something must.",
        ["TextTooLong"] = "This text is too long (at most {0} characters).",
        ["ControlCharacters"] = "This text holds characters that cannot be shown.",
        ["OutOfRange"] = "This number is out of range (at most {0}).",
        ["NotQuarterHours"] = "This is no multiple of 15 minutes.",
        ["CodeNotAllowed"] = "A code holds only letters, digits, spaces, dots, dashes and underscores.",
        ["CellsMiscounted"] = "This line has another number of cells than the headings ({0}). A decimal comma may need quotation marks.",
        ["QuoteNotClosed"] = "A quotation mark is not closed here.",
        ["CodeTwice"] = "The same code stands in line {0}.",
        ["NotAQuantity"] = "“{0}” is no capacity.",
        ["NotAWholeNumber"] = "“{0}” is no whole number.",
        ["NotMinutes"] = "“{0}” is no length of time.",
        ["NotKnown"] = "“{0}” is not known here.",
        ["NotADate"] = "This is no date (write 2027-03-15).",
        ["DayTwice"] = "The same day stands above.",
        ["NotASaturday"] = "This day is no Saturday.",
        ["ColumnIgnored"] = "This column is not taken in.",
        ["UnitWithoutCapacity"] = "A unit without a figure (“{0}”): left out.",
    };
}
