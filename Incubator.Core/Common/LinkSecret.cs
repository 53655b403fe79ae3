using System.Security.Cryptography;
using System.Text;

namespace Incubator.Core.Common;

/// <summary>
/// The secret in a link that opens something without signing in: 256 bits of chance, of which only the hash is kept. In hexadecimal,
/// because links are written in small letters.
/// </summary>
public static class LinkSecret
{
    private const int Bytes = 32;

    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 in hexadecimal. A fast hash suffices: nobody guesses 256 bits.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
