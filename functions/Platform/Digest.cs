using System.Security.Cryptography;
using System.Text;

namespace Initiatiefloket.Platform;

/// <summary>SHA-256 of a text, where a key or a name must say nothing of what it is made of and be short.</summary>
public static class Digest
{
    private const int WholeLength = 2 * SHA256.HashSizeInBytes;

    /// <summary>Hexadecimal digits, as many as asked for: 16 where a few are compared, 32 where anybody may make one, all 64 where it is a secret's.</summary>
    public static string Of(string text, int length = WholeLength) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..length];
}
