using System.Text.RegularExpressions;

namespace Initiatiefloket.Web;

/// <summary>A stretch of a line of a letter. In a translation it may be Dutch, and is marked as that, so that a screen reader speaks it right (WCAG 3.1.2).</summary>
/// <param name="Text">The words.</param>
/// <param name="Language">Code of the language when it is another than that of the letter; null otherwise.</param>
public sealed partial record LetterRun(string Text, string? Language)
{
    // Signs that nobody types, as those of a day that is open.
    private const char Open = '\uE002';
    private const char Close = '\uE003';

    /// <summary>Marks words as Dutch in a line of another language.</summary>
    public static string InDutch(string words) => $"{Open}{words}{Close}";

    /// <summary>A line without its marks.</summary>
    public static string Plain(string line) => string.Concat(Of(line).Select(run => run.Text));

    /// <summary>The stretches of a line, one after the other.</summary>
    public static IEnumerable<LetterRun> Of(string line) => Stretch().Matches(line).Select(stretch =>
        stretch.Groups["dutch"] is { Success: true } dutch ? new LetterRun(dutch.Value, Languages.Language.Dutch.TwoLetterISOLanguageName) : new LetterRun(stretch.Value, null));

    /// <summary>Lines that one text was broken into, so that a stretch which goes on on the next line is marked on both.</summary>
    public static IEnumerable<string> Whole(IEnumerable<string> lines)
    {
        var goesOn = false;
        foreach (var line in lines)
        {
            var begun = goesOn ? $"{Open}{line}" : line;
            goesOn = begun.LastIndexOf(Open) > begun.LastIndexOf(Close);
            yield return goesOn ? $"{begun}{Close}" : begun;
        }
    }

    [GeneratedRegex(@"\uE002(?<dutch>[^\uE002\uE003]*)\uE003|[^\uE002\uE003]+")]
    private static partial Regex Stretch();
}
