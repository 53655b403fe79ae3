using System.Net;
using AngleSharp.Html.Parser;

namespace Incubator.Tests.Host;

/// <summary>One person's browser without scripts: keeps cookies, reads pages, posts forms.</summary>
public sealed class TestClient
{
    private readonly CookieContainer cookies = new();

    public TestClient(HttpMessageHandler inner, Uri address, string world, string language)
    {
        Http = new HttpClient(new CookieJar(cookies, inner)) { BaseAddress = address };
        Http.DefaultRequestHeaders.Add(World.Header, world);
        Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    /// <summary>For bare requests; does not follow redirects.</summary>
    public HttpClient Http { get; }

    public Task<HttpResponseMessage> GetAsync(string url) => Http.GetAsync(new Uri(url, UriKind.RelativeOrAbsolute));

    public async Task<TestPage> GetPageAsync(string url) => await ReadAsync(await GetAsync(url));

    /// <summary>Posts without the page's token, or with fields that no page offers.</summary>
    public Task<HttpResponseMessage> PostAsync(string url, params (string Name, string Value)[] fields)
    {
        var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return Http.PostAsync(new Uri(url, UriKind.RelativeOrAbsolute), content);
    }

    /// <summary>The cookies as a browser context of Playwright needs them.</summary>
    public IEnumerable<Cookie> Cookies => cookies.GetCookies(Http.BaseAddress!);

    /// <summary>As the switch in the top bar does.</summary>
    public void Choose(string language) => cookies.Add(Http.BaseAddress!, new Cookie(".AspNetCore.Culture", $"c%3D{language}%7Cuic%3D{language}"));

    internal async Task<TestPage> ReadAsync(HttpResponseMessage answer)
    {
        for (var hops = 0; answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther or HttpStatusCode.MovedPermanently; hops++)
        {
            Assert.True(hops < 6, "The redirects go in a circle.");
            answer = await Http.GetAsync(new Uri(answer.RequestMessage!.RequestUri!, answer.Headers.Location!));
        }

        var html = await answer.Content.ReadAsStringAsync();
        return new TestPage(this, answer, new HtmlParser().ParseDocument(html));
    }

    private sealed class CookieJar(CookieContainer cookies, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header) request.Headers.Add("Cookie", header);
            var answer = await base.SendAsync(request, cancellationToken);
            answer.RequestMessage ??= request;
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set) cookies.SetCookies(request.RequestUri!, cookie);
            }

            return answer;
        }
    }
}
