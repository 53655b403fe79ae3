namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>What the desks of registration and participants say, by code.</summary>
public static class ParticipantSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["RegistrationClosed"] = "This camp takes no registrations now.",
        ["CampNoticeMissing"] = "Registration has not begun yet: the privacy notice is still being written.",
        ["CampNoticeChanged"] = "The privacy notice has changed meanwhile. Please read it again.",
        ["CampNoticeNotAccepted"] = "Without this nobody can be registered.",
        ["ParticipantKindNotTaken"] = "This camp has no places of this kind.",
        ["ParticipantTooYoung"] = "Participants are at least {min} years old on the first day.",
        ["GuardianMissing"] = "Who is under 18 on the first day needs a guardian's consent: give the guardian's name.",
        ["GuardianConsentMissing"] = "Who is under 18 on the first day needs a guardian's consent.",
        ["ParticipantLanguageMissing"] = "Choose at least one language you speak.",
        ["NeedsConsentMissing"] = "We may keep this only with your consent: tick it, or leave the needs empty.",
        ["RegistrationOver"] = "This registration has ended already.",
        ["OfferLapsed"] = "This offer has passed.",
        ["CampOver"] = "The camp is over.",
        ["CampPlacesTaken"] = "All places of this kind are taken.",
        ["CampQuestionsFull"] = "A camp asks at most {max} questions.",
        ["CampChoicesCount"] = "Give at least two and at most {max} choices, one a line.",
        ["CampChoicesDiffer"] = "There are {hu} choices in Hungarian and {en} in English; each needs both.",
        ["CampSkillsFull"] = "A camp lists at most {max} skills.",
        ["CampSkillMisshapen"] = "Write one skill a line: Hungarian, a vertical bar, English; each once and of at most {max} characters.",
        ["CampSkillInUse"] = "Somebody has chosen “{skill}” already; it stays in the list.",
    };
}
