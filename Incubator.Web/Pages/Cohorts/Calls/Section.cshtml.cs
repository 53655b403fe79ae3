using System.ComponentModel.DataAnnotations;
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

/// <summary>A section of a call's form: a new one, or one to change.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class SectionModel(IncubatorDb db, CallFormDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CallsText> text)
    : CallPartModel(db)
{
    /// <summary>Null: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Id { get; set; }

    [BindProperty]
    public SectionInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadCallAsync(cancel)) return NotFound();
        if (Id is null) return Page();
        if (await FindAsync(cancel) is not { } section) return NotFound();
        Input = new SectionInput
        {
            TitleHu = section.TitleHu,
            TitleEn = section.TitleEn,
            TextHu = section.TextHu,
            TextEn = section.TextEn,
            Version = section.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadCallAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var actor = await current.GetAsync();
        IReadOnlyList<Refusal> refused = Id is { } id
            ? (await desk.EditSectionAsync(Reference, id, Input.Details, Input.Version, actor, cancel)).Refusals
            : (await desk.AddSectionAsync(Reference, Input.Details, actor, cancel)).Refusals;
        if (refused.Any(r => r.Code == Refusal.ChangedMeanwhile.Code) && await FindAsync(cancel) is { } fresh)
        {
            // What was typed stays; the next save knows what it replaces.
            ModelState.Remove("Input.Version");
            Input.Version = fresh.Version;
        }

        if (refused.Count > 0) return this.Refused(refused, refusals);
        this.Say(text["The section was saved."]);
        return Redirect(CallLinks.Form(Reference));
    }

    private Task<CallSection?> FindAsync(CancellationToken cancel) =>
        Db.CallSections.AsNoTracking().FirstOrDefaultAsync(s => s.Id == Id && s.CallId == Call.Id, cancel);

    public sealed class SectionInput
    {
        [Required, StringLength(CallSection.TitleMaxLength)]
        public string TitleHu { get; set; } = "";

        [Required, StringLength(CallSection.TitleMaxLength)]
        public string TitleEn { get; set; } = "";

        [StringLength(CallSection.TextMaxLength)]
        public string? TextHu { get; set; }

        [StringLength(CallSection.TextMaxLength)]
        public string? TextEn { get; set; }

        public Guid Version { get; set; }

        internal SectionDetails Details => new() { TitleHu = TitleHu, TitleEn = TitleEn, TextHu = TextHu, TextEn = TextEn };
    }
}
