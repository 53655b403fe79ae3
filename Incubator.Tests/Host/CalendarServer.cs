using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Incubator.Tests.Host;

/// <summary>
/// The calendars of other houses, for tests: each gives its own host a file (<see cref="Give"/>), with an ETag of its content. Whatever is
/// asked of another host answers 404.
/// </summary>
public sealed class CalendarServer : HttpMessageHandler
{
    private static readonly ConcurrentDictionary<string, Func<HttpRequestMessage, HttpResponseMessage>> Hosts = new();

    /// <returns>An address of a host of its own.</returns>
    public static Uri Answer(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        var address = new Uri($"https://c{Guid.NewGuid():N}.example/secret-part/calendar.ics");
        Hosts[address.Host] = answer;
        return address;
    }

    public static Uri Give(string file) => Answer(request => Of(request, file));

    /// <summary>From now on the address gives another file.</summary>
    public static void Change(Uri address, string file) => Hosts[address.Host] = request => Of(request, file);

    public static void Change(Uri address, HttpStatusCode status) => Hosts[address.Host] = _ => new HttpResponseMessage(status);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Hosts.TryGetValue(request.RequestUri!.Host, out var answer) ? answer(request) : new HttpResponseMessage(HttpStatusCode.NotFound));
    }

    private static HttpResponseMessage Of(HttpRequestMessage request, string file)
    {
        var tag = new EntityTagHeaderValue($"\"{file.Length}-{string.GetHashCode(file, StringComparison.Ordinal)}\"");
        if (request.Headers.IfNoneMatch.Contains(tag)) return new HttpResponseMessage(HttpStatusCode.NotModified);
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(file, Encoding.UTF8, "text/calendar") };
        answer.Headers.ETag = tag;
        return answer;
    }
}
