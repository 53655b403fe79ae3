using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Core.History;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

/// <summary>One person, for administrators: roles, lock, sessions, and what happened to the account.</summary>
[Authorize(Policy = Permission.ManagePeople)]
public sealed class PersonDetailsModel(
    IncubatorDb db, PeopleDesk desk, UserManager<Person> users, PersonHistory past, CurrentActor current, RefusalText refusals,
    IStringLocalizer<AccountsText> text, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<string> Roles { get; private set; } = [];
    public IReadOnlyList<string> Companies { get; private set; } = [];
    public int Passkeys { get; private set; }
    public DateTimeOffset? LastSignIn { get; private set; }
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];
    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostGiveAsync(string role, CancellationToken cancel) =>
        DoAsync(actor => desk.GiveRoleAsync(Id, role, actor, cancel), text["The role is given; it counts within a minute."], cancel);

    public Task<IActionResult> OnPostTakeAsync(string role, CancellationToken cancel) =>
        DoAsync(actor => desk.TakeRoleAsync(Id, role, actor, cancel), text["The role is taken; their sessions end within a minute."], cancel);

    public Task<IActionResult> OnPostLockAsync(CancellationToken cancel) =>
        DoAsync(actor => desk.LockAsync(Id, actor, cancel), text["The account is locked; its sessions end within a minute."], cancel);

    public Task<IActionResult> OnPostUnlockAsync(CancellationToken cancel) =>
        DoAsync(actor => desk.UnlockAsync(Id, actor, cancel), text["The account is unlocked."], cancel);

    public Task<IActionResult> OnPostSignOutAsync(CancellationToken cancel) =>
        DoAsync(actor => desk.SignOutEverywhereAsync(Id, actor, cancel), text["All sessions of this person end within a minute."], cancel);

    public Task<IActionResult> OnPostFactorsAsync(CancellationToken cancel) =>
        DoAsync(actor => desk.RemoveSecondFactorsAsync(Id, actor, cancel), text["Authenticator and passkeys are removed; the next sign-in is by password alone."], cancel);

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        db.Record(nameof(Person), Id, SecurityActs.ResetLinkMade, await current.GetAsync(), clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        var person = (await users.FindByIdAsync(Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))!;
        Link = ResetPasswordModel.LinkTo(Url, Id, await users.GeneratePasswordResetTokenAsync(person));
        return Page();
    }

    private async Task<IActionResult> DoAsync(Func<Actor, Task<Result<Done>>> act, string said, CancellationToken cancel)
    {
        var result = await act(await current.GetAsync());
        if (result.Succeeded)
        {
            this.Say(said);
            return Redirect(AccountLinks.Person(Id));
        }

        return await LoadAsync(cancel) ? this.Refused(result.Refusals, refusals) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, cancel) is not { } person) return false;
        Person = person;
        Roles = await db.UserRoles.Where(r => r.UserId == Id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, r) => r.Name!).OrderBy(n => n).ToListAsync(cancel);
        Companies = await db.CompanyMembers.Where(m => m.PersonId == Id).Join(db.Companies, m => m.CompanyId, c => c.Id, (_, c) => c.Name).ToListAsync(cancel);
        Passkeys = await db.Set<IdentityUserPasskey<long>>().CountAsync(p => p.UserId == Id, cancel);
        LastSignIn = await db.History.Where(h => h.Subject == nameof(Person) && h.SubjectId == Id && h.Act == SecurityActs.SignedIn)
            .OrderByDescending(h => h.Id).Select(h => (DateTimeOffset?)h.At).FirstOrDefaultAsync(cancel);
        History = await past.ReadAsync(Id, cancel);
        return true;
    }
}
