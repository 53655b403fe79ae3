using Incubator.Core.Camps;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>Kinds, states, languages and acts in the reader's words.</summary>
public static class ParticipantWords
{
    /// <summary>What the history calls each act.</summary>
    public static readonly IReadOnlyDictionary<string, string> Acts = new Dictionary<string, string>
    {
        ["Registered"] = "Registered",
        ["Offered"] = "A place was offered",
        ["OfferAccepted"] = "Took the offered place",
        ["OfferDeclined"] = "Left the offered place to the next",
        ["OfferLapsed"] = "The offer passed",
        ["WaitsAgain"] = "Waits again",
        ["Cancelled"] = "Registration cancelled",
        ["Admitted"] = "Admitted by staff",
        ["KindChanged"] = "Moved to other places",
        ["DetailsChanged"] = "Changed their details",
        ["NeedsDeleted"] = "Needs deleted",
        ["Forgotten"] = "Personal data deleted",
    };

    private static readonly Dictionary<string, string> Languages = new()
    {
        ["hu"] = "Hungarian",
        ["en"] = "English",
        ["de"] = "German",
        ["ro"] = "Romanian",
        ["sk"] = "Slovak",
        ["uk"] = "Ukrainian",
        ["pl"] = "Polish",
        ["fr"] = "French",
        ["it"] = "Italian",
        ["es"] = "Spanish",
    };

    public static IEnumerable<string> LanguageNames => Languages.Values;

    public static string Of(ParticipantKind kind, IStringLocalizer text) => kind switch
    {
        ParticipantKind.Student => text["Student"],
        ParticipantKind.Company => text["From a company"],
        _ => text["Expert"],
    };

    public static string Of(ParticipantState state, IStringLocalizer text) => state switch
    {
        ParticipantState.Admitted => text["has a place"],
        ParticipantState.Waiting => text["waits"],
        ParticipantState.Offered => text["is offered a place"],
        ParticipantState.OfferLapsed => text["offer passed"],
        _ => text["cancelled"],
    };

    public static string Css(ParticipantState state) => state switch
    {
        ParticipantState.Admitted => "state state-confirmed",
        ParticipantState.Offered => "state state-inuse",
        ParticipantState.Cancelled or ParticipantState.OfferLapsed => "state state-cancelled",
        _ => "state",
    };

    public static string Language(string code, IStringLocalizer text) => Languages.TryGetValue(code, out var name) ? text[name] : code;

    public static string LanguagesOf(Participant participant, IStringLocalizer text) => string.Join(", ", participant.LanguageList.Select(l => Language(l, text)));

    public static string Of(CampQuestionKind kind, IStringLocalizer text) => kind switch
    {
        CampQuestionKind.Choice => text["One of a list"],
        CampQuestionKind.YesNo => text["Yes or no"],
        _ => text["Text"],
    };

    /// <summary>An answer as its reader is told it.</summary>
    public static string Said(CampQuestion question, string answer, string language, IStringLocalizer text) => question.Kind == CampQuestionKind.YesNo
        ? answer == RegistrationRules.Yes ? text["yes"] : text["no"]
        : question.Said(answer, language);

    /// <param name="name">The team's name; empty for all.</param>
    public static string Of(TeamProblem problem, string name, Camp camp, IStringLocalizer text) => problem.Code switch
    {
        "TooFewPeople" => text["There are too few people for so many teams of at least {0}: fewer teams would do.", camp.MinTeamSize],
        "TooManyPeople" => text["There are too many people for so few teams of at most {0}: make more teams.", camp.MaxTeamSize],
        "TooSmall" => text["{0}: {1} people, fewer than {2}", name, problem.Count, camp.MinTeamSize],
        "TooLarge" => text["{0}: {1} people, more than {2}", name, problem.Count, camp.MaxTeamSize],
        _ => text["{0}: no language that all share; left out: {1}", name, problem.Count],
    };
}
