using System.Text;
using Incubator.Core.Cohorts;
using Incubator.Core.Common;
using Incubator.Core.Companies;
using Incubator.Core.Documents;
using Incubator.Tests.Cohorts.Calls;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Cohorts.Applications;

public class ApplicationDeskTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Start_OpenCall_SendsALinkOfWhichOnlyTheHashIsKept()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.StartAsync(" Anna@kisfarm.example ");
        Assert.Equal(64, secret.Length);
        var application = await story.ApplicationAsync(secret);
        Assert.Equal(("JE-2026-0001", ApplicationState.Draft, "Anna@kisfarm.example"), (application.Number, application.State, application.Email));
        Assert.Equal(application.Wanted, application.Missing);
        await using var db = app.OpenDb();
        var notice = await db.Notices.SingleAsync(cancel);
        Assert.Equal(("ApplicationLink", "Anna@kisfarm.example", "en"), (notice.Kind, notice.Recipient, notice.Language));
        Assert.Contains($"/applications/{secret}", notice.Facts, StringComparison.Ordinal);
        Assert.Contains("2026-11-16T11:00Z", notice.Facts, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, (await db.ApplicationLinks.SingleAsync(cancel)).TokenHash, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("JE-2026-0002", (await story.ApplicationAsync(await story.StartAsync("b@kisfarm.example"))).Number);
    }

    [Theory]
    [InlineData(-8, "CallNotOpenYet")]
    [InlineData(7 * 24 + 4, "CallClosed")]
    public async Task Start_OutsideItsTime_IsRefused(int hours, string code)
    {
        var story = await CallStory.BeginAsync(app, published: true);
        if (hours > 0) app.Time.Advance(TimeSpan.FromHours(hours));
        else
        {
            await using var db = app.OpenDb();
            await db.Calls.ExecuteUpdateAsync(c => c.SetProperty(x => x.OpensAt, app.Now.AddHours(8)), cancel);
        }

        var result = await app.AskAsync((ApplicationDesk desk) => desk.StartAsync(new StartApplication { Call = story.Call, Email = CallStory.Mail, Language = "hu" }, cancel));
        Assert.True(result.Was(code));
    }

    [Fact]
    public async Task Start_DraftCall_IsNotFound()
    {
        var story = await CallStory.BeginAsync(app, published: false);
        var result = await app.AskAsync((ApplicationDesk desk) => desk.StartAsync(new StartApplication { Call = story.Call, Email = CallStory.Mail, Language = "hu" }, cancel));
        Assert.True(result.Was("NotFound"));
    }

    [Fact]
    public async Task Start_TooOftenForOneAddress_SendsNoMore()
    {
        var story = await CallStory.BeginAsync(app);
        for (var i = 0; i < ApplicationDesk.LinksAnHour; i++) Assert.NotNull(await story.StartAsync());
        Assert.Null(await story.StartAsync());
        Assert.Empty((await app.AskAsync((ApplicationDesk desk) => desk.SendLinksAsync(CallStory.Mail, cancel))).Value);
        app.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.NotNull(await story.StartAsync());
    }

    [Fact]
    public async Task SendLinks_KnownOrNot_SaysTheSameAndOldLinksGoOnWorking()
    {
        var story = await CallStory.BeginAsync(app);
        var first = await story.StartAsync();
        var unknown = await app.AskAsync((ApplicationDesk desk) => desk.SendLinksAsync("nobody@kisfarm.example", cancel));
        var known = await app.AskAsync((ApplicationDesk desk) => desk.SendLinksAsync(CallStory.Mail, cancel));
        Assert.True(unknown.Succeeded && known.Succeeded);
        var second = Assert.Single(known.Value);
        Assert.NotEqual(first, second);
        Assert.Equal((await story.ApplicationAsync(first)).Id, (await story.ApplicationAsync(second)).Id);
        await using var db = app.OpenDb();
        Assert.All(await db.Notices.ToListAsync(cancel), n => Assert.Equal(CallStory.Mail, n.Recipient));
    }

    [Fact]
    public async Task Save_HalfAndMalformed_KeepsAllAsTyped()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.StartAsync();
        var saved = await story.SaveAsync(secret, new()
        {
            ["company.tax"] = "  1234 not a number",
            ["size.1.staff"] = "about eight",
            [CallQuestion.FieldOf(story.Why)] = "First line\r\nsecond",
            ["no.such.field"] = "x",
            [CallQuestion.FieldOf(story.Plan)] = Guid.NewGuid().ToString(),
        });
        Assert.True(saved.Succeeded);
        await using var db = app.OpenDb();
        var answers = await db.ApplicationAnswers.ToDictionaryAsync(a => a.Field, a => a.Text, cancel);
        Assert.Equal(3, answers.Count);
        Assert.Equal(("  1234 not a number", "about eight", "First line\nsecond"), (answers["company.tax"], answers["size.1.staff"], answers[CallQuestion.FieldOf(story.Why)]));
        Assert.Equal((await story.ApplicationAsync(secret)).Missing, saved.Value.Missing);
    }

    [Fact]
    public async Task Save_FromTwoTabs_LosesNothingSilently()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.StartAsync();
        await story.SaveAsync(secret, new() { ["company.name"] = "Old name", ["company.address"] = "Old street" });
        var seen = new Dictionary<string, string> { ["company.name"] = AnswerMerge.Mark("Old name"), ["company.address"] = AnswerMerge.Mark("Old street") };
        // One tab changes the name; the other, older one sends everything, with a name of its own and a new street.
        await story.SaveAsync(secret, new() { ["company.name"] = "Name of tab one", ["company.address"] = "Old street" }, seen);
        var second = await story.SaveAsync(secret, new() { ["company.name"] = "Name of tab two", ["company.address"] = "New street" }, seen);
        Assert.Equal(new AnswerConflict("company.name", "Name of tab one", "Name of tab two"), Assert.Single(second.Value.Conflicts));
        await using var db = app.OpenDb();
        var answers = await db.ApplicationAnswers.ToDictionaryAsync(a => a.Field, a => a.Text, cancel);
        Assert.Equal(("Name of tab one", "New street"), (answers["company.name"], answers["company.address"]));
        // Having seen it, the second tab may put its own in its place.
        seen["company.name"] = AnswerMerge.Mark("Name of tab one");
        Assert.Empty((await story.SaveAsync(secret, new() { ["company.name"] = "Name of tab two" }, seen)).Value.Conflicts);
    }

    /// <summary>The connection breaks on the way: the first save arrived, its answer did not; what is sent again changes nothing twice.</summary>
    [Fact]
    public async Task Save_SentTwiceAfterABrokenConnection_IsNoConflict()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.StartAsync();
        Assert.True((await story.SaveAsync(secret, new() { ["company.name"] = "Kis Farm" })).Succeeded);
        var again = await story.SaveAsync(secret, new() { ["company.name"] = "Kis Farm", ["company.address"] = "Fő u. 1." });
        Assert.Empty(again.Value.Conflicts);
        await using var db = app.OpenDb();
        Assert.Equal(["Fő u. 1.", "Kis Farm"], (await db.ApplicationAnswers.Select(a => a.Text).ToListAsync(cancel)).Order());
    }

    [Fact]
    public async Task Save_MoreThanCanBeKept_SaysSoAndKeepsTheRest()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.StartAsync();
        var saved = await story.SaveAsync(secret, new() { ["idea.1.text"] = new string('x', 4001), ["idea.1.name"] = "Cheese" });
        Assert.Equal(["idea.1.text"], saved.Value.TooLong);
        await using var db = app.OpenDb();
        Assert.Equal("idea.1.name", (await db.ApplicationAnswers.SingleAsync(cancel)).Field);
    }

    [Fact]
    public async Task Any_WrongSecret_OpensNothing()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.StartAsync();
        var wrong = secret[..^1] + (secret[^1] == 'a' ? 'b' : 'a');
        Assert.True((await story.SaveAsync(wrong, new() { ["company.name"] = "x" })).Was("NotFound"));
        Assert.True((await story.SubmitAsync(wrong)).Was("NotFound"));
        Assert.True((await app.AskAsync((ApplicationDesk desk) => desk.WithdrawAsync(wrong, cancel))).Was("NotFound"));
        Assert.Null(await app.AskAsync((ApplicationReader reader) => reader.ByLinkAsync(LinkSecret.Hash(secret), cancel)));
    }

    [Fact]
    public async Task Submit_Incomplete_IsRefusedAndTheDraftKept()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.CompleteAsync();
        await story.SaveAsync(secret, new() { ["company.nace"] = "cheese" }, new() { ["company.nace"] = AnswerMerge.Mark("10.51") });
        var refused = await story.SubmitAsync(secret);
        Assert.True(refused.Was("ApplicationIncomplete"));
        Assert.Equal(1, refused.Refusals[0].Facts["count"]);
        Assert.Equal(ApplicationState.Draft, (await story.ApplicationAsync(secret)).State);
    }

    [Fact]
    public async Task Submit_Complete_FreezesWhatItSaysAndConfirms()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.SubmittedAsync();
        var application = await story.ApplicationAsync(secret);
        Assert.Equal((ApplicationState.Submitted, "Kis Farm Kft.", "12345676", SizeClass.Micro),
            (application.State, application.CompanyName, application.TaxCore, application.SizeClass!.Value));
        Assert.True((await story.SubmitAsync(secret)).Succeeded);
        Assert.True((await story.SaveAsync(secret, new() { ["company.name"] = "Other" })).Was("NotADraft"));
        await using var db = app.OpenDb();
        Assert.Equal(1, await db.Notices.CountAsync(n => n.Kind == "ApplicationSubmitted" && n.Recipient == CallStory.Mail, cancel));
    }

    [Fact]
    public async Task Submit_AtTheDeadline_IsLateWithoutGrace()
    {
        var story = await CallStory.BeginAsync(app);
        var (inTime, late) = (await story.CompleteAsync("in@time.example", "Egy Kft.", "10484878-2-09"), await story.CompleteAsync());
        app.Time.SetUtcNow(CallStory.Closes.AddTicks(-1));
        Assert.True((await story.SubmitAsync(inTime)).Succeeded);
        app.Time.SetUtcNow(CallStory.Closes);
        Assert.True((await story.SubmitAsync(late)).Was("CallClosed"));
        Assert.True((await app.AskAsync((ApplicationDesk desk) => desk.ReopenAsync(inTime, cancel))).Was("CallClosed"));
        Assert.Equal(ApplicationState.Draft, (await story.ApplicationAsync(late)).State);
        // The draft stays, and what was being typed can still be saved: the call may be extended.
        Assert.True((await story.SaveAsync(late, new() { ["contact.role"] = "owner" })).Succeeded);
    }

    [Fact]
    public async Task Reopen_WhileOpen_IsADraftAgainAndMustBeSubmittedAgain()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.SubmittedAsync();
        Assert.True((await app.AskAsync((ApplicationDesk desk) => desk.ReopenAsync(secret, cancel))).Succeeded);
        Assert.Null((await story.ApplicationAsync(secret)).SubmittedAt);
        app.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.True((await story.SubmitAsync(secret)).Succeeded);
        await using var db = app.OpenDb();
        Assert.Equal(2, await db.Notices.CountAsync(n => n.Kind == "ApplicationSubmitted", cancel));
        Assert.Equal(["Started", "DocumentAdded", "Submitted", "Reopened", "Submitted"],
            await db.History.Where(h => h.Subject == "Application").OrderBy(h => h.Id).Select(h => h.Act).ToListAsync(cancel));
    }

    [Fact]
    public async Task Withdraw_Submitted_EndsItForGood()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.SubmittedAsync();
        Assert.True((await app.AskAsync((ApplicationDesk desk) => desk.WithdrawAsync(secret, cancel))).Succeeded);
        Assert.Equal(ApplicationState.Withdrawn, (await story.ApplicationAsync(secret)).State);
        Assert.True((await story.SubmitAsync(secret)).Was("NotADraft"));
        Assert.True((await app.AskAsync((ApplicationDesk desk) => desk.ReopenAsync(secret, cancel))).Was("ApplicationOver"));
    }

    [Fact]
    public async Task Attach_ByContent_IsRefusedOrKeptSafely()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.StartAsync();
        Assert.True((await AttachAsync(secret, "invoice.pdf", [0x4D, 0x5A, 0x90, 0])).Was("NotADocument"));
        Assert.True((await AttachAsync(secret, "big.pdf", [.. "%PDF-1.7"u8, .. new byte[25 * 1024 * 1024]])).Was("FileTooLarge"));
        Assert.True((await AttachAsync(secret, "empty.pdf", [])).Was("FileEmpty"));
        Assert.True((await AttachAsync(secret, "..\\..\\terv/../\u0007üzleti terv.exe", "%PDF-1.7"u8.ToArray())).Succeeded);
        var pages = PagesOfPdf(200);
        Assert.True((await AttachAsync(secret, "two-hundred-pages.pdf", pages)).Succeeded);
        await using var db = app.OpenDb();
        var kept = await db.Attachments.Include(a => a.Content).OrderBy(a => a.Id).ToListAsync(cancel);
        Assert.Equal(["üzleti terv.pdf", "two-hundred-pages.pdf"], kept.Select(a => a.FileName));
        Assert.Equal(pages, kept[1].Content!.Bytes);
    }

    [Fact]
    public async Task Attach_AnswerToAQuestion_TakesTheEarlierOnesPlaceAndCanBeRemoved()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.CompleteAsync();
        var field = CallQuestion.FieldOf(story.Plan);
        var second = (await AttachAsync(secret, "better plan.pdf", "%PDF-1.7 b"u8.ToArray(), field)).Value;
        await using (var db = app.OpenDb())
        {
            Assert.Equal("better plan.pdf", (await db.Attachments.SingleAsync(cancel)).FileName);
            Assert.Equal(second.ToString(), (await db.ApplicationAnswers.SingleAsync(a => a.Field == field, cancel)).Text);
        }

        Assert.True((await AttachAsync(secret, "x.pdf", "%PDF-1.7 b"u8.ToArray(), "company.name")).Was("NotFound"));
        Assert.True((await app.AskAsync((ApplicationDesk desk) => desk.RemoveFileAsync(secret, second, cancel))).Succeeded);
        Assert.Equal(1, (await story.ApplicationAsync(secret)).Missing);
        var other = await story.StartAsync("other@kisfarm.example");
        Assert.True((await app.AskAsync((ApplicationDesk desk) => desk.RemoveFileAsync(other, second, cancel))).Was("NotFound"));
    }

    [Fact]
    public async Task Attach_ElevenFiles_IsOneTooMany()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.StartAsync();
        for (var i = 0; i < Application.MaxFiles; i++) Assert.True((await AttachAsync(secret, $"{i}.pdf", "%PDF-1.7"u8.ToArray())).Succeeded);
        Assert.True((await AttachAsync(secret, "11.pdf", "%PDF-1.7"u8.ToArray())).Was("ApplicationFilesFull"));
    }

    [Fact]
    public async Task Duplicates_AmongCompaniesAndApplications_AreShownAndJudgedNeverMerged()
    {
        var story = await CallStory.BeginAsync(app);
        var company = await app.Given.CompanyAsync("KISFARM Korlátolt Felelősségű Társaság");
        var stranger = await app.Given.CompanyAsync("Tócó Halfüstölő Kft.");
        var first = await story.ApplicationAsync(await story.SubmittedAsync());
        await story.SubmittedAsync("same@tax.example", "Nagy Gazda Bt.", "12345676");
        await story.StartAsync("draft@kisfarm.example");
        var alike = await app.AskAsync((DuplicateDesk desk) => desk.FindAsync(first, cancel));
        Assert.Equal([(company.Name, DuplicateReason.SameName), ("Nagy Gazda Bt.", DuplicateReason.SameTaxNumber)], alike.Select(a => (a.Name, a.Reason)));
        Assert.All(alike, a => Assert.Null(a.IsSame));
        Assert.True((await JudgeAsync(story, first, company.Id, null, same: true)).Succeeded);
        Assert.True((await JudgeAsync(story, first, null, alike[1].OtherReference, same: false)).Succeeded);
        Assert.Equal([true, false], (await app.AskAsync((DuplicateDesk desk) => desk.FindAsync(first, cancel))).Select(a => a.IsSame!.Value));
        await using (var db = app.OpenDb()) Assert.Equal(company.Id, (await db.Applications.SingleAsync(a => a.Id == first.Id, cancel)).CompanyId);
        Assert.True((await JudgeAsync(story, first, stranger.Id, null, same: true)).Succeeded);
        await using (var db = app.OpenDb())
        {
            Assert.Equal(stranger.Id, (await db.Applications.SingleAsync(a => a.Id == first.Id, cancel)).CompanyId);
            Assert.Equal([stranger.Id], await db.DuplicateFindings.Where(f => f.CompanyId != null && f.IsSame).Select(f => f.CompanyId!.Value).ToListAsync(cancel));
        }

        Assert.True((await JudgeAsync(story, first, stranger.Id, null, same: false)).Succeeded);
        await using (var db = app.OpenDb()) Assert.Null((await db.Applications.SingleAsync(a => a.Id == first.Id, cancel)).CompanyId);
        Assert.True((await app.AskAsync((DuplicateDesk desk) => desk.JudgeAsync(
            new JudgeDuplicate { Application = first.Reference, CompanyId = company.Id, IsSame = true }, new Core.Accounts.Actor(5, false, []), cancel))).Was("NotFound"));
    }

    [Fact]
    public async Task PersonalData_OfAnApplicantWithAnAccount_IsToldAndForgotten()
    {
        var story = await CallStory.BeginAsync(app);
        var secret = await story.SubmittedAsync();
        var other = await story.StartAsync("other@kisfarm.example");
        await story.SaveAsync(other, new() { ["contact.name"] = "Nagy Béla" });
        var anna = await app.Given.PersonAsync("Kis Anna", CallStory.Mail);
        var self = new Core.Accounts.Actor(anna.Id, false, []);
        var told = (await app.AskAsync((Core.Accounts.PersonalDataDesk desk) => desk.ExportAsync(anna.Id, self, cancel))).Value.Single(s => s.Name == "Applications");
        var record = Assert.Single(told.Records);
        Assert.Equal(("JE-2026-0001", "Kis Anna", "+36 30 123 4567"), (record["Number"], record["FullName"], record["Phone"]));
        // While it is judged its letter must find somebody.
        Assert.True((await app.AskAsync((Core.Accounts.PersonalDataDesk desk) => desk.EraseAsync(anna.Id, self, cancel))).Was("ApplicationBeingJudged"));
        await app.AskAsync((ApplicationDesk desk) => desk.WithdrawAsync(secret, cancel));
        var erased = await app.AskAsync((Core.Accounts.PersonalDataDesk desk) => desk.EraseAsync(anna.Id, self, cancel));
        Assert.True(erased.Succeeded, string.Join(", ", erased.Refusals));
        Assert.Null(await app.AskAsync((ApplicationReader reader) => reader.ByLinkAsync(secret, cancel)));
        await using var db = app.OpenDb();
        Assert.Equal(["–", "other@kisfarm.example"], await db.Applications.OrderBy(a => a.Id).Select(a => a.Email).ToListAsync(cancel));
        Assert.Equal("Nagy Béla", (await db.ApplicationAnswers.SingleAsync(a => a.Field == "contact.name" && a.Text != "", cancel)).Text);
        Assert.Equal("Kis Farm Kft.", (await db.Applications.SingleAsync(a => a.State == ApplicationState.Withdrawn, cancel)).CompanyName);
    }

    private Task<Result<Done>> JudgeAsync(CallStory story, Application application, long? company, Guid? other, bool same) =>
        app.AskAsync((DuplicateDesk desk) => desk.JudgeAsync(
            new JudgeDuplicate { Application = application.Reference, CompanyId = company, Other = other, IsSame = same }, story.Staff, cancel));

    private Task<Result<Guid>> AttachAsync(string secret, string name, byte[] bytes, string? field = null) =>
        app.AskAsync((ApplicationDesk desk) => desk.AttachAsync(secret, new AttachFile { Field = field, FileName = name, Bytes = bytes }, cancel));

    private static byte[] PagesOfPdf(int pages)
    {
        var pdf = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n");
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"2 0 obj<</Type/Pages/Count {pages}/Kids[{string.Join(' ', Enumerable.Range(3, pages).Select(i => $"{i} 0 R"))}]>>endobj\n");
        for (var i = 0; i < pages; i++) pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 3} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n");
        return Encoding.ASCII.GetBytes(pdf.Append("trailer<</Root 1 0 R>>\n%%EOF").ToString());
    }
}
