using System.Text.RegularExpressions;

namespace Initiatiefloket.Tests.Languages;

/// <summary>
/// How easy a Dutch text reads, by Flesch's formula as Douma fitted it to Dutch (W.H. Douma, "De leesbaarheid van landbouwbladen", 1960):
/// 206.84 - 0.77 x syllables in 100 words - 0.93 x words in a sentence. 60 to 70 is ordinary, 100 very easy, below 50 hard.
/// </summary>
internal static partial class ReadingLevel
{
    /// <summary>The score of some texts together, such as a page.</summary>
    public static double Of(params IEnumerable<string> texts)
    {
        var sentences = texts.SelectMany(SentencesIn).Select(WordsIn).ToList();
        var words = sentences.Sum(sentence => sentence.Count);
        var syllables = sentences.Sum(sentence => sentence.Sum(DutchSyllables.CountIn));
        return 206.84 - (77.0 * syllables / words) - (0.93 * words / sentences.Count);
    }

    /// <summary>The sentences of a text; what stands before a colon is one too. A text without letters has none.</summary>
    public static IReadOnlyList<string> SentencesIn(string text) =>
        [.. SentenceEnd().Split(text).Where(sentence => sentence.Any(char.IsLetter))];

    /// <summary>The words of a sentence. What the app fills in counts as one short word.</summary>
    public static IReadOnlyList<string> WordsIn(string sentence) => [.. Word().Matches(sentence).Select(word => word.Value)];

    [GeneratedRegex(@"(?<=[.!?:])\s+|\n+")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\{\d[^}]*\}|[\p{L}\d€][\p{L}\d@.,'’-]*")]
    private static partial Regex Word();
}
