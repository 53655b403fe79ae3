namespace Incubator.Web.Pages.Camps.Crew;

/// <summary>Names the texts of the pages of a camp's crew: English is the key, Hungarian stands in CrewText.hu.resx.</summary>
public sealed class CrewText;
