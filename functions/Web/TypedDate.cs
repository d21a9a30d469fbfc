using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Initiatiefloket.Languages;
using Microsoft.AspNetCore.Http;

namespace Initiatiefloket.Web;

/// <summary>Reads the three boxes of a date.</summary>
public static class TypedDate
{
    private const int Century = 2000;
    private const int ShortestName = 3;

    private static readonly LocalText WrongDay = new("Vul een dag in van 1 tot en met 31.");
    private static readonly LocalText WrongMonth = new("Vul een maand in van 1 tot en met 12, of de naam van de maand.");
    private static readonly LocalText WrongYear = new("Vul een jaar in met vier cijfers, bijvoorbeeld 2027.");
    private static readonly LocalText NoSuchDay = new("Vul een dag in die bestaat: zo veel dagen heeft deze maand niet.");

    private static readonly string[] Dutch =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    private static readonly string[] English =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>What can be wrong with a date, each with what to do.</summary>
    public static IReadOnlyList<LocalText> Faults { get; } = [WrongDay, WrongMonth, WrongYear, NoSuchDay];

    /// <summary>True when the boxes hold an existing day of the years 1900 to 2199.</summary>
    public static bool TryRead(DateParts typed, out DateOnly day) => TryRead(typed, out day, out _);

    /// <summary>
    /// The same, with what to do when they do not. A month may be a name or the beginning of one, in either language: no two are alike. A year
    /// of two digits is one of this century.
    /// </summary>
    public static bool TryRead(DateParts typed, out DateOnly day, [NotNullWhen(false)] out LocalText? whatToDo)
    {
        day = default;
        var (dayOfMonth, month, year) = (NumberIn(typed.Day), MonthIn(typed.Month), YearIn(typed.Year));
        whatToDo = (dayOfMonth, month, year) switch
        {
            (not (>= 1 and <= 31), _, _) => WrongDay,
            (_, not (>= 1 and <= 12), _) => WrongMonth,
            (_, _, not (>= 1900 and <= 2199)) => WrongYear,
            var (ofMonth, ofYear, inYear) when ofMonth > DateTime.DaysInMonth(inYear.Value, ofYear.Value) => NoSuchDay,
            _ => null,
        };
        if (whatToDo is not null)
        {
            return false;
        }

        day = new DateOnly(year!.Value, month!.Value, dayOfMonth!.Value);
        return true;
    }

    /// <summary>The day in the boxes of a page in Dutch, or null with the error added: what the page asks for and, when something was typed, which part of it is wrong.</summary>
    public static DateOnly? ReadDay(this FormErrors errors, string field, DateParts typed, string whatToFillIn)
    {
        if (TryRead(typed, out var day, out var whatToDo))
        {
            return day;
        }

        errors.Add(field, typed.IsEmpty ? whatToFillIn : $"{whatToFillIn} {whatToDo.Dutch}");
        return null;
    }

    private static int? YearIn(string text) => NumberIn(text) is { } year && text.Length == 2 ? Century + year : NumberIn(text);

    private static int? MonthIn(string text) => NumberIn(text) ?? NameIn(text.TrimEnd('.').ToLowerInvariant());

    // "mrt" is the one short name in use that is not how the long one begins.
    private static int? NameIn(string name) => name switch
    {
        "mrt" => 3,
        { Length: < ShortestName } => null,
        _ => IndexIn(Dutch, name) ?? IndexIn(English, name),
    };

    private static int? IndexIn(string[] months, string name) =>
        Array.FindIndex(months, month => month.StartsWith(name, StringComparison.Ordinal)) is >= 0 and var index ? index + 1 : null;

    private static int? NumberIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>A date as somebody typed it in the three boxes of a <see cref="DateField"/>; what it means is for the form to decide.</summary>
public sealed record DateParts(string Day, string Month, string Year)
{
    public static DateParts Empty { get; } = new("", "", "");

    public bool IsEmpty => Day.Length + Month.Length + Year.Length == 0;

    public static DateParts From(DateOnly date) => new(
        date.Day.ToString(CultureInfo.InvariantCulture),
        date.Month.ToString(CultureInfo.InvariantCulture),
        date.Year.ToString(CultureInfo.InvariantCulture));

    /// <summary>What was posted in the three inputs of the date field <paramref name="name"/>.</summary>
    public static DateParts From(IFormCollection form, string name)
    {
        var (day, month, year) = NamesOf(name);
        return new DateParts(form.Value(day), form.Value(month), form.Value(year));
    }

    /// <summary>Names of the three inputs of the date field <paramref name="name"/>.</summary>
    public static (string Day, string Month, string Year) NamesOf(string name) => ($"{name}.day", $"{name}.month", $"{name}.year");
}
