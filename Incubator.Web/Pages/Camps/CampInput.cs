using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Web.Pages.Shared;

namespace Incubator.Web.Pages.Camps;

/// <summary>What the form of a camp holds. Times are local, as typed.</summary>
public sealed class CampInput
{
    [Required, StringLength(Camp.NameMaxLength)]
    public string NameHu { get; set; } = "";

    [Required, StringLength(Camp.NameMaxLength)]
    public string NameEn { get; set; } = "";

    [Required, StringLength(Camp.AboutMaxLength)]
    public string AboutHu { get; set; } = "";

    [Required, StringLength(Camp.AboutMaxLength)]
    public string AboutEn { get; set; } = "";

    public CampFormat Format { get; set; }

    [Required, StringLength(Camp.PlaceMaxLength)]
    public string Place { get; set; } = "";

    [Required]
    public DateOnly? StartsOn { get; set; }

    [Required]
    public DateOnly? EndsOn { get; set; }

    [Required]
    public string? DayStarts { get; set; } = "08:00";

    [Required]
    public string? DayEnds { get; set; } = "18:00";

    public List<string> Languages { get; set; } = ["hu"];

    [StringLength(Camp.PartnersMaxLength)]
    public string? Partners { get; set; }

    public decimal? Budget { get; set; }

    public string? BudgetCurrency { get; set; } = CampRules.Currencies[0];

    [Required]
    public string? RegistrationClosesAt { get; set; }

    [Required]
    public string? ChallengesCloseAt { get; set; }

    [Required]
    public int? StudentPlaces { get; set; } = 24;

    [Required]
    public int? CompanyPlaces { get; set; } = 6;

    [Required]
    public int? ExpertPlaces { get; set; } = 6;

    [Required]
    public int? MinAge { get; set; } = 16;

    [Required]
    public int? MinTeamSize { get; set; } = 4;

    [Required]
    public int? MaxTeamSize { get; set; } = 6;

    [Required]
    public int? CertificateShare { get; set; } = 80;

    [StringLength(Camp.ReasonMaxLength)]
    public string? Reason { get; set; }

    /// <summary>Of the camp as the form was opened.</summary>
    public Guid Version { get; set; }

    public static CampInput Of(Camp camp) => new()
    {
        NameHu = camp.NameHu,
        NameEn = camp.NameEn,
        AboutHu = camp.AboutHu,
        AboutEn = camp.AboutEn,
        Format = camp.Format,
        Place = camp.Place,
        StartsOn = camp.StartsOn,
        EndsOn = camp.EndsOn,
        DayStarts = CampWords.Minute(camp.DayStarts),
        DayEnds = CampWords.Minute(camp.DayEnds),
        Languages = [.. camp.LanguageList],
        Partners = camp.Partners,
        Budget = camp.Budget,
        BudgetCurrency = camp.BudgetCurrency ?? CampRules.Currencies[0],
        RegistrationClosesAt = LocalMoment.Text(camp.RegistrationClosesAt),
        ChallengesCloseAt = LocalMoment.Text(camp.ChallengesCloseAt),
        StudentPlaces = camp.StudentPlaces,
        CompanyPlaces = camp.CompanyPlaces,
        ExpertPlaces = camp.ExpertPlaces,
        MinAge = camp.MinAge,
        MinTeamSize = camp.MinTeamSize,
        MaxTeamSize = camp.MaxTeamSize,
        CertificateShare = camp.CertificateShare,
        Version = camp.Version,
    };

    /// <summary>The camp, or a refusal for each time that cannot be read.</summary>
    public Result<CampDetails> Read()
    {
        var (registration, challenges) = (LocalMoment.Read(RegistrationClosesAt, nameof(RegistrationClosesAt)), LocalMoment.Read(ChallengesCloseAt, nameof(ChallengesCloseAt)));
        List<Refusal> problems = [.. registration.Refusals, .. challenges.Refusals];
        var (starts, ends) = (MinuteOf(DayStarts), MinuteOf(DayEnds));
        if (starts is null) problems.Add(new Refusal("NotATime", nameof(DayStarts)));
        if (ends is null) problems.Add(new Refusal("NotATime", nameof(DayEnds)));
        if (problems.Count > 0) return Result<CampDetails>.Refused(problems);
        return new CampDetails
        {
            NameHu = NameHu,
            NameEn = NameEn,
            AboutHu = AboutHu.ReplaceLineEndings("\n"),
            AboutEn = AboutEn.ReplaceLineEndings("\n"),
            Format = Format,
            Place = Place,
            StartsOn = StartsOn!.Value,
            EndsOn = EndsOn!.Value,
            DayStarts = starts!.Value,
            DayEnds = ends!.Value,
            Languages = Languages,
            Partners = Partners?.ReplaceLineEndings("\n"),
            Budget = Budget,
            BudgetCurrency = BudgetCurrency,
            RegistrationClosesAt = registration.Value,
            ChallengesCloseAt = challenges.Value,
            StudentPlaces = StudentPlaces!.Value,
            CompanyPlaces = CompanyPlaces!.Value,
            ExpertPlaces = ExpertPlaces!.Value,
            MinAge = MinAge!.Value,
            MinTeamSize = MinTeamSize!.Value,
            MaxTeamSize = MaxTeamSize!.Value,
            CertificateShare = CertificateShare!.Value,
        };
    }

    /// <summary>Of the local day; "24:00" is its end.</summary>
    private static int? MinuteOf(string? text) => text?.Trim() == "24:00" ? 24 * 60
        : TimeOnly.TryParseExact(text?.Trim(), ["HH:mm", "HH:mm:ss", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.Hour * 60 + time.Minute
        : null;
}
