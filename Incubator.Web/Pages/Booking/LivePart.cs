using System.Security.Cryptography;
using System.Text;
using Incubator.Core.Booking;

namespace Incubator.Web.Pages.Booking;

/// <summary>
/// The part of a page that follows what others book (<c>live.js</c>): it carries the stamp of the calendar it was drawn from, and
/// is asked for anew, without the rest of the page, where the stamp has changed.
/// </summary>
public sealed class LivePart(WallCalendar wall)
{
    /// <summary>Of a request that wants the live part alone.</summary>
    public const string Header = "X-Live";

    /// <summary>Read it before what is drawn: a change in between is then seen at the next look.</summary>
    public async Task<string> StampAsync(CancellationToken cancel) => Of(await wall.StampAsync(cancel));

    /// <summary>Nothing of the stamp itself is told: it counts what others do.</summary>
    public static string Of(string? stamp) => stamp is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stamp)).AsSpan(0, 12));

    public static string? Layout(HttpRequest request, string? usual) => request.Headers.ContainsKey(Header) ? "_LiveLayout" : usual;
}
