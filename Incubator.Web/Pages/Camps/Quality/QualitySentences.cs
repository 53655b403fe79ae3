namespace Incubator.Web.Pages.Camps.Quality;

/// <summary>What quality records are refused for, by code.</summary>
public static class QualitySentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["LotValuesTooMany"] = "Give at most {max} values for one lot.",
        ["LotValueTooFine"] = "Give at most {max} decimals.",
        ["LotValueUnread"] = "“{text}” is not a number. Separate the values by spaces or line breaks; a comma or a point is the decimal sign.",
        ["MeasuredInFuture"] = "This day is still to come.",
        ["MeasuredBeforeCamp"] = "“After the camp” means from its first day on: {from}.",
        ["MeasuredAfterCamp"] = "“Before the camp” means until its last day: {until}.",
        ["LotRecordedBefore"] = "This lot is recorded already. Open it to correct it.",
        ["ChallengeNotFollowed"] = "Only a challenge that was accepted is followed up.",
    };
}
