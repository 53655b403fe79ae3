using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Web.Pages.Cohorts.Programmes;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Cohorts.Updates;

/// <summary>What became of an alumnus: answered by the company, or by staff who say where they have it from.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class AnswerModel(
    IncubatorDb db, UpdateDesk desk, CohortHistory history, CurrentActor current, RefusalText refusals, IStringLocalizer<UpdatesText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public FollowUp FollowUp { get; private set; } = null!;
    public string Company { get; private set; } = "";
    public bool IsStaff { get; private set; }
    public string Back { get; private set; } = CohortLinks.Own;
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Input = new()
        {
            IsActive = FollowUp.IsActive,
            Jobs = FollowUp.Jobs,
            Turnover = FollowUp.Turnover,
            Products = FollowUp.Products,
            Comment = FollowUp.Comment,
            Source = FollowUp.Source ?? (IsStaff ? null : FollowUpSource.Company),
            Version = FollowUp.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        if (IsStaff && Input.Source is null) ModelState.AddModelError("Input.Source", refusals.Say(new("Missing")));
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.AnswerAsync(Reference, new FollowUpAnswer
        {
            IsActive = Input.IsActive!.Value,
            Jobs = Input.Jobs,
            Turnover = Input.Turnover,
            Products = Input.Products,
            Comment = Input.Comment,
            Source = Input.Source ?? FollowUpSource.Company,
        }, Input.Version, await current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["Thank you, the answer is kept."]);
        return Redirect(Back);
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        var companies = actor.CompanyIds;
        var member = await db.CohortMembers.AsNoTracking().FirstOrDefaultAsync(m => db.FollowUps.Any(f => f.Reference == Reference && f.MemberId == m.Id) &&
            (actor.IsStaff || companies.Contains(m.CompanyId)), cancel);
        if (member is null) return false;
        FollowUp = await db.FollowUps.AsNoTracking().SingleAsync(f => f.Reference == Reference, cancel);
        Company = await db.Companies.Where(c => c.Id == member.CompanyId).Select(c => c.Name).SingleAsync(cancel);
        History = await history.ReadAsync(nameof(FollowUp), FollowUp.Id, cancel);
        (IsStaff, Back) = (actor.IsStaff, actor.IsStaff ? CohortLinks.Member(member.Reference) : CohortLinks.Own);
        return true;
    }

    public sealed class AnswerInput
    {
        [Required]
        public bool? IsActive { get; set; }

        [DisplayFormat(DataFormatString = UpdateInput.Plain, ApplyFormatInEditMode = true)]
        public decimal? Jobs { get; set; }

        [DisplayFormat(DataFormatString = UpdateInput.Plain, ApplyFormatInEditMode = true)]
        public decimal? Turnover { get; set; }

        public int? Products { get; set; }

        [StringLength(FollowUp.CommentMaxLength)]
        public string? Comment { get; set; }

        public FollowUpSource? Source { get; set; }

        public Guid Version { get; set; }
    }
}
