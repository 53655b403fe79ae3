namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>What the desks of reviewing and deciding refuse, by code.</summary>
public static class ReviewSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["NotAReviewer"] = "This person is no reviewer of the lab.",
        ["ReviewerStillBusy"] = "This person still has reviews to write for this call. Take those off first.",
        ["ApplicationNotToReview"] = "This application is not to be reviewed: it was withdrawn or decided.",
        ["ReviewerConflicted"] = "This reviewer has declared a conflict of interest about this application.",
        ["ReviewAskedAlready"] = "This reviewer has this application already.",
        ["ReviewerOfApplicant"] = "This reviewer belongs to the applicant’s own organisation.",
        ["NoReviewersNamed"] = "Nobody reviews this call yet. Name reviewers first.",
        ["ReviewsBeforeClosing"] = "Reviews begin when the call has closed ({closes}).",
        ["ReviewNotOpen"] = "This review is not open any more.",
        ["ReviewNotSubmitted"] = "This review is not submitted.",
        ["ReviewNotWanted"] = "This application is decided or withdrawn; the review is not needed any more.",
        ["ScoreMissing"] = "Choose a score for this criterion.",
        ["CommentMissing"] = "A score of 0, 1 or 5 needs a comment: say why.",
        ["ApplicationNotDecidable"] = "This application cannot be decided: the call is still open, or it was withdrawn.",
        ["AdmittedStays"] = "This company is admitted already. End its membership in the register instead.",
        ["CorrectionReasonMissing"] = "This application was decided before. Say why the decision is changed.",
        ["ReservePlaceTaken"] = "This place on the reserve list is taken.",
        ["CompanyChoiceMissing"] = "The register holds a company that looks like this applicant. Say whether it is that one or a new one.",
        ["OwnReviewOpen"] = "You review this application yourself. Submit your review first, or have it taken off.",
    };
}
