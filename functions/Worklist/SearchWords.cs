using System.Globalization;
using System.Text;

namespace Initiatiefloket.Worklist;

/// <summary>The words by which a case is found: of its title, its applicant and its reference, in small letters without accents. Pure.</summary>
public static class SearchWords
{
    // Rows of one case are written in one transaction, which holds a hundred.
    private const int MostOfCase = 40;
    private const int MostTyped = 8;
    private const int Longest = 40;

    /// <summary>The words of a case, each once.</summary>
    public static IReadOnlyList<string> Of(WorkItem item) => [.. In($"{item.Title} {item.Applicant} {item.Id}").Take(MostOfCase)];

    /// <summary>The words that somebody typed, the longest first: that one finds the fewest.</summary>
    public static IReadOnlyList<string> Typed(string text) => [.. In(text).OrderByDescending(word => word.Length).Take(MostTyped)];

    /// <summary>Whether each word that was typed begins one of a case.</summary>
    public static bool Match(IReadOnlyList<string> typed, IReadOnlyList<string> words) =>
        typed.All(begin => words.Any(word => word.StartsWith(begin, StringComparison.Ordinal)));

    private static IEnumerable<string> In(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD).Where(one => CharUnicodeInfo.GetUnicodeCategory(one) != UnicodeCategory.NonSpacingMark))
        {
            plain.Append(char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character) : ' ');
        }

        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[..Math.Min(word.Length, Longest)]).Distinct();
    }
}
