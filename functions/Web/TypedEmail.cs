using System.Globalization;
using System.Net.Mail;

namespace Initiatiefloket.Web;

/// <summary>E-mail addresses as people type them.</summary>
public static class TypedEmail
{
    private const int Longest = 254;

    /// <summary>True for one plain address, as <c>naam@voorbeeld.nl</c>; not for a name with an address, nor for forms that no provider gives out.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= Longest
        && !text.Any(sign => char.IsWhiteSpace(sign) || sign is '"' or '[' || char.GetUnicodeCategory(sign) == UnicodeCategory.Format)
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal)
        && !address.Host.EndsWith('.');
}
