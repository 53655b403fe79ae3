namespace Incubator.Web.Pages.Camps.Quality;

/// <summary>Names the texts of these pages: English is the key, Hungarian stands in QualityText.hu.resx.</summary>
public sealed class QualityText;
