using System.Security.Cryptography;
using System.Text;

namespace Axfl.Research.Keys;

/// <summary>SHA-256 as keys have it: lower-case hex.</summary>
internal static class Sha256
{
    /// <summary>Of a text in UTF-8.</summary>
    public static string Of(string text) => Hex(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Of a hash's bytes.</summary>
    public static string Hex(byte[] hash) => Convert.ToHexString(hash).ToLowerInvariant();
}
