using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Incubator.Core.Common;

namespace Incubator.Core.Calendars;

/// <summary>What a calendar's server answered.</summary>
/// <param name="File">Null: nothing has changed since the last reading.</param>
/// <param name="Tag">The server's name of this state (ETag); null where it gives none.</param>
public sealed record FetchedCalendar(byte[]? File, string? Tag);

/// <summary>
/// Fetches files of other houses. An address may be written by anybody, so it never reaches into a private network: the name is looked
/// up here and the connection goes to the address that was judged; redirects are followed by hand and judged each; everything is
/// bounded in time and size.
/// </summary>
public sealed class CalendarFetcher : IDisposable
{
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(10);
    public const int MaxRedirects = 3;
    private const int MaxTagLength = ExternalCalendar.TagMaxLength;

    private readonly HttpClient http;

    public CalendarFetcher(HttpMessageHandler handler)
    {
        http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("FoodIncubatorLab", "1.0"));
        http.DefaultRequestHeaders.Accept.ParseAdd("text/calendar, */*;q=0.1");
    }

    /// <summary>Connects to public addresses only.</summary>
    public static SocketsHttpHandler SafeHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 0,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromSeconds(30),
        ConnectCallback = ConnectAsync,
    };

    /// <summary>Refused with a code of <see cref="CalendarProblem"/>.</summary>
    public async Task<Result<FetchedCalendar>> FetchAsync(Uri address, string? tag, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Within);
        try
        {
            return await FollowAsync(address, tag, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Refusal(CalendarProblem.TooSlow, "Address");
        }
        catch (HttpRequestException failure) when (failure.InnerException is AddressClosedException || failure.InnerException?.InnerException is AddressClosedException)
        {
            return new Refusal(CalendarProblem.AddressNotAllowed, "Address");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException)
        {
            return new Refusal(CalendarProblem.NotReached, "Address");
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<Result<FetchedCalendar>> FollowAsync(Uri address, string? tag, CancellationToken cancel)
    {
        for (var redirects = 0; ; redirects++)
        {
            if (ForeignAddress.Problem(address) is { } problem) return new Refusal(problem, "Address");
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (tag is not null && EntityTagHeaderValue.TryParse(tag, out var known)) request.Headers.IfNoneMatch.Add(known);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (answer.StatusCode == HttpStatusCode.NotModified && tag is not null) return new FetchedCalendar(null, tag);
            if ((int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is { } location)
            {
                if (redirects == MaxRedirects) return new Refusal(CalendarProblem.TooManyRedirects, "Address");
                address = new Uri(address, location);
                continue;
            }

            if (answer.StatusCode != HttpStatusCode.OK) return new Refusal(CalendarProblem.Refused, "Address").With("status", (int)answer.StatusCode);
            if (answer.Content.Headers.ContentLength > CalendarFile.MaxBytes) return new Refusal(CalendarProblem.TooLarge, "Address");
            if (await ReadAsync(answer.Content, cancel) is not { } file) return new Refusal(CalendarProblem.TooLarge, "Address");
            var told = answer.Headers.ETag?.ToString();
            return new FetchedCalendar(file, told is { Length: <= MaxTagLength } ? told : null);
        }
    }

    // What arrives is counted unpacked: a small file may hold a large one.
    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancel)
    {
        await using var stream = await content.ReadAsStreamAsync(cancel);
        using var file = new MemoryStream();
        var part = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(part, cancel)) > 0)
        {
            if (file.Length + read > CalendarFile.MaxBytes) return null;
            file.Write(part, 0, read);
        }

        return file.ToArray();
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancel);
        // One closed address among them is reason enough: it may be the next that is taken.
        if (found.Length == 0 || !Array.TrueForAll(found, ForeignAddress.IsOpen)) throw new AddressClosedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class AddressClosedException : IOException;
}
