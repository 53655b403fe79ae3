namespace Incubator.Web.Pages.Camps.Challenges;

/// <summary>Names the texts of these pages: English is the key, Hungarian stands in ChallengesText.hu.resx.</summary>
public sealed class ChallengesText;
