using System.ComponentModel.DataAnnotations;
using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Companies;

/// <summary>A goal of a company, new or there already.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class GoalModel(
    IncubatorDb db, CompanyReader companies, GoalDesk desk, CurrentActor current, RefusalText refusals, IStringLocalizer<CompaniesText> text)
    : OwnCompanyModel(companies, current)
{
    [BindProperty(SupportsGet = true)]
    public Guid? Goal { get; set; }

    [BindProperty]
    public GoalInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Input = new GoalInput { Language = LabFormat.Language };
        if (Goal is not { } reference) return Page();
        var goal = await db.CompanyGoals.AsNoTracking().FirstOrDefaultAsync(g => g.Reference == reference && g.CompanyId == Company.Id, cancel);
        if (goal is null) return NotFound();
        Input = new GoalInput { Words = goal.Words, Language = goal.Language, TargetOn = goal.TargetOn, State = goal.State, Version = goal.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (!ModelState.IsValid) return this.Malformed();
        var result = await desk.SaveAsync(new SaveGoal
        {
            Company = Reference,
            Goal = Goal,
            Words = Input.Words,
            Language = Input.Language,
            TargetOn = Input.TargetOn,
            State = Input.State,
            SeenVersion = Goal is null ? null : Input.Version,
        }, await Current.GetAsync(), cancel);
        if (!result.Succeeded) return this.Refused(result.Refusals, refusals);
        this.Say(text["The goal was saved."]);
        return Redirect(Home);
    }

    public sealed class GoalInput
    {
        [Required, StringLength(CompanyGoal.WordsMaxLength)]
        public string Words { get; set; } = "";

        [Required, RegularExpression("hu|en")]
        public string Language { get; set; } = "hu";

        public DateOnly? TargetOn { get; set; }

        public GoalState State { get; set; }

        public Guid Version { get; set; }
    }
}
