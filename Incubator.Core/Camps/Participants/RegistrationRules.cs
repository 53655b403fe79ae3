using Incubator.Core.Common;
using Incubator.Core.Companies;

namespace Incubator.Core.Camps;

/// <summary>What a registration must hold. Pure.</summary>
public static class RegistrationRules
{
    /// <summary>Languages one may say to speak.</summary>
    public static readonly IReadOnlyList<string> Languages = ["hu", "en", "de", "ro", "sk", "uk", "pl", "fr", "it", "es"];

    public const string Yes = "yes";
    public const string No = "no";
    private const int OldestYears = 110;

    /// <summary>The field's name of an answer.</summary>
    public static string FieldOf(Guid question) => $"Answers[{question}]";

    public static IEnumerable<Refusal> Problems(RegisterParticipant request, Camp camp)
    {
        if (!Enum.IsDefined(request.Kind) || camp.Places(request.Kind) == 0) yield return new Refusal("ParticipantKindNotTaken", nameof(request.Kind));
        if (string.IsNullOrWhiteSpace(request.Email)) yield return new Refusal("Missing", nameof(request.Email));
        else if (request.Email.Trim().Length > Participant.EmailMaxLength || !Invitation.IsMail(request.Email.Trim()))
            yield return new Refusal("MailMisshapen", nameof(request.Email));
        if (AgeProblem(request, camp) is { } age) yield return age;
        if (!request.AcceptsNotice) yield return new Refusal("CampNoticeNotAccepted", nameof(request.AcceptsNotice));
    }

    public static IEnumerable<Refusal> Problems(ParticipantDetails details, IReadOnlyCollection<CampQuestion> questions, IReadOnlyCollection<long> skills)
    {
        if (string.IsNullOrWhiteSpace(details.Name)) yield return new Refusal("Missing", nameof(details.Name));
        foreach (var (text, max, field) in new[]
        {
            (details.Name, Participant.NameMaxLength, nameof(details.Name)), (details.Organisation, Participant.OrganisationMaxLength, nameof(details.Organisation)),
            (details.OtherSkills, Participant.SkillsMaxLength, nameof(details.OtherSkills)), (details.Needs, Participant.NeedsMaxLength, nameof(details.Needs)),
        })
        {
            if (TextRules.Problem(text, max, field) is { } problem) yield return problem;
        }

        if (details.Languages.Count == 0) yield return new Refusal("ParticipantLanguageMissing", nameof(details.Languages));
        else if (details.Languages.Except(Languages).Any()) yield return new Refusal("NotKnown", nameof(details.Languages));
        if (details.Skills.Except(skills).Any()) yield return new Refusal("NotKnown", nameof(details.Skills));
        if (!string.IsNullOrWhiteSpace(details.Needs) && !details.NeedsConsent) yield return new Refusal("NeedsConsentMissing", nameof(details.NeedsConsent));
        foreach (var question in questions.Where(q => q.RetiredAt is null))
        {
            if (AnswerProblem(question, details.Answers.GetValueOrDefault(question.Reference)) is { } problem) yield return problem;
        }
    }

    public static IEnumerable<Refusal> Problems(QuestionOfCamp question)
    {
        foreach (var (text, field) in new[] { (question.TextHu, nameof(question.TextHu)), (question.TextEn, nameof(question.TextEn)) })
        {
            if (string.IsNullOrWhiteSpace(text)) yield return new Refusal("Missing", field);
            else if (TextRules.Problem(text, CampQuestion.TextMaxLength, field) is { } problem) yield return problem;
        }

        if (!Enum.IsDefined(question.Kind)) yield return new Refusal("NotKnown", nameof(question.Kind));
        if (question.Kind != CampQuestionKind.Choice) yield break;
        foreach (var (text, field) in new[] { (question.ChoicesHu, nameof(question.ChoicesHu)), (question.ChoicesEn, nameof(question.ChoicesEn)) })
        {
            if (TextRules.Problem(text, CampQuestion.ChoicesMaxLength, field) is { } problem) yield return problem;
        }

        var (hu, en) = (CampQuestion.Lines(question.ChoicesHu).Count, CampQuestion.Lines(question.ChoicesEn).Count);
        if (hu is < 2 or > CampQuestion.MostChoices) yield return new Refusal("CampChoicesCount", nameof(question.ChoicesHu)).With("max", CampQuestion.MostChoices);
        else if (hu != en) yield return new Refusal("CampChoicesDiffer", nameof(question.ChoicesEn)).With("hu", hu).With("en", en);
    }

    private static Refusal? AnswerProblem(CampQuestion question, string? answer)
    {
        var field = FieldOf(question.Reference);
        if (string.IsNullOrWhiteSpace(answer)) return question.IsRequired ? new Refusal("Missing", field) : null;
        return question.Kind switch
        {
            CampQuestionKind.Choice => int.TryParse(answer, out var number) && number >= 1 && number <= question.Choices("en").Count ? null : new Refusal("NotKnown", field),
            CampQuestionKind.YesNo => answer is Yes or No ? null : new Refusal("NotKnown", field),
            _ => TextRules.Problem(answer, CampAnswer.TextMaxLength, field),
        };
    }

    private static Refusal? AgeProblem(RegisterParticipant request, Camp camp)
    {
        if (request.BornOn is not { } born) return new Refusal("Missing", nameof(request.BornOn));
        var age = PlaceRules.AgeOn(born, camp.StartsOn);
        if (age is < 0 or > OldestYears) return new Refusal("NotADate", nameof(request.BornOn));
        if (age < camp.MinAge) return new Refusal("ParticipantTooYoung", nameof(request.BornOn)).With("min", camp.MinAge);
        if (age >= PlaceRules.FullAge) return null;
        if (string.IsNullOrWhiteSpace(request.GuardianName)) return new Refusal("GuardianMissing", nameof(request.GuardianName));
        return TextRules.Problem(request.GuardianName, Participant.NameMaxLength, nameof(request.GuardianName))
            ?? (request.GuardianConsent ? null : new Refusal("GuardianConsentMissing", nameof(request.GuardianConsent)));
    }
}
