namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>What the desks of plan and agenda say, by code.</summary>
public static class AgendaSentences
{
    public static readonly IReadOnlyDictionary<string, string> Refusals = new Dictionary<string, string>
    {
        ["AgendaClashes"] = "Hard rules are broken ({count}); mend them first.",
        ["AgendaNoteMissing"] = "Something is less than good. Say why it is published all the same.",
        ["AgendaEmpty"] = "Nothing has a time yet.",
        ["AgendaUnchanged"] = "Nothing is different from the latest version.",
        ["CampStillDraft"] = "The camp is a draft, which nobody sees: publish the camp first.",
        ["CampHostMissing"] = "Say in the settings of the plan in whose name the lab is reserved.",
        ["ScheduleGone"] = "The schedule that was found is no longer there; look for it again.",
        ["LabRefusedSession"] = "The lab cannot be reserved for “{session}” on {start}:",
    };
}
