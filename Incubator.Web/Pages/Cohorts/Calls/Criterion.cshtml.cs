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

/// <summary>A criterion of a rubric: a new one, or one to change.</summary>
[Authorize(Policy = Permission.ManageCohorts)]
public sealed class CriterionModel(IncubatorDb db, CallFormDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CallsText> text)
    : CallPartModel(db)
{
    private const int Scores = Criterion.MaxScore - Criterion.MinScore + 1;

    /// <summary>Null: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Id { get; set; }

    [BindProperty]
    public CriterionInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadCallAsync(cancel)) return NotFound();
        if (Id is not null)
        {
            if (await FindAsync(cancel) is not { } criterion) return NotFound();
            Input = CriterionInput.Of(criterion);
        }

        Input.Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadCallAsync(cancel)) return NotFound();
        Input.Fill();
        if (!ModelState.IsValid) return this.Malformed();
        var actor = await current.GetAsync();
        IReadOnlyList<Refusal> refused = Id is { } id
            ? (await desk.EditCriterionAsync(Reference, id, Input.Details, Input.Version, actor, cancel)).Refusals
            : (await desk.AddCriterionAsync(Reference, Input.Details, actor, cancel)).Refusals;
        if (refused.Any(r => r.Code == Refusal.ChangedMeanwhile.Code) && await FindAsync(cancel) is { } fresh)
        {
            // What was typed stays; the next save knows what it replaces.
            ModelState.Remove("Input.Version");
            Input.Version = fresh.Version;
        }

        if (refused.Count > 0) return this.Refused(refused, refusals);
        this.Say(text["The criterion was saved."]);
        return Redirect(CallLinks.Rubric(Reference));
    }

    private Task<Criterion?> FindAsync(CancellationToken cancel) =>
        Db.Criteria.AsNoTracking().Include(c => c.Anchors).FirstOrDefaultAsync(c => c.Id == Id && c.CallId == Call.Id, cancel);

    public sealed class CriterionInput
    {
        [Required, StringLength(Criterion.NameMaxLength)]
        public string NameHu { get; set; } = "";

        [Required, StringLength(Criterion.NameMaxLength)]
        public string NameEn { get; set; } = "";

        [Range(1, Criterion.MaxWeight)]
        public int Weight { get; set; } = 10;

        [StringLength(Criterion.TextMaxLength)]
        public string? TextHu { get; set; }

        [StringLength(Criterion.TextMaxLength)]
        public string? TextEn { get; set; }

        public List<string?> AnchorsHu { get; set; } = [];

        public List<string?> AnchorsEn { get; set; } = [];

        public Guid Version { get; set; }

        internal static CriterionInput Of(Criterion criterion) => new()
        {
            NameHu = criterion.NameHu,
            NameEn = criterion.NameEn,
            Weight = criterion.Weight,
            TextHu = criterion.TextHu,
            TextEn = criterion.TextEn,
            AnchorsHu = [.. criterion.Anchors.OrderBy(a => a.Score).Select(a => a.TextHu)],
            AnchorsEn = [.. criterion.Anchors.OrderBy(a => a.Score).Select(a => a.TextEn)],
            Version = criterion.Version,
        };

        internal void Fill()
        {
            foreach (var list in new[] { AnchorsHu, AnchorsEn })
                while (list.Count < Scores) list.Add(null);
        }

        internal CriterionDetails Details => new()
        {
            NameHu = NameHu,
            NameEn = NameEn,
            Weight = Weight,
            TextHu = TextHu,
            TextEn = TextEn,
            Anchors = [.. Enumerable.Range(0, Scores).Select(i => new LocalName(AnchorsHu[i] ?? "", AnchorsEn[i] ?? ""))],
        };
    }
}
