using System.Buffers.Text;
using System.Security.Cryptography;

namespace Initiatiefloket.Submission.Drafts;

/// <summary>The secret part of the address of a form: 128 random bits in base64url.</summary>
public static class DraftToken
{
    private const int Bytes = 16;
    private const int Length = 22;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether this could be a token. Others never become a draft, so nobody can choose an easy one.</summary>
    public static bool IsOne(string text) => text.Length == Length && Base64Url.IsValid(text);
}
