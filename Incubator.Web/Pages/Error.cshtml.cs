using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Incubator.Web.Pages;

[AllowAnonymous]
[IgnoreAntiforgeryToken] // Shown in place of any failed request, posts included; it changes nothing.
[ResponseCache(Duration = 0, Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public int Code { get; private set; } = StatusCodes.Status500InternalServerError;

    public string TraceId => Activity.Current?.Id ?? HttpContext.TraceIdentifier;

    public string Heading => Code switch
    {
        400 => "This request could not be understood",
        403 => "You may not open this page",
        404 => "This page does not exist",
        413 => "This file is too large",
        429 => "Too many requests",
        503 => "The lab's database cannot be reached",
        _ => "Something went wrong",
    };

    public string Advice => Code switch
    {
        400 => "Go back, reload the page and try again.",
        403 => "If you need it, please ask the lab's staff.",
        404 => "It may have been moved, or it is not for you.",
        413 => "Choose a smaller file.",
        429 => "Please wait a minute and try again.",
        503 => "Please try again in a few minutes.",
        _ => "Nothing you typed was recorded. Please try again; if it stays so, tell the staff the trace id.",
    };

    public void OnGet(int? code) => Show(code);

    public void OnPost(int? code) => Show(code);

    private void Show(int? code) => Code = code is >= 400 and < 600 ? code.Value : Response.StatusCode >= 400 ? Response.StatusCode : 500;
}
