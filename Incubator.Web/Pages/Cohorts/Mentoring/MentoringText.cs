namespace Incubator.Web.Pages.Cohorts.Mentoring;

/// <summary>Names the texts of these pages: English is the key, Hungarian stands in MentoringText.hu.resx.</summary>
public sealed class MentoringText;
