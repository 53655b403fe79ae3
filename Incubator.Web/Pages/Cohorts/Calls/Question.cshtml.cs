using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>A question of a call's form: a new one in a section, or one to change.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class QuestionModel(IncubatorDb db, CallFormDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CallsText> text)
    : CallPartModel(db)
{
    [BindProperty(SupportsGet = true)]
    public long Section { get; set; }

    /// <summary>Null: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Id { get; set; }

    [BindProperty]
    public QuestionInput Input { get; set; } = new();

    public string SectionTitle { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Id is null) return Page();
        if (await FindAsync(cancel) is not { } question) return NotFound();
        Input = QuestionInput.Of(question);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var (actor, details) = (await current.GetAsync(), Input.Details(Lines));
        IReadOnlyList<Refusal> refused = Id is { } id
            ? (await desk.EditQuestionAsync(Reference, id, details, Input.Version, actor, cancel)).Refusals
            : (await desk.AddQuestionAsync(Reference, Section, details, actor, cancel)).Refusals;
        if (refused.Any(r => r.Code == Refusal.ChangedMeanwhile.Code) && await FindAsync(cancel) is { } fresh)
        {
            // What was typed stays; the next save knows what it replaces.
            ModelState.Remove("Input.Version");
            Input.Version = fresh.Version;
        }

        if (refused.Count > 0) return this.Refused(refused, refusals);
        this.Say(text["The question was saved."]);
        return Redirect(CallLinks.Form(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await LoadCallAsync(cancel)) return false;
        if (await Db.CallSections.AsNoTracking().FirstOrDefaultAsync(s => s.Id == Section && s.CallId == Call.Id, cancel) is not { } section) return false;
        SectionTitle = section.Title(LabFormat.Language);
        return true;
    }

    private Task<CallQuestion?> FindAsync(CancellationToken cancel) => Db.CallQuestions.AsNoTracking().Include(q => q.Choices)
        .FirstOrDefaultAsync(q => q.Id == Id && q.CallId == Call.Id && q.SectionId == Section, cancel);
}
