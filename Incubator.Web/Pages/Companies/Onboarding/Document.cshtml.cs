using Incubator.Core.Accounts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Companies.Onboarding;

/// <summary>A text exactly as it was accepted, for the company and for staff; made to be printed.</summary>
[Authorize(Policy = Permission.Book)]
public sealed class DocumentModel(IncubatorDb db, CurrentActor current) : PageModel
{
    public Row Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid record, CancellationToken cancel)
    {
        var actor = await current.GetAsync();
        var row = await (
                from r in db.ReadableBy(actor)
                join t in db.AcceptedTexts on r.Id equals t.RecordId
                join s in db.OnboardingSteps on r.StepId equals s.Id
                join c in db.Companies on r.CompanyId equals c.Id
                where r.Reference == record
                select new Row(
                    new LocalName(s.NameHu, s.NameEn), c.Name, c.Reference, r.TextNumber, r.AcceptedName!, r.SubmittedAt, r.State, t.TextHu, t.TextEn, t.Hash))
            .AsNoTracking().FirstOrDefaultAsync(cancel);
        if (row is null) return NotFound();
        Shown = row;
        return Page();
    }

    public sealed record Row(
        LocalName Step, string Company, Guid CompanyReference, int? Number, string AcceptedName, DateTimeOffset At, RecordState State,
        string TextHu, string TextEn, string Hash)
    {
        public MadeText Text => new(TextHu, TextEn, []);
    }
}
