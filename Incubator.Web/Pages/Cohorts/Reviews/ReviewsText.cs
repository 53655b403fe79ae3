namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>Names the texts of the pages of reviews, ranking, decisions and letters: English is the key, Hungarian stands in ReviewsText.hu.resx.</summary>
public sealed class ReviewsText;
