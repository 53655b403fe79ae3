using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Accounts;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies.Invitations;

/// <summary>The staff invite, and see who has not come yet.</summary>
[Authorize(Policy = Permission.InvitePeople)]
public sealed class IndexModel(
    IncubatorDb db, InvitationDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<InvitationsText> text,
    IStringLocalizer<SharedText> shared, TimeProvider clock) : PageModel
{
    public const int PageSize = 20;

    // As many names as a browser offers without getting slow; others are typed.
    private const int OfferedCompanies = 500;

    [BindProperty]
    public WhereTo Input { get; set; } = new();

    [BindProperty(SupportsGet = true), FromQuery(Name = "all")]
    public bool ShowsAll { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page"), Range(1, 10_000)]
    public int Leaf { get; set; } = 1;

    public IReadOnlyList<InvitationRow> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public IReadOnlyList<string> Companies { get; private set; } = [];
    public LinkMade? Made { get; private set; }

    public List<SelectListItem> Roles => [new(text["Into a company"], ""), .. Role.All
        .Where(r => User.IsInRole(Role.Administrator) || r is not (Role.Administrator or Role.Staff))
        .Reverse().Select(r => new SelectListItem(RoleWords.Of(r, shared), r))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => ModelState.IsValid ? await ShowAsync(cancel) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var company = string.IsNullOrEmpty(Input.Role) ? await CompanyAsync(cancel) : null;
        if (string.IsNullOrEmpty(Input.Role) && company is null)
            ModelState.AddModelError("Input.Company", text["There is no company of this name."]);
        if (!ModelState.IsValid)
        {
            await ShowAsync(cancel);
            return this.Malformed();
        }

        return await AfterAsync(
            await desk.InviteAsync(Input.Into(string.IsNullOrEmpty(Input.Role) ? null : Input.Role, company), await current.GetAsync(), cancel), Input.Mail, cancel);
    }

    public async Task<IActionResult> OnPostResendAsync(long id, CancellationToken cancel)
    {
        ModelState.Clear();
        var mail = await db.Invitations.Where(i => i.Id == id).Select(i => i.Mail).FirstOrDefaultAsync(cancel);
        return await AfterAsync(await desk.ResendAsync(id, await current.GetAsync(), cancel), mail ?? "", cancel);
    }

    public async Task<IActionResult> OnPostRevokeAsync(long id, CancellationToken cancel)
    {
        ModelState.Clear();
        var result = await desk.RevokeAsync(id, await current.GetAsync(), cancel);
        await ShowAsync(cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The invitation is revoked; its link opens nothing."]);
        return Redirect(InvitationLinks.List);
    }

    // The link is shown in the answer itself: it can be read only now.
    private async Task<IActionResult> AfterAsync(Core.Common.Result<InvitationMade> result, string mail, CancellationToken cancel)
    {
        if (result.Succeeded)
        {
            Made = new LinkMade(mail, InvitationLinks.Absolute(Request, result.Value.Token));
            ModelState.Clear();
            Input = new WhereTo();
        }

        await ShowAsync(cancel);
        return result.Succeeded ? Page() : this.Refused(result.Refusals, refusals);
    }

    private async Task<long?> CompanyAsync(CancellationToken cancel)
    {
        var name = Input.Company?.Trim() ?? "";
        return await db.Companies.Where(c => c.IsActive && c.Name == name).Select(c => (long?)c.Id).FirstOrDefaultAsync(cancel);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Companies = await db.Companies.Where(c => c.IsActive).OrderBy(c => c.Name).Select(c => c.Name).Take(OfferedCompanies).ToListAsync(cancel);
        var wanted = db.Invitations.Where(i => ShowsAll || (i.AcceptedAt == null && i.RevokedAt == null));
        Total = await wanted.CountAsync(cancel);
        var now = clock.GetUtcNow();
        var found = await (
                from invitation in wanted
                join c in db.Companies on invitation.CompanyId equals c.Id into companies
                from company in companies.DefaultIfEmpty()
                orderby invitation.Id descending
                select new { Invitation = invitation, Company = company == null ? null : company.Name })
            .AsNoTracking().Skip((Leaf - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        Rows = [.. found.Select(f => InvitationRow.Of(f.Invitation, f.Company, now))];
        return Page();
    }

    public sealed class WhereTo : InviteInput
    {
        public string? Role { get; set; }

        [StringLength(Core.Companies.Company.NameMaxLength)]
        public string? Company { get; set; }
    }
}
