using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Initiatiefloket.Languages;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Web;

/// <summary>E-mail addresses as people type them.</summary>
public static partial class TypedEmail
{
    private const int Longest = 254;
    private const int LongestName = 64;

    // Also refuses what a host cannot have, such as a slash or an underscore.
    private static readonly IdnMapping Punycode = new() { UseStd3AsciiRules = true };

    /// <summary>Why mail to it can never arrive (RFC 5321, 4.1.2 and 4.5.3.1); null when it can.</summary>
    public static EmailFault? FaultOf(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var (name, host) = (text[..Math.Max(at, 0)], text[(at + 1)..]);
        return text switch
        {
            _ when name.Length == 0 || !host.TrimEnd('.').Contains('.', StringComparison.Ordinal) || host.Contains('@', StringComparison.Ordinal) => EmailFault.IsNone,
            _ when text.EnumerateRunes().Any(IsAroundAddresses) => EmailFault.IsNone,
            _ when HasStrayDot(name) || HasStrayDot(host) => EmailFault.HasStrayDot,
            _ when !Name().IsMatch(name) => EmailFault.HasWrongName,
            _ when name.Length > LongestName || text.Length > Longest => EmailFault.IsTooLong,
            _ => AsciiOf(host) switch
            {
                null => EmailFault.HasWrongHost,
                var ascii when name.Length + 1 + ascii.Length > Longest => EmailFault.IsTooLong,
                _ => null,
            },
        };
    }

    /// <summary>The address as mail servers know it: a host with other letters than a to z in Punycode (RFC 3492).</summary>
    public static string ForSending(string email)
    {
        var at = email.LastIndexOf('@');
        return !Ascii.IsValid(email) && at >= 0 && AsciiOf(email[(at + 1)..]) is { } host ? $"{email[..at]}@{host}" : email;
    }

    private static string? AsciiOf(string host)
    {
        try
        {
            var ascii = Punycode.GetAscii(host);
            return Host().IsMatch(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            // It says so of a part that is empty, longer than 63 characters, or of characters that no host has.
            return null;
        }
    }

    private static bool HasStrayDot(string part) => part.StartsWith('.') || part.EndsWith('.') || part.Contains("..", StringComparison.Ordinal);

    // What stands around and between addresses, as in: "Truus" <truus@voorbeeld.nl>, jan@voorbeeld.nl
    private static bool IsAroundAddresses(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is '"' or '<' or '>' or '(' or ')' or '[' or ']' or ',' or ';' or ':' or '\\';

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    // The last part is never a number: that would be an address of a machine.
    [GeneratedRegex(@"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?![0-9]+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Host();
}

/// <summary>Why mail to what was typed can never arrive.</summary>
public enum EmailFault
{
    /// <summary>It is not one address with a name, an @ and a domain.</summary>
    IsNone,

    /// <summary>A dot stands where none can: first, last or after another.</summary>
    HasStrayDot,

    /// <summary>Before the @ stands what no provider takes, such as a letter with an accent.</summary>
    HasWrongName,

    /// <summary>Behind the @ stands what no domain can be called.</summary>
    HasWrongHost,

    /// <summary>It is longer than any address.</summary>
    IsTooLong,
}

/// <summary>Telephone numbers as people type them.</summary>
public static partial class TypedPhone
{
    private const int Longest = 40;
    private const int FewestDigits = 8;

    // Fifteen with a country code (E.164), and 00 before it.
    private const int MostDigits = 17;

    /// <summary>Whether it can be a number, of any country: digits, with what people put between them.</summary>
    public static bool IsOne(string text) =>
        text.Length <= Longest
        && text.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits
        && Form().IsMatch(text);

    [GeneratedRegex(@"^\(?\+?[0-9 ()./\-\u2010-\u2015\u2212]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

/// <summary>What forms say about an e-mail address or a telephone number.</summary>
public static class ContactErrors
{
    extension(FormErrors errors)
    {
        /// <summary>Adds what to do when mail to this address cannot arrive.</summary>
        /// <param name="field">Name of the field.</param>
        /// <param name="typed">What was typed.</param>
        /// <param name="texts">The texts.</param>
        /// <param name="whenNone">What to say when it is no address at all, where the page does not ask for it in the usual words.</param>
        public void CheckEmail(string field, string typed, IStringLocalizer<Texts> texts, string? whenNone = null)
        {
            if (TypedEmail.FaultOf(typed) is { } fault)
            {
                errors.Add(field, fault switch
                {
                    EmailFault.IsNone when whenNone is not null => whenNone,
                    EmailFault.IsNone when typed.Length == 0 => texts["Vul uw e-mailadres in."],
                    EmailFault.IsNone => texts["Vul een e-mailadres in met een @ en een punt, bijvoorbeeld naam@voorbeeld.nl."],
                    EmailFault.HasStrayDot => texts["Kijk de punten in uw e-mailadres na. Er staat een punt te veel."],
                    EmailFault.HasWrongName => texts["Kijk na wat er voor de @ staat. Gebruik daar letters zonder accenten, cijfers, punten en streepjes."],
                    EmailFault.HasWrongHost => texts["Kijk na wat er achter de @ staat. Vul daar bijvoorbeeld voorbeeld.nl in, en niets erachter."],
                    EmailFault.IsTooLong => texts["Kijk uw e-mailadres na: het is te lang. Voor de @ staan ten hoogste 64 tekens."],
                    _ => throw new UnreachableException(),
                });
            }
        }

        /// <summary>Adds what to do when the mail service does not take mail to an address that looked right.</summary>
        public void AddNoSuchAddress(string field, IStringLocalizer<Texts> texts) => errors.Add(field, texts["Dit adres werkt niet. Pas het aan."]);

        /// <summary>Adds what to do when this is not a telephone number; it may be left open.</summary>
        public void CheckPhone(string field, string typed, IStringLocalizer<Texts> texts)
        {
            if (typed.Length > 0 && !TypedPhone.IsOne(typed))
            {
                errors.Add(field, texts["Vul een telefoonnummer in met alleen cijfers, bijvoorbeeld 06 12345678. Of laat het leeg."]);
            }
        }
    }
}
