namespace Incubator.Web.Pages.Companies;

/// <summary>The addresses of the register's pages; a company is named by its reference.</summary>
public static class CompanyLinks
{
    public const string Register = "/companies";
    public const string New = "/companies/new";
    public const string Import = "/companies/import";
    public const string Export = "/companies/export";
    public const string Mine = "/my-company";

    public static string Details(Guid company) => $"/companies/{company}";

    public static string Edit(Guid company) => $"{Details(company)}/edit";

    public static string Membership(Guid company) => $"{Details(company)}/membership";

    public static string Figures(Guid company) => $"{Details(company)}/figures";

    public static string Link(Guid company, Guid? link = null) => $"{Details(company)}/link{(link is null ? "" : $"/{link}")}";

    public static string Goal(Guid company, Guid? goal = null) => $"{Details(company)}/goal{(goal is null ? "" : $"/{goal}")}";

    public static string Contact(Guid company) => $"{Details(company)}/contact";

    public static string Files(Guid company) => $"{Details(company)}/files";

    public static string File(Guid file) => $"/companies/file/{file}";

    public static string ImportPreview(Guid file) => $"{Import}/{file}";

    public static string ImportProgress(Guid file) => $"{Import}/{file}/progress";

    /// <summary>The company's page as this reader knows it.</summary>
    public static string Home(Guid company, bool isStaff) => isStaff ? Details(company) : $"{Mine}/{company}";
}
