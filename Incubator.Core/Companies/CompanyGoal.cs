namespace Incubator.Core.Companies;

public enum GoalState
{
    Open = 0,
    Reached = 1,
    GivenUp = 2,
}

/// <summary>What a company itself wants from its time at the lab, in its own words; services and milestones are tied to it.</summary>
public sealed class CompanyGoal
{
    public const int WordsMaxLength = 600;
    public const int LanguageMaxLength = 2;

    private CompanyGoal() { }

    public long Id { get; private set; }

    public Guid Reference { get; private set; }

    public long CompanyId { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>Of the words: "hu" or "en".</summary>
    public string Language { get; private set; } = "hu";

    /// <summary>Local day by which the company wants to be there.</summary>
    public DateOnly? TargetOn { get; private set; }

    public GoalState State { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public Guid Version { get; private set; }

    public static CompanyGoal Create(long companyId, string words, string language, DateOnly? targetOn, DateTimeOffset now)
    {
        var goal = new CompanyGoal { CompanyId = companyId, Reference = Guid.NewGuid(), AddedAt = now };
        goal.Say(words, language, targetOn, GoalState.Open);
        return goal;
    }

    public void Say(string words, string language, DateOnly? targetOn, GoalState state)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(words.Length, WordsMaxLength);
        if (language is not ("hu" or "en")) throw new ArgumentOutOfRangeException(nameof(language));
        (Words, Language, TargetOn, State) = (words, language, targetOn, state);
    }
}
