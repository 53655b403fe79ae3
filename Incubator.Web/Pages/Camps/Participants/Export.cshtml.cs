using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>The participants as a file.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class ExportModel(IncubatorDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty]
    public bool WithNeeds { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await db.Camps.AnyAsync(c => c.Reference == Reference, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await db.Camps.Where(c => c.Reference == Reference).Select(c => (long?)c.Id).FirstOrDefaultAsync(cancel) is not { } camp) return NotFound();
        var people = await db.Participants.AsNoTracking().Where(p => p.CampId == camp && p.ForgottenAt == null).OrderBy(p => p.Turn).ThenBy(p => p.Id).ToListAsync(cancel);
        var questions = await db.CampQuestions.AsNoTracking().Where(q => q.CampId == camp).OrderBy(q => q.Position).ToListAsync(cancel);
        var skills = (await (
                from s in db.ParticipantSkills
                join k in db.CampSkills on s.SkillId equals k.Id
                where k.CampId == camp
                orderby k.Position
                select new { s.ParticipantId, k.NameEn })
            .ToListAsync(cancel)).ToLookup(s => s.ParticipantId, s => s.NameEn);
        var teams = await (
                from m in db.TeamMembers
                join t in db.Teams on m.TeamId equals t.Id
                where t.CampId == camp
                select new { m.ParticipantId, t.Name })
            .ToDictionaryAsync(t => t.ParticipantId, t => t.Name, cancel);
        var answers = (await db.CampAnswers.AsNoTracking().Where(a => db.Participants.Any(p => p.Id == a.ParticipantId && p.CampId == camp)).ToListAsync(cancel)).ToLookup(a => a.ParticipantId);
        var lines = people.ConvertAll(p => new ParticipantLine(p, [.. skills[p.Id]], teams.GetValueOrDefault(p.Id), answers[p.Id].ToDictionary(a => a.QuestionId, a => a.Text)));
        return File(ParticipantExport.Write(lines, questions, WithNeeds), "text/csv", "participants.csv");
    }
}
