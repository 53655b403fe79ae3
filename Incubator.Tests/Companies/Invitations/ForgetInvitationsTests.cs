using Incubator.Core.Accounts;
using Incubator.Core.Companies;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Companies.Invitations;

public class ForgetInvitationsTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Run_NinetyDaysAfterTheLinkDied_ForgetsWhomItWentToButNotThatItWent()
    {
        var company = await app.Given.CompanyAsync();
        await InviteAsync("old@example.com", company);
        app.Time.Advance(TimeSpan.FromDays(30));
        await InviteAsync("new@example.com", company);
        app.Time.Advance(TimeSpan.FromDays(73));
        Assert.Equal(0, await RunAsync());
        app.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(RunAsync)))).Sum());
        Assert.Equal(0, await RunAsync());
        await using var db = app.OpenDb();
        var invitations = await db.Invitations.OrderBy(i => i.Id).ToListAsync(cancel);
        Assert.Equal([("", InvitationState.Revoked), ("new@example.com", InvitationState.Expired)], invitations.Select(i => (i.Mail, i.StateAt(app.Now))));
    }

    private async Task InviteAsync(string mail, Company company) => Assert.True((await app.AskAsync((InvitationDesk desk) => desk.InviteAsync(
        new InvitePerson { Mail = mail, Language = "hu", CompanyId = company.Id }, Actor.System, cancel))).Succeeded);

    private async Task<int> RunAsync() => (await app.AskAsync((ForgetInvitations job) => job.RunAsync(cancel))).Did.GetValueOrDefault("Forgotten");
}
