using System.Globalization;
using System.Text;

namespace Initiatiefloket.Documents;

/// <summary>
/// Reads a dictionary of a PDF (ISO 32000-1, 7.3): names as text with a slash, strings as bytes, numbers, truth values, lists and
/// dictionaries; everything else, such as a reference, as null. Ends at the first thing that makes no sense.
/// </summary>
internal sealed class PdfValues
{
    private const int Deepest = 8;
    private const int Most = 500;
    private const string Blank = "\0\t\n\f\r ";
    private const string Ends = Blank + "()<>[]{}/%";

    private readonly string _file;
    private int _at;
    private int _read;

    private PdfValues(string file, int at)
    {
        _file = file;
        _at = at;
    }

    /// <summary>The dictionary that begins at a place, or null when none does.</summary>
    /// <param name="file">The file, a character for each byte.</param>
    /// <param name="at">The place.</param>
    public static IReadOnlyDictionary<string, object?>? DictionaryAt(string file, int at) => at < 0 ? null : new PdfValues(file, at).Dictionary(0);

    private Dictionary<string, object?>? Dictionary(int depth)
    {
        if (!Take("<<") || ListUntil(">>", depth) is not { } items)
        {
            return null;
        }

        var pairs = new Dictionary<string, object?>();
        for (var at = 0; at + 1 < items.Count; at += 2)
        {
            if (items[at] is string name)
            {
                pairs[name] = items[at + 1];
            }
        }

        return pairs;
    }

    private List<object?>? ListUntil(string end, int depth)
    {
        var items = new List<object?>();
        while (!Take(end))
        {
            if (_at >= _file.Length || depth > Deepest || ++_read > Most || !Add(items, depth))
            {
                return null;
            }
        }

        return items;
    }

    private bool Add(List<object?> items, int depth)
    {
        switch (_file[_at])
        {
            case '<' when _at + 1 < _file.Length && _file[_at + 1] == '<':
                return AddFound(items, Dictionary(depth + 1));
            case '<':
                return AddFound(items, Hexadecimal());
            case '(':
                return AddFound(items, Literal());
            case '[':
                _at++;
                return AddFound(items, ListUntil("]", depth + 1));
            case '/':
                _at++;
                items.Add("/" + Word());
                return true;
            default:
                return AddWord(items, Word());
        }
    }

    private static bool AddFound(List<object?> items, object? found)
    {
        items.Add(found);
        return found is not null;
    }

    private static bool AddWord(List<object?> items, string word)
    {
        if (word == "R" && items.Count >= 2)
        {
            // A reference is two numbers and this.
            items.RemoveRange(items.Count - 2, 2);
        }

        items.Add(word switch
        {
            "true" => true,
            "false" => false,
            _ when long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        });
        return word.Length > 0;
    }

    private bool Take(string sign)
    {
        while (_at < _file.Length && Blank.Contains(_file[_at], StringComparison.Ordinal))
        {
            _at++;
        }

        var isThere = string.CompareOrdinal(_file, _at, sign, 0, sign.Length) == 0;
        _at += isThere ? sign.Length : 0;
        return isThere;
    }

    private string Word()
    {
        var start = _at;
        while (_at < _file.Length && !Ends.Contains(_file[_at], StringComparison.Ordinal))
        {
            _at++;
        }

        return _file[start.._at];
    }

    private byte[]? Hexadecimal()
    {
        var end = _file.IndexOf('>', _at);
        if (end < 0)
        {
            return null;
        }

        var digits = string.Concat(_file[(_at + 1)..end].Split((char[]?)null));
        _at = end + 1;
        return digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + "0") : null;
    }

    // Brackets in pairs need no backslash; a line end of two characters counts as one (7.3.4.2).
    private byte[]? Literal()
    {
        var text = new StringBuilder();
        var open = 0;
        for (; _at < _file.Length; _at++)
        {
            var letter = _file[_at];
            open += letter switch { '(' => 1, ')' => -1, _ => 0 };
            if (open == 0)
            {
                _at++;
                return Encoding.Latin1.GetBytes(text.ToString());
            }

            if (letter == '\\')
            {
                _at++;
                text.Append(Escaped());
            }
            else if (letter == '\r')
            {
                _at += _at + 1 < _file.Length && _file[_at + 1] == '\n' ? 1 : 0;
                text.Append('\n');
            }
            else if (letter != '(' || open > 1)
            {
                text.Append(letter);
            }
        }

        return null;
    }

    /// <summary>What a backslash and what follows it stand for; ends at the last of that.</summary>
    private string Escaped()
    {
        var octal = _file.AsSpan(Math.Min(_at, _file.Length), Math.Min(3, Math.Max(0, _file.Length - _at)));
        var digits = octal.IndexOfAnyExceptInRange('0', '7');
        octal = digits < 0 ? octal : octal[..digits];
        if (octal.Length > 0)
        {
            _at += octal.Length - 1;
            var value = 0;
            foreach (var digit in octal)
            {
                value = (value * 8) + digit - '0';
            }

            return $"{(char)(value & 0xFF)}";
        }

        switch (_at < _file.Length ? _file[_at] : '\0')
        {
            case 'n':
                return "\n";
            case 'r':
                return "\r";
            case 't':
                return "\t";
            case 'b':
                return "\b";
            case 'f':
                return "\f";
            case '\n':
                return "";
            case '\r':
                _at += _at + 1 < _file.Length && _file[_at + 1] == '\n' ? 1 : 0;
                return "";
            default:
                return _at < _file.Length ? $"{_file[_at]}" : "";
        }
    }
}
