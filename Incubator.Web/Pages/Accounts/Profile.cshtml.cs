using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Accounts;

/// <summary>What a person says of themselves, and what happened to the account.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class ProfileModel(
    IncubatorDb db, PeopleDesk desk, SignInManager<Person> signIn, PersonHistory past, CurrentActor current, RefusalText refusals,
    IStringLocalizer<AccountsText> text) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    public string Mail { get; private set; } = "";
    public bool HasAuthenticator { get; private set; }
    public int Passkeys { get; private set; }
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public string Words(NoticeTopic topic) => TopicWords.Say(topic, text);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } person) return Challenge();
        var refused = await db.RefusedNotices.Where(r => r.PersonId == person.Id).Select(r => r.Topic).ToListAsync(cancel);
        Input = new Fields { FullName = person.FullName, Language = person.Language, Wanted = [.. TopicWords.All.Except(refused)] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is null) return Challenge();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.SaveProfileAsync(new SaveProfile
        {
            FullName = Input.FullName,
            Language = Input.Language,
            Refused = [.. TopicWords.All.Except(Input.Wanted)],
        }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        Localisation.Remember(Response, Input.Language);
        await RenewAsync(cancel);
        this.Say(text["Your profile is saved."]);
        return Redirect(AccountLinks.Profile);
    }

    public async Task<IActionResult> OnPostSignOutAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        var result = await desk.SignOutEverywhereAsync(actor.PersonId ?? 0, actor, cancel);
        if (!result.Succeeded) return NotFound();
        await signIn.ForgetTwoFactorClientAsync();
        await RenewAsync(cancel);
        this.Say(text["Every other device is signed out within a minute. This one stays."]);
        return Redirect(AccountLinks.Profile);
    }

    private async Task RenewAsync(CancellationToken cancel)
    {
        var me = (await current.GetAsync()).PersonId;
        await signIn.RefreshSignInAsync(await db.Users.SingleAsync(p => p.Id == me, cancel));
    }

    private async Task<Person?> LoadAsync(CancellationToken cancel)
    {
        var me = (await current.GetAsync()).PersonId;
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(p => p.Id == me, cancel) is not { } person) return null;
        (Mail, HasAuthenticator) = (person.Email ?? "", person.TwoFactorEnabled);
        Passkeys = await db.Set<IdentityUserPasskey<long>>().CountAsync(p => p.UserId == me, cancel);
        History = await past.ReadAsync(person.Id, cancel);
        return person;
    }

    public sealed class Fields
    {
        [Required, StringLength(Person.NameMaxLength)]
        public string FullName { get; set; } = "";

        [Required, RegularExpression("hu|en")]
        public string Language { get; set; } = "hu";

        public List<NoticeTopic> Wanted { get; set; } = [];
    }
}
