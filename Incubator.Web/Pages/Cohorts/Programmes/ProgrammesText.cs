namespace Incubator.Web.Pages.Cohorts.Programmes;

/// <summary>Names the texts of these pages: English is the key, Hungarian stands in ProgrammesText.hu.resx.</summary>
public sealed class ProgrammesText;
