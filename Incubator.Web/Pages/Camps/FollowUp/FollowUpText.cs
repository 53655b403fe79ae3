namespace Incubator.Web.Pages.Camps.FollowUp;

/// <summary>Names the texts of these pages: English is the key, Hungarian stands in FollowUpText.hu.resx.</summary>
public sealed class FollowUpText;
