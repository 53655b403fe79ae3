using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies;

[Authorize(Policy = Permission.ManageCompanies)]
public sealed class NewModel(
    CompanyRegister register, NaceTitles titles, CurrentActor current, RefusalText refusals, IStringLocalizer<CompaniesText> text, TimeProvider clock)
    : CompanyFormModel(register, titles)
{
    [BindProperty]
    public FirstMembership Membership { get; set; } = new();

    public void OnGet() => Membership.From = LabTime.DateOf(clock.GetUtcNow());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.Malformed();
        var result = await Desk.CreateAsync(new RegisterCompany
        {
            Facts = Input.Facts,
            Kind = Membership.Kind,
            From = Membership.From,
            Until = Membership.Until,
            DuplicatesSeen = Input.IsAnother,
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded)
        {
            await ShowAlikeAsync(result.Refusals, null, cancel);
            return this.Refused(result.Refusals, refusals);
        }

        this.Say(text["The company is in the register."]);
        return Redirect(CompanyLinks.Details(result.Value.Reference));
    }

    public sealed class FirstMembership
    {
        public MembershipKind? Kind { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? Until { get; set; }
    }
}
