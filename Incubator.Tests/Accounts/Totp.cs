using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Incubator.Tests.Accounts;

/// <summary>An authenticator app (RFC 6238: SHA-1, six digits, half a minute).</summary>
internal static class Totp
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    /// <param name="key">Base 32, spaces allowed.</param>
    public static string Now(string key)
    {
        var bits = 0;
        var held = 0;
        var secret = new List<byte>();
        foreach (var letter in key.Replace(" ", "", StringComparison.Ordinal))
        {
            held = (held << 5) | Letters.IndexOf(letter, StringComparison.OrdinalIgnoreCase);
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            secret.Add((byte)(held >> bits));
            held &= (1 << bits) - 1;
        }

        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard's own.
        var hash = HMACSHA1.HashData(secret.ToArray(), step);
#pragma warning restore CA5350
        var at = hash[^1] & 0xF;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at, 4)) & 0x7FFFFFFF) % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
