namespace Incubator.Web.Pages.Camps.Challenges;

/// <summary>What the desks of challenges refuse, by code.</summary>
public static class ChallengeSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["SpecificationEmpty"] = "Give a target or at least one limit.",
        ["LimitsCrossed"] = "The upper limit must be above the lower one.",
        ["TargetOutsideLimits"] = "The target must lie between the limits.",
        ["SpecificationNumberInvalid"] = "Give numbers below a thousand million, with at most {decimals} decimals.",
        ["SpecificationMeasured"] = "Lots were measured against a characteristic that is missing here: it stays.",
        ["SpecificationsTooMany"] = "Give at most {max} characteristics.",
        ["ChallengeResourcesTooMany"] = "Choose at most {max} machines or rooms.",
        ["ChallengeIncomplete"] = "This is wanted before the challenge is handed in.",
        ["ChallengeFixed"] = "As it stands now, this challenge does not change any more.",
        ["ChallengesClosed"] = "The camp does not take challenges now.",
        ["ChallengeHasTeams"] = "A team works on this challenge: ask the staff to take it from the team first.",
        ["ChallengeNotToDecide"] = "There is nothing to decide: the challenge is not handed in, or it is decided.",
        ["ChallengeNotAccepted"] = "Only an accepted challenge gets a facilitator and teams.",
        ["RejectionReasonMissing"] = "Say why; the company reads it.",
        ["ConfidentialityFixed"] = "Only the company and staff change who reads it.",
        ["NotAMemberCompany"] = "Only companies that belong to the lab now bring challenges.",
    };
}
