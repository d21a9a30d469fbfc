using System.Globalization;
using System.Net.Mail;

namespace Initiatiefloket.Web;

/// <summary>E-mail addresses as people type them.</summary>
public static class TypedEmail
{
    private const int Longest = 254;

    /// <summary>Whether mail can be sent to it: one address, of a domain with a dot, without a name or quotes around it.</summary>
    public static bool IsOne(string text) =>
        text.Length <= Longest
        && !text.Any(sign => char.IsWhiteSpace(sign) || sign is '"' or '[' || char.GetUnicodeCategory(sign) == UnicodeCategory.Format)
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal)
        && !address.Host.EndsWith('.');
}

/// <summary>Telephone numbers as people type them.</summary>
public static class TypedPhone
{
    private const int Longest = 20;
    private const int FewestDigits = 8;

    /// <summary>Whether it can be a number: digits, with what people put between them.</summary>
    public static bool IsOne(string text) =>
        text.Length <= Longest
        && text.Count(char.IsAsciiDigit) >= FewestDigits
        && text.All(sign => char.IsAsciiDigit(sign) || sign is ' ' or '-' or '+' or '(' or ')');
}
