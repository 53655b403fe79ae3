using System.Globalization;
using Incubator.Web.Pages.Shared;
using Microsoft.AspNetCore.Localization;

namespace Incubator.Web.Startup;

/// <summary>Hungarian first, English equal: by choice (cookie), else by what the browser asks for.</summary>
public static class Localisation
{
    public static readonly string[] Languages = ["hu", "en"];

    public static WebApplicationBuilder AddLocalisation(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddLocalization();
        services.AddRazorPages()
            .AddViewLocalization()
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(SharedText)));
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddSingleton<RefusalText>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = Languages.Select(CultureFor).ToList();
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.DefaultRequestCulture = new RequestCulture(cultures[0]);
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
        return builder;
    }

    public static void UseLocalisation(this WebApplication app) => app.UseRequestLocalization();

    // English of Europe: day before month, 24 hours.
    private static CultureInfo CultureFor(string language)
    {
        var culture = new CultureInfo(language);
        culture.DateTimeFormat.ShortTimePattern = "HH:mm";
        return CultureInfo.ReadOnly(culture);
    }
}
