using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies;

/// <summary>What a manager changes without asking: how the company is reached.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class ContactModel(
    CompanyReader companies, CompanyRegister register, CurrentActor current, RefusalText refusals, IStringLocalizer<CompaniesText> text)
    : OwnCompanyModel(companies, current)
{
    [BindProperty]
    public ContactInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Input = new ContactInput { Website = Company.Website, ContactEmail = Company.ContactEmail, Phone = Company.Phone, Version = Company.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await register.EditContactAsync(new EditContact
        {
            Reference = Reference,
            Website = Input.Website,
            ContactEmail = Input.ContactEmail,
            Phone = Input.Phone,
            SeenVersion = Input.Version,
        }, await Current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The contact was saved."]);
        return Redirect(Home);
    }

    public sealed class ContactInput
    {
        [StringLength(Company.WebsiteMaxLength)]
        public string? Website { get; set; }

        [StringLength(Company.ContactEmailMaxLength)]
        public string? ContactEmail { get; set; }

        [StringLength(Company.PhoneMaxLength)]
        public string? Phone { get; set; }

        public Guid Version { get; set; }
    }
}
