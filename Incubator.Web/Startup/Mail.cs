using Incubator.Core.Notifications;
using Incubator.Web.Pages.Notifications.Emails;
using MimeKit;

namespace Incubator.Web.Startup;

/// <summary>Where mails go, and the address of this site that stands in them.</summary>
public static class Mail
{
    private static readonly string[] Securities = ["StartTls", "Tls", "None"];

    /// <exception cref="StartupProblem">A mail server is named, but not how to reach it or what to write in the mails.</exception>
    public static void AddMail(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings();
        Check(settings, builder.Configuration["Site:Address"]);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<SiteAddress>();
        builder.Services.AddSingleton<UnsubscribeLinks>();
        builder.Services.AddScoped<MailWriter>().AddScoped<DeliverOutbox>();
        builder.Services.AddNotifications();
    }

    private static void Check(MailSettings settings, string? site)
    {
        if (site is { Length: > 0 } && !Uri.TryCreate(site, UriKind.Absolute, out _))
            throw new StartupProblem($"Site:Address is \"{site}\": write the whole address of this site, like https://inkubator.example.hu.");
        if (!settings.IsOn) return;
        if (!Securities.Contains(settings.Security))
            throw new StartupProblem($"Mail:Security is \"{settings.Security}\": write StartTls, Tls or None.");
        if (!MailboxAddress.TryParse(settings.From, out _))
            throw new StartupProblem($"Mail:From is \"{settings.From}\": write the lab's mail address.");
        if (string.IsNullOrWhiteSpace(site))
            throw new StartupProblem("Mail:Host is set but Site:Address is not: mails need the address of this site for their links.");
        if (settings.OAuth.TokenAddress is { Length: > 0 } token && (!Uri.TryCreate(token, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps))
            throw new StartupProblem("Mail:OAuth:TokenAddress must be an https address.");
    }
}
