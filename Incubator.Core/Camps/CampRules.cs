using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>What a camp may be, and how it goes on.</summary>
public static class CampRules
{
    /// <summary>Days before its start at which a draft should be open.</summary>
    public const int OpenDaysAhead = 45;

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

    /// <summary>What keeps a camp from this step now.</summary>
    /// <param name="isInUse">Somebody has registered, or handed in a challenge.</param>
    public static IEnumerable<Refusal> Obstacles(Camp camp, CampStatus to, DateTimeOffset now, bool isInUse)
    {
        var today = LabTime.DateOf(now);
        if (!Steps(camp.Status).Contains(to))
        {
            yield return new Refusal("CampStepUnknown");
            yield break;
        }

        switch (to)
        {
            case CampStatus.Open:
                if (camp.StudentPlaces + camp.CompanyPlaces + camp.ExpertPlaces == 0) yield return new Refusal("CampWithoutPlaces", nameof(Camp.StudentPlaces));
                if (camp.EndsOn < today) yield return new Refusal("CampOverAlready", nameof(Camp.EndsOn));
                else if (camp.RegistrationClosesAt <= now) yield return new Refusal("CampDeadlinePassed", nameof(Camp.RegistrationClosesAt));
                break;
            case CampStatus.Draft when isInUse:
                yield return new Refusal("CampInUse");
                break;
            case CampStatus.Running when today < camp.StartsOn:
                yield return new Refusal("CampNotBegunYet").With("day", camp.StartsOn);
                break;
            case CampStatus.FollowUp when today < camp.EndsOn:
                yield return new Refusal("CampNotOverYet").With("day", camp.EndsOn);
                break;
        }
    }

    /// <summary>
    /// What of an open camp does not change any more, or not without a reason: people rely on its dates, its place and its age limit.
    /// A deadline moves only to the later.
    /// </summary>
    public static IEnumerable<Refusal> FixedByOpening(Camp camp, CampDetails wanted, string? reason)
    {
        if (camp.Status is CampStatus.Closed or CampStatus.Cancelled)
        {
            yield return new Refusal("CampClosedAlready");
            yield break;
        }

        if (!camp.IsPublic) yield break;
        if (wanted.Format != camp.Format) yield return new Refusal("CampFormatFixed", nameof(wanted.Format));
        if (wanted.StartsOn != camp.StartsOn && camp.Status is CampStatus.Running or CampStatus.FollowUp)
            yield return new Refusal("CampBegunAlready", nameof(wanted.StartsOn));
        if (wanted.EndsOn != camp.EndsOn && camp.Status == CampStatus.FollowUp) yield return new Refusal("CampBegunAlready", nameof(wanted.EndsOn));
        if (wanted.RegistrationClosesAt < camp.RegistrationClosesAt) yield return new Refusal("DeadlineOnlyLater", nameof(wanted.RegistrationClosesAt));
        if (wanted.ChallengesCloseAt < camp.ChallengesCloseAt) yield return new Refusal("DeadlineOnlyLater", nameof(wanted.ChallengesCloseAt));
        if (string.IsNullOrWhiteSpace(reason) && (Moves(camp, wanted) || wanted.RegistrationClosesAt != camp.RegistrationClosesAt ||
            wanted.ChallengesCloseAt != camp.ChallengesCloseAt || wanted.MinAge != camp.MinAge))
            yield return new Refusal("CampReasonMissing", "Reason");
    }

    /// <summary>Those who come must know: the days or the place change.</summary>
    public static bool Moves(Camp camp, CampDetails wanted) =>
        wanted.StartsOn != camp.StartsOn || wanted.EndsOn != camp.EndsOn || wanted.Place.Trim() != camp.Place;

    /// <summary>What the clock says that staff should do next; null: nothing.</summary>
    public static CampNudge? NudgeOf(Camp camp, DateTimeOffset now)
    {
        var today = LabTime.DateOf(now);
        return camp.Status switch
        {
            CampStatus.Draft when camp.EndsOn >= today && camp.StartsOn <= today.AddDays(OpenDaysAhead) => CampNudge.OpenIt,
            CampStatus.Open or CampStatus.Preparing when camp.EndsOn < today => CampNudge.NeverRan,
            CampStatus.Open or CampStatus.Preparing when camp.StartsOn <= today => CampNudge.BeginIt,
            CampStatus.Open when camp.RegistrationClosesAt <= now => CampNudge.PrepareIt,
            CampStatus.Running when camp.EndsOn < today => CampNudge.FollowItUp,
            _ => null,
        };
    }

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
        if (details.MinTeamSize is < 1 or > Camp.LargestTeam)
            yield return new Refusal("OutOfRange", nameof(details.MinTeamSize)).With("min", 1).With("max", Camp.LargestTeam);
        if (details.MaxTeamSize < details.MinTeamSize || details.MaxTeamSize > Camp.LargestTeam)
            yield return new Refusal("OutOfRange", nameof(details.MaxTeamSize)).With("min", details.MinTeamSize).With("max", Camp.LargestTeam);
        // Before the camp's own last instant: whoever comes later cannot take part.
        var over = LabTime.StartOf(details.EndsOn.AddDays(1));
        if (details.RegistrationClosesAt > over) yield return new Refusal("CampDeadlineAfterEnd", nameof(details.RegistrationClosesAt));
        if (details.ChallengesCloseAt > over) yield return new Refusal("CampDeadlineAfterEnd", nameof(details.ChallengesCloseAt));
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

/// <summary>What staff should do with a camp next, by the clock.</summary>
public enum CampNudge
{
    /// <summary>It starts soon and is a draft still.</summary>
    OpenIt = 0,

    /// <summary>Registration is over.</summary>
    PrepareIt = 1,

    /// <summary>Its first day has come.</summary>
    BeginIt = 2,

    /// <summary>Its last day has gone by.</summary>
    FollowItUp = 3,

    /// <summary>Its last day has gone by, and it was never said to run.</summary>
    NeverRan = 4,
}
