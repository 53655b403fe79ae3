using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Camps.Jury;

/// <summary>A criterion of a camp's jury: a new one, or one to change.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class CriterionModel(IncubatorDb db, JuryCriteriaDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<JuryText> text) : PageModel
{
    private const int Scores = JuryCriterion.MaxScore - JuryCriterion.MinScore + 1;

    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    /// <summary>Null: a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Id { get; set; }

    [BindProperty]
    public CriterionInput Input { get; set; } = new();

    public IEnumerable<SelectListItem> Aspects => Enum.GetValues<JuryAspect>().Select(a => new SelectListItem(JuryWords.Of(a, text), a.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await db.Camps.AnyAsync(c => c.Reference == Reference, cancel)) return NotFound();
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
        Input.Fill();
        if (!ModelState.IsValid) return this.Malformed();
        var actor = await current.GetAsync();
        var result = Id is { } id
            ? await desk.EditAsync(Reference, id, Input.Details, Input.Version, actor, cancel)
            : await desk.AddAsync(Reference, Input.Details, actor, cancel);
        if (result.Was(Refusal.ChangedMeanwhile.Code) && await FindAsync(cancel) is { } fresh)
        {
            // What was typed stays; the next save knows what it replaces.
            ModelState.Remove("Input.Version");
            Input.Version = fresh.Version;
        }

        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The criterion was saved."]);
        return Redirect(JuryLinks.Criteria(Reference));
    }

    private Task<JuryCriterion?> FindAsync(CancellationToken cancel) => db.JuryCriteria.AsNoTracking().Include(c => c.Anchors)
        .FirstOrDefaultAsync(c => c.Id == Id && db.Camps.Any(x => x.Id == c.CampId && x.Reference == Reference), cancel);

    public sealed class CriterionInput
    {
        [Required, StringLength(JuryCriterion.NameMaxLength)]
        public string NameHu { get; set; } = "";

        [Required, StringLength(JuryCriterion.NameMaxLength)]
        public string NameEn { get; set; } = "";

        [Range(1, JuryCriterion.MaxWeight)]
        public int Weight { get; set; } = 10;

        public JuryAspect Aspect { get; set; }

        public List<string?> AnchorsHu { get; set; } = [];

        public List<string?> AnchorsEn { get; set; } = [];

        public Guid Version { get; set; }

        internal static CriterionInput Of(JuryCriterion criterion) => new()
        {
            NameHu = criterion.NameHu,
            NameEn = criterion.NameEn,
            Weight = criterion.Weight,
            Aspect = criterion.Aspect,
            AnchorsHu = [.. criterion.Details.Anchors.Select(a => a.Hu)],
            AnchorsEn = [.. criterion.Details.Anchors.Select(a => a.En)],
            Version = criterion.Version,
        };

        internal void Fill()
        {
            foreach (var list in new[] { AnchorsHu, AnchorsEn })
                while (list.Count < Scores) list.Add(null);
        }

        internal JuryCriterionDetails Details => new()
        {
            NameHu = NameHu,
            NameEn = NameEn,
            Weight = Weight,
            Aspect = Aspect,
            Anchors = [.. Enumerable.Range(0, Scores).Select(i => new LocalName(AnchorsHu[i] ?? "", AnchorsEn[i] ?? ""))],
        };
    }
}
