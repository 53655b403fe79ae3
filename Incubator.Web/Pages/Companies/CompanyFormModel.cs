using Incubator.Core.Common;
using Incubator.Core.Companies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Companies;

/// <summary>What the pages that describe a company share: its fields, and who else it may be.</summary>
public abstract class CompanyFormModel(CompanyRegister register, NaceTitles titles) : PageModel
{
    [BindProperty]
    public CompanyInput Input { get; set; } = new();

    /// <summary>Who is alike, once the register has asked.</summary>
    public IReadOnlyList<PossibleDuplicate> Alike { get; private set; } = [];

    public NaceTitles Titles { get; } = titles;

    protected CompanyRegister Desk { get; } = register;

    /// <summary>Those whom the refusal names; where it was refused for something else first, they are looked for here.</summary>
    protected async Task ShowAlikeAsync(IReadOnlyList<Refusal> refusals, long? except, CancellationToken cancel)
    {
        var named = refusals.Select(r => r.Facts.GetValueOrDefault(CompanyRegister.AlikeFact)).OfType<IReadOnlyList<PossibleDuplicate>>().FirstOrDefault();
        Alike = named ?? await Desk.FindDuplicatesAsync(Input.TaxNumber, Input.Name, except, cancel);
    }
}
