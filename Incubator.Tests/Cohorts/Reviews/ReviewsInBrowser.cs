using Incubator.Core.Accounts;
using Incubator.Core.Cohorts;
using Incubator.Core.Companies;
using Incubator.Tests.Host;

namespace Incubator.Tests.Cohorts.Reviews;

/// <summary>Three reviewers review on their phones, staff rank and admit, the applicant reads the letter; in both languages and sizes.</summary>
public sealed class ReviewsInBrowser(Browser browser)
{
    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Review_ByThreeThenAdmitted_TellsTheApplicant(string language, int width)
    {
        using var lab = await ReviewLab.BeginAsync(IncubatorApp.StartOnPort(), applications: 3, reviewers: 4, language: language);
        await lab.App.Given.RowsAsync(Company.Create(new CompanyFacts { Name = "Zöldségszárító Bt.", Settlement = "Hajdúböszörmény" }));
        await lab.App.Given.RowsAsync([.. new Dictionary<string, string>
        {
            ["company.name"] = "Zöldségszárító Kft.",
            ["company.settlement"] = "Biharkeresztes",
            ["contact.phone"] = "+36 30 123 4567",
            ["idea.1.name"] = "Céklapor gyermekételekhez",
            ["idea.1.text"] = "Kíméletesen szárított cékla, hozzáadott cukor nélkül.\nHat próbagyártás, háromféle szitával.",
            ["idea.1.stage"] = "pilot",
            ["idea.1.category"] = "fruit",
            ["food.state"] = "registered",
            ["food.allergens"] = "none",
        }.Select(a => ApplicationAnswer.Create(lab.Applications[0].Id, a.Key, a.Value, lab.App.Now))]);
        await using var staff = await browser.VisitAsync(lab.App, lab.Staff, language, width);
        await staff.GoAsync($"/reviews/calls/{lab.Call.Reference}");
        for (var i = 0; i < 4; i++)
        {
            await staff.Page.SelectOptionAsync("#new-person", $"{lab.Reviewers[i].Id}");
            await staff.Page.FillAsync("#new-organisation", i == 0 ? "Debreceni Egyetem, Élelmiszertechnológiai Intézet" : "");
            await staff.Page.ClickAsync(".name-form button");
            await staff.Page.WaitForSelectorAsync($".reviewer-list li:has(input[value='{lab.Reviewers[i].Id}'])");
        }

        await staff.Page.FillAsync("#Input_DueOn", "2026-11-20");
        await staff.Page.ClickAsync("form:has(#Input_DueOn) .btn");
        await staff.Page.WaitForSelectorAsync(".flash");
        await staff.Page.ClickAsync("form[action*=AssignAll] button");
        await staff.Page.WaitForSelectorAsync(".assign-list .state");
        var recused = false;
        for (var i = 0; i < 4; i++)
        {
            await using var visit = await browser.VisitAsync(lab.App, lab.Reviewers[i], language, width);
            await visit.GoAsync("/reviews");
            if (i == 0) await visit.CheckAsync("reviews");
            for (var at = 0; await visit.Page.Locator(".review-card:not(.review-over) a").CountAsync() is > 0; at++)
            {
                await visit.Page.ClickAsync(".review-card:not(.review-over) a");
                if (i == 0 && at == 0) await visit.CheckAsync("review-conflict");
                if (!recused && i == 1)
                {
                    recused = true;
                    await visit.Page.CheckAsync("input[value=Financial]");
                    await visit.Page.FillAsync("#Conflict_Note", "Részvényes vagyok a cégben.");
                    await visit.Page.ClickAsync("form:has(#Conflict_Note) button");
                    await visit.Page.WaitForSelectorAsync(".flash");
                    continue;
                }

                await visit.Page.ClickAsync("form[action*=NoConflict] button");
                await visit.Page.WaitForSelectorAsync(".review-form");
                await ScoreAsync(visit, 0, i == 2 ? 2 : 4);
                if (i == 0 && at == 0)
                {
                    await visit.Page.ClickAsync(".review-form button[formaction]");
                    await visit.Page.WaitForSelectorAsync(".problems");
                    await visit.CheckAsync("review-incomplete");
                }

                await ScoreAsync(visit, 1, i == 2 ? 1 : 5);
                await visit.Page.FillAsync("#Input_Scores_1__Comment", "A próbagyártás adatai alátámasztják, hogy a termék egy tételről a másikra ugyanolyan.");
                await visit.Page.ClickAsync(".review-form button[formaction]");
                await visit.Page.WaitForSelectorAsync(".flash");
            }

            if (i == 0) await visit.CheckAsync("reviews-done");
        }

        await staff.GoAsync($"/reviews/calls/{lab.Call.Reference}");
        await staff.CheckAsync("reviewing");
        await staff.GoAsync("/reviews");
        await staff.CheckAsync("reviews-staff");
        await staff.GoAsync($"/reviews/calls/{lab.Call.Reference}/results");
        await staff.CheckAsync("results");
        await staff.GoAsync($"/reviews/applications/{lab.Applications[0].Reference}/decide");
        await staff.Page.CheckAsync("input[value=Admit]");
        await staff.Page.CheckAsync("input[value=new]");
        await staff.Page.FillAsync("#Input_PublicReason", language == "hu"
            ? "A terv megalapozott, a csapat ismeri a piacot.\nKérjük, a csomagolási próbát az első hónapra tervezzék."
            : "The plan is well founded and the team knows its market.\nPlease plan the packaging trial for the first month.");
        await staff.CheckAsync("decide");
        await staff.Page.ClickAsync(".card-form .btn-primary");
        await staff.Page.WaitForSelectorAsync(".letter");
        await staff.CheckAsync("decide-letter");
        await staff.Page.ClickAsync("button[formaction]");
        await staff.Page.WaitForSelectorAsync(".decision");
        await staff.CheckAsync("reviewed-application");
        await using var applicant = await browser.VisitAsync(lab.App, null, language, width);
        await applicant.GoAsync(await lab.LetterAsync(lab.Applications[0]));
        await applicant.CheckAsync("letter");
    }

    private static Task ScoreAsync(Visit visit, int criterion, int score) =>
        visit.Page.CheckAsync($"input[type=radio][name='Input.Scores[{criterion}].Score'][value='{score}']");
}
