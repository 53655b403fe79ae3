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

/// <summary>A camp's crew, for staff: who was asked, who comes and when, and to ask more.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class IndexModel(
    IncubatorDb db, CrewDesk desk, CrewWarnings warnings, CurrentActor current, RefusalText refusals, IStringLocalizer<CrewText> text) : PageModel
{
    private const int MostFound = 20;

    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty]
    public AskInput Input { get; set; } = new();

    public Camp Camp { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<string> Warnings { get; private set; } = [];
    public IReadOnlyList<(long Id, string Name, string Mail)> Found { get; private set; } = [];
    public IReadOnlyList<(Guid Reference, string Name)> Companies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.AskAsync(new AskCrew
        {
            Camp = Reference,
            PersonId = Input.PersonId!.Value,
            Role = Input.Role,
            Organisation = Input.Organisation,
            Company = Input.Company,
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["Asked; a mail says so."]);
        return Redirect(CrewLinks.All(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel) is not { } camp) return false;
        Camp = camp;
        var crew = await (
                from m in db.CrewMembers
                join p in db.Users on m.PersonId equals p.Id
                where m.CampId == camp.Id
                orderby m.Role, p.FullName, m.Id
                select new { Member = m, p.FullName, Company = db.Companies.Where(c => c.Id == m.CompanyId).Select(c => c.Name).FirstOrDefault() })
            .AsNoTracking().ToListAsync(cancel);
        var times = (await db.CrewTimes.AsNoTracking().Where(t => db.CrewMembers.Any(m => m.Id == t.CrewMemberId && m.CampId == camp.Id)).OrderBy(t => t.Start).ToListAsync(cancel)).ToLookup(t => t.CrewMemberId);
        var teams = (await (
                from g in db.TeamCrew
                join t in db.Teams on g.TeamId equals t.Id
                where t.CampId == camp.Id
                orderby t.Position
                select new { g.CrewMemberId, t.Name })
            .ToListAsync(cancel)).ToLookup(t => t.CrewMemberId, t => t.Name);
        Rows = crew.ConvertAll(c => new Row(c.Member, c.FullName, c.Company, [.. times[c.Member.Id]], [.. teams[c.Member.Id]]));
        Warnings = await warnings.ReadAsync(camp.Id, cancel);
        if (Search?.Trim() is not { Length: > 1 and <= 100 } search) return true;
        var found = await db.Users.WhoMayBeTold().Where(p => p.FullName.Contains(search) || p.Email!.Contains(search))
            .OrderBy(p => p.FullName).Take(MostFound).Select(p => new { p.Id, p.FullName, p.Email }).ToListAsync(cancel);
        Found = found.ConvertAll(p => (p.Id, p.FullName, p.Email!));
        Companies = (await db.Companies.Where(c => c.IsActive).OrderBy(c => c.Name).Select(c => new { c.Reference, c.Name }).ToListAsync(cancel)).ConvertAll(c => (c.Reference, c.Name));
        return true;
    }

    public sealed record Row(CrewMember Member, string Name, string? Company, IReadOnlyList<CrewTime> Times, IReadOnlyList<string> Teams);

    public sealed class AskInput
    {
        [Required]
        public long? PersonId { get; set; }

        public CrewRole Role { get; set; }

        [StringLength(CrewMember.OrganisationMaxLength)]
        public string? Organisation { get; set; }

        public Guid? Company { get; set; }
    }
}
