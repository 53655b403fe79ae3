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

namespace Incubator.Web.Pages.Camps.Challenges;

/// <summary>A company writes its challenge by the template; later its facilitator and staff refine it with the company.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class EditModel(
    IncubatorDb db, ChallengeDesk desk, ChallengeReading reading, CurrentActor current, RefusalText refusals, IStringLocalizer<ChallengesText> text, TimeProvider clock)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Reference { get; set; }

    /// <summary>Of a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "camp")]
    public Guid? CampReference { get; set; }

    [BindProperty]
    public ChallengeInput Input { get; set; } = new();

    public Camp Camp { get; private set; } = null!;
    public Challenge? Item { get; private set; }
    public IReadOnlyList<SelectListItem> Companies { get; private set; } = [];
    public IReadOnlyList<(long Id, string Name)> Resources { get; private set; } = [];

    /// <summary>The facilitator leaves who may read as it is.</summary>
    public bool MayChooseLevel { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (Item is not null) Input = ChallengeInput.Of(Item);
        Input.AddEmptyRows();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid)
        {
            Input.AddEmptyRows();
            return this.Malformed();
        }

        if (!MayChooseLevel) Input.Confidentiality = Item!.Confidentiality;
        // Read leaves out empty rows; what is shown again follows the new order.
        var details = Input.Read();
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Input.Rows[", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
        var result = details.Succeeded
            ? await desk.WriteAsync(new WriteChallenge
            {
                Reference = Reference,
                Camp = CampReference,
                Company = Input.Company,
                Details = details.Value,
                SeenVersion = Input.Version,
            }, await current.GetAsync(), cancel)
            : Result<Guid>.Refused(details.Refusals);
        if (result.Succeeded)
        {
            this.Say(text["The challenge was saved."]);
            return Redirect(ChallengeLinks.Details(result.Value));
        }

        Input.AddEmptyRows();
        foreach (var refusal in result.Refusals.Where(r => r.Field?.StartsWith("Rows[", StringComparison.Ordinal) == true))
            ModelState.SetModelValue($"Input.{refusal.Field}", RowValue(refusal.Field!), RowValue(refusal.Field!));
        if (result.Was(Refusal.ChangedMeanwhile.Code))
        {
            ModelState.Remove("Input.Version");
            Input.Version = Item?.Version;
        }

        return this.Refused(result.Refusals, refusals);
    }

    private string? RowValue(string field)
    {
        var row = Input.Rows[int.Parse(field[5..field.IndexOf(']', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture)];
        return field[(field.LastIndexOf('.') + 1)..] switch { "Name" => row.Name, "Unit" => row.Unit, "Lower" => row.Lower, "Upper" => row.Upper, _ => row.Target };
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        Resources = [.. (await db.Resources.AsNoTracking().Where(r => r.RetiredAt == null).ToListAsync(cancel))
            .Select(r => (r.Id, Name: r.Name(LabFormat.Language))).OrderBy(r => r.Name, StringComparer.CurrentCulture)];
        if (Reference is { } reference)
        {
            if (await db.Challenges.AsNoTracking().Include(c => c.Resources).Include(c => c.Specifications).AsSplitQuery().SingleOrDefaultAsync(c => c.Reference == reference, cancel) is not { } item) return false;
            Item = item;
            MayChooseLevel = actor.ActsFor(Item.CompanyId);
            if (!MayChooseLevel && !await db.CrewMembers.AnyAsync(m => m.Id == Item.FacilitatorId && m.PersonId == actor.PersonId, cancel)) return false;
            // Who may not read it may not write it either: the door asks.
            var opened = await reading.OpenAsync(reference, actor, cancel: cancel);
            Camp = await db.Camps.AsNoTracking().SingleAsync(c => c.Id == Item.CampId, cancel);
            return opened.Succeeded && opened.Value.Inside is not null;
        }

        var now = clock.GetUtcNow();
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == CampReference && c.IsPublic, cancel) is not { } camp || !camp.TakesChallenges(now)) return false;
        Camp = camp;
        var own = actor.CompanyIds;
        Companies = [.. (await db.Companies.AsNoTracking().Where(c => c.IsActive && (actor.IsStaff || own.Contains(c.Id))).OrderBy(c => c.Name)
            .Select(c => new { c.Reference, c.Name }).ToListAsync(cancel)).Select(c => new SelectListItem(c.Name, c.Reference.ToString()))];
        return Companies.Count > 0;
    }
}
