using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>What a team proposed to the company that brought the challenge.</summary>
public sealed class CampIdea
{
    public const int TitleMaxLength = 160;
    public const int WordsMaxLength = 2000;
    public const int MaxPrototypes = 20;

    private readonly List<IdeaPrototype> prototypes = [];

    private CampIdea() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long ChallengeId { get; private set; }

    /// <summary>Whose idea it is; null: of nobody in particular.</summary>
    public long? TeamId { get; private set; }

    public string Title { get; private set; } = "";

    public string? Words { get; private set; }

    /// <summary>Local day on which the company took it up; null: it has not.</summary>
    public DateOnly? AdoptedOn { get; private set; }

    /// <summary>Who said so.</summary>
    public long? AdoptedById { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>What was booked in the lab to try it.</summary>
    public IReadOnlyList<IdeaPrototype> Prototypes => prototypes;

    public static CampIdea Create(long challengeId, string title, string? words, long? teamId)
    {
        var idea = new CampIdea { Reference = Guid.NewGuid(), ChallengeId = challengeId };
        idea.Describe(title, words, teamId);
        return idea;
    }

    /// <summary>The broken limits, each naming its field.</summary>
    public static IEnumerable<Refusal> Problems(string? title, string? words)
    {
        if (string.IsNullOrWhiteSpace(title)) yield return new Refusal("Missing", nameof(Title));
        else if (TextRules.Problem(title, TitleMaxLength, nameof(Title)) is { } problem) yield return problem;
        if (TextRules.Problem(words, WordsMaxLength, nameof(Words)) is { } other) yield return other;
    }

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public void Describe(string title, string? words, long? teamId)
    {
        if (Problems(title, words).FirstOrDefault() is { } problem) throw new ArgumentException(problem.Code, nameof(title));
        (Title, Words, TeamId) = (title.Trim(), string.IsNullOrWhiteSpace(words) ? null : words.Trim(), teamId);
    }

    public void Adopt(DateOnly on, long? personId) => (AdoptedOn, AdoptedById) = (on, personId);

    /// <summary>The company does not go on with it after all.</summary>
    public void GiveUp() => (AdoptedOn, AdoptedById) = (null, null);

    public void Try(long reservationId) => prototypes.Add(new IdeaPrototype { ReservationId = reservationId });

    public void Untie(long reservationId) => prototypes.RemoveAll(p => p.ReservationId == reservationId);
}

/// <summary>A reservation of the company on which a prototype of the idea was, or will be, made.</summary>
public sealed class IdeaPrototype
{
    public long IdeaId { get; init; }

    public long ReservationId { get; init; }
}
