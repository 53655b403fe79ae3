namespace Incubator.Core.Companies;

/// <summary>An organisation of the register: a firm that may book, or one that no longer does (alumni keep their record).</summary>
public sealed class Company
{
    public const int NameMaxLength = 160;
    public const int ShortNameMaxLength = 60;
    public const int PostcodeMaxLength = 12;
    public const int SettlementMaxLength = 80;
    public const int AddressMaxLength = 160;
    public const int WebsiteMaxLength = 200;
    public const int ContactEmailMaxLength = 160;
    public const int PhoneMaxLength = 40;
    public const int MaxOtherActivities = 10;
    public const int EarliestFounding = 1700;

    private readonly List<CompanyKey> keys = [];
    private readonly List<CompanyActivity> otherActivities = [];

    private Company() { }

    public long Id { get; private set; }

    /// <summary>Unguessable; links carry it instead of the id.</summary>
    public Guid Reference { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The name folded (<see cref="CompanyNames.Key"/>).</summary>
    public string NameKey { get; private set; } = "";

    public string? ShortName { get; private set; }

    public LegalForm? LegalForm { get; private set; }

    public OrganisationRole Role { get; private set; }

    /// <summary>The whole Hungarian tax number or its core.</summary>
    public string? TaxNumber { get; private set; }

    /// <summary>Its first eight digits: one company in the register has it.</summary>
    public string? TaxCore { get; private set; }

    public string? EuVatNumber { get; private set; }

    public string? RegisterNumber { get; private set; }

    public string? Postcode { get; private set; }

    public string? Settlement { get; private set; }

    public string? Address { get; private set; }

    public string Country { get; private set; } = CompanyFacts.Hungary;

    public string? Website { get; private set; }

    public string? ContactEmail { get; private set; }

    public string? Phone { get; private set; }

    public string? NaceMain { get; private set; }

    public NaceRevision NaceRevision { get; private set; } = NaceRevision.Rev21;

    public DateOnly? FoundedOn { get; private set; }

    public S3Priority? S3Priority { get; private set; }

    /// <summary>What the yearly figures say (<see cref="SizeRules"/>), kept so that lists can filter by it; null: not enough figures.</summary>
    public SizeClass? SizeClass { get; private set; }

    /// <summary>Made by the demo lab, shown as such everywhere.</summary>
    public bool IsDemo { get; private set; }

    public bool IsActive { get; private set; } = true;

    /// <summary>Last local day at the lab; null: has not left.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>Bumped first in every transaction that counts this company's quota: the row lock makes rivals wait.</summary>
    public long CalendarVersion { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<CompanyKey> Keys => keys;

    public IReadOnlyList<CompanyActivity> OtherActivities => otherActivities;

    public static Company Create(string name, bool isDemo = false) => Create(new CompanyFacts { Name = name }, isDemo);

    public static Company Create(CompanyFacts facts, bool isDemo = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(facts.Name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(facts.Name.Length, NameMaxLength);
        var company = new Company { Reference = Guid.NewGuid(), IsDemo = isDemo };
        company.Describe(facts);
        return company;
    }

    /// <summary>Takes the facts over. A company read from the database must come with its keys and activities.</summary>
    /// <exception cref="ArgumentException">A value breaks a limit; the register checks first, so this is a bug.</exception>
    public void Describe(CompanyFacts facts)
    {
        facts = facts.Tidied();
        if (facts.Problems().Any()) throw new ArgumentException(string.Join(", ", facts.Problems()), nameof(facts));
        Name = facts.Name;
        NameKey = CompanyNames.Key(facts.Name);
        ShortName = facts.ShortName;
        LegalForm = facts.LegalForm;
        Role = facts.Role;
        TaxNumber = facts.TaxNumber;
        TaxCore = facts.TaxNumber?[..Companies.TaxNumber.CoreLength];
        EuVatNumber = facts.EuVatNumber;
        RegisterNumber = facts.RegisterNumber;
        Postcode = facts.Postcode;
        Settlement = facts.Settlement;
        Address = facts.Address;
        Country = facts.Country;
        Website = facts.Website;
        ContactEmail = facts.ContactEmail;
        Phone = facts.Phone;
        NaceMain = facts.NaceMain;
        NaceRevision = facts.NaceRevision;
        FoundedOn = facts.FoundedOn;
        S3Priority = facts.S3Priority;
        Become(otherActivities, facts.NaceOthers, a => a.Code, code => new CompanyActivity(code));
        Become(keys, WantedKeys(), k => (k.Kind, k.Key), k => new CompanyKey(k.Kind, k.Key));
    }

    /// <summary>For a row from before there were references and keys.</summary>
    internal void Index()
    {
        if (Reference == Guid.Empty) Reference = Guid.NewGuid();
        NameKey = CompanyNames.Key(Name);
        Become(keys, WantedKeys(), k => (k.Kind, k.Key), k => new CompanyKey(k.Kind, k.Key));
    }

    public CompanyFacts Facts() => new()
    {
        Name = Name,
        ShortName = ShortName,
        LegalForm = LegalForm,
        Role = Role,
        TaxNumber = TaxNumber,
        EuVatNumber = EuVatNumber,
        RegisterNumber = RegisterNumber,
        Postcode = Postcode,
        Settlement = Settlement,
        Address = Address,
        Country = Country,
        Website = Website,
        ContactEmail = ContactEmail,
        Phone = Phone,
        NaceMain = NaceMain,
        NaceRevision = NaceRevision,
        NaceOthers = [.. otherActivities.Select(a => a.Code).Order(StringComparer.Ordinal)],
        FoundedOn = FoundedOn,
        S3Priority = S3Priority,
    };

    public void Deactivate() => IsActive = false;

    public void Activate() => IsActive = true;

    internal void Leave(DateOnly lastDay)
    {
        LeftOn = lastDay;
        IsActive = false;
    }

    internal void Return()
    {
        LeftOn = null;
        IsActive = true;
    }

    /// <summary>What the figures say; whoever changes them works it out (<see cref="SizeDesk"/>).</summary>
    public void BecomeOfSize(SizeClass? size) => SizeClass = size;

    private IEnumerable<(CompanyKeyKind Kind, string Key)> WantedKeys() =>
        CompanyNames.SearchWords(Name, ShortName, Settlement).Select(w => (CompanyKeyKind.Word, w))
            .Concat(CompanyNames.Blocks(Name).Select(b => (CompanyKeyKind.Block, b)));

    // What is there and wanted stays: an unchanged name writes nothing.
    private static void Become<T, TKey>(List<T> rows, IEnumerable<TKey> wanted, Func<T, TKey> key, Func<TKey, T> create)
        where TKey : notnull
    {
        var wish = wanted.ToHashSet();
        rows.RemoveAll(r => !wish.Contains(key(r)));
        wish.ExceptWith(rows.Select(key));
        rows.AddRange(wish.Select(create));
    }
}
