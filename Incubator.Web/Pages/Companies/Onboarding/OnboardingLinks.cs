namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>The addresses of this room.</summary>
public static class OnboardingLinks
{
    public const string All = "/onboarding";

    public const string Steps = "/onboarding/steps";

    public const string NewStep = "/onboarding/steps/new";

    /// <summary>The company's own page; which, where one belongs to several.</summary>
    public static string Mine(Guid? company = null) => company is null ? "/my-company/onboarding" : $"/my-company/onboarding?company={company}";

    public static string MyStep(Guid step, Guid company, long? person = null) =>
        $"/my-company/onboarding/{step}?company={company}{(person is null ? "" : $"&person={person}")}";

    /// <summary>The text to print and sign.</summary>
    public static string Print(Guid step, Guid company) => $"/my-company/onboarding/{step}/print?company={company}";

    /// <summary>A company's page for staff.</summary>
    public static string Company(Guid company) => $"/onboarding/companies/{company}";

    /// <summary>One step of a company, for staff.</summary>
    public static string Decide(Guid company, Guid step, long? person = null) =>
        $"/onboarding/companies/{company}/{step}{(person is null ? "" : $"?person={person}")}";

    public static string Step(Guid step) => $"/onboarding/steps/{step}";

    public static string Texts(Guid step) => $"/onboarding/steps/{step}/text";

    /// <summary>What was accepted, to be read and printed.</summary>
    public static string Document(Guid record) => $"/onboarding/documents/{record}";

    public static string File(Guid attachment) => $"/onboarding/files/{attachment}";
}
