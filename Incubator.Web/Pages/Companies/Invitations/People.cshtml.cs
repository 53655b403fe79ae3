using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies.Invitations;

/// <summary>A manager looks after the own company's people. Who manages several chooses which.</summary>
[Authorize(Policy = Permission.ManageOwnPeople)]
public sealed class PeopleModel(
    IncubatorDb db, CompanyPeople people, InvitationDesk desk, CurrentActor current, RefusalText refusals,
    IStringLocalizer<InvitationsText> text, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "company")]
    public Guid? Reference { get; set; }

    /// <summary>Whom the reader is about to remove; asked once more.</summary>
    [BindProperty(SupportsGet = true, Name = "remove")]
    public long? RemoveId { get; set; }

    [BindProperty]
    public InviteInput Input { get; set; } = new();

    public string Company { get; private set; } = "";
    public long CompanyId { get; private set; }
    public long? Me { get; private set; }
    public IReadOnlyList<(Guid Reference, string Name)> Own { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<InvitationRow> Invitations { get; private set; } = [];
    public LinkMade? Made { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        return await ShowLinkAsync(await desk.InviteAsync(Input.Into(null, CompanyId), await current.GetAsync(), cancel), Input.Mail, cancel);
    }

    public async Task<IActionResult> OnPostResendAsync(long id, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await LoadAsync(cancel) || Invitations.FirstOrDefault(i => i.Id == id) is not { } row) return NotFound();
        return await ShowLinkAsync(await desk.ResendAsync(id, await current.GetAsync(), cancel), row.Mail, cancel);
    }

    public async Task<IActionResult> OnPostRevokeAsync(long id, CancellationToken cancel)
    {
        ModelState.Clear();
        if (!await LoadAsync(cancel) || Invitations.All(i => i.Id != id)) return NotFound();
        return Answer(await desk.RevokeAsync(id, await current.GetAsync(), cancel), text["The invitation is revoked; its link opens nothing."]);
    }

    public async Task<IActionResult> OnPostRoleAsync(long person, MemberRole role, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || !Enum.IsDefined(role)) return NotFound();
        ModelState.Clear();
        return Answer(await people.ChangeRoleAsync(CompanyId, person, role, await current.GetAsync(), cancel), text["The role is changed."]);
    }

    public async Task<IActionResult> OnPostRemoveAsync(long person, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        ModelState.Clear();
        return Answer(
            await people.RemoveAsync(CompanyId, person, await current.GetAsync(), cancel),
            text["This person no longer belongs to the company; access ended at once."]);
    }

    private IActionResult Answer(Result<Done> result, string said)
    {
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(said);
        // Who has removed themselves has no page here any more.
        return Redirect(Own.Count > 1 ? $"{InvitationLinks.People}?company={Reference}" : InvitationLinks.People);
    }

    private async Task<IActionResult> ShowLinkAsync(Result<InvitationMade> result, string mail, CancellationToken cancel)
    {
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        Made = new LinkMade(mail, InvitationLinks.Absolute(Request, result.Value.Token));
        ModelState.Clear();
        Input = new InviteInput();
        await LoadAsync(cancel);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Me = (await current.GetAsync()).PersonId;
        var own = await db.Companies.AsNoTracking()
            .Where(c => c.IsActive && db.CompanyMembers.Any(m => m.CompanyId == c.Id && m.PersonId == Me && m.Role == MemberRole.Manager))
            .OrderBy(c => c.Name).Select(c => new { c.Id, c.Reference, c.Name }).ToListAsync(cancel);
        Own = [.. own.Select(c => (c.Reference, c.Name))];
        Reference ??= own.Count > 0 ? own[0].Reference : null;
        if (own.Find(c => c.Reference == Reference) is not { } company) return false;
        (CompanyId, Company) = (company.Id, company.Name);
        Rows = await (
                from member in db.CompanyMembers
                join person in db.Users on member.PersonId equals person.Id
                where member.CompanyId == CompanyId
                orderby person.FullName
                select new Row(person.Id, person.FullName, person.Email ?? "", member.Role))
            .AsNoTracking().ToListAsync(cancel);
        if (RemoveId is { } id && Rows.All(r => r.Id != id)) return false;
        var now = clock.GetUtcNow();
        var waiting = await db.Invitations.AsNoTracking()
            .Where(i => i.CompanyId == CompanyId && i.AcceptedAt == null && i.RevokedAt == null)
            .OrderByDescending(i => i.Id).ToListAsync(cancel);
        Invitations = [.. waiting.Select(i => InvitationRow.Of(i, null, now))];
        return true;
    }

    public sealed record Row(long Id, string Name, string Mail, MemberRole Role);
}
