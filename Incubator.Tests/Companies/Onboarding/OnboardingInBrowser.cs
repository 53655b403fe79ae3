using Incubator.Core.Companies;
using Incubator.Tests.Booking;
using Incubator.Tests.Host;
using Microsoft.Playwright;

namespace Incubator.Tests.Companies.Onboarding;

/// <summary>The onboarding with a browser, in both languages, on a desk and on a phone: refused a booking, completing the step, booked.</summary>
public sealed class OnboardingInBrowser(Browser browser)
{
    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Onboarding_Company_IsRefusedCompletesAndBooks(string language, int width)
    {
        using var story = await OnboardingStory.BeginAsync(IncubatorApp.StartOnPort());
        await story.CompleteAsync(StepKind.Agreement, StepKind.FoodRegistration);
        await story.EnterAsync(StepKind.Insurance, until: new DateOnly(2026, 12, 1));
        await using var visit = await browser.VisitAsync(story.App, story.Chief, language, width);
        await (await visit.GoAsync("/")).CheckAsync("home-onboarding");
        await visit.GoAsync("/booking/reserve?resource=SD-1&start=2026-11-10T09:00%2B01:00&end=2026-11-10T12:00%2B01:00");
        await visit.Page.FillAsync("#Input_Purpose", "Céklapor-kísérlet");
        await visit.Page.ClickAsync("form.card-form .acts button");
        await visit.Page.WaitForSelectorAsync(".to-the-steps");
        await visit.CheckAsync("reserve-gate");
        await visit.Page.ClickAsync(".to-the-steps a");
        await visit.Page.WaitForSelectorAsync(".steps");
        await visit.CheckAsync("my-onboarding");
        await visit.Page.ClickAsync($".step a[href*='{story.Step(StepKind.Agreement).Reference}']");
        await visit.Page.WaitForSelectorAsync(".text-panel");
        await visit.CheckAsync("my-step-text");
        await visit.Page.FillAsync("#Accept_Name", "Főnök Ferenc");
        await visit.Page.ClickAsync("form:has(#Accept_Name) button");
        await visit.Page.WaitForSelectorAsync(".flash");
        await visit.GoAsync(story.MyStep(StepKind.Agreement));
        await visit.Page.ClickAsync(".record-card a");
        await visit.Page.WaitForSelectorAsync(".document");
        await visit.CheckAsync("onboarding-document");
        await (await visit.GoAsync(story.MyStep(StepKind.FoodRegistration))).CheckAsync("my-step-food");
        await visit.GoAsync("/booking/free-times?resource=SD-1&from=2026-11-10&until=2026-11-10");
        await visit.Page.ClickAsync(".found-day a");
        await visit.Page.FillAsync("#Input_Purpose", "Céklapor-kísérlet");
        await visit.Page.ClickAsync("form.card-form .acts button");
        await visit.Page.WaitForSelectorAsync(".flash");
        await visit.CheckAsync("reservation-not-for-sale");
    }

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Onboarding_Staff_DecideAndDefine(string language, int width)
    {
        using var story = await OnboardingStory.BeginAsync(IncubatorApp.StartOnPort());
        await story.CompleteAsync(StepKind.Insurance, StepKind.Induction);
        var insurance = await story.EnterAsync(StepKind.Insurance, until: new DateOnly(2026, 12, 1));
        await story.EnterAsync(StepKind.Induction, story.Booking.Anna.Id);
        await story.Booking.BookAsync(story.Company, BookingStory.Tuesday(9, 12));
        await story.App.AskAsync((OnboardingDesk desk) => desk.RevokeAsync(
            new DecideRecord { Record = insurance, Reason = "A biztosító felmondta" }, Core.Accounts.Actor.System));
        await story.App.AskAsync((OnboardingDesk desk) => desk.SubmitAsync(new SubmitEvidence
        {
            Step = story.Step(StepKind.Insurance).Reference,
            CompanyId = story.Company.Id,
            Given = new EvidenceGiven { Number = "K-1234567", Scope = "Félüzemi használat", ValidUntil = new DateOnly(2027, 3, 1) },
            File = new HandedFile("felelossegbiztositasi_kotveny_es_igazolas_2027.pdf", OnboardingStory.Pdf),
        }, new Core.Accounts.Actor(story.Chief.Id, false, [story.Company.Id])));
        await using var visit = await browser.VisitAsync(story.App, story.Booking.Staff, language, width);
        await (await visit.GoAsync("/onboarding")).CheckAsync("onboarding");
        await (await visit.GoAsync($"/onboarding/companies/{story.Company.Reference}")).CheckAsync("onboarding-company");
        await (await visit.GoAsync(story.Decide(StepKind.Insurance))).CheckAsync("onboarding-decide");
        await (await visit.GoAsync("/onboarding/steps")).CheckAsync("onboarding-steps");
        await (await visit.GoAsync("/onboarding/steps/new")).CheckAsync("onboarding-step-new");
        await visit.GoAsync($"/onboarding/steps/{story.Step(StepKind.Agreement).Reference}/text");
        await visit.Page.ClickAsync("button[formaction*=Preview]");
        await visit.Page.WaitForSelectorAsync(".document-two");
        await visit.CheckAsync("onboarding-text");
    }
}
