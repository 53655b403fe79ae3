namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>What the placeholders of a text stand for; each is a text key.</summary>
public static class TextWords
{
    public static string Of(string placeholder) => placeholder switch
    {
        "company" => "name of the company",
        "seat" => "seat",
        "tax-number" => "tax number",
        "representative" => "name of who accepts",
        "date" => "today's date",
        "kind" => "how the company belongs to the lab",
        _ => placeholder,
    };
}
