using Incubator.Core.Camps;
using Incubator.Tests.Host;

namespace Incubator.Tests.Camps.Agenda;

/// <summary>Staff write, plan and publish a camp's sessions; a visitor reads the agenda. In both languages, on a desk and on a phone.</summary>
public sealed class AgendaInBrowser(Browser browser)
{
    [Theory, MemberData(nameof(Browser.Views), MemberType = typeof(Browser))]
    public async Task Agenda_FromSessionToVersion_IsPlannedPublishedAndRead(string language, int width)
    {
        using var lab = await AgendaLab.BeginAsync(IncubatorApp.StartOnPort());
        await lab.HostedAsync();
        await lab.PlanAsync(AgendaLab.Details("Opening, and the challenges of the companies", SessionKind.Brief, 90) with { Note = "Bring your badge." }, AgendaLab.At(0, 9), lab.Hall);
        await lab.PlanAsync(AgendaLab.Details("Lunch", SessionKind.Break), AgendaLab.At(0, 12), null);
        await lab.PlanAsync(AgendaLab.Details("Trials", SessionKind.LabWork, 120) with { TeamIds = [lab.Teams[0].Id], ResourceIds = [lab.Dryer.Id] }, AgendaLab.At(0, 14), lab.KitchenRoom);
        var late = await lab.PlanAsync(AgendaLab.Details("Ideation in teams", SessionKind.Ideation, 90), AgendaLab.At(0, 10), lab.Hall);
        await lab.AddAsync(AgendaLab.Details("Pitch of Almavirág", SessionKind.Pitch, 15) with { TeamIds = [lab.Teams[0].Id], CrewIds = [lab.Juror.Id] });
        await using var visit = await browser.VisitAsync(lab.App, lab.StaffPerson, language, width);
        await (await visit.GoAsync($"/camps/{lab.Camp}/sessions")).CheckAsync("camp-sessions");
        await (await visit.GoAsync($"/camps/{lab.Camp}/sessions/new")).CheckAsync("camp-session-new");
        await (await visit.GoAsync($"/camps/{lab.Camp}/rooms")).CheckAsync("camp-rooms");
        await (await visit.GoAsync($"/camps/{lab.Camp}/plan")).CheckAsync("camp-plan");
        await (await visit.GoAsync($"/camps/{lab.Camp}/plan/settings")).CheckAsync("camp-plan-settings");
        if (width == Visit.Desk)
        {
            await visit.GoAsync($"/camps/{lab.Camp}/plan");
            await visit.Page.DragAndDropAsync($".board [data-session='{late}']", "td[data-start='2026-11-16T10:30']:not(.taken)");
            await visit.Page.WaitForSelectorAsync(".flash");
        }
        else
        {
            await (await visit.GoAsync($"/camps/{lab.Camp}/plan/{late}")).CheckAsync("camp-place");
            await visit.Page.FillAsync("#Input_Start", "2026-11-16T10:30");
            await visit.Page.ClickAsync(".card-form button[type=submit]");
            await visit.Page.WaitForSelectorAsync(".flash");
        }

        await (await visit.GoAsync($"/camps/{lab.Camp}/plan/automatic")).CheckAsync("camp-automatic");
        await visit.Page.SelectOptionAsync("#Seconds", "5");
        await visit.Page.ClickAsync(".card-form button[type=submit]");
        await visit.Page.WaitForSelectorAsync("#found-title", new() { Timeout = 20_000 });
        await visit.CheckAsync("camp-automatic-found");
        await visit.Page.ClickAsync(".findings form button.btn-primary");
        await visit.Page.WaitForSelectorAsync(".flash");
        await (await visit.GoAsync($"/camps/{lab.Camp}/plan/publish")).CheckAsync("camp-publish");
        await visit.Page.FillAsync("#Note", "As well as it goes");
        await visit.Page.ClickAsync("form:has(#Note) button.btn-primary");
        await visit.Page.WaitForSelectorAsync(".flash");
        await lab.RemoveAsync(late);
        AgendaLab.Succeed(await lab.PublishAsync("Without ideation"));

        await using var visitor = await browser.VisitAsync(lab.App, null, language, width);
        await (await visitor.GoAsync($"/camps/{lab.Camp}/agenda")).CheckAsync("camp-agenda");
        await (await visitor.GoAsync($"/camps/{lab.Camp}/agenda?view=table")).CheckAsync("camp-agenda-table");
    }
}
