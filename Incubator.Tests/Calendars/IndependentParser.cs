using System.Diagnostics;
using System.Text;

namespace Incubator.Tests.Calendars;

/// <summary>What another program, in another language, reads in our calendars: Debian's python3-icalendar.</summary>
internal static class IndependentParser
{
    private const string Python = "/usr/bin/python3";

    private const string Script = """
        import sys, icalendar
        data = sys.stdin.buffer.read()
        lines = data.split(b'\r\n')
        assert all(len(line) <= 75 for line in lines), 'a line is longer than 75 octets'
        assert b'\n' not in data.replace(b'\r\n', b'') and b'\r' not in data.replace(b'\r\n', b''), 'a line does not end with CRLF'
        for line in lines: line.decode('utf-8')
        calendar = icalendar.Calendar.from_ical(data)
        out = [str(calendar['METHOD'])]
        for event in calendar.walk('VEVENT'):
            out += [str(event['UID']), str(event['SEQUENCE']), str(event['STATUS']), event.decoded('DTSTART').isoformat(), event.decoded('DTEND').isoformat(), str(event['SUMMARY'])]
        sys.stdout.buffer.write('|'.join(out).encode('utf-8'))
        """;

    private static readonly Lazy<bool> There = new(() =>
    {
        if (!File.Exists(Python)) return false;
        using var asked = Process.Start(new ProcessStartInfo(Python, ["-c", "import icalendar"]) { RedirectStandardError = true })!;
        asked.WaitForExit();
        return asked.ExitCode == 0;
    });

    public static bool IsThere => There.Value;

    /// <summary>METHOD, then UID, SEQUENCE, STATUS, start, end and title of each event; fails where a line is too long or no UTF-8.</summary>
    public static async Task<string> ReadAsync(byte[] file, CancellationToken cancel)
    {
        using var parser = Process.Start(new ProcessStartInfo(Python, ["-c", Script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        await parser.StandardInput.BaseStream.WriteAsync(file, cancel);
        parser.StandardInput.Close();
        var read = await parser.StandardOutput.ReadToEndAsync(cancel);
        var problem = await parser.StandardError.ReadToEndAsync(cancel);
        await parser.WaitForExitAsync(cancel);
        Assert.True(parser.ExitCode == 0, problem);
        return read;
    }
}
