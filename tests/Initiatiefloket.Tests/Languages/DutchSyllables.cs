using System.Text.RegularExpressions;

namespace Initiatiefloket.Tests.Languages;

/// <summary>Counts the syllables of Dutch words by their vowels; good for a page, where a word that is off by one does not matter.</summary>
internal static partial class DutchSyllables
{
    /// <summary>Syllables of a word; at least one, also for a number or an abbreviation.</summary>
    public static int CountIn(string word) => Math.Max(1, Nucleus().Count(word.ToLowerInvariant()));

    // The longest first; a vowel with a diaeresis begins a syllable of its own (be-ëin-digd, co-ör-di-na-tor).
    [GeneratedRegex("aai|ooi|oei|eeu|ieu|aa|ai|ee|ie|oo|uu|oe|eu|ui|ei|ij|ou|au|[ëïöü][iju]|[aeiouyáàâäéèêëíîïóôöúûü]")]
    private static partial Regex Nucleus();
}
