using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Incubator.Tests.Host;

/// <summary>What the sink does at a step of the conversation.</summary>
public enum SinkAct
{
    Go = 0,

    /// <summary>Says "later" (451).</summary>
    Later = 1,

    /// <summary>Says "no" (550).</summary>
    No = 2,

    /// <summary>Says nothing more.</summary>
    Hang = 3,

    /// <summary>Shuts the line.</summary>
    Drop = 4,

    /// <summary>Wants to know first who we are (530).</summary>
    WhoAreYou = 5,
}

/// <summary>
/// A mail server on a socket of this machine: takes what it is given and keeps it. <see cref="At"/> makes it behave badly, by step
/// (greeting, EHLO, MAIL, RCPT, DATA, BODY: after some of the message, END: after the whole message and before the answer, DONE: after
/// the answer) and by recipient.
/// </summary>
public sealed class SmtpSink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<MimeMessage> taken = new();

    public SmtpSink()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What was taken, and answered with 250.</summary>
    public IReadOnlyList<MimeMessage> Taken => [.. taken];

    /// <summary>Asked at each step with the recipient, where one is known.</summary>
    public Func<string, string?, SinkAct> At { get; set; } = (_, _) => SinkAct.Go;

    public (string, string?)[] Settings =>
    [
        ("Mail:Host", "localhost"), ("Mail:Port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Mail:Security", "None"),
        ("Mail:From", "inkubator@debrecen.example"), ("Mail:TimeoutSeconds", "2"), ("Site:Address", "https://inkubator.debrecen.example"),
    ];

    public IEnumerable<string> Recipients => Taken.SelectMany(m => m.To.Mailboxes.Select(b => b.Address));

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = TalkAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient caller)
    {
        using var line = caller;
        line.NoDelay = true;
        await using var stream = line.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        string? recipient = null;
        try
        {
            if (!await AnswerAsync("GREETING", "220 sink")) return;
            while (await reader.ReadLineAsync(stop.Token) is { } command)
            {
                var word = command.Split(' ', ':')[0].ToUpperInvariant();
                switch (word)
                {
                    case "EHLO" or "HELO":
                        if (!await AnswerAsync("EHLO", "250-sink\r\n250 8BITMIME")) return;
                        break;
                    case "MAIL":
                        recipient = null;
                        if (!await AnswerAsync("MAIL", "250 ok")) return;
                        break;
                    case "RCPT":
                        recipient = command[(command.IndexOf('<') + 1)..command.IndexOf('>')];
                        if (!await AnswerAsync("RCPT", "250 ok")) return;
                        break;
                    case "DATA":
                        if (!await AnswerAsync("DATA", "354 go on")) return;
                        if (!await BodyAsync()) return;
                        break;
                    case "QUIT":
                        await SayAsync("221 bye");
                        return;
                    default:
                        await SayAsync("250 ok");
                        break;
                }
            }
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or SocketException)
        {
            // The caller went, or the test is over.
        }

        async Task<bool> BodyAsync()
        {
            var text = new StringBuilder();
            while (await reader.ReadLineAsync(stop.Token) is { } row && row != ".")
            {
                if (At("BODY", recipient) == SinkAct.Drop && text.Length > 100) return Reset();
                text.Append(row.StartsWith('.') ? row[1..] : row).Append("\r\n");
            }

            var act = At("END", recipient);
            if (act is SinkAct.Later or SinkAct.No) return await AnswerAsync("END", "");
            if (act == SinkAct.Drop) return Reset();
            using var raw = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
            taken.Enqueue(await MimeMessage.LoadAsync(raw, stop.Token));
            if (act == SinkAct.Hang) await Task.Delay(Timeout.Infinite, stop.Token);
            await SayAsync("250 taken");
            return At("DONE", recipient) != SinkAct.Drop || Reset();
        }

        async Task<bool> AnswerAsync(string step, string yes)
        {
            switch (At(step, recipient))
            {
                case SinkAct.Later: await SayAsync("451 later, please"); return true;
                case SinkAct.No: await SayAsync("550 no such address"); return true;
                case SinkAct.WhoAreYou: await SayAsync("530 5.7.0 authentication required"); return true;
                case SinkAct.Hang: await Task.Delay(Timeout.Infinite, stop.Token); return false;
                case SinkAct.Drop: return Reset();
                default: await SayAsync(yes); return true;
            }
        }

        bool Reset()
        {
            line.Client.LingerState = new LingerOption(true, 0);
            line.Close();
            return false;
        }

        async Task SayAsync(string answer) => await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), stop.Token);
    }
}
