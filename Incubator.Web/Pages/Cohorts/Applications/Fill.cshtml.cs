using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Booking.Resources;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Applications;

/// <summary>One part of an applicant's form. Saving asks nothing; whatever is typed is kept.</summary>
[AllowAnonymous, RequestFormLimits(ValueCountLimit = 8192)]
public sealed class FillModel(
    IncubatorDb db, ApplicationReader reader, ApplicationDesk desk, RefusalText refusals, IStringLocalizer<ApplicationsText> text, TimeProvider clock)
    : ApplicantModel(db, reader, clock)
{
    [BindProperty(SupportsGet = true)]
    public string Section { get; set; } = "";

    public FormView View { get; private set; } = null!;

    /// <summary>Place of this part, from 0.</summary>
    public int At => Form.Sections.ToList().FindIndex(s => s.Key == Section);

    /// <param name="check">Mark what is missing too.</param>
    public async Task<IActionResult> OnGetAsync(bool check, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Form.Section(Section) is null) return NotFound();
        if (!IsDraft) return Redirect(ApplicationLinks.Own(Secret));
        await ShowAsync(cancel);
        View.Mark(Completeness, check, refusals);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Form.Section(Section) is not { } section) return NotFound();
        var typed = Typed(section);
        var result = await desk.SaveAsync(Secret, new SaveAnswers { Typed = typed, Seen = FormView.SeenOf(Request.Form["seen"]) }, cancel);
        var wrong = result.Succeeded ? await KeepFilesAsync(cancel) : [];
        if (result is { Succeeded: true, Value: { Conflicts.Count: 0, TooLong.Count: 0 } } && wrong.Count == 0)
        {
            this.Say(text["Saved."]);
            return Redirect(then switch
            {
                "next" when At + 1 < Form.Sections.Count => ApplicationLinks.Section(Secret, Form.Sections[At + 1].Key),
                "stay" => ApplicationLinks.Section(Secret, Section),
                _ => ApplicationLinks.Own(Secret),
            });
        }

        if (!await LoadAsync(cancel)) return NotFound();
        await ShowAsync(cancel);
        ShowWhatWasNotSaved(result, typed, wrong);
        View.Mark(Completeness, missingToo: false, refusals);
        return this.Refused([.. result.Refusals, .. wrong.Select(w => w.Refusal), .. Stale(result)], refusals, "");
    }

    /// <summary>In the background, without files: says what became of it.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Form.Section(Section) is not { } section) return NotFound();
        var result = await desk.SaveAsync(Secret, new SaveAnswers { Typed = Typed(section), Seen = FormView.SeenOf(Request.Form["seen"]) }, cancel);
        if (!result.Succeeded) return new ConflictResult();
        if (!await LoadAsync(cancel)) return NotFound();
        await ShowAsync(cancel);
        foreach (var field in result.Value.TooLong) View.Errors[field] = refusals.Say(TooLong(field));
        View.Mark(Completeness, missingToo: false, refusals);
        foreach (var conflict in result.Value.Conflicts) View.Elsewhere[conflict.Field] = conflict.Stands;
        return new JsonResult(new
        {
            at = LabFormat.Time(result.Value.At),
            seen = View.Seen,
            errors = View.Errors,
            elsewhere = View.Elsewhere.Keys.ToDictionary(f => f, f => View.Of(f).Elsewhere),
        });
    }

    public async Task<IActionResult> OnPostRemoveFileAsync(Guid file, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || Form.Section(Section) is null) return NotFound();
        var result = await desk.RemoveFileAsync(Secret, file, cancel);
        if (result.Was(Refusal.NotFound.Code)) return NotFound();
        this.Say(result.Succeeded ? text["The file was removed."] : refusals.Say(result.Refusals[0]));
        return Redirect(ApplicationLinks.Section(Secret, Section));
    }

    private Dictionary<string, string> Typed(FormSection section) => section.Fields
        .Where(f => f.Type != FieldType.File && (f.IsAbsentWhenEmpty || Request.Form.ContainsKey(f.Name)))
        .ToDictionary(f => f.Name, f => string.Join(',', Request.Form[f.Name].OfType<string>()));

    private async Task<List<(string Field, Refusal Refusal)>> KeepFilesAsync(CancellationToken cancel)
    {
        var wrong = new List<(string, Refusal)>();
        foreach (var file in Request.Form.Files.Where(f => f.FileName.Length > 0))
        {
            var result = await desk.AttachAsync(Secret, new AttachFile
            {
                Field = file.Name == "upload" ? null : file.Name,
                FileName = file.FileName,
                Bytes = await Upload.ReadAsync(file, cancel),
            }, cancel);
            wrong.AddRange(result.Refusals.Select(r => (file.Name, r)));
        }

        return wrong;
    }

    private void ShowWhatWasNotSaved(Result<AnswersSaved> result, Dictionary<string, string> typed, List<(string Field, Refusal Refusal)> wrong)
    {
        foreach (var (field, refusal) in wrong) View.Errors[field] = refusals.Say(refusal);
        var unsaved = result.Succeeded ? [.. result.Value.TooLong, .. result.Value.Conflicts.Select(c => c.Field)] : typed.Keys.ToList();
        foreach (var field in unsaved) View.Typed[field] = typed[field];
        if (!result.Succeeded) return;
        foreach (var field in result.Value.TooLong) View.Errors[field] = refusals.Say(TooLong(field));
        foreach (var conflict in result.Value.Conflicts) View.Elsewhere[conflict.Field] = conflict.Stands;
    }

    private static IEnumerable<Refusal> Stale(Result<AnswersSaved> result) => !result.Succeeded ? []
        : [.. result.Value.TooLong.Select(TooLong), .. result.Value.Conflicts.Take(1).Select(_ => Refusal.ChangedMeanwhile)];

    private static Refusal TooLong(string field) => new Refusal("TextTooLong", field).With("max", ApplicationAnswer.TextMaxLength);

    private async Task ShowAsync(CancellationToken cancel) => View = new FormView(Form, Form.Section(Section)!, Answers, text)
    {
        Files = Files,
        FileUrl = file => ApplicationLinks.OwnFile(Secret, file),
        Resources = Section == ApplicationForm.Equipment ? await FormView.ResourcesAsync(Db, cancel) : [],
    };
}
