using Xunit.Sdk;

namespace Incubator.Tests.Host;

/// <summary>The check by which every page is judged finds what is wrong, also where it is so at the width only that the visit is not at.</summary>
public sealed class CheckInBrowser(Browser browser)
{
    [Theory]
    [InlineData("<img src='data:,' alt=''>", null)]
    [InlineData("<img src='data:,'>", "image-alt")]
    [InlineData("<p class='desk' style='color: #999'>Pale</p>", "color-contrast")]
    [InlineData("<p class='phone' style='color: #999'>Pale</p>", "color-contrast")]
    [InlineData("<p class='phone' style='width: 400px'>Broad</p>", "scrolls sideways by 40 px")]
    public async Task Check_PageIsWrong_SaysWhat(string content, string? problem)
    {
        using var app = IncubatorApp.StartOnPort();
        foreach (var (language, width) in Browser.Views.Select(view => view.Data))
        {
            await using var visit = await browser.VisitAsync(app, null, language, width);
            await visit.Page.SetContentAsync($$"""
                <!DOCTYPE html><html lang="{{language}}"><head><title>Judged</title><style>body { margin: 0 }
                @media (max-width: 600px) { .desk { display: none } } @media (min-width: 600px) { .phone { display: none } }</style></head>
                <body><main><p>Plain</p>{{content}}</main></body></html>
                """);
            var thrown = await Record.ExceptionAsync(() => visit.CheckAsync("check"));
            if (problem is null) Assert.Null(thrown);
            else Assert.Contains(problem, Assert.IsType<TrueException>(thrown).Message, StringComparison.Ordinal);
        }
    }
}
