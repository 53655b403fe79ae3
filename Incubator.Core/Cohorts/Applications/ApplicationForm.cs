using System.Globalization;
using Incubator.Core.Companies;

namespace Incubator.Core.Cohorts;

/// <summary>How a field of an application is filled in and read.</summary>
public enum FieldType
{
    ShortText = 0,
    LongText = 1,
    WholeNumber = 2,
    DecimalNumber = 3,

    /// <summary>The currency stands in a field of its own, named with <see cref="FormField.CurrencySuffix"/>.</summary>
    Money = 4,

    ChooseOne = 5,
    ChooseMany = 6,
    YesNo = 7,
    File = 8,
    Consent = 9,

    /// <summary>Ticked or not; never wanted.</summary>
    Tick = 10,

    Email = 11,
    Phone = 12,
}

/// <summary>One field of the form: what is kept under its name, and how it is read.</summary>
public sealed record FormField(string Name, FieldType Type)
{
    public const string CurrencySuffix = ".currency";

    public const string Yes = "yes";
    public const string No = "no";
    public const string Ticked = "true";

    public bool IsRequired { get; init; }

    /// <summary>Characters at most.</summary>
    public int MaxLength { get; init; } = CallQuestion.ShortTextMaxLength;

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    /// <summary>Values among which to choose.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Of a call's own question.</summary>
    public CallQuestion? Question { get; init; }

    /// <summary>Whether what is posted without it means that it is empty, as with ticks that are off.</summary>
    public bool IsAbsentWhenEmpty => Type is FieldType.Tick or FieldType.Consent or FieldType.ChooseMany;

    public static FormField Of(CallQuestion question) => new(question.Field, (FieldType)question.Type)
    {
        IsRequired = question.IsRequired,
        MaxLength = question.MaxLength ?? (question.Type == QuestionType.LongText ? CallQuestion.LongTextMaxLength : CallQuestion.ShortTextMaxLength),
        Min = question.Min,
        Max = question.Max,
        Choices = question.Type == QuestionType.YesNo
            ? [Yes, No]
            : [.. question.Choices.OrderBy(c => c.Position).Select(c => c.Id.ToString(CultureInfo.InvariantCulture))],
        Question = question,
    };
}

/// <summary>A page of the form.</summary>
/// <param name="Own">Of the call's own sections; null for those asked in every call.</param>
public sealed record FormSection(string Key, IReadOnlyList<FormField> Fields, CallSection? Own = null);

/// <summary>All that an application to one call asks, in order: the same of everybody first, then the call's own questions.</summary>
public sealed class ApplicationForm
{
    public const string Company = "company";
    public const string Size = "size";
    public const string Products = "products";
    public const string Equipment = "equipment";
    public const string Files = "files";

    public const int Ideas = 5;
    public const int Firms = 3;

    /// <summary>Closed accounting years asked for, the latest first.</summary>
    public const int Years = 2;

    public const int IdeaTextMaxLength = 2000;
    public const decimal MostHours = 744;

    /// <summary>No allergen is handled.</summary>
    public const string NoAllergen = "none";

    public static readonly IReadOnlyList<string> Stages = ["idea", "kitchen", "pilot", "market"];

    public static readonly IReadOnlyList<string> Categories =
        ["dairy", "meat", "fish", "bakery", "fruit", "drinks", "sweets", "meals", "functional", "plant", "other"];

    public static readonly IReadOnlyList<string> FoodStates = ["registered", "progress", "none", "notForSale"];

    /// <summary>The fourteen of Annex II of Regulation (EU) No 1169/2011, in its order, and none.</summary>
    public static readonly IReadOnlyList<string> Allergens =
    [
        "gluten", "crustaceans", "eggs", "fish", "peanuts", "soybeans", "milk", "nuts", "celery", "mustard", "sesame", "sulphites", "lupin", "molluscs", NoAllergen,
    ];

    private static readonly IReadOnlyList<FormField> CompanyFields =
    [
        new("company.name", FieldType.ShortText) { IsRequired = true, MaxLength = Companies.Company.NameMaxLength },
        new("company.form", FieldType.ChooseOne) { IsRequired = true, Choices = Enum.GetNames<LegalForm>() },
        new("company.country", FieldType.ShortText) { IsRequired = true, MaxLength = 2 },
        new("company.tax", FieldType.ShortText) { MaxLength = 30 },
        new("company.vat", FieldType.ShortText) { MaxLength = 30 },
        new("company.register", FieldType.ShortText) { MaxLength = 30 },
        new("company.postcode", FieldType.ShortText) { IsRequired = true, MaxLength = Companies.Company.PostcodeMaxLength },
        new("company.settlement", FieldType.ShortText) { IsRequired = true, MaxLength = Companies.Company.SettlementMaxLength },
        new("company.address", FieldType.ShortText) { IsRequired = true, MaxLength = Companies.Company.AddressMaxLength },
        new("company.website", FieldType.ShortText) { MaxLength = Companies.Company.WebsiteMaxLength },
        new("company.nace", FieldType.ShortText) { IsRequired = true, MaxLength = 200 },
        new("company.naceRevision", FieldType.ChooseOne) { IsRequired = true, Choices = [nameof(NaceRevision.Rev21), nameof(NaceRevision.Rev2)] },
        new("company.priority", FieldType.ChooseOne) { Choices = Enum.GetNames<S3Priority>() },
        new("contact.name", FieldType.ShortText) { IsRequired = true, MaxLength = Accounts.Person.NameMaxLength },
        new("contact.role", FieldType.ShortText) { MaxLength = 120 },
        new("contact.phone", FieldType.Phone) { IsRequired = true, MaxLength = Companies.Company.PhoneMaxLength },
    ];

    private static readonly IReadOnlyList<FormField> SizeFields =
    [
        new("size.currency", FieldType.ChooseOne) { IsRequired = true, Choices = [YearFigures.Forint, YearFigures.Euro] },
        .. Enumerable.Range(1, Years).SelectMany(y => new FormField[]
        {
            new($"size.{y}.year", FieldType.WholeNumber) { IsRequired = y == 1, Min = YearFigures.EarliestYear },
            new($"size.{y}.staff", FieldType.DecimalNumber) { IsRequired = y == 1, Min = 0, Max = YearFigures.MaxHeadcount },
            new($"size.{y}.turnover", FieldType.Money) { Min = 0, Max = YearFigures.MaxMoney },
            new($"size.{y}.balance", FieldType.Money) { Min = 0, Max = YearFigures.MaxMoney },
            new($"size.{y}.rate", FieldType.DecimalNumber) { Min = 1, Max = 10_000 },
        }),
        .. Enumerable.Range(1, Firms).SelectMany(FirmFields),
    ];

    private static readonly IReadOnlyList<FormField> ProductFields =
    [
        .. Enumerable.Range(1, Ideas).SelectMany(i => new FormField[]
        {
            new($"idea.{i}.name", FieldType.ShortText) { IsRequired = i == 1, MaxLength = 120 },
            new($"idea.{i}.text", FieldType.LongText) { IsRequired = i == 1, MaxLength = IdeaTextMaxLength },
            new($"idea.{i}.stage", FieldType.ChooseOne) { IsRequired = i == 1, Choices = Stages },
            new($"idea.{i}.category", FieldType.ChooseOne) { IsRequired = i == 1, Choices = Categories },
        }),
        new("food.state", FieldType.ChooseOne) { IsRequired = true, Choices = FoodStates },
        new("food.number", FieldType.ShortText) { MaxLength = 60 },
        new("food.allergens", FieldType.ChooseMany) { IsRequired = true, Choices = Allergens },
    ];

    private readonly Dictionary<string, FormField> byName;

    private ApplicationForm(IReadOnlyList<FormSection> sections)
    {
        Sections = sections;
        byName = sections.SelectMany(s => s.Fields).ToDictionary(f => f.Name);
    }

    public IReadOnlyList<FormSection> Sections { get; }

    public FormField? Field(string name) => byName.GetValueOrDefault(name);

    public FormSection? Section(string key) => Sections.FirstOrDefault(s => s.Key == key);

    /// <param name="resourceIds">What of the catalogue may be wished for.</param>
    public static ApplicationForm Of(IEnumerable<CallSection> sections, IReadOnlyCollection<CallQuestion> questions, IEnumerable<long> resourceIds) => new(
    [
        new(Company, CompanyFields),
        new(Size, SizeFields),
        new(Products, ProductFields),
        new(Equipment, [.. resourceIds.SelectMany(WishFields)]),
        .. sections.OrderBy(s => s.Position).Select(s => new FormSection(
            KeyOf(s), [.. questions.Where(q => q.SectionId == s.Id).OrderBy(q => q.Position).SelectMany(FieldsOf)], s)),
        new(Files, []),
    ]);

    public static string KeyOf(CallSection section) => string.Create(CultureInfo.InvariantCulture, $"s{section.Id}");

    public static string Wish(long resourceId) => string.Create(CultureInfo.InvariantCulture, $"wish.{resourceId}");

    public static string WishHours(long resourceId) => $"{Wish(resourceId)}.hours";

    private static IEnumerable<FormField> WishFields(long resourceId) =>
    [
        new(Wish(resourceId), FieldType.Tick),
        new(WishHours(resourceId), FieldType.DecimalNumber) { Min = 0.25m, Max = MostHours },
    ];

    private static IEnumerable<FormField> FirmFields(int f) =>
    [
        new($"firm.{f}.name", FieldType.ShortText) { MaxLength = Companies.Company.NameMaxLength },
        new($"firm.{f}.share", FieldType.DecimalNumber) { Min = 0.01m, Max = 100 },
        new($"firm.{f}.direction", FieldType.ChooseOne) { Choices = Enum.GetNames<LinkDirection>() },
        new($"firm.{f}.kind", FieldType.ChooseOne) { Choices = Enum.GetNames<LinkedFirmKind>() },
        .. Enumerable.Range(1, Years).SelectMany(y => new FormField[]
        {
            new($"firm.{f}.{y}.staff", FieldType.DecimalNumber) { Min = 0, Max = YearFigures.MaxHeadcount },
            new($"firm.{f}.{y}.turnover", FieldType.Money) { Min = 0, Max = YearFigures.MaxMoney },
            new($"firm.{f}.{y}.balance", FieldType.Money) { Min = 0, Max = YearFigures.MaxMoney },
        }),
    ];

    private static IEnumerable<FormField> FieldsOf(CallQuestion question)
    {
        var field = FormField.Of(question);
        return question.Type == QuestionType.Money
            ? [field, new FormField(field.Name + FormField.CurrencySuffix, FieldType.ChooseOne) { Choices = [YearFigures.Forint, YearFigures.Euro] }]
            : [field];
    }
}
