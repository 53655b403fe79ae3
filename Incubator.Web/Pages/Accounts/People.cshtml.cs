using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Incubator.Core.Documents;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

[Authorize(Policy = Permission.ManagePeople)]
public sealed class PeopleModel(IncubatorDb db, IStringLocalizer<AccountsText> text, IStringLocalizer<SharedText> shared) : PageModel
{
    public const int PageSize = 25;

    [BindProperty(SupportsGet = true), FromQuery(Name = "q"), StringLength(100)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "role"), StringLength(40)]
    public string? InRole { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page"), Range(1, 10_000)]
    public int Leaf { get; set; } = 1;

    public int Total { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IEnumerable<SelectListItem> Roles =>
        [new(text["Everyone"], ""), .. Role.All.Select(r => new SelectListItem(RoleWords.Of(r, shared), r, r == InRole))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return NotFound();
        var people = await db.Users
            .Where(p => p.ErasedAt == null &&
                (string.IsNullOrEmpty(InRole) || db.UserRoles.Any(r => r.UserId == p.Id && db.Roles.Any(x => x.Id == r.RoleId && x.Name == InRole))))
            .OrderBy(p => p.FullName).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.FullName, p.Email, p.LockoutEnd, p.TwoFactorEnabled })
            .ToListAsync(cancel);
        // Each word anywhere, accents or not: databases differ in what they take for the same letter.
        var words = (Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PlainWord.Of).Where(w => w.Length > 0).ToList();
        var found = people.FindAll(p => words.TrueForAll($"{PlainWord.Of(p.FullName)}\n{PlainWord.Of(p.Email ?? "")}".Contains));
        Total = found.Count;
        Leaf = Math.Min(Leaf, Math.Max(1, (Total + PageSize - 1) / PageSize));
        var shown = found.Skip((Leaf - 1) * PageSize).Take(PageSize).ToList();
        var ids = shown.ConvertAll(p => p.Id);
        var roles = (await db.UserRoles.Where(r => ids.Contains(r.UserId))
            .Join(db.Roles, r => r.RoleId, r => r.Id, (r, role) => new { r.UserId, role.Name }).ToListAsync(cancel)).ToLookup(r => r.UserId, r => r.Name!);
        var companies = (await db.CompanyMembers.Where(m => ids.Contains(m.PersonId))
            .Join(db.Companies, m => m.CompanyId, c => c.Id, (m, c) => new { m.PersonId, c.Name }).ToListAsync(cancel)).ToLookup(c => c.PersonId, c => c.Name);
        Rows = [.. shown.Select(p => new Row(
            p.Id, p.FullName, p.Email ?? "", [.. roles[p.Id].Select(r => RoleWords.Of(r, shared)), .. companies[p.Id]], Person.IsLockedUntil(p.LockoutEnd), p.TwoFactorEnabled))];
        return Page();
    }

    /// <param name="Belongs">Roles of the house, and companies.</param>
    public sealed record Row(long Id, string Name, string Mail, IReadOnlyList<string> Belongs, bool IsLocked, bool HasAuthenticator);
}
