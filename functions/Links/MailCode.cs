using System.Globalization;
using System.Security.Cryptography;
using Initiatiefloket.Initiatives;

namespace Initiatiefloket.Links;

/// <summary>
/// The code that a mail carries where links are forbidden, such as <c>K7M4-PQ2X-9RTB</c>: twelve characters out of 32, which is 60 random bits.
/// With a hundred thousand codes about (2^17) one guess in 2^43 is right. <see cref="Web.RateLimitOptions"/> lets through 600 wrong tries an hour for each
/// network (/24, of IPv6 /48), less than 2^23 a year: whoever has a hundred networks guesses one within a year with a chance below one in 8,000.
/// </summary>
public static class MailCode
{
    private const int Length = 12;
    private const int GroupLength = 4;

    /// <summary>A new code.</summary>
    public static string New() => RandomNumberGenerator.GetString(InitiativeId.Alphabet, Length);

    /// <summary>The code as it stands in a mail, in groups of four that can be kept in mind while typing.</summary>
    public static string InGroups(string code) => string.Join('-', code.Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>The code in what somebody typed, in capitals or not, with whatever between the groups; null when it cannot be a code.</summary>
    public static string? Read(string typed)
    {
        var code = string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpper(CultureInfo.InvariantCulture);
        return code.Length == Length && code.All(sign => InitiativeId.Alphabet.Contains(sign, StringComparison.Ordinal)) ? code : null;
    }
}
