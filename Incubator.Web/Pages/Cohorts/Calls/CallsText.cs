namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>Names the texts of the pages of calls: English is the key, Hungarian stands in CallsText.hu.resx.</summary>
public sealed class CallsText;
