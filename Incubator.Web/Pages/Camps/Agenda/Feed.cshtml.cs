using System.Text;
using Incubator.Core.Camps;
using Incubator.Core.Notifications;
using Incubator.Web.Pages.Shared;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages.Camps.Agenda;

/// <summary>The latest agenda as other programs read it: iCalendar, frab XML or JSON; nothing in it that the public page does not show.</summary>
[AllowAnonymous]
public sealed class FeedModel(AgendaReader agendas, SiteAddress site) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid reference, string format, CancellationToken cancel)
    {
        if (await agendas.ReadAsync(reference, number: null, cancel) is not { } agenda) return NotFound();
        var language = LabFormat.Language;
        return format switch
        {
            "ics" => File(Encoding.UTF8.GetBytes(CalendarText.ForFeed(
                agenda.Camp.Name(language), await agendas.AppointmentsAsync(agenda, language, cancel), new Uri(site.Root), agenda.Version.PublishedAt)),
                "text/calendar; charset=utf-8", "agenda.ics"),
            "xml" => File(FrabXml.Write(agenda.ToTimetable(language, new Uri(site.Root))), FrabXml.ContentType, "agenda.xml"),
            _ => File(PretalxJson.Write(agenda.ToTimetable(language, new Uri(site.Root))), PretalxJson.ContentType, "agenda.json"),
        };
    }
}
