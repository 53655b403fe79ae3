namespace Incubator.Web.Pages.Companies;

/// <summary>What the company register says, by code.</summary>
public static class CompanySentences
{
    /// <summary>Refusals; placeholders name their facts.</summary>
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["TaxNumberMisshapen"] = "A Hungarian tax number has 8 digits, or 11 as in 12345676-2-09.",
        ["TaxNumberMistyped"] = "This tax number does not agree with its check digit. Please look at it once more.",
        ["TaxNumberTaken"] = "{company} has this tax number already.",
        ["VatNumberMisshapen"] = "An EU VAT number begins with its country’s two letters, as in HU12345676.",
        ["VatNumberMistyped"] = "This EU VAT number does not agree with its check digit. Please look at it once more.",
        ["RegisterNumberMisshapen"] = "A company register number has ten digits, as in 09-09-123456.",
        ["NaceMisshapen"] = "A NACE code has two to four digits, as in 10.51.",
        ["TooManyActivities"] = "At most {max} further activities can be kept.",
        ["CountryUnknown"] = "Give the country by its two letters, as in HU.",
        ["PostcodeMisshapen"] = "A Hungarian postcode has four digits.",
        ["WebsiteMisshapen"] = "This is no web address. Write it as in www.example.hu.",
        ["EmailMisshapen"] = "This is no mail address.",
        ["FoundingDayImpossible"] = "The founding day lies between {from} and today.",
        ["CompanyNameTaken"] = "Another company of the register has exactly this name. Tell them apart, for instance by the settlement.",
        ["CompanySimilar"] = "There are companies of a similar name ({count}). Look at them, and confirm that this is another one.",
        ["MembershipEndsBeforeItBegins"] = "The membership would end before it begins.",
        ["CurrencyUnknown"] = "Amounts are kept in forints or euros.",
        ["RateMissing"] = "Give the rate: how many forints make a euro.",
        ["ExceptionUnnamed"] = "Name the exception that applies, for instance university or venture capital.",
        ["LinkEndsBeforeItBegins"] = "The link would end before it begins.",
        ["CompanyHasLeft"] = "This company has left. Take it back first.",
        ["LeavingDayAhead"] = "The last day cannot be ahead: access ends at once.",
        ["TooManyLinks"] = "At most {max} linked firms can be kept.",
        ["TooManyGoals"] = "At most {max} goals can be kept.",
    };
}
