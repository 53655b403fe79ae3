using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Jury;

/// <summary>The jury's protocol as it was taken, to be printed and signed; for staff and the chair.</summary>
[Authorize(Policy = Permission.SignedIn)]
public sealed class ProtocolModel(IncubatorDb db, JuryReader reader, CurrentActor current) : JuryPageModel(db, reader, current)
{
    /// <summary>Of this camp, from 1; null: the latest.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    public JuryProtocol Protocol { get; private set; } = null!;
    public bool IsLatest { get; private set; }
    public IReadOnlyList<int> Numbers { get; private set; } = [];
    public IReadOnlyList<TieReason> Ties { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || !MayLead || await ProtocolAsync(Number, cancel) is not { } protocol) return NotFound();
        (Protocol, Table) = (protocol, protocol.Read());
        Numbers = await Db.JuryProtocols.Where(p => p.CampId == Camp.Id).OrderBy(p => p.Number).Select(p => p.Number).ToListAsync(cancel);
        IsLatest = Numbers[^1] == protocol.Number && IsClosed;
        var reasons = await Db.TieOrders.AsNoTracking().Where(o => o.CampId == Camp.Id && o.DecidedAt <= protocol.TakenAt).OrderBy(o => o.Order).ToListAsync(cancel);
        Ties = [.. reasons.GroupBy(o => (o.DecidedAt, o.Reason)).Select(g => new TieReason(string.Join(", ", g.Select(o => Table.TeamOf(o.TeamId).Name)), g.Key.Reason))];
        return Page();
    }

    public sealed record TieReason(string Teams, string Reason);
}
