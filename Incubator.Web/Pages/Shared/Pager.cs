using Microsoft.AspNetCore.WebUtilities;

namespace Incubator.Web.Pages.Shared;

/// <summary>Which leaf of a long list: <c>&lt;partial name="_Pager" model="new Pager(page, size, total, Request)" /&gt;</c>; pages count from 1.</summary>
public sealed record Pager(int Page, int Size, int Total, HttpRequest Request, string Parameter = "page")
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public string UrlOf(int page)
    {
        var query = Request.Query.Where(q => q.Key != Parameter).ToDictionary(q => q.Key, q => (string?)q.Value.ToString());
        query[Parameter] = page.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(Request.Path, query);
    }
}
