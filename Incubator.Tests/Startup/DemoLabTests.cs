using System.Text.RegularExpressions;
using Incubator.Core.Booking;
using Incubator.Core.Companies;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Incubator.Tests.Host;
using Incubator.Web.Pages.Notifications;
using Incubator.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Incubator.Tests.Startup;

/// <summary>The lab that a newcomer finds is one that is well kept.</summary>
public sealed class DemoLabTests
{
    [Fact]
    public async Task Load_EmptyLab_LeavesStaffAFewThingsToDecideAndNotAHundred()
    {
        await using var host = LabHost.With(settings: ("Demo:Load", "true"));
        host.StartServer();
        using var scope = host.Services.CreateScope();
        var affected = await scope.ServiceProvider.GetRequiredService<AffectedByOnboarding>().ReadAsync(null, TestContext.Current.CancellationToken);
        Assert.Equal(3, affected.Select(a => a.CompanyId).Distinct().Count());
        Assert.Equal(3, affected.Count);
        Assert.All(affected, a => Assert.All(a.Refusals, r => Assert.Contains(r.Code, OnboardingRefusals.OfTheGate)));
        var db = scope.ServiceProvider.GetRequiredService<IncubatorDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var open = await db.Calls.SingleAsync(c => c.ClosesAt > now, TestContext.Current.CancellationToken);
        Assert.True(await db.Cohorts.AnyAsync(c => c.Id == open.CohortId, TestContext.Current.CancellationToken));
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<InvariantCheck>().RunAsync());

        // Every job does its work here, and whatever was written says all that its words speak of.
        foreach (var job in Schedule.All) Assert.NotNull(await scope.ServiceProvider.GetRequiredService<JobRunner>().RunAsync(job, TestContext.Current.CancellationToken));
        var notices = await db.Notices.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(notices);
        Assert.Empty(notices.SelectMany(Unsaid).Distinct());
    }

    private static IEnumerable<string> Unsaid(Notice notice)
    {
        var (words, facts) = (NoticeWords.Kinds[notice.Kind], NoticeFacts.Of(notice));
        var inText = Names(words.Subject + words.Body).Except(facts.Texts.Keys);
        var inRows = words.Lists.Where(l => facts.Lists.ContainsKey(l.Fact)).SelectMany(l => facts.Lists[l.Fact].SelectMany(row => Names(l.Row).Except(row.Keys)));
        return inText.Concat(inRows).Select(name => $"{notice.Kind}: {name}");

        static IEnumerable<string> Names(string sentence) => Regex.Matches(sentence, @"\{(\w+)\}").Select(m => m.Groups[1].Value);
    }
}
