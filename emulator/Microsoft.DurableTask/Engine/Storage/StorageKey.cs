using System.Buffers;
using System.Globalization;
using System.Text;

namespace Microsoft.DurableTask.Engine.Storage;

/// <summary>Texts of users as keys of rows and blobs. Keeps the order and prefixes of ordinary ids.</summary>
internal static class StorageKey
{
    private const int MaxLength = 400; // a key has 512, and that of a timer holds more than the id
    private static readonly SearchValues<char> NotInKeys = SearchValues.Create("/\\#?%~'");

    /// <summary>Writes characters that a key cannot hold as ~ and four hexadecimal digits.</summary>
    /// <exception cref="ArgumentException">The text is too long.</exception>
    public static string Escape(string text)
    {
        var key = text.AsSpan().ContainsAny(NotInKeys) || text.Any(char.IsControl) ? Escaped(text) : text;
        return key.Length <= MaxLength
            ? key
            : throw new ArgumentException($"An instance ID has at most {MaxLength} characters, and this one takes {key.Length}.");
    }

    /// <summary>The first key after every key that starts with a prefix.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    /// <summary>A moment as text that sorts by time.</summary>
    public static string Of(DateTime moment) => moment.Ticks.ToString("D19", CultureInfo.InvariantCulture);

    private static string Escaped(string text)
    {
        var key = new StringBuilder();
        foreach (var character in text)
        {
            if (NotInKeys.Contains(character) || char.IsControl(character))
            {
                key.Append(CultureInfo.InvariantCulture, $"~{(int)character:x4}");
            }
            else
            {
                key.Append(character);
            }
        }

        return key.ToString();
    }
}
