namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>The addresses of the pages of applications; an applicant's carry the secret.</summary>
public static class ApplicationLinks
{
    public const string SendAgain = "/applications/link";
    public const string Sent = "/applications/sent";

    public static string Own(string secret) => $"/applications/{secret}";

    public static string Section(string secret, string section) => $"{Own(secret)}/{section}";

    /// <summary>At the field, with what is missing marked.</summary>
    public static string Field(string secret, string section, string field) => $"{Section(secret, section)}?check=true#{FieldView.IdOf(field)}";

    public static string OwnFile(string secret, Guid file) => $"{Own(secret)}/file/{file}";

    /// <summary>For staff.</summary>
    public static string Details(Guid reference) => $"/cohorts/applications/{reference}";

    public static string File(Guid reference, Guid file) => $"{Details(reference)}/file/{file}";
}
