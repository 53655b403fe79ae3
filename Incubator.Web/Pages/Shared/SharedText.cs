namespace Incubator.Web.Pages.Shared;

/// <summary>Names the room's texts: English is the key, Hungarian stands in SharedText.hu.resx.</summary>
public sealed class SharedText;
