using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Web;

/// <summary>Text as it arrives from a form.</summary>
public static class PostedText
{
    /// <summary>The field, which nobody sees, of the version that a page was filled from.</summary>
    public const string VersionField = "versie";

    /// <summary>
    /// The text of a field, or an empty string when it was not sent: trimmed, in Unicode normal form C, with line feeds for line
    /// ends and without other characters that cannot be seen. Not shortened: the form says what is too long.
    /// </summary>
    public static string Text(this IFormCollection form, string field) => Clean(form[field].ToString());

    /// <summary>The text of a field of one line, also when a program sent more: it may stand in the subject of a mail.</summary>
    public static string Line(this IFormCollection form, string field) => OnOneLine(form.Text(field));

    /// <summary>The text of a field that is read character by character, such as an amount, a date, a code or an e-mail address (<see cref="CleanValue"/>).</summary>
    public static string Value(this IFormCollection form, string field) => CleanValue(form[field].ToString());

    /// <summary>Cleans a text that somebody typed.</summary>
    public static string Clean(string typed) => Keep(typed, IsText);

    /// <summary>
    /// Cleans one line of which each character counts: nothing is left that nobody sees. Such characters come along with what is copied from
    /// a mail or a page. In a name or a sentence they may belong there: they join emoji, and letters of other scripts.
    /// </summary>
    public static string CleanValue(string typed) => OnOneLine(Keep(typed, rune => IsText(rune) && !IsUnseen(rune)));

    private static string Keep(string typed, Func<Rune, bool> isKept)
    {
        var clean = new StringBuilder(typed.Length);
        var isBlank = true;
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes().Where(isKept))
        {
            clean.Append(rune.ToString());
            isBlank &= Rune.IsWhiteSpace(rune) || IsUnseen(rune);
        }

        return isBlank ? "" : clean.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // A lone surrogate enumerates as U+FFFD. Spaces without width come along with copied text. Characters that turn the direction of what
    // follows could make an amount read backwards.
    private static bool IsText(Rune rune) => rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || IsNoncharacter(rune)
        || rune.Value is 0x200B or 0x2060 or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));

    // Joiners, marks of direction, soft hyphens and the like; choices between forms of a character; and letters that look like nothing (Braille, Hangul).
    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is (>= 0xFE00 and <= 0xFE0F) or 0x034F or 0x2800 or 0x115F or 0x1160 or 0x3164 or 0xFFA0;

    // Code points that will never be characters; Normalize throws at U+FFFE.
    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
