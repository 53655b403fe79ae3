using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Incubator.Web.Startup;

/// <summary>Hungarian unless the reader chose otherwise: by the switch (cookie), in their account, or in their browser.</summary>
public static class Localisation
{
    public static readonly string[] Languages = ["hu", "en"];

    public static void AddLocalisation(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization();
        builder.Services.AddSingleton<RefusalText>();
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = Languages.Select(CultureFor).ToList();
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.DefaultRequestCulture = new RequestCulture(cultures[0]);
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider(),
                new CustomRequestCultureProvider(FromPerson),
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
        // Accents as themselves, not as character references.
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddSingleton<IPostConfigureOptions<MvcOptions>, BindingMessages>();
    }

    /// <summary>The culture of one of <see cref="Languages"/>, as pages use it.</summary>
    public static CultureInfo CultureOf(string language) => CultureFor(Languages.Contains(language) ? language : Languages[0]);

    public static void Remember(HttpResponse response, string language) =>
        response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, HttpOnly = true, SameSite = SameSiteMode.Lax });

    // English of Europe: 24 hours.
    private static CultureInfo CultureFor(string language)
    {
        var culture = new CultureInfo(language);
        culture.DateTimeFormat.ShortTimePattern = "HH:mm";
        return CultureInfo.ReadOnly(culture);
    }

    private static Task<ProviderCultureResult?> FromPerson(HttpContext context) =>
        Task.FromResult(context.User.FindFirst(PersonClaims.Language)?.Value is { } language ? new ProviderCultureResult(language) : null);
}
