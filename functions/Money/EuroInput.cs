using System.Globalization;
using System.Text.RegularExpressions;
using Initiatiefloket.Languages;

namespace Initiatiefloket.Money;

/// <summary>What came of reading an amount that someone typed.</summary>
public abstract partial record EuroInput
{

    // Nobody asks a municipality for more; beyond it a digit was typed too many.
    private const long MostEuros = 999_999_999;

    private const int LongestText = 40;

    private EuroInput()
    {
    }

    /// <summary>The text is this amount, zero or more.</summary>
    public sealed record Amount(Euro Value) : EuroInput;

    /// <summary>The text is not an amount; the message tells the person what to do.</summary>
    public sealed record Unreadable(string Message) : EuroInput;

    /// <summary>Reads an amount as a Dutch resident types it.</summary>
    /// <remarks>
    /// A comma separates cents (one or two digits: "12,5" is twelve euro fifty), dots or spaces separate groups of three digits, "€", "euro" and
    /// ",-" (with any dash) may stand around it. "1.250" is twelve hundred and fifty euro. A dot before exactly two last digits cannot be a group, so
    /// "1250.50" is read as cents (calculators and number pads write it so). All else with a doubt in it, such as "1,250" or "12.5", is
    /// unreadable: it is money, we ask.
    /// </remarks>
    public static EuroInput Read(string? text)
    {
        if (text?.Length > LongestText)
        {
            return Wrong("Vul alleen een bedrag in, bijvoorbeeld 1250 of 1.250,50.", "Fill in an amount only, for example 1250 or 1250.50.");
        }

        var bare = Surroundings().Replace(text ?? "", "").Replace('\u00A0', ' ').Trim();
        if (bare.Length == 0)
        {
            return Wrong("Vul een bedrag in, bijvoorbeeld 1250 of 1.250,50.", "Fill in an amount, for example 1250 or 1250.50.");
        }

        if (bare[0] is '-' or '\u2212')
        {
            return Wrong("Vul een bedrag in dat niet lager is dan nul.", "Fill in an amount that is not below zero.");
        }

        var form = Match(bare);
        if (!form.Success)
        {
            return Wrong(
                "Vul het bedrag in met cijfers, bijvoorbeeld 1250 of 1.250,50. Zet een komma voor de centen.",
                "Fill in the amount in digits, for example 1250 or 1250.50.");
        }

        var digits = string.Concat(form.Groups["euros"].Value.Where(char.IsAsciiDigit));
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var euros) && euros <= MostEuros
            ? new Amount(Euro.Whole(euros) + new Euro(CentsOf(form.Groups["cents"].Value)))
            : Wrong($"Vul een lager bedrag in dan {Euro.Whole(MostEuros)}.", $"Fill in an amount below {Euro.Whole(MostEuros)}.");
    }

    private static Unreadable Wrong(string dutch, string english) => new(Language.IsEnglish ? english : dutch);

    // On an English page a comma separates groups.
    private static Match Match(string bare) => Language.IsEnglish && EnglishForm().Match(bare) is { Success: true } english ? english : Form().Match(bare);

    private static long CentsOf(string digits) => digits.Length switch
    {
        0 => 0,
        1 => 10 * (digits[0] - '0'),
        _ => (10 * (digits[0] - '0')) + (digits[1] - '0'),
    };

    [GeneratedRegex(@"^\s*(?:€|euro?)?\s*|\s*(?:[.,][-\u2010-\u2015\u2212=]+)?\s*(?:€|euro?)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Surroundings();

    [GeneratedRegex(@"^(?<euros>[0-9]{1,3}(?:,[0-9]{3})+)(?:\.(?<cents>[0-9]{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishForm();

    [GeneratedRegex(@"^(?<euros>[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+)(?:,(?<cents>[0-9]{1,2}))?$|^(?<euros>[0-9]+)\.(?<cents>[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
