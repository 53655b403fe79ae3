namespace Incubator.Core.Companies;

/// <summary>The legal form, as far as the lab's agreements and statistics tell them apart.</summary>
public enum LegalForm
{
    Kft = 0,
    Zrt = 1,
    Nyrt = 2,
    Bt = 3,
    Kkt = 4,
    SoleTrader = 5,
    Cooperative = 6,
    NonProfitKft = 7,
    AssociationOrFoundation = 8,
    PublicBody = 9,
    UniversityOrResearch = 10,
    Foreign = 11,
    Other = 12,
}

/// <summary>What an organisation is in the cluster (after Porter: firms, suppliers, service providers, institutions).</summary>
public enum OrganisationRole
{
    Company = 0,
    Supplier = 1,
    ServiceProvider = 2,
    University = 3,
    Research = 4,
    PublicBody = 5,
    ClusterOrganisation = 6,
    CivilSociety = 7,
}

/// <summary>Hungary's eight priorities of smart specialisation, 2021–2027.</summary>
public enum S3Priority
{
    AgriFood = 0,
    Health = 1,
    DigitalEconomy = 2,
    CreativeIndustries = 3,
    ResourceEfficientEconomy = 4,
    Energy = 5,
    Services = 6,
    CuttingEdgeTechnologies = 7,
}
