namespace Incubator.Web.Pages.Camps;

/// <summary>Names the texts of these pages: English is the key, Hungarian stands in CampsText.hu.resx.</summary>
public sealed class CampsText;
