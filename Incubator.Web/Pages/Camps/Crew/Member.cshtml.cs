using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Crew;

/// <summary>One of the crew in one role, for staff.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class MemberModel(IncubatorDb db, CrewDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CrewText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Member { get; set; }

    [BindProperty]
    public MemberInput Input { get; set; } = new();

    public CrewMember Found { get; private set; } = null!;
    public Camp Camp { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public IReadOnlyList<(Guid Reference, string Name)> Companies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        var company = await db.Companies.Where(c => c.Id == Found.CompanyId).Select(c => (Guid?)c.Reference).FirstOrDefaultAsync(cancel);
        Input = new MemberInput
        {
            Organisation = Found.Organisation,
            Company = company,
            IsChair = Found.IsChair,
            Version = Found.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.EditAsync(new EditCrew
        {
            Member = Member,
            Organisation = Input.Organisation,
            Company = Input.Company,
            IsChair = Input.IsChair,
            SeenVersion = Input.Version,
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["Saved."]);
        return Redirect(CrewLinks.All(Camp.Reference));
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        ModelState.Clear();
        var result = await desk.RemoveAsync(Member, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["Removed from the crew."]);
        return Redirect(CrewLinks.All(Camp.Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.CrewMembers.AsNoTracking().FirstOrDefaultAsync(m => m.Reference == Member, cancel) is not { } found) return false;
        Found = found;
        Camp = await db.Camps.AsNoTracking().FirstAsync(c => c.Id == found.CampId, cancel);
        Name = await db.Users.Where(p => p.Id == found.PersonId).Select(p => p.FullName).FirstAsync(cancel);
        Companies = (await db.Companies.Where(c => c.IsActive || c.Id == found.CompanyId).OrderBy(c => c.Name).Select(c => new { c.Reference, c.Name }).ToListAsync(cancel)).ConvertAll(c => (c.Reference, c.Name));
        return true;
    }

    public sealed class MemberInput
    {
        [StringLength(CrewMember.OrganisationMaxLength)]
        public string? Organisation { get; set; }

        public Guid? Company { get; set; }

        public bool IsChair { get; set; }

        public Guid Version { get; set; }
    }
}
