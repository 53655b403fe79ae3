using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>Calls for everybody: open, soon to open, and those that have closed and say so.</summary>
[AllowAnonymous]
public sealed class IndexModel(IncubatorDb db, TimeProvider clock) : PageModel
{
    private const int Shown = 50;

    public IReadOnlyList<Row> Calls { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var calls = await db.Calls.AsNoTracking().Where(c => c.PublishedAt != null).OrderByDescending(c => c.ClosesAt).Take(Shown).ToListAsync(cancel);
        Calls = [.. calls.Select(c => new Row(c.Reference, c.Title(LabFormat.Language), c.Kind, c.OpensAt, c.ClosesAt, c.StateAt(now)))];
    }

    public sealed record Row(Guid Reference, string Title, MembershipKind Kind, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, CallState State);
}
