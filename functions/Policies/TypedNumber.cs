using System.Globalization;
using System.Text.RegularExpressions;

namespace Initiatiefloket.Policies;

/// <summary>A whole number of something as people type it who do not know it exactly: "40", "1.000", "ca. 30", "20 tot 30".</summary>
/// <param name="Lowest">The number, for counting; of a range the lower end.</param>
/// <param name="Highest">The upper end of a range; else the same number.</param>
/// <param name="IsExact">Whether it was a number and nothing else; what else was typed is kept for whoever reads it.</param>
public sealed partial record TypedNumber(int Lowest, int Highest, bool IsExact)
{
    /// <summary>The number in a text, or null when there is none, or more than a number or a range.</summary>
    public static TypedNumber? Read(string text)
    {
        var form = Form().Match(text);
        if (!form.Success || NumberIn(form.Groups["lowest"]) is not { } lowest)
        {
            return null;
        }

        return !form.Groups["highest"].Success
            ? new TypedNumber(lowest, lowest, !form.Groups["about"].Success)
            : NumberIn(form.Groups["highest"]) is { } highest && lowest <= highest ? new TypedNumber(lowest, highest, IsExact: false) : null;
    }

    private static int? NumberIn(Group typed) =>
        int.TryParse(string.Concat(typed.Value.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // In a whole number a dot, a comma and a space all stand between thousands.
    [GeneratedRegex(
        @"^(?<about>(?:ongeveer|ong\.?|circa|ca\.?|plusminus|rond|tussen|about|around|approx\.?|between|~|±)\s*)?"
        + @"(?<lowest>[0-9]{1,3}(?:[., ][0-9]{3})+|[0-9]+)"
        + @"(?:\s*(?:[-\u2010-\u2015\u2212]|tot(?: en met)?|t/m|à|en|to|and)\s*(?<highest>[0-9]{1,3}(?:[., ][0-9]{3})+|[0-9]+))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
