using System.Net;
using System.Xml.Linq;
using Hangfire;
using Incubator.Core.Jobs;
using Incubator.Tests.Host;
using Incubator.Web.Pages.Jobs;
using Incubator.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Tests.Jobs;

public class JobPagesTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        app.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Jobs_Each_HaveWordsInHungarian()
    {
        var hungarian = XDocument.Load(House.Path("Incubator.Web", "Pages", "Jobs", "JobsText.hu.resx")).Root!
            .Elements("data").Select(d => d.Attribute("name")!.Value).ToHashSet();
        Assert.Empty(Schedule.All.Select(j => j.Name).Except(JobWords.Jobs.Keys));
        Assert.Empty(JobWords.Jobs.Values.SelectMany(w => new[] { w.Name, w.What }).Concat(JobWords.Did.Values).Except(hungarian));
        // What a job counts is said in words.
        var counted = House.Files("Incubator.Core", ".cs").Concat(House.Files("Incubator.Web", ".cs")).Select(File.ReadAllText)
            .Where(t => t.Contains(": IJob", StringComparison.Ordinal))
            .SelectMany(t => System.Text.RegularExpressions.Regex.Matches(t, """(?:JobReport\.Of|\.And)\("(\w+)"|return "(\w+)";""")
                .Select(m => m.Groups[1].Value + m.Groups[2].Value));
        Assert.Empty(counted.Distinct().Except(JobWords.Did.Keys));
    }

    [Fact]
    public async Task Job_Ran_ShowsWhatItDidAndWhyItFailed()
    {
        await app.AskAsync(async (JobBook book) =>
        {
            await book.StartedAsync("DeliverOutbox", Cancel);
            await book.SucceededAsync("DeliverOutbox", app.Now, JobReport.Of("Sent", 3).And("Parked", 1), Cancel);
            app.Time.Advance(TimeSpan.FromMinutes(1));
            await book.FailedAsync("DeliverOutbox", app.Now, "mail.example:587: connection refused", Cancel);
            return 0;
        });
        var page = await (await app.SignInAsAsync(await app.Given.StaffAsync(), "en")).GetPageAsync("/jobs");
        var row = page.All("tbody tr").First(r => r.Contains("Deliver mails", StringComparison.Ordinal));
        Assert.Contains("sent: 3, given up: 1", row, StringComparison.Ordinal);
        Assert.Contains("connection refused", row, StringComparison.Ordinal);
        await app.AskAsync(async (JobBook book) =>
        {
            await book.SucceededAsync("DeliverOutbox", app.Now, JobReport.Nothing, Cancel);
            return 0;
        });
        await using var db = app.OpenDb();
        var state = await db.JobStates.SingleAsync(Cancel);
        Assert.Null(state.Failure);
        Assert.NotNull(state.Did);
    }

    [Fact]
    public async Task RunNow_IsAskedOfHangfire()
    {
        var client = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var page = await (await client.GetPageAsync("/jobs")).Form("tbody form").SubmitAsync();
        Assert.Equal("It runs in a moment. Load this page again to see what it did.", page.Flash);
        var monitoring = LabHost.InMemory.Services.GetRequiredService<JobStorage>().GetMonitoringApi();
        Assert.True(monitoring.EnqueuedCount("default") > 0);
    }

    [Fact]
    public async Task Hangfire_IsForAdministratorsOnly()
    {
        var path = new Uri(Web.Startup.Jobs.DashboardPath, UriKind.Relative);
        Assert.Equal(HttpStatusCode.Redirect, (await app.Visitor().Http.GetAsync(path, Cancel)).StatusCode);
        var staff = await (await app.SignInAsAsync(await app.Given.StaffAsync())).Http.GetAsync(path, Cancel);
        Assert.NotEqual(HttpStatusCode.OK, staff.StatusCode);
        var administrator = await (await app.SignInAsAsync(await app.Given.AdministratorAsync())).Http.GetAsync(path, Cancel);
        Assert.Equal(HttpStatusCode.OK, administrator.StatusCode);
        Assert.Contains("Hangfire", await administrator.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_SwitchedOn_TickByThemselves()
    {
        await using var host = LabHost.With(settings: [("Jobs:Enabled", "true")]);
        _ = host.Server;
        // The first look comes at once; patience for a busy machine.
        for (var i = 0; i < 300; i++)
        {
            await using var scope = host.Services.CreateAsyncScope();
            var states = await scope.ServiceProvider.GetRequiredService<Incubator.Core.Data.IncubatorDb>().JobStates.AsNoTracking().ToListAsync(Cancel);
            if (states.Count == Schedule.All.Count && states.All(s => s.SucceededAt is not null)) return;
            await Task.Delay(100, Cancel);
        }

        Assert.Fail("The jobs did not run.");
    }
}
