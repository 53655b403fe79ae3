using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Camps.Jury;

/// <summary>What the jury's pages share: the camp, who looks, and the table; once the scoring is closed, the table as it was frozen.</summary>
public abstract class JuryPageModel(IncubatorDb db, JuryReader reader, CurrentActor current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public Camp Camp { get; private set; } = null!;

    public Actor Actor { get; private set; } = null!;

    /// <summary>The reader among the jurors; null where they are none.</summary>
    public JurorRow? Me { get; private set; }

    /// <summary>Staff, and the chair.</summary>
    public bool MayLead => Actor.IsStaff || Me?.IsChair == true;

    public JuryRound? Round { get; private set; }

    public IReadOnlyList<JurorRow> Jurors { get; private set; } = [];

    public JuryTable Table { get; protected set; } = null!;

    public IReadOnlyList<JurySheet> Sheets { get; private set; } = [];

    public bool IsClosed => Round?.IsClosed == true;

    public string Name => Camp.Name(LabFormat.Language);

    protected IncubatorDb Db { get; } = db;

    protected Task<Actor> WhoAsync() => current.GetAsync();

    public string NameOf(long juror) => Jurors.FirstOrDefault(j => j.Id == juror)?.Name ?? "–";

    public JurySheet? SheetOf(TableCell cell) => Sheets.FirstOrDefault(s => s.TeamId == cell.TeamId && s.JurorId == cell.JurorId);

    /// <summary>False where there is no such camp.</summary>
    protected async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Actor = await current.GetAsync();
        if (await Db.Camps.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel) is not { } camp) return false;
        Camp = camp;
        Jurors = await reader.JurorsAsync(camp.Id, cancel);
        Me = Jurors.FirstOrDefault(j => j.PersonId == Actor.PersonId);
        if (!MayLead && Me is null) return false;
        Round = await Db.JuryRounds.AsNoTracking().FirstOrDefaultAsync(r => r.CampId == camp.Id, cancel);
        Sheets = await Db.JurySheets.AsNoTracking().Where(s => s.CampId == camp.Id).ToListAsync(cancel);
        Table = IsClosed && await ProtocolAsync(null, cancel) is { } protocol ? protocol.Read() : await reader.LoadAsync(camp, cancel);
        return true;
    }

    /// <summary>The one of the number, else the latest.</summary>
    protected Task<JuryProtocol?> ProtocolAsync(int? number, CancellationToken cancel) => Db.JuryProtocols.AsNoTracking()
        .Where(p => p.CampId == Camp.Id && (number == null || p.Number == number)).OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancel);
}
