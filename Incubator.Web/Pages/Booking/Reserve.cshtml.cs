using System.Globalization;
using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Booking;

[Authorize(Policy = Permission.Book)]
public sealed class ReserveModel(
    IncubatorDb db, BookingDesk desk, FreeTimes freeTimes, CurrentActor current, RefusalText refusals,
    GateNotice onboarding, IStringLocalizer<BookingText> text, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ReserveInput Input { get; set; } = new();

    public Actor Actor { get; private set; } = Actor.System;

    public IReadOnlyList<SelectListItem> Resources { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Companies { get; private set; } = [];

    public IReadOnlyList<Chosen> ChosenResources { get; private set; } = [];

    public IReadOnlyList<Offer> Offers { get; private set; } = [];

    /// <summary>Staff may go ahead with a reason: every refusal was overridable.</summary>
    public bool MayOverride { get; private set; }

    /// <summary>Where the steps stand that a refusal speaks of; null: it speaks of none.</summary>
    public string? StepsUrl { get; private set; }

    public async Task OnGetAsync(string[] resource, string? start, string? end, string? use, CancellationToken cancel)
    {
        if (use == "research") Input.LotUse = LotUse.ResearchOnly;
        var known = await db.Resources.AsNoTracking().Where(r => resource.Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.Id, cancel);
        Input.ResourceIds = [.. resource.Where(known.ContainsKey).Take(Reservation.MaxItems).Select(code => (long?)known[code])];
        Input.SubmissionKey = Guid.NewGuid();
        Input.Show(start, end);
        await LoadAsync(cancel);
        if (Companies.Count == 1) Input.CompanyId = long.Parse(Companies[0].Value, CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!ModelState.IsValid) return this.Malformed();
        var read = Input.Read();
        if (!read.Succeeded)
        {
            read.Refusals.Into(ModelState, refusals);
            return this.Malformed();
        }

        var request = Input.ToRequest(read.Value);
        var result = await desk.ReserveAsync(request, Actor, cancel);
        if (result.Succeeded)
        {
            this.Say(text["Booked: {0}, {1}.", result.Value.Number, LabFormat.Slot(read.Value)]);
            return Redirect(BookingLinks.Reservation(result.Value.Reference));
        }

        MayOverride = Actor.IsStaff && result.Refusals.All(r => r.Overridable);
        StepsUrl = await onboarding.StepsUrlAsync(result.Refusals, Actor, Input.CompanyId, cancel);
        Offers = await OffersAsync(request, cancel);
        return this.Refused(result.Refusals, refusals);
    }

    private async Task<IReadOnlyList<Offer>> OffersAsync(ReserveSlot request, CancellationToken cancel)
    {
        if (request.ResourceIds.Count == 0) return [];
        var near = await freeTimes.NearAsync(request.ResourceIds[0], request.Slot, request.CompanyId, Actor, request.LotUse, request.PersonId, cancel);
        var ids = near.SameResource.Concat(near.OtherResources).Select(f => f.ResourceId).Distinct().ToList();
        var names = await db.Resources.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        return
        [
            .. near.SameResource.Select(f => new Offer(LabFormat.Slot(f.Slot), null, BookingLinks.Reserve(names[f.ResourceId].Code, f.Slot, use: f.LotUse))),
            .. near.OtherResources.Select(f => new Offer(
                LabFormat.Slot(f.Slot), $"{names[f.ResourceId].Name(LabFormat.Language)} · {names[f.ResourceId].Code}", BookingLinks.Reserve(names[f.ResourceId].Code, f.Slot, use: f.LotUse))),
        ];
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Actor = await current.GetAsync();
        var all = await db.Resources.AsNoTracking().Where(r => r.RetiredAt == null || Input.ResourceIds.Contains(r.Id)).ToListAsync(cancel);
        Resources = [.. all.OrderBy(r => r.Name(LabFormat.Language), StringComparer.CurrentCulture)
            .Select(r => new SelectListItem($"{r.Name(LabFormat.Language)} · {r.Code}", r.Id.ToString(CultureInfo.InvariantCulture)))];
        var companies = await db.Companies.AsNoTracking()
            .Where(c => c.IsActive && (Actor.IsStaff || Actor.CompanyIds.Contains(c.Id)))
            .OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(cancel);
        Companies = companies.ConvertAll(c => new SelectListItem(c.Name, c.Id.ToString(CultureInfo.InvariantCulture)));
        var policies = await db.BookingPolicies.AsNoTracking().ToListAsync(cancel);
        var day = Input.Read() is { Succeeded: true } slot ? LabTime.DateOf(slot.Value.Start) : LabTime.DateOf(clock.GetUtcNow());
        ChosenResources =
        [
            .. all.Where(r => Input.ResourceIds.Contains(r.Id)).Select(r => new Chosen(
                r.Name(LabFormat.Language), r.Code, EffectivePolicy.Of(r, policies, day), r.SetupMinutes, r.CleanupMinutes)),
        ];
        // One more place than chosen, so that another resource can be added without a script.
        Input.ResourceIds = [.. Input.ResourceIds.Where(id => id is not null)];
        if (Input.ResourceIds.Count < Reservation.MaxItems) Input.ResourceIds.Add(null);
    }

    public sealed record Chosen(string Name, string Code, EffectivePolicy Policy, int Setup, int Cleanup);

    /// <param name="Other">Name and code of another resource that is free at the wanted time.</param>
    public sealed record Offer(string When, string? Other, string Url);
}
