using System.Text.RegularExpressions;

namespace Initiatiefloket.Web;

/// <summary>Finds what is hard to read over two lines: a date, a time, an amount or a reference, in Dutch and English.</summary>
internal static partial class Unbroken
{
    /// <summary>The text in parts, which together are the text.</summary>
    /// <returns>Each part, and whether it must stay on one line.</returns>
    public static IEnumerable<(string Text, bool IsWhole)> PartsOf(string text)
    {
        var end = 0;
        foreach (Match match in Whole().Matches(text))
        {
            if (match.Index > end)
            {
                yield return (text[end..match.Index], false);
            }

            yield return (match.Value, true);
            end = match.Index + match.Length;
        }

        if (end < text.Length)
        {
            yield return (text[end..], false);
        }
    }

    [GeneratedRegex("""
        \b(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\ |(?:mon|tues|wednes|thurs|fri|satur|sun)day\ |(?:ma|di|wo|do|vr|za|zo)\ )?
          [0-9]{1,2}\ (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december
          |january|february|march|may|june|july|october|jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec)\b(?:\ [0-9]{4}\b)?
        |\b[0-9]{1,2}[.:][0-9]{2}\ (?:uur|hours)\b
        |€[\ \u00A0][0-9][0-9.,]*[0-9]
        |€[\ \u00A0][0-9]
        |\bBI-[0-9]{4}-[0-9A-Z]{5}\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();
}
