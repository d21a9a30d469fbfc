using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Initiatiefloket.BrowserTests.BadInput;

/// <summary>Texts that break careless programs: those of <c>nasty.json</c>, each in several disguises.</summary>
internal static class NastyStrings
{
    private static readonly Func<string, string>[] Disguises =
    [
        text => text,
        text => $"\"><b>{text}</b>",
        text => WebUtility.HtmlEncode(text),
        text => $"\u202E{text}\r\n{text}",
    ];

    /// <summary>All of them, each once.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Seeds().SelectMany(_ => Disguises, (seed, disguise) => disguise(seed)).Concat(Long()).Distinct(StringComparer.Ordinal)];

    /// <summary>Those that fit in a line of the form, so that an application with them can be sent.</summary>
    public static IReadOnlyList<string> Short { get; } = [.. All.Where(text => WellFormed(text) == text && !text.Contains('\0', StringComparison.Ordinal) && text.Trim().Length is > 10 and < 90)];

    private static IEnumerable<string> Long() =>
        [new('a', 101), new('b', 2001), new('\u0301', 5000), new('\n', 3000), string.Concat(Enumerable.Repeat("👩‍👩‍👧", 1000)), new('<', 8001), new('c', 100_000)];

    // JSON with escapes: some of these cannot be written in a file, and others are not seen in one.
    private static string[] Seeds()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "BadInput", "nasty.json")));
        return [.. json.RootElement.EnumerateArray().Select(text => Unescape(text.GetRawText()))];
    }

    // The reader of JSON refuses half of a surrogate pair, which a browser may well send.
    private static string Unescape(string raw)
    {
        var text = new StringBuilder();
        for (var at = 1; at < raw.Length - 1; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
                continue;
            }

            at++;
            text.Append(raw[at] switch
            {
                'u' => (char)ushort.Parse(raw.AsSpan((at += 4) - 3, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\b',
                'f' => '\f',
                var sign => sign,
            });
        }

        return text.ToString();
    }

    /// <summary>The text as it can be sent: half a pair becomes the sign for "unknown".</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
