using System.Security.Cryptography;
using System.Text;

namespace Incubator.Core.Cohorts;

/// <summary>
/// The secret in an applicant's link: 256 bits of chance, of which only the hash is kept. In hexadecimal, because links are written in
/// small letters.
/// </summary>
public static class ApplicationSecret
{
    private const int Bytes = 32;

    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 in hexadecimal. A fast hash suffices: nobody guesses 256 bits.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
