namespace Incubator.Web.Pages.Cohorts.Updates;

/// <summary>Names the texts of these pages: English is the key, Hungarian stands in UpdatesText.hu.resx.</summary>
public sealed class UpdatesText;
