using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Incubator.Core.Booking;
using Incubator.Core.Cohorts;
using Incubator.Core.Data;
using Incubator.Core.Notifications;
using Incubator.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Incubator.Web.Pages.Calendars;

/// <summary>What calendar programs read: whoever holds the secret address, without signing in, in the language of its person.</summary>
[AllowAnonymous]
public sealed class FeedModel(
    IncubatorDb db, FeedDesk desk, BookingFeeds booking, MentorFeeds mentoring, IStringLocalizer<CalendarsText> text, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancel)
    {
        if (await desk.OpenAsync(secret, cancel) is not { } feed) return NotFound();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Localisation.CultureOf(feed.Language);
        var now = clock.GetUtcNow();
        var (name, appointments) = feed.ResourceId is { } id ? await OfResourceAsync(feed, id, now, cancel) : await OwnAsync(feed, now, cancel);

        // The stamp of the writing differs each time; what is told does not.
        var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { name, appointments })).AsSpan(0, 16))}\"";
        Response.Headers.ETag = tag;
        Response.Headers.CacheControl = "private, max-age=300";
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (Request.Headers.IfNoneMatch.Contains(tag)) return StatusCode(StatusCodes.Status304NotModified);
        var site = new Uri($"{Request.Scheme}://{Request.Host}/");
        return Content(CalendarText.ForFeed(name, appointments, site, now), "text/calendar; charset=utf-8", Encoding.UTF8);
    }

    private async Task<(string, IReadOnlyList<Appointment>)> OwnAsync(OpenFeed feed, DateTimeOffset now, CancellationToken cancel)
    {
        var window = BookingFeeds.WindowAt(now);
        var hours = await mentoring.OwnAsync(
            feed.Actor.PersonId!.Value, feed.Actor.CompanyIds, window.Start, window.End, now.AddDays(-BookingFeeds.DaysCancelled), cancel);
        var told = hours.Select(h => h with { Title = text["Mentor's hour: {0}", h.Title] });
        return (text["My time in the lab"], [.. await booking.OwnAsync(feed, now, cancel), .. told]);
    }

    private async Task<(string, IReadOnlyList<Appointment>)> OfResourceAsync(OpenFeed feed, long id, DateTimeOffset now, CancellationToken cancel)
    {
        var resource = await db.Resources.AsNoTracking().SingleAsync(r => r.Id == id, cancel);
        return (resource.Name(feed.Language), await booking.OfResourceAsync(feed, resource, new FeedWords(text["Busy"], text["Maintenance"]), now, cancel));
    }
}
