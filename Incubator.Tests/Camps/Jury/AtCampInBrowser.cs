using Incubator.Core.Camps;
using Incubator.Tests.Camps.Attendance;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Camps.Jury;

/// <summary>A camp day on phones: ticked off at the door, told what is next, judged, and certified; in both languages and sizes.</summary>
public sealed class AtCampInBrowser(Browser browser)
{
    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Jury_FromCriteriaToTheResult_IsScoredByTaps(string language, int width)
    {
        using var lab = await JuryLab.BeginAsync(IncubatorApp.StartOnPort(), withCriteria: false);
        var url = $"/camps/{lab.Camp.Reference}/jury";
        await using var staff = await browser.VisitAsync(lab.App, lab.Staff, language, width);
        await staff.GoAsync($"{url}/criteria");
        await staff.CheckAsync("jury-criteria-none");
        await staff.Page.ClickAsync("form[action*=Offer] button");
        await staff.Page.WaitForSelectorAsync(".form-part");
        await staff.CheckAsync("jury-criteria");
        await staff.GoAsync($"{url}/criterion");
        await staff.Page.ClickAsync(".card-form button");
        await staff.Page.WaitForSelectorAsync(".problems");
        await staff.CheckAsync("jury-criterion");

        await using var juror = await browser.VisitAsync(lab.App, lab.Jurors[1], language, width);
        await juror.GoAsync($"{url}/score/{lab.Teams[0].Reference}");
        for (var at = 0; at < 7; at++)
        {
            await juror.Page.ClickAsync($".jury-criterion:nth-of-type({at + 1}) button[value='{(at % 3) + 3}']");
            await juror.Page.WaitForFunctionAsync($"() => document.querySelectorAll('.jury-given').length === {at + 1}");
            if (at == 2) await juror.CheckAsync("jury-score");
        }

        await juror.GoAsync($"{url}/score/{lab.Teams[2].Reference}");
        await juror.Page.ClickAsync(".jury-ask summary");
        await juror.Page.FillAsync("#Reason", "A testvérem ebben a csapatban dolgozik.");
        await juror.CheckAsync("jury-recuse");
        await juror.Page.ClickAsync(".jury-ask button");
        await juror.Page.WaitForSelectorAsync(".flash");
        await juror.CheckAsync("jury-desk");
        await ScoreAllAsync(lab, language);

        await using var chair = await browser.VisitAsync(lab.App, lab.Jurors[0], language, width);
        await chair.GoAsync(url);
        await chair.CheckAsync("jury-progress");
        await chair.Page.ClickAsync(".jury-ask summary");
        await chair.Page.CheckAsync("#AcceptsMissing");
        await chair.Page.ClickAsync("form[action*=Close] button");
        await chair.Page.WaitForSelectorAsync(".jury-tie");
        await chair.CheckAsync("jury-closed");
        await chair.Page.FillAsync(".jury-tie #Reason", language == "hu" ? "A mintákat kétszer is mérték." : "Its samples were measured twice.");
        await chair.Page.ClickAsync(".jury-tie button");
        await chair.Page.WaitForSelectorAsync(".flash");
        await chair.GoAsync($"{url}/protocol");
        await chair.CheckAsync("jury-protocol");
        await staff.GoAsync(url);
        await staff.Page.ClickAsync("form[action*=Publish] button");
        await staff.Page.WaitForSelectorAsync(".flash");
        await staff.CheckAsync("jury-published");
        await using var visitor = await browser.VisitAsync(lab.App, null, language, width);
        await visitor.GoAsync($"/camps/{lab.Camp.Reference}/result");
        await visitor.CheckAsync("jury-result");
    }

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Camp_FromTheDoorToTheCertificate_IsKeptOnThePhone(string language, int width)
    {
        using var lab = await JuryLab.BeginAsync(IncubatorApp.StartOnPort());
        var (all, _) = await CheckInDeskTests.SessionsAsync(lab);
        var url = $"/camps/{lab.Camp.Reference}";
        await using var staff = await browser.VisitAsync(lab.App, lab.Staff, language, width);
        await staff.GoAsync($"{url}/checkin");
        foreach (var participant in lab.Participants.Take(3))
        {
            await staff.Page.ClickAsync($"#p-{participant.Id} button");
            await staff.Page.WaitForSelectorAsync($"#p-{participant.Id}.checkin-here");
        }

        await staff.CheckAsync("checkin");
        await staff.Page.ClickAsync(".checkin-what a");
        await staff.Page.ClickAsync("form[action*=Team] button");
        await staff.Page.WaitForSelectorAsync(".checkin-here");
        await staff.CheckAsync("checkin-session");
        await staff.GoAsync($"{url}/today");
        await staff.Page.FillAsync("#Input_Text", language == "hu" ? "Az ebéd 12:30-kor kezdődik az aulában." : "Lunch begins at 12:30 in the hall.");
        await staff.Page.ClickAsync(".today-send button");
        await staff.Page.WaitForSelectorAsync(".today-messages");
        await staff.CheckAsync("today");

        await using (var db = lab.App.OpenDb())
            await db.Camps.Where(c => c.Id == lab.Camp.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.Status, CampStatus.FollowUp), TestContext.Current.CancellationToken);
        await staff.GoAsync($"{url}/certificates");
        await staff.Page.ClickAsync("form[action*=Issue] button");
        await staff.Page.WaitForSelectorAsync(".flash");
        await staff.CheckAsync("certificates");
        Certificate certificate;
        await using (var db = lab.App.OpenDb()) certificate = await db.Certificates.AsNoTracking().FirstAsync(TestContext.Current.CancellationToken);
        await using var visitor = await browser.VisitAsync(lab.App, null, language, width);
        await visitor.GoAsync($"/certificates/{certificate.Reference}");
        await visitor.CheckAsync("certificate");
        await visitor.GoAsync($"/certificates?number={certificate.Number}&code={certificate.Code}");
        await visitor.CheckAsync("certificate-check");
    }

    /// <summary>The last two teams tie by the chair's scores.</summary>
    private static async Task ScoreAllAsync(JuryLab lab, string language)
    {
        await using var db = lab.App.OpenDb();
        var criteria = await db.JuryCriteria.Where(c => c.CampId == lab.Camp.Id).OrderBy(c => c.Position).Select(c => c.Id).ToListAsync(TestContext.Current.CancellationToken);
        foreach (var (juror, team, score) in new[] { (0, 1, 4), (0, 2, 4) })
            foreach (var criterion in criteria)
            {
                Assert.True((await lab.App.AskAsync((JuryDesk desk) => desk.ScoreAsync(new GiveScore
                {
                    Camp = lab.Camp.Reference,
                    Team = lab.Teams[team].Reference,
                    CriterionId = criterion,
                    Score = score,
                }, JuryLab.As(lab.Jurors[juror])))).Succeeded, language);
            }
    }
}
