using System.Text.Json;
using Hangfire;
using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Incubator.Core.Jobs;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Jobs;

/// <summary>Every job of the schedule, for staff: when it last ran, what it did, why it failed; and a button that runs it.</summary>
[Authorize(Policy = Permission.ManageBooking)]
public sealed class IndexModel(
    IncubatorDb db, IBackgroundJobClient jobs, IConfiguration configuration, ILogger<IndexModel> log, IStringLocalizer<JobsText> text) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool IsOn => Startup.Jobs.IsOn(configuration);
    public bool MaySeeHangfire => User.IsInRole(Role.Administrator);

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostRunAsync(string? job, CancellationToken cancel)
    {
        if (Schedule.All.All(j => j.Name != job)) return NotFound();
        try
        {
            jobs.Enqueue<JobRunner>(runner => runner.RunNowAsync(job!, CancellationToken.None));
        }
        // Whatever the storage says: the page must not fall with it.
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(failure, "The job {Job} could not be asked to run", job);
            ModelState.AddModelError("", text["The job storage cannot be reached now; the job runs by itself once it is back."]);
            await LoadAsync(cancel);
            return Page();
        }

        this.Say(text["It runs in a moment. Load this page again to see what it did."]);
        return Redirect("/jobs");
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var states = await db.JobStates.AsNoTracking().ToDictionaryAsync(s => s.Name, cancel);
        Rows = [.. Schedule.All.Select(job =>
        {
            var words = JobWords.Jobs[job.Name];
            var state = states.GetValueOrDefault(job.Name);
            return new Row(job.Name, text[words.Name], text[words.What], HowOften(job), state, Did(state));
        })];
    }

    private string HowOften(ScheduledJob job) => job.DailyAt is { } at
        ? text["daily from {0}", at.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)]
        : job.EveryMinutes == 1 ? text["every minute"] : text["every {0} minutes", job.EveryMinutes];

    private List<string> Did(JobState? state) => state?.Did is { } did
        ? [.. JsonSerializer.Deserialize<Dictionary<string, int>>(did)!.Select(d => text[JobWords.Did.GetValueOrDefault(d.Key, d.Key), LabFormat.Number(d.Value)].Value)]
        : [];

    public sealed record Row(string Job, string Name, string What, string HowOften, JobState? State, IReadOnlyList<string> Did);
}
