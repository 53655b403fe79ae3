using Incubator.Core.Notifications;
using Incubator.Web.Pages.Accounts;
using Incubator.Web.Pages.Notifications.Emails;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Notifications;

/// <summary>
/// Stops one kind of mail, for whoever has the mail: the sealed address is the proof, so a mail reader's one-click (RFC 8058), which
/// has no form of ours, works too.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class UnsubscribeModel(OutboxDesk desk, UnsubscribeLinks links, IStringLocalizer<AccountsText> text) : PageModel
{
    public string What { get; private set; } = "";
    public bool IsDone { get; private set; }

    public IActionResult OnGet(string token)
    {
        if (links.Read(token) is not { } found) return NotFound();
        What = TopicWords.Say(found.Topic, text);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (links.Read(token) is not { } found || !(await desk.RefuseAsync(found.PersonId, found.Topic, cancel)).Succeeded) return NotFound();
        What = TopicWords.Say(found.Topic, text);
        IsDone = true;
        return Page();
    }
}
