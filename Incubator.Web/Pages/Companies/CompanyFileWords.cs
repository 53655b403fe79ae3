using Incubator.Core.Companies;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies;

/// <summary>What the kinds of documents are called.</summary>
public static class CompanyFileWords
{
    public static string Of(CompanyDocumentKind kind, IStringLocalizer<CompaniesText> text) => kind switch
    {
        CompanyDocumentKind.Agreement => text["Agreement"],
        CompanyDocumentKind.Registration => text["Registration or licence"],
        CompanyDocumentKind.Certificate => text["Certificate"],
        CompanyDocumentKind.FinancialStatement => text["Financial statement"],
        CompanyDocumentKind.ProductSheet => text["Product sheet"],
        _ => text["Other document"],
    };
}
