using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Web.Pages.Booking.Resources;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies;

[Authorize(Policy = Permission.SignedIn)]
public sealed class FilesModel(
    CompanyReader companies, CompanyFileDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CompaniesText> text)
    : OwnCompanyModel(companies, current)
{
    [BindProperty]
    public FileInput Input { get; set; } = new();

    public IReadOnlyList<CompanyFile> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.KeepAsync(new KeepCompanyFile
        {
            Company = Reference,
            Kind = Input.Kind,
            IsForStaff = Input.IsForStaff,
            FileName = file?.FileName ?? "",
            Bytes = await Upload.ReadAsync(file, cancel),
        }, await Current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The file is kept."]);
        return Redirect(CompanyLinks.Files(Reference));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid file, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await LoadAsync(cancel)) return NotFound();
        var result = await desk.RemoveAsync(Reference, file, await Current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The file was removed."]);
        return Redirect(CompanyLinks.Files(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return false;
        Files = await Companies.FilesAsync(Company.Id, IsStaff, cancel);
        return true;
    }

    public sealed class FileInput
    {
        public CompanyDocumentKind Kind { get; set; }

        public bool IsForStaff { get; set; }
    }
}
