namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>Names the texts of the pages of participants and teams: English is the key, Hungarian stands in ParticipantsText.hu.resx.</summary>
public sealed class ParticipantsText;
