using System.Net;
using System.Text;
using Incubator.Core.Booking;
using Incubator.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace Incubator.Tests.Booking.Resources;

public sealed class ResourcePagesTests : IDisposable
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0];
    private readonly IncubatorApp app = IncubatorApp.Start();
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("/resources", true)]
    [InlineData("/resources/A-1", true)]
    [InlineData("/resources/A-1/qr.svg", true)]
    [InlineData("/resources/new", false)]
    [InlineData("/resources/A-1/edit", false)]
    [InlineData("/resources/A-1/files", false)]
    [InlineData("/resources/A-1/service", false)]
    [InlineData("/resources/import", false)]
    [InlineData("/resources/export", false)]
    [InlineData("/booking/policies", false)]
    [InlineData("/booking/policies/set", false)]
    [InlineData("/booking/opening-times", false)]
    public async Task Open_AsEachRole_IsForWhomItIsMeant(string url, bool isPublic)
    {
        await app.Given.ResourceAsync(r => r with { Code = "A-1" });
        var company = await app.Given.CompanyAsync();
        Assert.Equal(isPublic ? HttpStatusCode.OK : HttpStatusCode.Redirect, (await app.Visitor().GetAsync(url)).StatusCode);
        foreach (var person in new[] { await app.Given.MemberAsync(company), await app.Given.MunicipalityAsync() })
            Assert.Equal(isPublic, (await (await app.SignInAsAsync(person)).GetAsync(url)).StatusCode == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignInAsAsync(await app.Given.StaffAsync())).GetAsync(url)).StatusCode);
    }

    [Theory]
    [InlineData("/resources/nothing")]
    [InlineData("/resources/nothing/qr.svg")]
    [InlineData("/resources/nothing/edit")]
    [InlineData("/resources/nothing/service")]
    [InlineData("/resources/import/5d9d5bd0-0000-0000-0000-000000000000")]
    [InlineData("/resources/import/5d9d5bd0-0000-0000-0000-000000000000/progress")]
    [InlineData("/resources/file/5d9d5bd0-0000-0000-0000-000000000000")]
    [InlineData("/booking/opening-times?resource=nothing")]
    [InlineData("/booking/opening-times?site=99")]
    [InlineData("/booking/policies/set?category=99")]
    public async Task Open_Unknown_IsNotFound(string url) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsAsync(await app.Given.StaffAsync())).GetAsync(url)).StatusCode);

    [Theory]
    [InlineData("szarito", 1)]
    [InlineData("SZÁRÍTÓ porlasztva", 1)]
    [InlineData("őrlő", 1)]
    [InlineData("drying", 2)]
    [InlineData("25 kg", 1)]
    [InlineData("nincs ilyen", 0)]
    public async Task Search_AnyLetters_Finds(string words, int found)
    {
        await app.Given.ResourceAsync(r => r with { Capacity = new("25", "kg") });
        await app.Given.ResourceAsync(r => r with { NameHu = "Őrlőmalom", NameEn = "Mill" });
        var page = await app.Visitor().GetPageAsync($"/resources?q={Uri.EscapeDataString(words)}");
        Assert.Equal(found, page.All(".machine").Count);
        Assert.Equal($"{found} találat", page.Text(".count"));
    }

    [Fact]
    public async Task Search_FreeOnADate_LeavesOutTheBookedAndTheClosed()
    {
        await app.Given.OpeningTimesAsync(8, 10);
        var company = await app.Given.CompanyAsync();
        var booked = await app.Given.ResourceAsync(r => r with { Code = "BOOKED" });
        await app.Given.ResourceAsync(r => r with { Code = "FREE" });
        var day = new DateOnly(2026, 11, 11);
        var taken = await app.AskAsync((BookingDesk desk) => desk.ReserveAsync(new ReserveSlot
        {
            ResourceIds = [booked.Id],
            Slot = new(Incubator.Core.Common.LabTime.AtMinute(day, 480), Incubator.Core.Common.LabTime.AtMinute(day, 600)),
            CompanyId = company.Id,
            Purpose = "Trial",
            SubmissionKey = Guid.NewGuid(),
        }, Incubator.Core.Accounts.Actor.System, cancel));
        Assert.True(taken.Succeeded, string.Join(", ", taken.Refusals));
        Assert.Equal("FREE", Assert.Single((await app.Visitor().GetPageAsync("/resources?Filter.FreeOn=2026-11-11")).All(".machine .code")));
        Assert.Empty((await app.Visitor().GetPageAsync("/resources?Filter.FreeOn=2026-11-15")).All(".machine"));
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Visitor().GetPageAsync("/resources?Filter.FreeOn=tomorrow")).Status);
    }

    [Fact]
    public async Task Details_InBothLanguages_TellRulesAndFreeTimes()
    {
        await app.Given.OpeningTimesAsync();
        await app.Given.ResourceAsync(r => r with { Code = "A-1", CleanupMinutes = 30 });
        var hungarian = await app.Visitor().GetPageAsync("/resources/A-1");
        Assert.Equal("Porlasztva szárító", hungarian.Text("h1"));
        Assert.Contains("Zárt napokon nem működhet.", hungarian.All(".rules li"));
        Assert.NotEmpty(hungarian.All(".free li"));
        Assert.False(hungarian.Has(".free a"));
        var english = await (await app.SignInAsAsync(await app.Given.MemberAsync(await app.Given.CompanyAsync()), "en")).GetPageAsync("/resources/A-1");
        Assert.Contains("Cancelling is free until 24 h before the start.", english.All(".rules li"));
        Assert.StartsWith("/booking/reserve?resource=A-1&start=2026-11-09", english.One(".free a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_Malformed_KeepsWhatWasTypedAndThenSaves()
    {
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var page = await (await staff.GetPageAsync("/resources/new")).Form("main form")
            .Set("Input.Code", "X-1").Set("Input.NameHu", new string('x', 10_000)).Set("Input.NameEn", "Mill").Set("Input.Units", "-3").SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Mill", page.One("#Input_NameEn").GetAttribute("value"));
        Assert.True(page.Errors.Count >= 2, string.Join("; ", page.Errors));

        page = await page.Form("main form").Set("Input.NameHu", "Ma\u0001lom").Set("Input.Units", "2").Set("Input.NewCategory", "Őrlés").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Form("main form").Set("Input.NameHu", "Malom").Set("Input.Capacity", "1,5").Set("Input.CapacityUnit", "kg").SubmitAsync();
        Assert.Equal("/resources/X-1", page.Url);
        Assert.Equal("The resource was added.", page.Flash);

        var again = await (await staff.GetPageAsync("/resources/new")).Form("main form")
            .Set("Input.Code", "x-1").Set("Input.NameHu", "Malom").Set("Input.NameEn", "Mill").Set("Input.NewCategory", "Őrlés").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("Another resource has this code.", again.Errors);
    }

    [Fact]
    public async Task Edit_Stale_ShowsTheFreshStateAndKeepsWhatWasTyped()
    {
        await app.Given.ResourceAsync(r => r with { Code = "A-1" });
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var mine = await staff.GetPageAsync("/resources/A-1/edit");
        var theirs = await staff.GetPageAsync("/resources/A-1/edit");
        Assert.Equal("The resource was saved.", (await theirs.Form("main form").Set("Input.Room", "12").SubmitAsync()).Flash);
        var stale = await mine.Form("main form").Set("Input.Room", "14").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal("14", stale.One("#Input_Room").GetAttribute("value"));
        Assert.Contains("Room: 12", stale.All(".alert-warning li"));
        Assert.Equal("The resource was saved.", (await stale.Form("main form").SubmitAsync()).Flash);
        Assert.Equal("Nothing was changed.", (await (await staff.GetPageAsync("/resources/A-1/edit")).Form("main form").SubmitAsync()).Flash);
    }

    [Fact]
    public async Task Retire_AskedFirst_HidesItAndCanBeUndone()
    {
        await app.Given.ResourceAsync(r => r with { Code = "A-1" });
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var page = await (await staff.GetPageAsync("/resources/A-1/service")).Form("main form").Set("Reason", "Sold").SubmitAsync();
        Assert.Equal("The resource was retired.", page.Flash);
        Assert.Empty((await app.Visitor().GetPageAsync("/resources")).All(".machine"));
        page = await (await staff.GetPageAsync("/resources/A-1/service")).Form("main form").SubmitAsync();
        Assert.Equal("The resource is back in service.", page.Flash);
    }

    [Fact]
    public async Task Files_ByContent_AreKeptAndGuarded()
    {
        await app.Given.ResourceAsync(r => r with { Code = "A-1" });
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var page = await staff.GetPageAsync("/resources/A-1/files");
        var wrong = await page.Form("#photo-file").Attach("file", "photo.png", Encoding.UTF8.GetBytes("<html>"), "image/png").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("This is no picture. Choose a JPEG, PNG or WebP file.", wrong.Errors);
        await page.Form("#photo-file").Attach("file", "photo.html", Png, "text/html").SubmitAsync();
        await page.Form("#document-file").Attach("file", "../SOP útmutató.exe", Encoding.ASCII.GetBytes("%PDF-1.4"), "x/y").SubmitAsync();
        await using var db = app.OpenDb();
        var files = await db.Attachments.AsNoTracking().OrderBy(a => a.Kind).ToListAsync(cancel);
        var photo = await app.Visitor().GetAsync($"/resources/file/{files[0].Reference}");
        Assert.Equal(("image/png", "nosniff"), (photo.Content.Headers.ContentType!.MediaType, Assert.Single(photo.Headers.GetValues("X-Content-Type-Options"))));
        Assert.Null(photo.Content.Headers.ContentDisposition);
        Assert.Equal(HttpStatusCode.Redirect, (await app.Visitor().GetAsync($"/resources/file/{files[1].Reference}")).StatusCode);
        var document = await staff.GetAsync($"/resources/file/{files[1].Reference}");
        Assert.Equal("attachment", document.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("SOP útmutató.pdf", files[1].FileName);
        var huge = await page.Form("#photo-file").Attach("file", "a.png", [.. Png, .. new byte[21 * 1024 * 1024]]).SubmitAsync();
        Assert.Contains("This file is too large: at most 20 MB.", huge.Errors);
    }

    [Fact]
    public async Task Import_PreviewedConfirmedAndTwice_WritesOnce()
    {
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var file = Encoding.UTF8.GetBytes("kód;megnevezés;kategória;darab\r\nA-1;Malom;Őrlés;2\r\nB-1;Prés;Préselés;nulla\r\n");
        var preview = await (await staff.GetPageAsync("/resources/import")).Form("main form").Attach("file", "lista.csv", file).SubmitAsync();
        Assert.Equal(["1 to be created", "0 to be changed", "0 left alone", "1 with a problem"], preview.All(".counts li"));
        Assert.Equal(["3", "darab", "“nulla” is no whole number."], preview.All("tbody tr:first-child td").Take(3));
        await using var db = app.OpenDb();
        Assert.Equal(0, await db.Resources.CountAsync(cancel));

        var progress = await preview.Form("main form").SubmitAsync();
        for (var tries = 0; tries < 200 && progress.Answer.Headers.Contains("Refresh"); tries++)
        {
            await Task.Delay(25, cancel);
            progress = await staff.GetPageAsync(progress.Url);
        }

        Assert.Equal("The list is in", progress.Text("h1"));
        Assert.Equal(1, await db.Resources.CountAsync(cancel));
        var again = await preview.Form("main form").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal(1, await db.Resources.CountAsync(cancel));
    }

    [Fact]
    public async Task Import_NoTable_IsRefusedClearly()
    {
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "hu");
        var page = await staff.GetPageAsync("/resources/import");
        var zip = await page.Form("main form").Attach("file", "lista.csv", [0x50, 0x4B, 3, 4, 0, 0]).SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, zip.Status);
        Assert.Contains("Ez nem CSV-fájl (ZIP). Mentse a táblázatot CSV-ként, és azt válassza ki.", zip.Errors);
        var none = await page.Form("main form").SubmitAsync();
        Assert.Contains("Ez a fájl üres. Válasszon másikat.", none.Errors);
        var huge = await page.Form("main form").Attach("file", "lista.csv", new byte[100 * 1024 * 1024]).SubmitAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge.Status);
    }

    [Fact]
    public async Task OpeningTimes_WeekTyped_IsSavedOrRefused()
    {
        await app.Given.OpeningTimesAsync();
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var page = await staff.GetPageAsync("/booking/opening-times");
        Assert.Equal("07:00-19:00", page.Form("#Week_0_")["Week[0]"]);
        var wrong = await page.Form("#Week_0_").Set("Week[0]", "19-7").SubmitAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "19-7"), (wrong.Status, wrong.One("#Week_0_").GetAttribute("value")));
        var saved = await page.Form("#Week_0_").Set("Week[0]", "7-12, 13:15-24:00").Set("Week[6]", "8-10").SubmitAsync();
        Assert.Equal("The week was saved.", saved.Flash);
        Assert.Equal("07:00-12:00, 13:15-24:00", saved.Form("#Week_0_")["Week[0]"]);
        Assert.Equal(HttpStatusCode.Conflict, (await page.Form("#Week_0_").Set("Week[0]", "8-9").SubmitAsync()).Status);
    }

    [Fact]
    public async Task OpeningTimes_OfOneResource_LeaveTheLabsAlone()
    {
        await app.Given.OpeningTimesAsync();
        var resource = await app.Given.ResourceAsync(r => r with { Code = "A-1" });
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var saved = await (await staff.GetPageAsync("/booking/opening-times?resource=A-1")).Form("#Week_0_").Set("Week[0]", "8-10").SubmitAsync();
        Assert.Equal(("The week was saved.", "/booking/opening-times?resource=A-1"), (saved.Flash, saved.Url));
        await using var db = app.OpenDb();
        Assert.Equal((5, 1), (await db.OpeningPatterns.CountAsync(p => p.ResourceId == null, cancel), await db.OpeningPatterns.CountAsync(p => p.ResourceId == resource.Id, cancel)));
        var follows = await saved.Form("form[action*=Follow]").SubmitAsync();
        Assert.Equal("It follows the level above again.", follows.Flash);
        Assert.Equal(5, await db.OpeningPatterns.CountAsync(cancel));
    }

    [Fact]
    public async Task OpeningTimes_DayAddedTwice_IsAConflictAndCanBeRemoved()
    {
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "hu");
        var page = await staff.GetPageAsync("/booking/opening-times?year=2027");
        var form = page.Form("#Day_Date").Set("Day.Date", "2027-03-15").Set("Day.NameHu", "Nemzeti ünnep").Set("Day.NameEn", "National day");
        Assert.Equal("A napot felvettük.", (await form.SubmitAsync()).Flash);
        Assert.Equal(HttpStatusCode.Conflict, (await form.SubmitAsync()).Status);
        var listed = await staff.GetPageAsync("/booking/opening-times?year=2027");
        Assert.Equal("A napot töröltük.", (await listed.Form(".ask form").SubmitAsync()).Flash);
        Assert.Equal(HttpStatusCode.BadRequest, (await page.Form("#Day_Date").Set("Day.Date", "2027-02-30").SubmitAsync()).Status);
    }

    [Fact]
    public async Task Policies_SetPreviewedAndRemoved_TellWhatCounts()
    {
        await app.Given.ResourceAsync(r => r with { Code = "A-1" });
        var staff = await app.SignInAsAsync(await app.Given.StaffAsync(), "en");
        var page = await staff.GetPageAsync("/booking/policies/set?resource=A-1");
        var wrong = await page.Form("main form").Set("Input.MinMinutes", "20").Set("Input.HorizonDays", "-1").SubmitAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(2, wrong.Errors.Count);
        var preview = await page.Form("main form").Set("Input.MinMinutes", "120").SubmitAsync("button[formaction*=Preview]");
        Assert.Contains("Length: 2 h to 12 h, in steps of 15 min.", preview.All(".rules li"));
        var saved = await preview.Form("main form").Set("Input.CompanyMinutesPerWeek", "7.5").SubmitAsync();
        Assert.Equal("The rules were saved.", saved.Flash);
        Assert.Contains("A company: at most 7 h 30 min a week of this resource.", saved.All(".rules li"));
        Assert.Equal("The rules were removed; the level above counts.", (await saved.Form(".ask form").SubmitAsync()).Flash);
    }
}
