using System.Text.Json;
using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Incubator.Tests.Cohorts.Calls;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Incubator.Tests.Cohorts;

/// <summary>
/// The whole way, in both languages, at a desk and on a phone: a stranger applies, three reviewers review, staff admit, the company makes
/// its account, is refused a booking for missing steps, completes them, and books.
/// </summary>
public sealed class StrangerToMemberInBrowser(Browser browser)
{
    private static readonly StepKind[] Asked = [StepKind.Agreement, StepKind.FoodRegistration, StepKind.Induction];

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Stranger_AppliesIsAdmittedCompletesTheStepsAndBooks(string language, int width)
    {
        using var app = IncubatorApp.StartOnPort();
        await app.Given.OpeningTimesAsync();
        var call = await CallStory.BeginAsync(app);
        var steps = await StepsAsync(app);
        var reviewers = new List<Person>();
        foreach (var name in new[] { "Arany Dóra", "Bíró Ferenc", "Cseh Ilona" })
            reviewers.Add(await app.Given.PersonAsync(name, language: language, roles: Role.Reviewer));

        await using (var stranger = await browser.VisitAsync(app, null, language, width))
            await ApplyAsync(app, call, stranger);

        app.Time.SetUtcNow(CallStory.Closes.AddHours(1));
        Guid application;
        await using (var db = app.OpenDb()) application = await db.Applications.Select(a => a.Reference).SingleAsync();
        await using var staff = await browser.VisitAsync(app, call.StaffPerson, language, width);
        await staff.GoAsync($"/reviews/calls/{call.Call}");
        foreach (var reviewer in reviewers)
        {
            await staff.Page.SelectOptionAsync("#new-person", $"{reviewer.Id}");
            await staff.Page.ClickAsync(".name-form button");
            await staff.Page.WaitForSelectorAsync($".reviewer-list li:has(input[value='{reviewer.Id}'])");
        }

        await staff.Page.ClickAsync("form[action*=AssignAll] button");
        await staff.Page.WaitForSelectorAsync(".assign-list .state");
        foreach (var reviewer in reviewers) await ReviewAsync(app, reviewer, language, width);
        await staff.GoAsync($"/reviews/applications/{application}/decide");
        await staff.Page.CheckAsync("input[value=Admit]");
        await staff.Page.FillAsync("#Input_PublicReason", "A terv megalapozott. / The plan is well founded.");
        await staff.Page.ClickAsync(".card-form .btn-primary");
        await staff.Page.WaitForSelectorAsync(".letter");
        await staff.Page.ClickAsync("button[formaction]");
        await staff.Page.WaitForSelectorAsync(".decision");

        // The mails' links are all that the applicant has.
        await using var member = await browser.VisitAsync(app, null, language, width);
        await member.GoAsync(await LinkAsync(app, InvitationDesk.NoticeToCompany));
        await member.CheckAsync("story-invitation");
        await member.Page.FillAsync("#Input_FullName", "Kis Anna");
        await member.Page.FillAsync("#Input_Password", Given.Password);
        await member.Page.FillAsync("#Input_Again", Given.Password);
        await member.Page.ClickAsync(".card-form .btn-primary");
        await member.Page.WaitForSelectorAsync(".flash");
        await member.CheckAsync("story-home");

        await BookAsync(member);
        await member.Page.WaitForSelectorAsync(".to-the-steps");
        await member.CheckAsync("story-refused");
        await member.Page.ClickAsync(".to-the-steps a");
        await member.Page.WaitForSelectorAsync(".steps");
        await member.CheckAsync("story-steps");
        await member.Page.ClickAsync($".steps a[href*='{steps[StepKind.Agreement]}']");
        await member.Page.FillAsync("#Accept_Name", "Kis Anna");
        await member.CheckAsync("story-agreement");
        await member.Page.ClickAsync("form[action*=Accept] .btn-primary");
        await member.Page.WaitForSelectorAsync(".flash");
        await member.GoAsync("/my-company/onboarding");
        await member.Page.ClickAsync($".steps a[href*='{steps[StepKind.FoodRegistration]}']");
        await member.Page.FillAsync("#Input_Number", "HB-04-1234");
        await member.Page.ClickAsync("form[action*=HandIn] .btn-primary");
        await member.Page.WaitForSelectorAsync(".flash");

        await staff.GoAsync("/onboarding");
        await staff.CheckAsync("story-onboarding-staff");
        await staff.Page.ClickAsync("section:has(#waiting) .rows a");
        await staff.Page.ClickAsync("form[action*=Accept] .btn-primary");
        await staff.Page.WaitForSelectorAsync(".flash");
        await using (var db = app.OpenDb())
        {
            var company = await db.Companies.Where(c => c.Name == "Kis Farm Kft.").Select(c => c.Reference).SingleAsync();
            var anna = await db.Users.Where(p => p.FullName == "Kis Anna").Select(p => p.Id).SingleAsync();
            await staff.GoAsync($"/onboarding/companies/{company}/{steps[StepKind.Induction]}?person={anna}");
        }

        await staff.Page.ClickAsync("form[action*=Enter] .btn-primary");
        await staff.Page.WaitForSelectorAsync(".flash");
        await BookAsync(member);
        await member.Page.WaitForSelectorAsync(".facts");
        await member.CheckAsync("story-booked");
    }

    private static async Task ApplyAsync(IncubatorApp app, CallStory call, Visit stranger)
    {
        await stranger.GoAsync("/calls");
        await stranger.Page.ClickAsync($"main a[href='/calls/{call.Call}']");
        await stranger.Page.ClickAsync($"main a[href='/calls/{call.Call}/apply']");
        await stranger.Page.FillAsync("#Input_Email", CallStory.Mail);
        await stranger.Page.ClickAsync("main form.card-form button[type=submit]");
        await stranger.Page.WaitForURLAsync("**/applications/sent");
        var link = await LinkAsync(app, "ApplicationLink");
        foreach (var part in new[] { "company", "size", "products", "equipment", $"s{call.Section}" })
        {
            await stranger.GoAsync($"{link}/{part}");
            foreach (var (field, text) in call.Answers()) await CallsInBrowser.FillAsync(stranger, field, text);
            if (part == $"s{call.Section}")
                await stranger.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "plan.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7"u8.ToArray() });
            await stranger.Page.ClickAsync("button[name=then][value=next]");
            await stranger.Page.WaitForSelectorAsync(".flash");
        }

        await stranger.GoAsync(link);
        await stranger.Page.ClickAsync("form[action*=Submit] button");
        await stranger.Page.WaitForSelectorAsync(".sheet");
    }

    private async Task ReviewAsync(IncubatorApp app, Person reviewer, string language, int width)
    {
        await using var visit = await browser.VisitAsync(app, reviewer, language, width);
        await visit.GoAsync("/reviews");
        await visit.Page.ClickAsync(".review-card:not(.review-over) a");
        await visit.Page.ClickAsync("form[action*=NoConflict] button");
        await visit.Page.WaitForSelectorAsync(".review-form");
        await visit.Page.CheckAsync("input[type=radio][name='Input.Scores[0].Score'][value='4']");
        await visit.Page.ClickAsync(".review-form button[formaction]");
        await visit.Page.WaitForSelectorAsync(".flash");
    }

    private static async Task BookAsync(Visit member)
    {
        await member.GoAsync("/booking/reserve?resource=CS-1&start=2026-11-18T09:00&end=2026-11-18T12:00");
        await member.Page.FillAsync("#Input_Purpose", "Kecskesajtpor");
        await member.Page.ClickAsync("main form.card-form button[type=submit]");
    }

    /// <summary>Agreement, food registration and induction, as the house asks for them; by kind, what links carry.</summary>
    private static async Task<Dictionary<StepKind, Guid>> StepsAsync(IncubatorApp app)
    {
        await using var db = app.OpenDb();
        var steps = HouseSteps.All(new DateOnly(2026, 1, 1)).Where(s => Asked.Contains(s.Kind)).Select(OnboardingStep.Create).ToDictionary(s => s.Kind);
        db.AddRange(steps.Values);
        await db.SaveChangesAsync();
        db.Add(StepText.Publish(
            steps[StepKind.Agreement].Id, 1, "# Megállapodás\n\n{company}, {representative}\n\n- {date}", "# Agreement\n\n{company}, {representative}\n\n- {date}",
            null, app.Now, null));
        await db.SaveChangesAsync();
        return steps.ToDictionary(s => s.Key, s => s.Value.Reference);
    }

    private static async Task<string> LinkAsync(IncubatorApp app, string kind)
    {
        await using var db = app.OpenDb();
        var facts = await db.Notices.Where(n => n.Kind == kind).OrderByDescending(n => n.Id).Select(n => n.Facts).FirstAsync();
        return JsonSerializer.Deserialize<Dictionary<string, string>>(facts)!["link"];
    }
}
