namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>The addresses of reviewing, ranking, decisions and letters.</summary>
public static class ReviewLinks
{
    public const string Home = "/reviews";

    public static string Write(Guid review) => $"{Home}/{review}";

    public static string File(Guid review, Guid file) => $"{Write(review)}/files/{file}";

    public static string Call(Guid call) => $"{Home}/calls/{call}";

    public static string Results(Guid call) => $"{Call(call)}/results";

    public static string ResultsFile(Guid call) => $"{Results(call)}.csv";

    public static string Application(Guid application) => $"{Home}/applications/{application}";

    public static string Decide(Guid application) => $"{Application(application)}/decide";
}
