using System.Net;
using Incubator.Core.Accounts;
using Incubator.Core.Camps;
using Incubator.Core.Common;
using Incubator.Tests.Camps.Attendance;
using Incubator.Tests.Camps.Jury;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Certificates;

/// <summary>Certificates only for enough attendance, once, numbered; checked by anybody, withdrawn with a reason.</summary>
public class CertificateDeskTests
{
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Issue_WithEnoughAttendance_GivesOneEachInOrderOfNumbers()
    {
        using var lab = await JuryLab.BeginAsync();
        var all = await AttendedAsync(lab);
        Assert.True((await IssueAsync(lab)).Was("CampNotOver"));
        await EndAsync(lab);
        // Two of six: one came to all, one to nothing but the door, the others never.
        Assert.Equal(1, (await IssueAsync(lab)).Value);
        Assert.Equal(0, (await IssueAsync(lab)).Value);
        await using var db = lab.App.OpenDb();
        var certificate = await db.Certificates.SingleAsync(cancel);
        Assert.Equal(("CERT-2026-00001", "Apró Aliz", 100, "Üledékmentes almalé"), (certificate.Number, certificate.Name, certificate.Share, certificate.ChallengeHu));
        var notice = await db.Notices.SingleAsync(n => n.Kind == "CampCertificate", cancel);
        Assert.Equal("student0@example.com", notice.Recipient);
        Assert.True((await CheckInDeskTests.AttendAsync(lab, all, participant: 1)).Succeeded);
        Assert.Equal(1, (await IssueAsync(lab)).Value);
        Assert.Equal(["CERT-2026-00001", "CERT-2026-00002"], await db.Certificates.OrderBy(c => c.Id).Select(c => c.Number).ToListAsync(cancel));
        Assert.True((await lab.App.AskAsync((CertificateDesk desk) => desk.IssueAsync(lab.Camp.Reference, JuryLab.As(lab.Jurors[0]), cancel))).Was("NotFound"));
    }

    [Fact]
    public async Task IssueForCrew_SamePersonInTwoRoles_GivesOne()
    {
        using var lab = await JuryLab.BeginAsync();
        await EndAsync(lab);
        var second = CrewMember.Create(lab.Camp.Id, lab.Jurors[1].Id, CrewRole.Mentor);
        await lab.App.Given.RowsAsync(second);
        Assert.Equal(1, (await CrewAsync(lab, lab.JurorRows[1].Reference)).Value);
        Assert.Equal(0, (await CrewAsync(lab, second.Reference)).Value);
        Assert.True((await CrewAsync(lab, Guid.NewGuid())).Was("NotFound"));
        await using var db = lab.App.OpenDb();
        Assert.Equal("Zsűri Zoltán", (await db.Certificates.SingleAsync(cancel)).Name);
    }

    [Fact]
    public async Task Check_ByAnybody_SaysValidWithdrawnOrUnknown()
    {
        using var lab = await JuryLab.BeginAsync();
        await AttendedAsync(lab);
        await EndAsync(lab);
        Assert.True((await IssueAsync(lab)).Succeeded);
        await using var db = lab.App.OpenDb();
        var certificate = await db.Certificates.AsNoTracking().SingleAsync(cancel);
        var visitor = lab.App.Visitor("en");
        var page = await visitor.GetPageAsync($"/certificates?number={certificate.Number.ToLowerInvariant()}&code=%20{certificate.Code}");
        Assert.Contains("Apró Aliz", page.Text("[role=status]"), StringComparison.Ordinal);
        // The number alone, which anybody could guess, tells nothing.
        page = await visitor.GetPageAsync($"/certificates?number={certificate.Number}&code=AAAAAAAAAAAA");
        Assert.Equal("Unknown", page.Text("[role=status] h2"));
        Assert.DoesNotContain("Apró Aliz", page.Html, StringComparison.Ordinal);
        page = await visitor.GetPageAsync($"/certificates/{certificate.Reference}");
        // In the participant's language, whatever the reader's.
        Assert.Contains("A csapat kihívása: Üledékmentes almalé", page.Text(".certificate"), StringComparison.Ordinal);
        Assert.Equal("image/svg+xml", (await visitor.GetAsync($"/certificates/{certificate.Reference}/qr.svg")).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetPageAsync($"/certificates/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetPageAsync($"/certificates/{Guid.NewGuid()}/qr.svg")).Status);

        var staff = await lab.App.SignInAsAsync(lab.Staff, "en");
        var list = await staff.GetPageAsync($"/camps/{lab.Camp.Reference}/certificates");
        list = await list.Form("form[action*=Revoke]").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, list.Status);
        list = await list.Form("form[action*=Revoke]").Set("reason", "Issued to the wrong person.").SubmitAsync();
        Assert.Equal("The certificate is withdrawn; whoever checks it reads so.", list.Flash);
        page = await visitor.GetPageAsync($"/certificates?number={certificate.Number}&code={certificate.Code}");
        Assert.Equal("It was withdrawn", page.Text("[role=status] h2"));
        Assert.DoesNotContain("wrong person", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Apró Aliz", page.Html, StringComparison.Ordinal);
        Assert.True((await visitor.GetPageAsync($"/certificates/{certificate.Reference}")).Has(".certificate-void"));
        // It is not given again by the list.
        Assert.Equal(0, (await IssueAsync(lab)).Value);
    }

    [Fact]
    public async Task Erase_JurorWithACertificate_LosesWordsAndKeepsScoresAndCertificate()
    {
        using var lab = await JuryLab.BeginAsync();
        var juror = lab.Jurors[1];
        await lab.ScoreAllAsync(juror, 0, 4);
        Assert.True((await lab.RecuseAsync(juror, 1, "Rokonom van benne.")).Succeeded);
        await EndAsync(lab);
        Assert.Equal(1, (await CrewAsync(lab, lab.JurorRows[1].Reference)).Value);
        var actor = new Actor(juror.Id, false, []);
        var told = (await lab.App.AskAsync((PersonalDataDesk desk) => desk.ExportAsync(juror.Id, actor))).Value;
        Assert.Equal(["4, 4, 4, 4, 4, 4, 4", ""], told.Single(s => s.Name == "JuryScores").Records.Select(r => r["Scores"]));
        Assert.Single(told.Single(s => s.Name == "Certificates").Records);
        Assert.True((await lab.App.AskAsync((PersonalDataDesk desk) => desk.EraseAsync(juror.Id, actor))).Succeeded);
        Assert.Equal(7, (await lab.SheetAsync(juror, 0))!.Scores.Count);
        Assert.Equal(KnownPerson.Gone, (await lab.SheetAsync(juror, 1))!.RecusalReason);
        await using var db = lab.App.OpenDb();
        Assert.Equal("Zsűri Zoltán", (await db.Certificates.SingleAsync(cancel)).Name);
    }

    /// <summary>The first came to all, the second only to the door.</summary>
    private static async Task<CampSession> AttendedAsync(JuryLab lab)
    {
        var all = CampSession.Create(lab.Camp.Id, SessionKind.Brief, "Kihívások", "Briefing", 90);
        all.Place(lab.App.Now, null);
        await lab.App.Given.RowsAsync(all);
        Assert.True((await CheckInDeskTests.AttendAsync(lab, all, participant: 0)).Succeeded);
        Assert.True((await CheckInDeskTests.ArriveAsync(lab, 1)).Succeeded);
        return all;
    }

    private async Task EndAsync(JuryLab lab)
    {
        await using var db = lab.App.OpenDb();
        await db.Camps.Where(c => c.Id == lab.Camp.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Status, CampStatus.FollowUp), cancel);
    }

    private Task<Result<int>> IssueAsync(JuryLab lab) => lab.App.AskAsync((CertificateDesk desk) => desk.IssueAsync(lab.Camp.Reference, lab.StaffActor, cancel));

    private Task<Result<int>> CrewAsync(JuryLab lab, Guid member) => lab.App.AskAsync((CertificateDesk desk) => desk.IssueForCrewAsync(lab.Camp.Reference, member, lab.StaffActor, cancel));
}
