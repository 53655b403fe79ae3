using System.Net.Sockets;
using System.Text.Json;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Incubator.Web.Pages.Notifications.Emails;

public enum MailOutcome
{
    Sent = 0,

    /// <summary>It surely did not arrive; later it may.</summary>
    PutOff = 1,

    /// <summary>The server refused it for good.</summary>
    Refused = 2,

    /// <summary>The message was under way when the connection broke off: it may have arrived or not.</summary>
    Unanswered = 3,
}

/// <summary>The mail server cannot be reached, or does not let us in: nothing was sent.</summary>
public sealed class MailServerAwayException(string message, Exception cause) : Exception(message, cause);

/// <summary>One conversation with the mail server; it is taken up anew after it broke off.</summary>
public sealed class MailServer(MailSettings settings) : IDisposable
{
    private static readonly HttpClient Tokens = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly SmtpClient client = new();

    /// <exception cref="MailServerAwayException">No conversation came about.</exception>
    public async Task OpenAsync(CancellationToken cancel)
    {
        if (client.IsConnected) return;
        using var patience = Patience(cancel);
        try
        {
            client.Timeout = settings.TimeoutSeconds * 1000;
            await client.ConnectAsync(settings.Host!, settings.Port, settings.Security switch
            {
                "Tls" => SecureSocketOptions.SslOnConnect,
                "None" => SecureSocketOptions.None,
                _ => SecureSocketOptions.StartTls,
            }, patience.Token);
            if (settings.OAuth.TokenAddress is { Length: > 0 } address)
                await client.AuthenticateAsync(new SaslMechanismOAuth2(settings.User ?? "", await TokenAsync(new Uri(address), patience.Token)), patience.Token);
            else if (settings.User is { Length: > 0 })
                await client.AuthenticateAsync(settings.User, settings.Password ?? "", patience.Token);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            Close();
            throw new MailServerAwayException($"{settings.Host}:{settings.Port}: {Line(failure)}", failure);
        }
    }

    public async Task<(MailOutcome Outcome, string Answer)> SendAsync(MimeMessage message, CancellationToken cancel)
    {
        var underWay = new UnderWay();
        using var patience = Patience(cancel);
        try
        {
            return (MailOutcome.Sent, await client.SendAsync(message, patience.Token, underWay));
        }
        catch (SmtpCommandException answer)
        {
            // An answer is an answer: the server did not take it.
            return ((int)answer.StatusCode < 500 ? MailOutcome.PutOff : MailOutcome.Refused, $"{(int)answer.StatusCode} {Line(answer)}");
        }
        // Whatever broke off, stopping too: what was under way may have arrived or not, anything else did not.
        catch (Exception failure)
        {
            Close();
            return (underWay.Began ? MailOutcome.Unanswered : MailOutcome.PutOff, Line(failure));
        }
    }

    public async Task LeaveAsync(CancellationToken cancel)
    {
        try
        {
            using var patience = Patience(cancel);
            if (client.IsConnected) await client.DisconnectAsync(true, patience.Token);
        }
        catch (Exception failure) when (failure is IOException or SmtpProtocolException or SmtpCommandException or SocketException or TimeoutException or OperationCanceledException)
        {
            // All was answered before: how the server says goodbye changes nothing.
        }
    }

    public void Dispose() => client.Dispose();

    private CancellationTokenSource Patience(CancellationToken cancel)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        return patience;
    }

    private void Close()
    {
        try
        {
            client.Disconnect(false);
        }
        catch (Exception failure) when (failure is IOException or SocketException or ServiceNotConnectedException)
        {
            // It is closed already.
        }
    }

    private async Task<string> TokenAsync(Uri address, CancellationToken cancel)
    {
        var wish = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = settings.OAuth.ClientId ?? "",
            ["client_secret"] = settings.OAuth.ClientSecret ?? "",
        };
        if (settings.OAuth.Scope is { Length: > 0 } scope) wish["scope"] = scope;
        using var form = new FormUrlEncodedContent(wish);
        using var answer = await Tokens.PostAsync(address, form, cancel);
        answer.EnsureSuccessStatusCode();
        using var json = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancel), cancellationToken: cancel);
        return json.RootElement.GetProperty("access_token").GetString() ?? "";
    }

    private static string Line(Exception failure) => failure is OperationCanceledException
        ? "no answer in time"
        : failure.Message.ReplaceLineEndings(" ").Trim();

    /// <summary>Whether any of the message itself left the house.</summary>
    private sealed class UnderWay : ITransferProgress
    {
        public bool Began { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Began = true;

        public void Report(long bytesTransferred) => Began = true;
    }
}
