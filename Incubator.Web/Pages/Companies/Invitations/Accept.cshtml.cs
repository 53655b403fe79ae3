using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies.Invitations;

/// <summary>Where an invitation's link leads. Whoever holds it has read the mail; nothing is told to anyone else.</summary>
[AllowAnonymous]
public sealed class AcceptModel(
    IncubatorDb db, WelcomeDesk desk, SignInManager<Person> signIn, CurrentActor current, RefusalText refusals,
    IStringLocalizer<InvitationsText> text, TimeProvider clock) : PageModel
{
    public enum Door
    {
        /// <summary>The link opens nothing, or no longer.</summary>
        Shut,
        NewAccount,
        SignInFirst,
        Join,

        /// <summary>Signed in with an account of another address.</summary>
        SomeoneElse,
    }

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public Newcomer Input { get; set; } = new();

    public Door State { get; private set; }
    public string Mail { get; private set; } = "";
    public string? Role { get; private set; }
    public string? Company { get; private set; }
    public MemberRole? MemberRole { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LookAsync(cancel);
        if (State == Door.Shut) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var invited = await LookAsync(cancel);
        if (State == Door.Shut)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        if (State != Door.NewAccount) ModelState.Clear();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.AcceptAsync(
            new AcceptInvitation { Token = Token, FullName = Input.FullName ?? invited, Password = Input.Password }, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        var person = await db.Users.SingleAsync(p => p.Id == result.Value.PersonId, cancel);
        // A new role counts from now on, not from the next sign-in; how strong the sign-in was stays as it is.
        if (result.Value.IsNew) await signIn.SignInAsync(person, isPersistent: false);
        else await signIn.RefreshSignInAsync(person);
        this.Say(Company is null ? text["Welcome. Your account is ready."] : text["Welcome. You now belong to: {0}", Company]);
        return LocalRedirect("/");
    }

    private async Task<string?> LookAsync(CancellationToken cancel)
    {
        var hash = Invitation.HashOf(Token);
        var invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.TokenHash == hash, cancel);
        if (invitation?.StateAt(clock.GetUtcNow()) != InvitationState.Open) return null;
        (Mail, Role, MemberRole) = (invitation!.Mail, invitation.Role, invitation.MemberRole);
        Company = await db.Companies.Where(c => c.Id == invitation.CompanyId).Select(c => c.Name).SingleOrDefaultAsync(cancel);
        var known = await db.Users.Where(p => p.NormalizedEmail == invitation.NormalizedMail).Select(p => (long?)p.Id).SingleOrDefaultAsync(cancel);
        var me = (await current.GetAsync()).PersonId;
        State = (me, known) switch
        {
            (null, null) => Door.NewAccount,
            (null, _) => Door.SignInFirst,
            _ => me == known ? Door.Join : Door.SomeoneElse,
        };
        if (Request.Method == HttpMethods.Get) Input.FullName = invitation.FullName;
        return invitation.FullName;
    }

    public sealed class Newcomer : Accounts.NewPassword
    {
        [Required, StringLength(Person.NameMaxLength)]
        public string? FullName { get; set; }
    }
}
