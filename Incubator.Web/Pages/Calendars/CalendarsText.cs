namespace Incubator.Web.Pages.Calendars;

/// <summary>Names the texts of these pages: English is the key, Hungarian stands in CalendarsText.hu.resx.</summary>
public sealed class CalendarsText;
