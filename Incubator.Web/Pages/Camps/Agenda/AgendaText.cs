namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>Names the texts of these pages: English is the key, Hungarian stands in AgendaText.hu.resx.</summary>
public sealed class AgendaText;
