namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>What the desk of calls refuses, by code.</summary>
public static class CallSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["ClosesBeforeItOpens"] = "The call must close after it opens.",
        ["DivisionsInvalid"] = "Write NACE divisions as two digits each, apart by commas, such as 10, 11.",
        ["LeastAboveMost"] = "The most must not be less than the least.",
        ["ChoicesMiscounted"] = "Give {min} to {max} choices, one in a line.",
        ["ChoiceInOneLanguageOnly"] = "Give every choice in both languages: as many lines in one as in the other.",
        ["CallOverAlready"] = "This call would be over before it begins: move its closing.",
        ["RubricMissing"] = "A call needs a rubric before it is published: at least one criterion.",
        ["KindFixed"] = "What a published call is for does not change any more.",
        ["OpenedAlready"] = "The call has opened already; its opening does not move any more.",
        ["DeadlineOnlyLater"] = "A published deadline moves only to a later time.",
        ["DatesReasonMissing"] = "Say why the dates move; it is kept in the history.",
        ["FormFull"] = "The form is full: at most {max}.",
        ["RubricFull"] = "The rubric is full: at most {max} criteria.",
        ["FormFixed"] = "Somebody has submitted already: the form and the rubric stay as they are.",
        ["AnchorsMiscounted"] = "Say what each score from 0 to 5 means.",
    };
}
