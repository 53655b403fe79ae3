namespace Incubator.Web.Pages.Notifications.Emails;

/// <summary>How mail leaves the house (section "Mail"). Without <see cref="Host"/> nothing is sent: mails are kept and read here.</summary>
public sealed class MailSettings
{
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary>"StartTls" (the server must offer it), "Tls" (from the first byte, port 465) or "None" (a relay on the same machine).</summary>
    public string Security { get; set; } = "StartTls";

    public string? User { get; set; }

    public string? Password { get; set; }

    public string From { get; set; } = "inkubator@localhost";

    /// <summary>For each step of the conversation, in seconds.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Where the server wants OAuth 2 (client credentials) instead of a password.</summary>
    public OAuthSettings OAuth { get; set; } = new();

    public bool IsOn => !string.IsNullOrWhiteSpace(Host);

    public sealed class OAuthSettings
    {
        /// <summary>https address of the token endpoint; null: no OAuth.</summary>
        public string? TokenAddress { get; set; }

        public string? ClientId { get; set; }

        public string? ClientSecret { get; set; }

        public string? Scope { get; set; }
    }
}
