namespace Incubator.Web.Pages.Camps.Certificates;

/// <summary>What the desk of certificates refuses, by code.</summary>
public static class CertificateSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["CampNotOver"] = "Certificates are issued when the camp is over: in its follow-up.",
    };
}
