using System.Text;
using Incubator.Core.Booking;
using Incubator.Tests.Host;
using Microsoft.Playwright;

namespace Incubator.Tests.Booking.Resources;

/// <summary>The catalogue and what staff keep behind it, with a browser, in both languages, on a desk and on a phone.</summary>
public sealed class ResourcesInBrowser(Browser browser)
{
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    // Names as long as real ones are, and words that do not break by themselves.
    private static readonly byte[] List = Encoding.UTF8.GetBytes(
        "kód;megnevezés;kategória;darab;megjegyzés\r\nSD-1;Porlasztva szárító;Szárítás;2;Élelmiszer-minőségű\r\n" +
        "ULT-1;Ultramagasnyomású élelmiszer-tartósító berendezés (hidegpasztőrözés);Élelmiszer-tartósítás;1;\r\nB-1;Prés;Préselés;nulla;\r\n");

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Catalogue_Visitor_IsAccessible(string language, int width)
    {
        using var app = await LabAsync();
        await using var visit = await browser.VisitAsync(app, null, language, width);
        await (await visit.GoAsync("/resources")).CheckAsync("catalogue");
        await (await visit.GoAsync("/resources?q=nincs+ilyen")).CheckAsync("catalogue-empty");
        await (await visit.GoAsync("/resources/SD-1")).CheckAsync("resource");
    }

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Resources_Staff_AreKept(string language, int width)
    {
        using var app = await LabAsync();
        await using var visit = await browser.VisitAsync(app, await app.Given.StaffAsync(), language, width);
        await visit.GoAsync("/resources/new");
        await SendAsync(visit);
        await visit.Page.WaitForSelectorAsync(".problems");
        await visit.CheckAsync("resource-new-wrong");
        await visit.GoAsync("/resources/SD-1/edit");
        await visit.CheckAsync("resource-edit");
        await visit.Page.FillAsync("#Input_Room", "Csarnok, 12. állás");
        await SendAsync(visit);
        await visit.Page.WaitForSelectorAsync(".flash");
        await visit.GoAsync("/resources/SD-1/files");
        await visit.Page.SetInputFilesAsync("#photo-file", new FilePayload { Name = "porlasztva-szarito.png", MimeType = "image/png", Buffer = Png });
        await visit.Page.ClickAsync("form:has(#photo-file) button");
        await visit.Page.WaitForSelectorAsync(".flash");
        await visit.Page.SetInputFilesAsync("#document-file", new FilePayload
        {
            Name = "karbantartasi_es_tisztitasi_muveleti_utasitas_porlasztva_szarito_2026_v3.pdf",
            MimeType = "application/pdf",
            Buffer = Encoding.ASCII.GetBytes("%PDF-1.4"),
        });
        await visit.Page.ClickAsync("form:has(#document-file) button");
        await visit.Page.WaitForSelectorAsync(".file");
        await visit.CheckAsync("resource-files");
        await (await visit.GoAsync("/resources/SD-1")).CheckAsync("resource-staff");
        await (await visit.GoAsync("/resources/SD-1/service")).CheckAsync("resource-retire");
    }

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Rules_Staff_AreSet(string language, int width)
    {
        using var app = await LabAsync();
        await using var visit = await browser.VisitAsync(app, await app.Given.StaffAsync(), language, width);
        await (await visit.GoAsync("/booking/policies")).CheckAsync("policies-none");
        await visit.GoAsync("/booking/policies/set?resource=SD-1");
        await visit.Page.FillAsync("#Input_ValidFrom", "2026-11-10");
        await visit.Page.FillAsync("#Input_CompanyMinutesPerWeek", language == "hu" ? "7,5" : "7.5");
        await visit.Page.SelectOptionAsync("#Input_NightUse", "true");
        await visit.CheckAsync("policy-set");
        await SendAsync(visit);
        await visit.Page.WaitForSelectorAsync(".flash");
        await visit.CheckAsync("policies");
        await visit.GoAsync("/booking/opening-times");
        await visit.CheckAsync("opening-times");
        await visit.Page.FillAsync("#Week_0_", "19-7");
        await visit.Page.ClickAsync("form:has(#Week_0_) button[type=submit]");
        await visit.Page.WaitForSelectorAsync(".field-error");
        await visit.CheckAsync("opening-times-wrong");
    }

    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Import_Staff_IsPreviewedAndConfirmed(string language, int width)
    {
        using var app = await LabAsync();
        await using var visit = await browser.VisitAsync(app, await app.Given.StaffAsync(), language, width);
        await (await visit.GoAsync("/resources/import")).CheckAsync("import");
        await visit.Page.SetInputFilesAsync("#Input_File", new FilePayload { Name = "eszközlista.csv", MimeType = "text/csv", Buffer = List });
        await SendAsync(visit);
        await visit.Page.WaitForSelectorAsync(".counts");
        await visit.CheckAsync("import-preview");
        await visit.Page.ClickAsync("main form.acts button[type=submit]");
        await visit.Page.WaitForSelectorAsync("main a[href='/resources']");
        await visit.CheckAsync("import-done");
    }

    private static Task SendAsync(Visit visit) => visit.Page.ClickAsync("main form.card-form .acts button[type=submit]");

    private static async Task<IncubatorApp> LabAsync()
    {
        var app = IncubatorApp.StartOnPort();
        await app.Given.OpeningTimesAsync();
        var dryer = await app.Given.ResourceAsync(r => r with
        {
            Code = "SD-1",
            Units = 2,
            CleanupMinutes = 45,
            Capacity = new("50-400", "kg/h"),
            Manufacturer = "Élelmiszeripari Gépgyár",
            Notes = "Porított tejsavó, gyümölcspor.\nBeüzemelés előtt oktatás szükséges.",
            Source = "https://example.org/az-eszkozlista-nagyon-hosszu-cime/porlasztva-szarito?valtozat=2026-11-09",
        });
        await app.Given.ResourceAsync(r => r with { Code = "HPP-1", NameHu = "Ultramagasnyomású élelmiszer-tartósító berendezés (hidegpasztőrözés)", NameEn = "High-pressure processing" });
        await app.Given.RowsAsync(
            CalendarException.Create(new DateOnly(2026, 12, 24), CalendarExceptionKind.BridgeDay, "Pihenőnap", "Bridge day", "1/2026. rendelet", null, null, null, null, dryer.Id),
            CalendarException.Create(new DateOnly(2026, 12, 12), CalendarExceptionKind.WorkingSaturday, "Áthelyezett munkanap", "Working Saturday", null, null, null, null, null, null));
        return app;
    }
}
