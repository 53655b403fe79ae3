using Incubator.Core.Accounts;
using Incubator.Core.Booking;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Booking.Resources;

public sealed class ResourceHistoryTests : IDisposable
{
    private readonly IncubatorApp app = IncubatorApp.Start();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task History_CompanyOrVisitor_IsNotShownNorWhoMadeIt()
    {
        await EditedByStaffAsync();
        var anna = await app.SignInAsAsync(await app.Given.MemberAsync(await app.Given.CompanyAsync()), "en");
        foreach (var reader in new[] { app.Visitor("en"), anna })
        {
            var page = await reader.GetPageAsync("/resources/A-1");
            Assert.False(page.Has(".history"));
            Assert.DoesNotContain("Szabó Márta", page.Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("en", "Edited, Szabó Márta", "Room: 12", "Identical units: 1 → 3", "Suited for: Food grade")]
    [InlineData("hu", "Szerkesztve, Szabó Márta", "Helyiség: 12", "Azonos példányok: 1 → 3", "Mire alkalmas: Élelmiszer-minőségű")]
    public async Task History_Edited_TellsWhoWhenAndWhat(string language, string act, params string[] changes)
    {
        var staff = await EditedByStaffAsync();
        var page = await (await app.SignInAsAsync(staff, language)).GetPageAsync("/resources/A-1");
        Assert.Contains(act, page.Text(".history li"), StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "Monday 9 November 2026 08:00" : "2026. november 9., hétfő 08:00", page.Text(".history .time"), StringComparison.Ordinal);
        Assert.All(changes, change => Assert.Contains(change, page.All(".history .change")));
    }

    [Fact]
    public async Task History_OwnRulesAndOpeningTimes_AreToldAlsoAfterTheyAreGone()
    {
        var resource = await app.Given.ResourceAsync(r => r with { Code = "A-1" });
        var staff = await app.Given.StaffAsync();
        var actor = new Actor(staff.Id, true, []);
        var wish = new SetPolicy
        {
            ResourceId = resource.Id,
            ValidFrom = new DateOnly(2026, 11, 9),
            Terms = new PolicyTerms { MaxMinutes = 240, NightUse = true, CompanyMinutesPerWeek = 450 },
        };
        var id = (await app.AskAsync((PolicyDesk desk) => desk.SetAsync(wish, actor, cancel))).Value;
        await using (var db = app.OpenDb())
        {
            var version = (await db.BookingPolicies.AsNoTracking().SingleAsync(cancel)).Version;
            Assert.True((await app.AskAsync((PolicyDesk desk) => desk.RemoveAsync(id, version, actor, cancel))).Succeeded);
        }

        Assert.True((await app.AskAsync((OpeningTimes desk) => desk.SetWeekAsync(new SetOpeningWeek
        {
            ResourceId = resource.Id,
            Week = [new OpeningSpan(DayOfWeek.Monday, 480, 600)],
        }, actor, cancel))).Succeeded);
        var page = await (await app.SignInAsAsync(staff, "en")).GetPageAsync("/resources/A-1");
        Assert.Equal(["Opening times set", "Booking rules removed", "Booking rules set"], page.All(".history strong"));
        Assert.Contains("Opening times: Monday 08:00-10:00", page.All(".change"));
        Assert.Contains("Counts from: Monday 9 November 2026", page.All(".change"));
        Assert.Contains("May run through the night: yes", page.All(".change"));
        Assert.Contains("Quota of a company, Hours a week: 7.5 → –", page.All(".change"));
    }

    [Fact]
    public async Task History_Retired_GivesTheReason()
    {
        await app.Given.ResourceAsync(r => r with { Code = "A-1" });
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "hu");
        await (await staff.GetPageAsync("/resources/A-1/service")).Form("main form").Set("Reason", "Eladtuk").SubmitAsync();
        Assert.Equal(["Indok: Eladtuk"], (await staff.GetPageAsync("/resources/A-1")).All(".history .change"));
    }

    private async Task<Person> EditedByStaffAsync()
    {
        await app.Given.ResourceAsync(r => r with { Code = "A-1" });
        var person = await app.Given.StaffAsync();
        var staff = await app.SignInAsAsync(person, "en");
        var saved = await (await staff.GetPageAsync("/resources/A-1/edit")).Form("main form")
            .Set("Input.Room", "12").Set("Input.Units", "3").Set("Input.FoodGrade", "Food").SubmitAsync();
        Assert.Equal("The resource was saved.", saved.Flash);
        return person;
    }
}
