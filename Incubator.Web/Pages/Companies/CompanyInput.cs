using System.ComponentModel.DataAnnotations;
using Incubator.Core.Companies;

namespace Incubator.Web.Pages.Companies;

/// <summary>What the form of a company holds.</summary>
public sealed class CompanyInput
{
    [Required, StringLength(Company.NameMaxLength)]
    public string Name { get; set; } = "";

    [StringLength(Company.ShortNameMaxLength)]
    public string? ShortName { get; set; }

    public LegalForm? LegalForm { get; set; }

    public OrganisationRole Role { get; set; }

    // Wider than what is kept: pasted spaces and hyphens fall away.
    [StringLength(40)]
    public string? TaxNumber { get; set; }

    [StringLength(40)]
    public string? EuVatNumber { get; set; }

    [StringLength(40)]
    public string? RegisterNumber { get; set; }

    [StringLength(Company.PostcodeMaxLength)]
    public string? Postcode { get; set; }

    [StringLength(Company.SettlementMaxLength)]
    public string? Settlement { get; set; }

    [StringLength(Company.AddressMaxLength)]
    public string? Address { get; set; }

    [StringLength(2)]
    public string? Country { get; set; } = CompanyFacts.Hungary;

    [StringLength(Company.WebsiteMaxLength)]
    public string? Website { get; set; }

    [StringLength(Company.ContactEmailMaxLength)]
    public string? ContactEmail { get; set; }

    [StringLength(Company.PhoneMaxLength)]
    public string? Phone { get; set; }

    [StringLength(120)]
    public string? NaceMain { get; set; }

    public NaceRevision NaceRevision { get; set; } = NaceRevision.Rev21;

    /// <summary>Codes with commas between them.</summary>
    [StringLength(200)]
    public string? NaceOthers { get; set; }

    public DateOnly? FoundedOn { get; set; }

    public S3Priority? S3Priority { get; set; }

    /// <summary>Of the company as the form was opened.</summary>
    public Guid Version { get; set; }

    /// <summary>That the similar names were seen and this is another firm.</summary>
    public bool IsAnother { get; set; }

    public static CompanyInput Of(Company company)
    {
        var facts = company.Facts();
        return new CompanyInput
        {
            Name = facts.Name,
            ShortName = facts.ShortName,
            LegalForm = facts.LegalForm,
            Role = facts.Role,
            TaxNumber = facts.TaxNumber,
            EuVatNumber = facts.EuVatNumber,
            RegisterNumber = facts.RegisterNumber,
            Postcode = facts.Postcode,
            Settlement = facts.Settlement,
            Address = facts.Address,
            Country = facts.Country,
            Website = facts.Website,
            ContactEmail = facts.ContactEmail,
            Phone = facts.Phone,
            NaceMain = facts.NaceMain,
            NaceRevision = facts.NaceRevision,
            NaceOthers = string.Join(", ", facts.NaceOthers),
            FoundedOn = facts.FoundedOn,
            S3Priority = facts.S3Priority,
            Version = company.Version,
        };
    }

    public CompanyFacts Facts => new()
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
        Country = Country ?? CompanyFacts.Hungary,
        Website = Website,
        ContactEmail = ContactEmail,
        Phone = Phone,
        NaceMain = NaceMain,
        NaceRevision = NaceRevision,
        NaceOthers = (NaceOthers ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        FoundedOn = FoundedOn,
        S3Priority = S3Priority,
    };
}
