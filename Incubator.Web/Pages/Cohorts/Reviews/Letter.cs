using System.Globalization;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Web.Pages.Shared;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Reviews;

/// <summary>A letter in the applicant's language, ready to be shown or printed.</summary>
/// <param name="Language">"hu" or "en", whatever the page around it speaks.</param>
public sealed record Letter(
    string Language, string Date, string Subject, string Greeting, string Outcome, string ReasonTitle, string Reason, string FeedbackTitle,
    string FeedbackText, IReadOnlyList<Letter.Feedback> Criteria, string Closing, string Signature)
{
    /// <param name="Mean">In the letter's figures, "3.67".</param>
    /// <param name="Words">The rubric's own words for the nearest score.</param>
    public sealed record Feedback(string Criterion, string Mean, string Words);
}

/// <summary>Puts a decision into the applicant's words; preview and letter are made by the same hand.</summary>
public sealed class LetterWriter(IStringLocalizer<ReviewsText> text, IStringLocalizer<SharedText> shared)
{
    /// <param name="table">The ranking as frozen with the decision; for a preview as it stands.</param>
    public Letter Write(Application application, Call call, RankTable table, DecisionKind kind, int? reserveOrder, string reason, DateTimeOffset decidedAt)
    {
        var (words, figures) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        // Texts, dates and figures follow the applicant, not the reader of the page.
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(application.Language);
        try
        {
            return Written(application, call, table, kind, reserveOrder, reason, decidedAt);
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (words, figures);
        }
    }

    private Letter Written(
        Application application, Call call, RankTable table, DecisionKind kind, int? reserveOrder, string reason, DateTimeOffset decidedAt)
    {
        var title = call.Title(application.Language);
        var standing = table.LineOf(application.Id)?.Standing;
        return new Letter(
            application.Language,
            LabFormat.LongDate(LabTime.DateOf(decidedAt)),
            text["Application {0}: {1}", application.Number, title],
            text["Dear applicant of {0},", application.CompanyName ?? ""],
            kind switch
            {
                DecisionKind.Admit => text["We are glad to tell you that your application to “{0}” was successful: your company is admitted. In another letter you find the link with which you make your account; your company’s own page then shows what is still to be done before the first booking.", title],
                DecisionKind.Reserve => text["Your application to “{0}” is on the reserve list, in place {1}. If a place becomes free, we write to you in this order.", title, reserveOrder ?? 0],
                _ => text["We are sorry to tell you that your application to “{0}” was not successful this time. We hope that what the reviewers say below helps you, and that you apply again.", title],
            },
            text["Why we decided so"],
            reason,
            text["What the reviewers found"],
            standing is { Completed: > 0 } ? text["Reviewers who read your application, independently of each other: {0}. This is the mean of their scores on each criterion, from 0 to 5, and what that score means.", standing.Completed] : "",
            [.. table.Criteria.Where(c => standing?.CriterionMeans.ContainsKey(c.Id) == true).Select(c => new Letter.Feedback(
                c.Name.In(application.Language), ReviewWords.Mean(standing!.CriterionMeans[c.Id]), c.AnchorOf(standing.CriterionMeans[c.Id]).In(application.Language)))],
            text["If you have a question, answer this letter or come in during opening times."],
            shared["Debrecen Agri-food Incubator Lab"]);
    }
}
