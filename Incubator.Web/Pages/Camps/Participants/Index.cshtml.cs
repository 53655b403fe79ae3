using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Participants;

/// <summary>Everybody who registered for a camp, for staff: by kind and state, in order of arrival.</summary>
[Authorize(Policy = Permission.ManageCamps)]
public sealed class IndexModel(IncubatorDb db) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public ParticipantKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public ParticipantState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "page")]
    public int Leaf { get; set; } = 1;

    public Camp Camp { get; private set; } = null!;
    public bool HasNotice { get; private set; }
    public IReadOnlyList<KindPlaces> Places { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Search) || Kind is not null || State is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel) is not { } camp) return NotFound();
        Camp = camp;
        HasNotice = await db.CampNotices.AnyAsync(n => n.CampId == camp.Id, cancel);
        Places = await KindPlaces.ReadAsync(db, camp, cancel);
        var search = Search?.Trim() is { Length: > 0 and <= 100 } words ? words : null;
        var found = db.Participants.AsNoTracking().Where(p => p.CampId == camp.Id && (Kind == null || p.Kind == Kind) && (State == null || p.State == State) &&
            (search == null || p.Name.Contains(search) || p.Email.Contains(search) || (p.Organisation != null && p.Organisation.Contains(search))));
        Total = await found.CountAsync(cancel);
        Leaf = Math.Clamp(Leaf, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        var rows = await found.OrderBy(p => p.Turn).ThenBy(p => p.Id).Skip((Leaf - 1) * PageSize).Take(PageSize)
            .Select(p => new
            {
                Participant = p,
                Team = db.Teams.Where(t => db.TeamMembers.Any(m => m.ParticipantId == p.Id && m.TeamId == t.Id)).Select(t => t.Name).FirstOrDefault(),
                Ahead = db.Participants.Count(w => w.CampId == p.CampId && w.Kind == p.Kind && w.State == ParticipantState.Waiting && w.Turn < p.Turn),
            })
            .ToListAsync(cancel);
        Rows = [.. rows.Select(r => new Row(r.Participant, r.Team, r.Participant.State == ParticipantState.Waiting ? r.Ahead + 1 : null))];
        return Page();
    }

    /// <param name="Number">On the waiting list; null: not on it.</param>
    public sealed record Row(Participant Participant, string? Team, int? Number);
}
