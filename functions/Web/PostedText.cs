using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Web;

/// <summary>Text as it arrives from a form.</summary>
public static class PostedText
{
    /// <summary>
    /// The text of a field, or an empty string when it was not sent: trimmed, in Unicode normal form C, with line feeds for line
    /// ends and without other characters that cannot be seen. Not shortened: the form says what is too long.
    /// </summary>
    public static string Text(this IFormCollection form, string field) => Clean(form[field].ToString());

    /// <summary>The text of a field of one line, also when a program sent more: it may stand in the subject of a mail.</summary>
    public static string Line(this IFormCollection form, string field) =>
        string.Join(' ', form.Text(field).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Cleans a text that somebody typed.</summary>
    public static string Clean(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        var isBlank = true;
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes().Where(IsText))
        {
            clean.Append(rune.ToString());
            isBlank &= Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;
        }

        return isBlank ? "" : clean.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    // A lone surrogate enumerates as U+FFFD. Spaces without width come along with copied text. Signs that turn the direction of what
    // follows could make an amount read backwards.
    private static bool IsText(Rune rune) => rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || IsNoncharacter(rune)
        || rune.Value is 0x200B or 0x2060 or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));

    // Code points that will never be characters; Normalize throws at U+FFFE.
    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
