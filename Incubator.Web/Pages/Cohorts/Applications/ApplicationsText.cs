namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>Names the texts of the pages of applications: English is the key, Hungarian stands in ApplicationsText.hu.resx.</summary>
public sealed class ApplicationsText;
