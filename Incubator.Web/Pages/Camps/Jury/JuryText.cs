namespace Incubator.Web.Pages.Camps.Jury;

/// <summary>Names the texts of the jury's pages: English is the key, Hungarian stands in JuryText.hu.resx.</summary>
public sealed class JuryText;
