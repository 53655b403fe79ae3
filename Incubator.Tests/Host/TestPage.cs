using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Incubator.Tests.Host;

/// <summary>A page as it was answered.</summary>
public sealed class TestPage(TestClient client, HttpResponseMessage answer, IHtmlDocument document)
{
    public HttpStatusCode Status => answer.StatusCode;

    public HttpResponseMessage Answer => answer;

    /// <summary>Path and query of where the redirects led.</summary>
    public string Url => answer.RequestMessage!.RequestUri!.PathAndQuery;

    public IHtmlDocument Document => document;

    public string Html => document.DocumentElement.OuterHtml;

    public string Title => document.Title ?? "";

    /// <summary>The messages beside the fields and in the summary.</summary>
    public IReadOnlyList<string> Errors =>
        [.. document.QuerySelectorAll(".field-error, .problems li, .validation-summary-errors li").Select(Tidy).Where(t => t.Length > 0).Distinct()];

    /// <summary>What the last act is said to have done.</summary>
    public string? Flash => document.QuerySelector(".flash") is { } flash ? Tidy(flash) : null;

    public string Text(string selector) => Tidy(One(selector));

    public IReadOnlyList<string> All(string selector) => [.. document.QuerySelectorAll(selector).Select(Tidy)];

    public bool Has(string selector) => document.QuerySelector(selector) is not null;

    public IElement One(string selector) =>
        document.QuerySelector(selector) ?? throw new InvalidOperationException($"{Url} ({(int)Status}) has no {selector}: {Tidy(document.Body!)}");

    public Task<TestPage> FollowAsync(string linkSelector) => client.GetPageAsync(One(linkSelector).GetAttribute("href")!);

    /// <summary>The first form in the page's main part, or the one that is or holds what the selector finds.</summary>
    public TestForm Form(string selector = "main form")
    {
        var found = One(selector);
        return new TestForm(client, this, found as IHtmlFormElement ?? found.Closest("form") as IHtmlFormElement
            ?? throw new InvalidOperationException($"{selector} is in no form."));
    }

    private static string Tidy(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
