using System.Net.Mail;
using System.Text.Json;
using System.Text.RegularExpressions;
using Initiatiefloket.Languages;
using Initiatiefloket.Money;
using Initiatiefloket.Terms;

namespace Initiatiefloket.Policies;

/// <summary>
/// One JSON object of a policy file. What is missing or wrong is noted and replaced by an empty value, so that one reading finds all problems.
/// </summary>
internal sealed partial class PolicySection
{
    private const int MostEuros = 1_000_000_000;

    private readonly string _path;
    private readonly PolicyProblems _problems;
    private readonly Dictionary<string, JsonElement> _values = [];
    private readonly List<string> _asked = [];

    public PolicySection(JsonElement json, string path, PolicyProblems problems)
    {
        _path = path;
        _problems = problems;
        if (json.ValueKind != JsonValueKind.Object)
        {
            _problems.Add(path, "hier hoort een object tussen accolades { } te staan.");
            return;
        }

        foreach (var property in json.EnumerateObject())
        {
            if (!_values.TryAdd(property.Name, property.Value))
            {
                _problems.Add(PathOf(property.Name), "deze sleutel staat er twee keer. Houd er één over.");
            }
        }
    }

    /// <summary>The same, as if a key that means nothing to the app were not there.</summary>
    public PolicySection Without(string key)
    {
        _values.Remove(key);
        return this;
    }

    /// <summary>Whether a key that may be left out is there.</summary>
    public bool Has(string key)
    {
        _asked.Add(key);
        return _values.ContainsKey(key);
    }

    public string PathOf(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    public string Text(string key)
    {
        var text = Value(key) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";
        return string.IsNullOrWhiteSpace(text) ? Wrong(key, "vul hier een tekst in.", "") : text;
    }

    public string Id(string key)
    {
        var id = Text(key);
        return IdForm().IsMatch(id) ? id : Wrong(key, "gebruik alleen kleine letters, cijfers en streepjes.", "");
    }

    public string? IdOrNull(string key) => IsNull(key) ? null : Id(key);

    /// <summary>Whether a key says null. One that is missing does not, and is noted when it is read.</summary>
    public bool IsNull(string key)
    {
        _asked.Add(key);
        return _values.TryGetValue(key, out var value) && value.ValueKind == JsonValueKind.Null;
    }

    public string Email(string key)
    {
        var text = Text(key);
        var isAddress = EmailForm().IsMatch(text) && MailAddress.TryCreate(text, out _);
        return isAddress ? text : Wrong(key, $"\"{text}\" is geen e-mailadres. Schrijf het als naam@domein.nl.", "");
    }

    /// <summary>A text for residents: in Dutch alone, or as an object with "nl" and "en".</summary>
    public LocalText LocalText(string key)
    {
        if (Value(key) is not { ValueKind: JsonValueKind.Object })
        {
            return Text(key);
        }

        var section = Section(key);
        var text = new LocalText(section.Text("nl"), section.Text("en"));
        section.HasNothingElse();
        return text;
    }

    public Uri Website(string key)
    {
        var isAddress = Uri.TryCreate(Text(key), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps;
        return isAddress ? address! : Wrong(key, "schrijf een volledig adres dat begint met https://.", new Uri("about:blank"));
    }

    public int Whole(string key, int least, int most)
    {
        var isWhole = Value(key) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) && number >= least && number <= most;
        return isWhole ? _values[key].GetInt32() : Wrong(key, $"vul een heel getal in van {least} tot en met {most}.", 0);
    }

    public IReadOnlyList<int> WholeNumbers(string key, int least, int most) =>
        [.. Items(key).Select((item, index) => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : Wrong($"{key}[{index}]", $"vul een heel getal in van {least} tot en met {most}.", 0))];

    public bool Flag(string key) => Value(key) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => Wrong(key, "vul true (ja) of false (nee) in, zonder aanhalingstekens.", false),
    };

    public Euro WholeEuros(string key)
    {
        var isAmount = Value(key) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var euros) && euros is >= 0 and <= MostEuros;
        return isAmount
            ? Euro.Whole(_values[key].GetInt32())
            : Wrong(key, "vul een bedrag in hele euro's in, zonder punt of komma, bijvoorbeeld 2500.", Euro.Zero);
    }

    public DateOnly Day(string key) =>
        IsoDate.TryParse(Text(key), out var day)
            ? day
            : Wrong(key, "vul een datum in als jjjj-mm-dd, bijvoorbeeld 2026-05-15.", DateOnly.MinValue);

    public Term Term(string key) =>
        Initiatiefloket.Terms.Term.TryParse(Text(key), out var term, out var problem) ? term : Wrong(key, problem, default(Term));

    /// <summary>A term that stands in letters as a date.</summary>
    public Term TermInDays(string key)
    {
        var term = Term(key);
        return term.CountsDays ? term : Wrong(key, "deze termijn staat in brieven. Schrijf hem in dagen, werkdagen of weken.", term);
    }

    public T Choice<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct =>
        choices.TryGetValue(Text(key), out var choice) ? choice : Wrong(key, $"kies uit: {string.Join(", ", choices.Keys)}.", default(T));

    public PolicySection Section(string key) => new(Value(key) ?? default, PathOf(key), _problems);

    public IReadOnlyList<T> List<T>(string key, Func<PolicySection, T> read) =>
        [.. Items(key).Select((item, index) => read(new PolicySection(item, $"{PathOf(key)}[{index}]", _problems)))];

    public IReadOnlyList<string> Lines(string key) =>
        [.. Items(key).Select((item, index) => item.ValueKind == JsonValueKind.String && item.GetString() is { } line && !string.IsNullOrWhiteSpace(line)
            ? line
            : Wrong($"{key}[{index}]", "vul hier een tekst in.", ""))];

    /// <summary>Notes what nobody asked for: a key with a typing error would otherwise be a rule that does not apply.</summary>
    public void HasNothingElse()
    {
        foreach (var key in _values.Keys.Except(_asked))
        {
            _problems.Add(PathOf(key), $"deze sleutel is onbekend. Haal hem weg of kies uit: {string.Join(", ", _asked.Distinct())}.");
        }
    }

    private JsonElement.ArrayEnumerator Items(string key)
    {
        if (Value(key) is { ValueKind: JsonValueKind.Array } list)
        {
            return list.EnumerateArray();
        }

        _problems.Add(PathOf(key), "hier hoort een lijst tussen haken [ ] te staan.");
        return default;
    }

    private JsonElement? Value(string key)
    {
        _asked.Add(key);
        if (_values.TryGetValue(key, out var value))
        {
            return value;
        }

        _problems.Add(PathOf(key), "dit onderdeel ontbreekt. Voeg het toe.");
        return null;
    }

    private T Wrong<T>(string key, string message, T instead)
    {
        _problems.Add(PathOf(key), message);
        return instead;
    }

    [GeneratedRegex(@"^[a-z0-9]+(?:-[a-z0-9]+)*\z")]
    private static partial Regex IdForm();

    // As in policy.schema.json.
    [GeneratedRegex("""^[^\s@<>()\[\]\\,;:."]+(?:\.[^\s@<>()\[\]\\,;:."]+)*@[^\s@<>()\[\]\\,;:."]+(?:\.[^\s@<>()\[\]\\,;:."]+)+\z""")]
    private static partial Regex EmailForm();
}
