using System.Text;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Web;

/// <summary>Text as it arrives from a form.</summary>
public static class PostedText
{
    /// <summary>
    /// The text of a field, or an empty string when it was not sent: trimmed, in Unicode normal form C, with line feeds for line
    /// ends and without other control characters. Not shortened: the form says what is too long.
    /// </summary>
    public static string Text(this IFormCollection form, string field)
    {
        var posted = form[field].ToString();
        return Clean(posted);
    }

    /// <summary>Cleans a text that somebody typed.</summary>
    public static string Clean(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            // A lone surrogate enumerates as U+FFFD, so what is left can always be normalised.
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC).Trim();
    }
}
