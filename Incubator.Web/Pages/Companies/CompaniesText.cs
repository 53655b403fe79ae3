namespace Incubator.Web.Pages.Companies;

/// <summary>The room's texts; Hungarian beside it.</summary>
public sealed class CompaniesText;
