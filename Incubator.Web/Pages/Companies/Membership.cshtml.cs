using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies;

/// <summary>Periods of membership, leaving and coming back.</summary>
[Authorize(Policy = Permission.ManageCompanies)]
public sealed class MembershipModel(
    IncubatorDb db, CompanyReader companies, CompanyRegister register, CurrentActor current, RefusalText refusals, IStringLocalizer<CompaniesText> text,
    TimeProvider clock)
    : OwnCompanyModel(companies, current)
{
    // Named, so that a form that is not sent is not looked for elsewhere.
    [BindProperty(Name = nameof(Input))]
    public PeriodInput Input { get; set; } = new();

    [BindProperty(Name = nameof(Leaving))]
    public LeaveInput Leaving { get; set; } = new();

    public DateOnly Today { get; private set; }
    public IReadOnlyList<Membership> Memberships { get; private set; } = [];

    /// <summary>Reservations not over yet: they stay when the company leaves, until somebody decides.</summary>
    public int BookedAhead { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        (Input.From, Leaving.LastDay) = (Today, Today);
        return Page();
    }

    public Task<IActionResult> OnPostAddAsync(CancellationToken cancel) =>
        ActAsync(nameof(Input), "The membership was added.", async actor => await register.AddMembershipAsync(Input.Request(Reference), actor, cancel), cancel);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancel) =>
        ActAsync(nameof(Input), "The company is back.", async actor => await register.ReturnAsync(Input.Request(Reference), actor, cancel), cancel);

    public Task<IActionResult> OnPostEndAsync(long id, DateOnly lastDay, CancellationToken cancel) =>
        ActAsync("", "The membership ends.", async actor => await register.EndMembershipAsync(Reference, id, lastDay, null, actor, cancel), cancel);

    public Task<IActionResult> OnPostLeaveAsync(CancellationToken cancel) =>
        ActAsync(nameof(Leaving), "The company has left; its record stays.", async actor => await register.LeaveAsync(
            new LeaveCompany { Reference = Reference, LastDay = Leaving.LastDay, Reason = Leaving.Reason ?? "" }, actor, cancel), cancel);

    private async Task<IActionResult> ActAsync(string form, string said, Func<Actor, Task<Result<Done>>> act, CancellationToken cancel)
    {
        // The page holds several forms; only the one that was sent counts.
        foreach (var key in ModelState.Keys.Where(k => k.Contains('.', StringComparison.Ordinal) && !k.StartsWith(form + ".", StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
        if (!await LoadAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await act(await Current.GetAsync());
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals, form);
        this.Say(text[said]);
        return Redirect(CompanyLinks.Details(Reference));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return false;
        var now = clock.GetUtcNow();
        Today = LabTime.DateOf(now);
        Memberships = await db.Memberships.AsNoTracking().Where(m => m.CompanyId == Company.Id).OrderByDescending(m => m.From).ToListAsync(cancel);
        BookedAhead = await db.Reservations.CountAsync(r => r.CompanyId == Company.Id && r.End > now &&
            (r.State == Core.Booking.ReservationState.Confirmed || r.State == Core.Booking.ReservationState.InUse), cancel);
        return true;
    }

    public sealed class PeriodInput
    {
        public MembershipKind Kind { get; set; }

        public DateOnly From { get; set; }

        public DateOnly? Until { get; set; }

        public AddMembership Request(Guid reference) => new() { Reference = reference, Kind = Kind, From = From, Until = Until };
    }

    public sealed class LeaveInput
    {
        public DateOnly LastDay { get; set; }

        [Required, StringLength(Core.History.HistoryEntry.ReasonMaxLength)]
        public string? Reason { get; set; }
    }
}
