using Incubator.Core.Common;

namespace Incubator.Core.Camps;

/// <summary>How students take part (the three forms of the Danish food InnovationCamps, Interreg Europe item 1113).</summary>
public enum CampFormat
{
    /// <summary>1 to 5 days together.</summary>
    Workshop = 0,

    /// <summary>2 to 10 weeks of practice in the company.</summary>
    Placement = 1,

    /// <summary>An interim period or thesis.</summary>
    Thesis = 2,
}

/// <summary>Where a camp stands; staff move it on.</summary>
public enum CampStatus
{
    /// <summary>Only staff and its crew see it.</summary>
    Draft = 0,

    /// <summary>Public; takes challenges and registrations until their deadlines.</summary>
    Open = 1,

    /// <summary>Registration is over, or full; teams and the agenda are made.</summary>
    Preparing = 2,

    Running = 3,

    /// <summary>The prototyping period and the checks after it.</summary>
    FollowUp = 4,

    Closed = 5,
    Cancelled = 6,
}

/// <summary>Some days in which teams of students, experts and companies work on challenges of member companies.</summary>
public sealed class Camp
{
    public const int NameMaxLength = 160;
    public const int AboutMaxLength = 6000;
    public const int PlaceMaxLength = 200;
    public const int LanguagesMaxLength = 40;
    public const int PartnersMaxLength = 1000;
    public const int CurrencyMaxLength = 3;
    public const int ReasonMaxLength = 500;
    public const int MaxPlaces = 500;
    public const int LargestTeam = 12;
    public const int MaxWorkshopDays = 5;
    public const int MinPlacementDays = 14;
    public const int MaxPlacementDays = 70;

    /// <summary>A thesis takes a year at most.</summary>
    public const int MaxDays = 366;

    private Camp() { }

    public long Id { get; private set; }

    /// <summary>Unguessable; its public address.</summary>
    public Guid Reference { get; private set; }

    public string NameHu { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    /// <summary>What the public page says.</summary>
    public string AboutHu { get; private set; } = "";

    public string AboutEn { get; private set; } = "";

    public CampFormat Format { get; private set; }

    public CampStatus Status { get; private set; }

    public string Place { get; private set; } = "";

    /// <summary>First local day.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last local day, included.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>Minutes after local midnight from which sessions may run each day.</summary>
    public int DayStarts { get; private set; }

    /// <summary>Minutes after local midnight by which they are over.</summary>
    public int DayEnds { get; private set; }

    /// <summary>Two-letter codes, comma-separated ("hu,en").</summary>
    public string Languages { get; private set; } = "";

    public string? Partners { get; private set; }

    public decimal? Budget { get; private set; }

    /// <summary>HUF or EUR.</summary>
    public string? BudgetCurrency { get; private set; }

    /// <summary>UTC; what arrives at this instant or later is late.</summary>
    public DateTimeOffset RegistrationClosesAt { get; private set; }

    /// <summary>UTC; until then companies hand in challenges.</summary>
    public DateTimeOffset ChallengesCloseAt { get; private set; }

    public int StudentPlaces { get; private set; }

    public int CompanyPlaces { get; private set; }

    public int ExpertPlaces { get; private set; }

    /// <summary>Years on the first day.</summary>
    public int MinAge { get; private set; }

    public int MinTeamSize { get; private set; }

    public int MaxTeamSize { get; private set; }

    /// <summary>Percent of the sessions one must attend for a certificate.</summary>
    public int CertificateShare { get; private set; }

    public long? ClonedFromId { get; private set; }

    /// <summary>Bumped first in every transaction that counts places or changes the agenda: the row lock makes rivals wait.</summary>
    public long LockVersion { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>It has been opened, and not taken back since; a draft that was cancelled never was.</summary>
    public bool IsPublic { get; private set; }

    public IReadOnlyList<string> LanguageList => Languages.Split(',', StringSplitOptions.RemoveEmptyEntries);

    public CampDetails Details => new()
    {
        NameHu = NameHu,
        NameEn = NameEn,
        AboutHu = AboutHu,
        AboutEn = AboutEn,
        Format = Format,
        Place = Place,
        StartsOn = StartsOn,
        EndsOn = EndsOn,
        DayStarts = DayStarts,
        DayEnds = DayEnds,
        Languages = LanguageList,
        Partners = Partners,
        Budget = Budget,
        BudgetCurrency = BudgetCurrency,
        RegistrationClosesAt = RegistrationClosesAt,
        ChallengesCloseAt = ChallengesCloseAt,
        StudentPlaces = StudentPlaces,
        CompanyPlaces = CompanyPlaces,
        ExpertPlaces = ExpertPlaces,
        MinAge = MinAge,
        MinTeamSize = MinTeamSize,
        MaxTeamSize = MaxTeamSize,
        CertificateShare = CertificateShare,
    };

    public string Name(string language) => language == "hu" ? NameHu : NameEn;

    public string About(string language) => language == "hu" ? AboutHu : AboutEn;

    public int Places(ParticipantKind kind) => kind switch
    {
        ParticipantKind.Student => StudentPlaces,
        ParticipantKind.Company => CompanyPlaces,
        _ => ExpertPlaces,
    };

    public bool TakesRegistrations(DateTimeOffset now) => Status == CampStatus.Open && now < RegistrationClosesAt;

    public bool TakesChallenges(DateTimeOffset now) => Status == CampStatus.Open && now < ChallengesCloseAt;

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public static Camp Create(CampDetails details, long? clonedFromId = null)
    {
        var camp = new Camp { Reference = Guid.NewGuid(), ClonedFromId = clonedFromId };
        camp.Describe(details);
        return camp;
    }

    /// <exception cref="ArgumentException">A value breaks a limit; the desk checks first, so this is a bug.</exception>
    public void Describe(CampDetails details)
    {
        if (details.Problems().FirstOrDefault() is { } problem) throw new ArgumentException(problem.Code, nameof(details));
        (NameHu, NameEn) = (details.NameHu.Trim(), details.NameEn.Trim());
        (AboutHu, AboutEn) = (details.AboutHu.Trim(), details.AboutEn.Trim());
        (Format, Place, Languages) = (details.Format, details.Place.Trim(), string.Join(',', details.Languages.Distinct()));
        (StartsOn, EndsOn, DayStarts, DayEnds) = (details.StartsOn, details.EndsOn, details.DayStarts, details.DayEnds);
        Partners = string.IsNullOrWhiteSpace(details.Partners) ? null : details.Partners.Trim();
        (Budget, BudgetCurrency) = (details.Budget, details.Budget is null ? null : details.BudgetCurrency);
        (RegistrationClosesAt, ChallengesCloseAt) = (details.RegistrationClosesAt, details.ChallengesCloseAt);
        (StudentPlaces, CompanyPlaces, ExpertPlaces) = (details.StudentPlaces, details.CompanyPlaces, details.ExpertPlaces);
        (MinAge, MinTeamSize, MaxTeamSize) = (details.MinAge, details.MinTeamSize, details.MaxTeamSize);
        CertificateShare = details.CertificateShare;
    }

    /// <exception cref="InvalidOperationException">No such step; <see cref="CampRules.Steps"/> says which there are.</exception>
    public void Become(CampStatus status)
    {
        if (!CampRules.Steps(Status).Contains(status)) throw new InvalidOperationException($"From {Status} a camp does not become {status}.");
        Status = status;
        if (status == CampStatus.Open) IsPublic = true;
        else if (status == CampStatus.Draft) IsPublic = false;
    }
}

/// <summary>What staff say of a camp.</summary>
public sealed record CampDetails
{
    public required string NameHu { get; init; }
    public required string NameEn { get; init; }
    public required string AboutHu { get; init; }
    public required string AboutEn { get; init; }
    public required CampFormat Format { get; init; }
    public required string Place { get; init; }

    /// <summary>First local day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last local day, included.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Minutes after local midnight.</summary>
    public int DayStarts { get; init; } = 8 * 60;

    /// <summary>Minutes after local midnight.</summary>
    public int DayEnds { get; init; } = 18 * 60;

    public IReadOnlyList<string> Languages { get; init; } = ["hu"];
    public string? Partners { get; init; }
    public decimal? Budget { get; init; }
    public string? BudgetCurrency { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset RegistrationClosesAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ChallengesCloseAt { get; init; }

    public int StudentPlaces { get; init; }
    public int CompanyPlaces { get; init; }
    public int ExpertPlaces { get; init; }
    public int MinAge { get; init; } = 16;
    public int MinTeamSize { get; init; } = 4;
    public int MaxTeamSize { get; init; } = 6;

    /// <summary>Percent.</summary>
    public int CertificateShare { get; init; } = 80;

    /// <summary>The broken limits, each naming its field.</summary>
    public IEnumerable<Refusal> Problems() => CampRules.Problems(this);
}
