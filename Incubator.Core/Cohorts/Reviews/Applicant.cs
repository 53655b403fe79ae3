using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;

namespace Incubator.Core.Cohorts;

/// <summary>Who applied, as the register and the invitation need it.</summary>
/// <param name="Contact">The name of who filled the form in; null where it was not said.</param>
/// <param name="Figures">By which its size is known.</param>
internal sealed record Applicant(CompanyFacts Facts, string? Contact, ToldFigures Figures)
{
    public static async Task<Applicant> ReadAsync(IncubatorDb db, Application application, CancellationToken cancel)
    {
        var answers = await new ApplicationReader(db).AnswersAsync(application.Id, cancel);
        var facts = answers.IsEmpty("company.name")
            ? new CompanyFacts { Name = application.CompanyName ?? "", TaxNumber = application.TaxCore }
            : answers.Company() with { ContactEmail = application.Email, Phone = answers.IsEmpty("contact.phone") ? null : answers.Text("contact.phone") };
        return new Applicant(facts, answers.IsEmpty("contact.name") ? null : answers.Text("contact.name"), new ToldFigures(answers.Years(), answers.Firms()));
    }

    /// <summary>The application's address, with a fresh secret, kept by its hash; it goes with the running transaction.</summary>
    public static string Link(IncubatorDb db, Application application, DateTimeOffset now)
    {
        var secret = LinkSecret.Create();
        db.ApplicationLinks.Add(ApplicationLink.Create(application.Id, LinkSecret.Hash(secret), now));
        return $"/applications/{secret}";
    }

    /// <summary>The letter's, in the same way.</summary>
    public static string LetterLink(IncubatorDb db, Application application, DateTimeOffset now) => $"{Link(db, application, now)}/letter";
}
