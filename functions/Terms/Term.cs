using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Initiatiefloket.Languages;

namespace Initiatiefloket.Terms;

/// <summary>A length of time as the policy writes it: "8 weken", "14 dagen", "5 werkdagen", "90 minuten", "20 seconden".</summary>
[JsonConverter(typeof(TermJsonConverter))]
public readonly record struct Term
{
    private const int Most = 9999;

    private static readonly Dictionary<TermUnit, (string One, string More)> EnglishWords = new()
    {
        [TermUnit.Seconds] = ("second", "seconds"),
        [TermUnit.Minutes] = ("minute", "minutes"),
        [TermUnit.Days] = ("day", "days"),
        [TermUnit.WorkingDays] = ("working day", "working days"),
        [TermUnit.Weeks] = ("week", "weeks"),
    };

    private static readonly Dictionary<TermUnit, (string One, string More)> Words = new()
    {
        [TermUnit.Seconds] = ("seconde", "seconden"),
        [TermUnit.Minutes] = ("minuut", "minuten"),
        [TermUnit.Days] = ("dag", "dagen"),
        [TermUnit.WorkingDays] = ("werkdag", "werkdagen"),
        [TermUnit.Weeks] = ("week", "weken"),
    };

    /// <summary>A term of this many units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is not from 1 to 9999.</exception>
    public Term(int amount, TermUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, Most);
        Amount = amount;
        Unit = unit;
    }

    /// <summary>How many units.</summary>
    public int Amount { get; }

    /// <summary>What is counted.</summary>
    public TermUnit Unit { get; }

    /// <summary>Whether the term counts whole days, so that it can stand in a letter as a date.</summary>
    public bool CountsDays => Unit is TermUnit.Days or TermUnit.WorkingDays or TermUnit.Weeks;

    /// <summary>
    /// Whether the end of the term, when an act of parliament sets it, moves off weekends and holidays: not when it is longer than twelve
    /// weeks or ninety days (Algemene termijnenwet 4, under a).
    /// </summary>
    public bool MovesOffHolidays => Unit switch
    {
        TermUnit.Days => Amount <= 90,
        TermUnit.Weeks => Amount <= 12,
        TermUnit.WorkingDays => true,
        TermUnit.Seconds or TermUnit.Minutes => false,
        _ => throw new UnreachableException(),
    };

    /// <summary>Reads the written form; otherwise says in Dutch what to write.</summary>
    public static bool TryParse(string? text, out Term term, [NotNullWhen(false)] out string? problem)
    {
        term = default;
        problem = null;
        var parts = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            problem = $"\"{text}\" is geen termijn. Schrijf een getal en een eenheid, bijvoorbeeld \"8 weken\" of \"5 werkdagen\".";
        }
        else if (amount is < 1 or > Most)
        {
            problem = $"\"{text}\" is geen termijn. Schrijf een getal van 1 tot en met {Most}.";
        }
        else if (!TryParseUnit(parts[1], out var unit))
        {
            problem = $"\"{parts[1]}\" is geen eenheid van tijd. Kies uit: {string.Join(", ", Words.Values.Select(word => word.More))}.";
        }
        else
        {
            term = new Term(amount, unit);
        }

        return problem is null;
    }

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">The text is not a term; the message says in Dutch what to write.</exception>
    public static Term Parse(string? text) =>
        TryParse(text, out var term, out var problem) ? term : throw new FormatException(problem);

    /// <summary>The last day of the term when it starts the day after the given one. Seconds and minutes end on that day itself.</summary>
    public DateOnly LastDay(DateOnly from, WorkingDays workingDays, TermOrigin origin = TermOrigin.Town)
    {
        var lastDay = Unit switch
        {
            TermUnit.Days => from.AddDays(Amount),
            TermUnit.Weeks => from.AddDays(7 * Amount),
            TermUnit.WorkingDays => workingDays.Add(from, Amount),
            TermUnit.Seconds or TermUnit.Minutes => from,
            _ => throw new UnreachableException(),
        };
        return origin == TermOrigin.Law && MovesOffHolidays
            ? workingDays.RollLastDay(from, lastDay)
            : lastDay;
    }

    /// <summary>
    /// The first moment after the term: in day units the start in town of the day after the last day, in seconds and minutes so much later.
    /// </summary>
    public DateTimeOffset EndsAt(DateTimeOffset from, WorkingDays workingDays, TermOrigin origin = TermOrigin.Town) => Unit switch
    {
        TermUnit.Seconds => from.AddSeconds(Amount),
        TermUnit.Minutes => from.AddMinutes(Amount),
        TermUnit.Days or TermUnit.WorkingDays or TermUnit.Weeks => LocalTime.StartOf(LastDay(LocalTime.DayOf(from), workingDays, origin).AddDays(1)),
        _ => throw new UnreachableException(),
    };

    /// <summary>The moment before which whatever began is over by now.</summary>
    public DateTimeOffset OverSince(DateTimeOffset now, WorkingDays workingDays) => Unit switch
    {
        TermUnit.Seconds => now.AddSeconds(-Amount),
        TermUnit.Minutes => now.AddMinutes(-Amount),
        TermUnit.Days or TermUnit.WorkingDays or TermUnit.Weeks => LocalTime.StartOf(FirstDayNotOverOn(LocalTime.DayOf(now), workingDays)),
        _ => throw new UnreachableException(),
    };

    private DateOnly FirstDayNotOverOn(DateOnly today, WorkingDays workingDays)
    {
        var first = today;
        while (LastDay(first.AddDays(-1), workingDays) >= today)
        {
            first = first.AddDays(-1);
        }

        return first;
    }

    /// <summary>The written form, as it is stored.</summary>
    public string InWords() => Write(Words);

    /// <summary>For pages and letters, in the language of now.</summary>
    public override string ToString() => Write(Language.IsEnglish ? EnglishWords : Words);

    private string Write(Dictionary<TermUnit, (string One, string More)> words) =>
        $"{Amount.ToString(CultureInfo.InvariantCulture)} {(Amount == 1 ? words[Unit].One : words[Unit].More)}";

    private static bool TryParseUnit(string word, out TermUnit unit)
    {
        foreach (var (candidate, (one, more)) in Words)
        {
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase) || word.Equals(more, StringComparison.OrdinalIgnoreCase))
            {
                unit = candidate;
                return true;
            }
        }

        unit = default;
        return false;
    }
}
