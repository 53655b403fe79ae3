using Incubator.Core.Documents;

namespace Incubator.Core.Companies;

/// <summary>What a column of a company list may mean.</summary>
public enum CompanyColumn
{
    Name,
    ShortName,
    LegalForm,
    Role,
    TaxNumber,
    EuVatNumber,
    RegisterNumber,
    Postcode,
    Settlement,
    Address,
    Country,
    Website,
    ContactEmail,
    Phone,
    NaceMain,
    NaceRevision,
    NaceOthers,
    FoundedOn,
    S3Priority,

    /// <summary>The export tells it; the import has no use for it.</summary>
    Told,
}

/// <summary>The headings people write, Hungarian or English, with any accents, case and punctuation.</summary>
public static class CompanyHeadings
{
    /// <summary>The headings of an export, in order.</summary>
    public static readonly IReadOnlyList<string> Exported =
    [
        "name", "short_name", "legal_form", "role", "tax_number", "eu_vat_number", "register_number", "postcode", "settlement", "address", "country",
        "website", "email", "phone", "nace", "nace_revision", "other_nace", "founded_on", "s3_priority", "size_class", "membership", "left_on",
    ];

    private static readonly Dictionary<string, CompanyColumn> Known = new (CompanyColumn Column, string Headings)[]
    {
        (CompanyColumn.Name, "name company companyname nev cegnev vallalkozas vallalkozasneve cegneve megnevezes"),
        (CompanyColumn.ShortName, "shortname rovidnev"),
        (CompanyColumn.LegalForm, "legalform cegforma jogiforma gazdalkodasiforma"),
        (CompanyColumn.Role, "role szerep szerepe klaszterszerep"),
        (CompanyColumn.TaxNumber, "taxnumber taxno taxid adoszam"),
        (CompanyColumn.EuVatNumber, "euvatnumber vatnumber vat euvat kozossegiadoszam euadoszam"),
        (CompanyColumn.RegisterNumber, "registernumber companyregisternumber cegjegyzekszam"),
        (CompanyColumn.Postcode, "postcode zip zipcode iranyitoszam irsz"),
        (CompanyColumn.Settlement, "settlement town city telepules varos helyseg szekhelytelepules"),
        (CompanyColumn.Address, "address street cim utca utcahazszam szekhely szekhelycime"),
        (CompanyColumn.Country, "country countrycode orszag orszagkod"),
        (CompanyColumn.Website, "website web homepage url honlap weboldal"),
        (CompanyColumn.ContactEmail, "email mail emailaddress contactemail emailcim"),
        (CompanyColumn.Phone, "phone telephone tel telefon telefonszam"),
        (CompanyColumn.NaceMain, "nace nacecode naceMain teaor teaorkod fotevekenyseg fotevekenysegkodja"),
        (CompanyColumn.NaceRevision, "nacerevision revision teaorvaltozat teaorjegyzek tevekenysegjegyzek"),
        (CompanyColumn.NaceOthers, "othernace othernacecodes naceothers egyebteaor tovabbiteaor tovabbitevekenysegek"),
        (CompanyColumn.FoundedOn, "foundedon founded foundingdate alapitas alapitva alapitasdatuma alapitasnapja"),
        (CompanyColumn.S3Priority, "s3priority s3 szakosodasiprioritas"),
        (CompanyColumn.Told, "sizeclass membership lefton"),
    }.SelectMany(c => c.Headings.ToLowerInvariant().Split(' ').Select(h => (h, c.Column))).ToDictionary(h => h.h, h => h.Column);

    public static CompanyColumn? Find(string heading) => Known.TryGetValue(PlainWord.Of(heading), out var column) ? column : null;
}
