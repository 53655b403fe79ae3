using Incubator.Core.Companies;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies;

/// <summary>What the register's kinds are called.</summary>
public static class CompanyWords
{
    public static string Of(LegalForm form, IStringLocalizer<CompaniesText> text) => form switch
    {
        LegalForm.Kft => text["Limited liability company (Kft.)"],
        LegalForm.Zrt => text["Private company limited by shares (Zrt.)"],
        LegalForm.Nyrt => text["Public company limited by shares (Nyrt.)"],
        LegalForm.Bt => text["Limited partnership (Bt.)"],
        LegalForm.Kkt => text["General partnership (Kkt.)"],
        LegalForm.SoleTrader => text["Sole trader (e.v.)"],
        LegalForm.Cooperative => text["Cooperative"],
        LegalForm.NonProfitKft => text["Non-profit company (nonprofit Kft.)"],
        LegalForm.AssociationOrFoundation => text["Association or foundation"],
        LegalForm.PublicBody => text["Public body"],
        LegalForm.UniversityOrResearch => text["University or research institute"],
        LegalForm.Foreign => text["Foreign form"],
        _ => text["Other form"],
    };

    public static string Of(OrganisationRole role, IStringLocalizer<CompaniesText> text) => role switch
    {
        OrganisationRole.Company => text["Company"],
        OrganisationRole.Supplier => text["Supplier"],
        OrganisationRole.ServiceProvider => text["Service provider"],
        OrganisationRole.University => text["University"],
        OrganisationRole.Research => text["Research institute"],
        OrganisationRole.PublicBody => text["Public body"],
        OrganisationRole.ClusterOrganisation => text["Cluster organisation"],
        _ => text["Civil society"],
    };

    public static string Of(S3Priority priority, IStringLocalizer<CompaniesText> text) => priority switch
    {
        S3Priority.AgriFood => text["Agri-food"],
        S3Priority.Health => text["Health"],
        S3Priority.DigitalEconomy => text["Digitalisation of the economy"],
        S3Priority.CreativeIndustries => text["Creative industries"],
        S3Priority.ResourceEfficientEconomy => text["Resource-efficient economy"],
        S3Priority.Energy => text["Energy and climate"],
        S3Priority.Services => text["Services"],
        _ => text["Cutting-edge technologies"],
    };

    public static string Of(SizeClass? size, IStringLocalizer<CompaniesText> text) => size switch
    {
        SizeClass.Micro => text["Micro enterprise"],
        SizeClass.Small => text["Small enterprise"],
        SizeClass.Medium => text["Medium-sized enterprise"],
        SizeClass.Large => text["Large (not an SME)"],
        _ => text["Not known yet"],
    };

    public static string Of(MembershipKind kind, IStringLocalizer<CompaniesText> text) => kind switch
    {
        MembershipKind.Member => text["Member company"],
        MembershipKind.Cohort => text["Member of a cohort"],
        _ => text["Single use"],
    };

    public static string Of(MemberRole role, IStringLocalizer<CompaniesText> text) => role switch
    {
        MemberRole.Manager => text["Manager"],
        _ => text["Books for the company"],
    };

    public static string Of(NaceRevision revision, IStringLocalizer<CompaniesText> text) => revision switch
    {
        NaceRevision.Rev2 => text["NACE Rev. 2 (TEÁOR’08)"],
        _ => text["NACE Rev. 2.1 (TEÁOR’25)"],
    };

    public static string Of(GoalState state, IStringLocalizer<CompaniesText> text) => state switch
    {
        GoalState.Open => text["Open"],
        GoalState.Reached => text["Reached"],
        _ => text["Given up"],
    };

    public static string Of(LinkDirection direction, IStringLocalizer<CompaniesText> text) => direction switch
    {
        LinkDirection.Owns => text["The company holds a share of it"],
        _ => text["It holds a share of the company"],
    };

    public static string Of(LinkedFirmKind kind, IStringLocalizer<CompaniesText> text) => kind switch
    {
        LinkedFirmKind.Enterprise => text["Enterprise"],
        LinkedFirmKind.PublicBody => text["Public body"],
        _ => text["Listed exception (university, venture capital …)"],
    };

    public static string Of(LinkWeight weight, IStringLocalizer<CompaniesText> text) => weight switch
    {
        LinkWeight.Linked => text["linked: taken whole"],
        LinkWeight.Partner => text["partner: taken by the share"],
        _ => text["not counted"],
    };

    public static string Of(DuplicateReason reason, IStringLocalizer<CompaniesText> text) => reason switch
    {
        DuplicateReason.SameTaxNumber => text["the same tax number"],
        DuplicateReason.SameName => text["the same name"],
        _ => text["a similar name"],
    };
}
