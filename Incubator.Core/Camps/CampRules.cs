using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>What a camp may be, and how it goes on.</summary>
public static class CampRules
{
    public static readonly IReadOnlyList<string> Languages = ["hu", "en"];
    public static readonly IReadOnlyList<string> Currencies = ["HUF", "EUR"];

    /// <summary>The steps from a status; forward, back by one before it runs, and out.</summary>
    public static IReadOnlyList<CampStatus> Steps(CampStatus from) => from switch
    {
        CampStatus.Draft => [CampStatus.Open, CampStatus.Cancelled],
        CampStatus.Open => [CampStatus.Preparing, CampStatus.Draft, CampStatus.Cancelled],
        CampStatus.Preparing => [CampStatus.Running, CampStatus.Open, CampStatus.Cancelled],
        CampStatus.Running => [CampStatus.FollowUp, CampStatus.Cancelled],
        CampStatus.FollowUp => [CampStatus.Closed],
        _ => [],
    };

    /// <summary>The broken limits, each naming its field of <see cref="CampDetails"/>.</summary>
    public static IEnumerable<Refusal> Problems(CampDetails details)
    {
        foreach (var (text, max, field) in new[]
        {
            (details.NameHu, Camp.NameMaxLength, nameof(details.NameHu)), (details.NameEn, Camp.NameMaxLength, nameof(details.NameEn)),
            (details.AboutHu, Camp.AboutMaxLength, nameof(details.AboutHu)), (details.AboutEn, Camp.AboutMaxLength, nameof(details.AboutEn)),
            (details.Place, Camp.PlaceMaxLength, nameof(details.Place)),
        })
        {
            if (string.IsNullOrWhiteSpace(text)) yield return new Refusal("Missing", field);
            else if (TextRules.Problem(text, max, field) is { } problem) yield return problem;
        }

        if (TextRules.Problem(details.Partners, Camp.PartnersMaxLength, nameof(details.Partners)) is { } partners) yield return partners;
        if (!Enum.IsDefined(details.Format)) yield return new Refusal("NotKnown", nameof(details.Format));
        if (DaysProblem(details) is { } days) yield return days;
        if (details.DayStarts is < 0 or >= 24 * 60 || details.DayEnds <= details.DayStarts || details.DayEnds > 24 * 60)
            yield return new Refusal("CampDayInvalid", nameof(details.DayEnds));
        if (details.Languages.Count == 0 || details.Languages.Except(Languages).Any()) yield return new Refusal("CampLanguageMissing", nameof(details.Languages));
        if (details.Budget is < 0) yield return new Refusal("OutOfRange", nameof(details.Budget)).With("min", 0).With("max", 1_000_000_000);
        if (details.Budget is not null && !Currencies.Contains(details.BudgetCurrency)) yield return new Refusal("NotKnown", nameof(details.BudgetCurrency));
        foreach (var (places, field) in new[]
        {
            (details.StudentPlaces, nameof(details.StudentPlaces)), (details.CompanyPlaces, nameof(details.CompanyPlaces)),
            (details.ExpertPlaces, nameof(details.ExpertPlaces)),
        })
        {
            if (places is < 0 or > Camp.MaxPlaces) yield return new Refusal("OutOfRange", field).With("min", 0).With("max", Camp.MaxPlaces);
        }

        if (details.MinAge is < 14 or > 99) yield return new Refusal("OutOfRange", nameof(details.MinAge)).With("min", 14).With("max", 99);
        if (details.MinTeamSize is < 1 or > Camp.MaxTeamSize)
            yield return new Refusal("OutOfRange", nameof(details.MinTeamSize)).With("min", 1).With("max", Camp.MaxTeamSize);
        if (details.MaxTeamSize < details.MinTeamSize || details.MaxTeamSize > Camp.MaxTeamSize)
            yield return new Refusal("OutOfRange", nameof(details.MaxTeamSize)).With("min", details.MinTeamSize).With("max", Camp.MaxTeamSize);
        if (details.CertificateShare is < 1 or > 100) yield return new Refusal("OutOfRange", nameof(details.CertificateShare)).With("min", 1).With("max", 100);
    }

    private static Refusal? DaysProblem(CampDetails details)
    {
        var days = details.EndsOn.DayNumber - details.StartsOn.DayNumber + 1;
        if (days < 1) return new Refusal("CampEndsBeforeStart", nameof(details.EndsOn));
        var (min, max) = details.Format switch
        {
            CampFormat.Workshop => (1, Camp.MaxWorkshopDays),
            CampFormat.Placement => (Camp.MinPlacementDays, Camp.MaxPlacementDays),
            _ => (1, Camp.MaxDays),
        };
        return days < min || days > max ? new Refusal("CampLengthWrong", nameof(details.EndsOn)).With("min", min).With("max", max) : null;
    }
}
