using Incubator.Core.Companies;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Companies;

/// <summary>What the pages share that staff and a company's own managers write on; for everyone else there is no such company.</summary>
public abstract class OwnCompanyModel(CompanyReader companies, CurrentActor current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public Company Company { get; private set; } = null!;
    public bool IsStaff { get; private set; }

    public string Home => CompanyLinks.Home(Reference, IsStaff);

    protected CompanyReader Companies { get; } = companies;

    protected CurrentActor Current { get; } = current;

    protected async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await Companies.FindWritableAsync(Reference, cancel) is not { } company) return false;
        Company = company;
        IsStaff = (await Current.GetAsync()).IsStaff;
        return true;
    }
}
