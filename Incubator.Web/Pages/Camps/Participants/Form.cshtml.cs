using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>What a camp asks those who register, and what it tells them of their data.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class FormModel(
    IncubatorDb db, RegistrationFormDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<ParticipantsText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public QuestionInput Question { get; set; } = new();

    public string? Skills { get; set; }

    public string? BodyHu { get; set; }

    public string? BodyEn { get; set; }

    public bool IsAsking { get; private set; }
    public IReadOnlyList<CampQuestion> Questions { get; private set; } = [];
    public CampNotice? Notice { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAskAsync([Bind(Prefix = "Question")] QuestionInput question, CancellationToken cancel)
    {
        (Question, IsAsking) = (question, true);
        if (!ModelState.IsValid) return await LoadAsync(cancel) ? this.Malformed() : NotFound();
        var result = await desk.AskAsync(Reference, question.Request(), await current.GetAsync(), cancel);
        return await DoneAsync(result, text["It is asked from now on."], "Question", cancel);
    }

    public async Task<IActionResult> OnPostDropAsync(Guid question, CancellationToken cancel) =>
        await DoneAsync(await desk.DropAsync(Reference, question, await current.GetAsync(), cancel), text["It is asked no more."], "", cancel);

    public async Task<IActionResult> OnPostSkillsAsync(string? skills, CancellationToken cancel)
    {
        Skills = skills ?? "";
        return await DoneAsync(await desk.ListSkillsAsync(Reference, skills, await current.GetAsync(), cancel), text["Saved."], "", cancel);
    }

    public async Task<IActionResult> OnPostNoticeAsync(string? bodyHu, string? bodyEn, CancellationToken cancel)
    {
        (BodyHu, BodyEn) = (bodyHu ?? "", bodyEn ?? "");
        return await DoneAsync(await desk.PublishNoticeAsync(Reference, bodyHu, bodyEn, await current.GetAsync(), cancel), text["The notice is published."], "", cancel);
    }

    private async Task<IActionResult> DoneAsync<T>(Result<T> result, string said, string prefix, CancellationToken cancel)
    {
        if (!result.Succeeded) return await LoadAsync(cancel) ? this.Refused(result.Refusals, refusals, prefix) : NotFound();
        this.Say(said);
        return Redirect(ParticipantLinks.Form(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Camps.Where(c => c.Reference == Reference).Select(c => (long?)c.Id).FirstOrDefaultAsync(cancel) is not { } camp) return false;
        Questions = await db.CampQuestions.AsNoTracking().Where(q => q.CampId == camp && q.RetiredAt == null).OrderBy(q => q.Position).ToListAsync(cancel);
        var skills = await db.CampSkills.AsNoTracking().Where(s => s.CampId == camp).OrderBy(s => s.Position).ToListAsync(cancel);
        Notice = await db.CampNotices.AsNoTracking().Where(n => n.CampId == camp).OrderByDescending(n => n.Number).FirstOrDefaultAsync(cancel);
        Skills ??= string.Join('\n', skills.Select(s => $"{s.NameHu} | {s.NameEn}"));
        BodyHu ??= Notice?.BodyHu ?? Standard("hu-HU");
        BodyEn ??= Notice?.BodyEn ?? Standard("en-GB");
        return true;
    }

    /// <summary>A text to begin with, in that language whatever the reader's.</summary>
    private string Standard(string culture)
    {
        var own = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return string.Join("\n\n", (string[])
            [
                text["Who keeps your data: the Debrecen Agri-food Incubator Lab. Questions: [address of the lab]."],
                text["What and why: name, mail, organisation, languages and skills, to give places in order and to make teams (GDPR Article 6(1)(b)). Whether you are of age, because minors need a guardian's consent; your date of birth is not kept. Diet and access only with your consent (Article 9(2)(a)). Pictures only with your consent (Article 6(1)(a))."],
                text["Who sees it: the lab's staff; your team and those who guide it see your name. Nobody else."],
                text["How long: diet and access until 30 days after the camp; the rest until 90 days after it, or two years if you took part, for certificates and follow-up (Article 6(1)(e))."],
                text["Your rights: by the link in your mail you read, change and delete your data at any time, and take consent back. You may also complain to the data protection authority (NAIH)."],
            ]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = own;
        }
    }

    public sealed class QuestionInput
    {
        public string? TextHu { get; set; }

        public string? TextEn { get; set; }

        public CampQuestionKind Kind { get; set; }

        public string? ChoicesHu { get; set; }

        public string? ChoicesEn { get; set; }

        public bool IsRequired { get; set; }

        public QuestionOfCamp Request() => new() { Kind = Kind, TextHu = TextHu ?? "", TextEn = TextEn ?? "", ChoicesHu = ChoicesHu, ChoicesEn = ChoicesEn, IsRequired = IsRequired };
    }
}
