using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Data;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Web.Pages.Cohorts.Calls;

/// <summary>What the pages share that build a call's form and rubric: the call, and whether it may still change.</summary>
public abstract class CallPartModel(IncubatorDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Reference { get; set; }

    public Call Call { get; private set; } = null!;

    public string Name => Call.Title(LabFormat.Language);

    /// <summary>Somebody has submitted: the form and the rubric stay.</summary>
    public bool IsFixed { get; private set; }

    protected IncubatorDb Db { get; } = db;

    protected async Task<bool> LoadCallAsync(CancellationToken cancel)
    {
        if (await Db.Calls.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == Reference, cancel) is not { } call) return false;
        Call = call;
        IsFixed = await Db.Applications.AnyAsync(a => a.CallId == call.Id && a.SubmittedAt != null, cancel);
        return true;
    }

    /// <summary>Two texts of as many lines, joined line by line; a line that the other language lacks stands alone.</summary>
    protected static IReadOnlyList<LocalName> Lines(string? hu, string? en)
    {
        string[] first = Split(hu), second = Split(en);
        return [.. Enumerable.Range(0, Math.Max(first.Length, second.Length))
            .Select(i => new LocalName(first.ElementAtOrDefault(i) ?? "", second.ElementAtOrDefault(i) ?? ""))];
    }

    private static string[] Split(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
