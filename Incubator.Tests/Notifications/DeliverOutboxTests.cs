using Incubator.Core.Accounts;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Incubator.Tests.Host;
using Incubator.Web.Pages.Notifications.Emails;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Notifications;

public class DeliverOutboxTests : IDisposable
{
    private readonly SmtpSink sink = new();
    private readonly LabHost host;
    private readonly IncubatorApp app;

    public DeliverOutboxTests()
    {
        host = LabHost.With(settings: sink.Settings);
        // Started once, before several ask for it at the same moment.
        _ = host.Server;
        app = IncubatorApp.StartOn(host);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        app.Dispose();
        host.Dispose();
        sink.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Deliver_200Mails_EachArrivesOnceInItsLanguage()
    {
        await TellAsync(Enumerable.Range(1, 200).Select(i => Address(i)));
        await DeliverAsync();
        await DeliverAsync();
        Assert.Equal(Enumerable.Range(1, 200).Select(Address).Order(), sink.Recipients.Order());
        Assert.Equal(200, await CountAsync(NoticeState.Sent));
        var mail = sink.Taken[0];
        Assert.Equal("Meghívó: Őrségi Tökmag Kft.", mail.Subject);
        Assert.Contains("Őrségi Tökmag Kft.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://inkubator.debrecen.example/invitation/abc", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("href=\"https://inkubator.debrecen.example/invitation/abc\"", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(200, sink.Taken.Select(m => m.MessageId).Distinct().Count());
    }

    [Theory]
    [InlineData("GREETING", SinkAct.Drop)]
    [InlineData("GREETING", SinkAct.Hang)]
    [InlineData("EHLO", SinkAct.Drop)]
    public async Task Deliver_ServerIsAway_WaitsUntouchedAndSaysWhy(string step, SinkAct act)
    {
        await TellAsync([Address(1)]);
        sink.At = (at, _) => at == step ? act : SinkAct.Go;
        await Assert.ThrowsAsync<MailServerAwayException>(DeliverAsync);
        var notice = await NoticeAsync();
        Assert.Equal((NoticeState.Waiting, 0, null), (notice.State, notice.Attempts, notice.Claim));
        sink.At = (_, _) => SinkAct.Go;
        await DeliverAsync();
        Assert.Equal([Address(1)], sink.Recipients);
    }

    [Theory]
    [InlineData("MAIL", SinkAct.Later)]
    [InlineData("MAIL", SinkAct.WhoAreYou)]
    [InlineData("RCPT", SinkAct.Later)]
    [InlineData("DATA", SinkAct.Later)]
    [InlineData("END", SinkAct.Later)]
    [InlineData("RCPT", SinkAct.Drop)]
    [InlineData("RCPT", SinkAct.Hang)]
    [InlineData("DATA", SinkAct.Hang)]
    public async Task Deliver_PutOff_IsTriedAgainAndArrivesOnce(string step, SinkAct act)
    {
        await TellAsync([Address(1), Address(2)]);
        sink.At = (at, to) => at == step && (to is null || to == Address(1)) ? act : SinkAct.Go;
        await DeliverAsync();
        sink.At = (_, _) => SinkAct.Go;
        Assert.Contains("PutOff", (await NoticeAsync(Address(1))).Problem, StringComparison.Ordinal);
        await DeliverAsync();
        Assert.DoesNotContain(Address(1), sink.Recipients);
        app.Time.Advance(TimeSpan.FromMinutes(2));
        await DeliverAsync();
        Assert.Equal([Address(1), Address(2)], sink.Recipients.Order());
    }

    [Fact]
    public async Task Deliver_PutOffEachTime_IsParkedWithTheReasonAfterSevenTries()
    {
        await TellAsync([Address(1)]);
        sink.At = (at, _) => at == "RCPT" ? SinkAct.Later : SinkAct.Go;
        for (var i = 0; i < 7; i++)
        {
            await DeliverAsync();
            app.Time.Advance(TimeSpan.FromHours(13));
        }

        var notice = await NoticeAsync();
        Assert.Equal((NoticeState.Parked, 7), (notice.State, notice.Attempts));
        Assert.Equal("PutOff: 451 later, please", notice.Problem);
    }

    [Theory]
    [InlineData("RCPT", SinkAct.No, "MailRefused: 550 no such address")]
    [InlineData("END", SinkAct.No, "MailRefused: 550 no such address")]
    [InlineData("BODY", SinkAct.Drop, "Unanswered")]
    [InlineData("END", SinkAct.Drop, "Unanswered")]
    [InlineData("END", SinkAct.Hang, "Unanswered")]
    public async Task Deliver_RefusedOrUnanswered_IsParkedAtOnceAndTheOthersGo(string step, SinkAct act, string why)
    {
        await TellAsync([Address(1), Address(2), Address(3)]);
        sink.At = (at, to) => at == step && to == Address(2) ? act : SinkAct.Go;
        await DeliverAsync();
        sink.At = (_, _) => SinkAct.Go;
        app.Time.Advance(TimeSpan.FromDays(2));
        await DeliverAsync();
        var parked = await NoticeAsync(Address(2));
        Assert.Equal(NoticeState.Parked, parked.State);
        Assert.StartsWith(why, parked.Problem, StringComparison.Ordinal);
        // At most once: where it had arrived before the line broke it is not sent again.
        Assert.InRange(sink.Recipients.Count(r => r == Address(2)), 0, act == SinkAct.Hang ? 1 : 0);
        Assert.Equal([Address(1), Address(3)], sink.Recipients.Where(r => r != Address(2)).Order());
    }

    [Fact]
    public async Task Deliver_TwoAtOnce_SendEachOnce()
    {
        await TellAsync(Enumerable.Range(1, 120).Select(Address));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(DeliverAsync, Cancel)));
        Assert.Equal(Enumerable.Range(1, 120).Select(Address).Order(), sink.Recipients.Order());
        Assert.Equal(120, await CountAsync(NoticeState.Sent));
    }

    [Fact]
    public async Task Deliver_AddressIsNone_IsParkedAndTheOthersGo()
    {
        await TellAsync(["not an address", Address(2)]);
        await DeliverAsync();
        Assert.Equal([Address(2)], sink.Recipients);
        Assert.StartsWith("Unsendable", (await NoticeAsync("not an address")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_NotDueOrWithdrawn_StaysHere()
    {
        await TellAsync([Address(1)], due: app.Now.AddHours(1));
        await TellAsync([Address(2)], happened: "Gone");
        await using (var db = app.OpenDb()) await db.WithdrawAsync("Gone", app.Now, Cancel);
        await DeliverAsync();
        Assert.Empty(sink.Taken);
        app.Time.Advance(TimeSpan.FromHours(3));
        await DeliverAsync();
        Assert.Equal([Address(1)], sink.Recipients);
    }

    [Fact]
    public async Task Deliver_WithdrawnWhileTheServerHasItAndPutsItOff_IsNotTriedAgain()
    {
        await TellAsync([Address(1)], happened: "Gone");
        sink.At = (at, _) =>
        {
            if (at != "RCPT") return SinkAct.Go;
            using var db = app.OpenDb();
            db.WithdrawAsync("Gone", app.Now, Cancel).GetAwaiter().GetResult();
            return SinkAct.Later;
        };
        await DeliverAsync();
        sink.At = (_, _) => SinkAct.Go;
        app.Time.Advance(TimeSpan.FromDays(1));
        await DeliverAsync();
        Assert.Empty(sink.Taken);
        Assert.Equal(NoticeState.Withdrawn, (await NoticeAsync()).State);
    }

    [Fact]
    public async Task Deliver_TopicIsRefused_IsReadHereOnly()
    {
        var anna = await app.Given.PersonAsync("Kovács Anna", "anna@example.com");
        await app.Given.RowsAsync(RefusedNotice.Create(anna.Id, NoticeTopic.CohortReminders));
        await TellAsync([anna.Email!], person: anna.Id, topic: NoticeTopic.CohortReminders);
        await TellAsync([anna.Email!], person: anna.Id, topic: NoticeTopic.Digests, happened: "Another");
        await DeliverAsync();
        Assert.Single(sink.Taken);
        Assert.Equal(1, await CountAsync(NoticeState.Declined));
        Assert.StartsWith("<https://inkubator.debrecen.example/unsubscribe/", sink.Taken[0].Headers["List-Unsubscribe"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_SecretLink_IsForgottenOnceSent()
    {
        await TellAsync([Address(1)]);
        await DeliverAsync();
        Assert.DoesNotContain("/invitation/abc", (await NoticeAsync()).Facts, StringComparison.Ordinal);
        Assert.Contains("Őrségi", (await NoticeAsync()).Facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliver_WithAnAppointment_CarriesItForTheCalendar()
    {
        var start = new DateTimeOffset(2026, 11, 12, 8, 0, 0, TimeSpan.Zero);
        await using (var db = app.OpenDb())
        {
            await db.TellAsync(new Tell
            {
                Event = "MentorSession:1:2",
                Kind = "MentorHourMoved",
                Recipient = Address(1),
                Language = "hu",
                Facts = new Dictionary<string, string> { ["mentor"] = "Kiss Péter", ["company"] = "Őrségi Tökmag Kft.", ["date"] = "2026-11-12", ["time"] = "09:00", ["link"] = "/mentors/sessions/x" },
                Appointment = new Appointment { Uid = "mentoring-1@incubator.debrecen", Sequence = 2, Start = start, End = start.AddHours(1), Title = "Mentoróra: Kiss Péter" },
            }, app.Now, Cancel);
            await db.SaveChangesAsync(Cancel);
        }

        await DeliverAsync();
        var part = Assert.Single(sink.Taken[0].BodyParts.OfType<MimeKit.TextPart>(), p => p.ContentType.IsMimeType("text", "calendar"));
        Assert.Equal("REQUEST", part.ContentType.Parameters["method"]);
        Assert.Contains("UID:mentoring-1@incubator.debrecen", part.Text, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:2", part.Text, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20261112T080000Z", part.Text, StringComparison.Ordinal);
    }

    private static string Address(int number) => $"person{number:000}@example.com";

    private Task DeliverAsync() => app.AskAsync((DeliverOutbox job) => job.RunAsync(Cancel));

    private async Task<int> CountAsync(NoticeState state)
    {
        await using var db = app.OpenDb();
        return await db.Notices.CountAsync(n => n.State == state, Cancel);
    }

    private async Task<Notice> NoticeAsync(string? recipient = null)
    {
        await using var db = app.OpenDb();
        return await db.Notices.AsNoTracking().SingleAsync(n => recipient == null || n.Recipient == recipient, Cancel);
    }

    private async Task TellAsync(
        IEnumerable<string> recipients, DateTimeOffset? due = null, string happened = "Invitation:1", long? person = null, NoticeTopic? topic = null)
    {
        await using var db = app.OpenDb();
        foreach (var recipient in recipients)
        {
            await db.TellAsync(new Tell
            {
                Event = happened,
                Kind = "InvitationMade",
                Recipient = recipient,
                Language = "hu",
                PersonId = person,
                Topic = topic,
                LinkIsSecret = true,
                DueAt = due,
                Facts = new Dictionary<string, string> { ["company"] = "Őrségi Tökmag Kft.", ["until"] = "2026-11-20", ["link"] = "/invitation/abc" },
            }, app.Now, Cancel);
        }

        await db.SaveChangesAsync(Cancel);
    }
}
