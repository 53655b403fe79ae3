namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>What the desk of applications refuses, by code.</summary>
public static class ApplicationSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["MailMisshapen"] = "Write an e-mail address, such as name@example.com.",
        ["PhoneMisshapen"] = "Write a phone number, such as +36 30 123 4567.",
        ["NotANumber"] = "Write a number, such as 1250 or 12.5.",
        ["NotWhole"] = "Write a whole number.",
        ["TooManyDecimals"] = "Write at most {max} decimals.",
        ["NumberAmbiguous"] = "This could mean thousands or decimals: write it without a sign for thousands.",
        ["NumberTooSmall"] = "Give a number of at least {min}.",
        ["NumberTooLarge"] = "Give a number of at most {max}.",
        ["NoneAndSome"] = "“None” cannot stand beside others.",
        ["NotTheYearBefore"] = "Give the year before: {year}.",
        ["NotADraft"] = "The application is no longer a draft. Nothing was changed; what you typed is below.",
        ["ApplicationIncomplete"] = "Something is missing or cannot be understood ({count}); the list leads there.",
        ["ApplicationOver"] = "It has been decided or withdrawn.",
        ["ApplicationFilesFull"] = "There are {max} files already. Remove one first.",
        ["ApplicationBeingJudged"] = "The application {number} is being judged: withdraw it first, by its link.",
        ["CallNotOpenYet"] = "The call opens {at}.",
        ["CallClosed"] = "The call closed {at}. The draft is kept as it is.",
    };
}
