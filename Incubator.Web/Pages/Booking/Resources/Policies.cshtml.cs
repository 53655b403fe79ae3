using Incubator.Core.Accounts;
using Incubator.Core.Booking;
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

namespace Incubator.Web.Pages.Booking.Resources;

[Authorize(Policy = Permission.ManageResources)]
public sealed class PoliciesModel(
    IncubatorDb db, PolicyDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<ResourcesText> text, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Level> Levels { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Categories { get; private set; } = [];
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(long id, Guid version, CancellationToken cancel)
    {
        var result = await desk.RemoveAsync(id, version, await current.GetAsync(), cancel);
        if (!result.Succeeded)
        {
            await LoadAsync(cancel);
            return this.Refused(result.Refusals, refusals);
        }

        this.Say(text["The rules were removed; the level above counts."]);
        return Redirect(ResourceLinks.Policies);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var today = LabTime.DateOf(clock.GetUtcNow());
        var policies = await db.BookingPolicies.AsNoTracking().OrderByDescending(p => p.ValidFrom).ToListAsync(cancel);
        var categories = await db.ResourceCategories.AsNoTracking().ToListAsync(cancel);
        var resources = await db.Resources.AsNoTracking().Where(r => r.RetiredAt == null).OrderBy(r => r.Code).ToListAsync(cancel);
        Codes = [.. resources.Take(1000).Select(r => r.Code)];
        Categories = [.. categories.OrderBy(c => c.Name(LabFormat.Language), StringComparer.CurrentCulture)
            .Select(c => new SelectListItem(c.Name(LabFormat.Language), $"{c.Id}"))];
        Levels = [.. policies
            .GroupBy(p => (p.CategoryId, p.ResourceId))
            .Select(level =>
            {
                var resource = resources.Find(r => r.Id == level.Key.ResourceId);
                var category = categories.Find(c => c.Id == level.Key.CategoryId);
                var name = resource?.Name(LabFormat.Language) ?? category?.Name(LabFormat.Language) ?? text["The whole lab"].Value;
                var counting = level.FirstOrDefault(p => p.ValidFrom <= today);
                return new Level(
                    resource is null ? name : $"{name} ({resource.Code})", resource?.Code, resource is not null ? 2 : category is not null ? 1 : 0,
                    [.. level.Select(p => new Row(p, EffectivePolicy.Of(
                        resource?.Id ?? 0, resource?.CategoryId ?? category?.Id ?? 0, policies, p.ValidFrom), p == counting))]);
            })
            .Where(l => l.Code is not null || l.Order < 2)
            .OrderBy(l => l.Order).ThenBy(l => l.Name, StringComparer.CurrentCulture)];
    }

    public sealed record Level(string Name, string? Code, int Order, IReadOnlyList<Row> Rows);

    /// <param name="Counts">Of its level's rows the one in force today.</param>
    public sealed record Row(BookingPolicy Policy, EffectivePolicy Effective, bool Counts);
}
