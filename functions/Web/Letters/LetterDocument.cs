using Initiatiefloket.Terms;

namespace Initiatiefloket.Web;

/// <summary>
/// All words of a letter, frozen when it was decided on: what the page and the PDF are both made from. Only days that are counted from the day of sending are
/// open; <see cref="SentOn"/> fills them in.
/// </summary>
public sealed record LetterDocument
{
    /// <summary>Code of the language that it is in: "nl", or "en" for a translation.</summary>
    public required string Language { get; init; }

    /// <summary>What is said above a translation, a paragraph each; empty in the letter itself.</summary>
    public IReadOnlyList<string> Notice { get; init; } = [];

    /// <summary>Line above the letter.</summary>
    public required string Subject { get; init; }

    /// <summary>Who writes.</summary>
    public required string Sender { get; init; }

    /// <summary>Where they are, a line each.</summary>
    public required IReadOnlyList<string> SenderAddress { get; init; }

    /// <summary>Name and address of whom the letter is for, a line each.</summary>
    public required IReadOnlyList<string> Addressee { get; init; }

    /// <summary>What stands between addressee and subject, such as the date.</summary>
    public required IReadOnlyList<LetterFact> Facts { get; init; }

    /// <summary>The letter itself.</summary>
    public required IReadOnlyList<LetterBlock> Body { get; init; }

    /// <summary>The greeting above the signature. Words that were frozen without one are Dutch and have this one.</summary>
    public string Closing { get; init; } = "Met vriendelijke groet,";

    /// <summary>On whose behalf and by whom, a line each.</summary>
    public required IReadOnlyList<string> SignedBy { get; init; }

    /// <summary>What stands below the signature: how to object and by when (Awb 3:45); empty in a letter that decides nothing.</summary>
    public required IReadOnlyList<LetterBlock> Below { get; init; }

    /// <summary>Days that are counted from the day of sending.</summary>
    public required IReadOnlyList<LetterDay> Days { get; init; }

    /// <summary>The same letter in the language of whom it is for, frozen at the same moment; null when that is Dutch. Only the letter itself counts (Awb 2:6).</summary>
    public LetterDocument? Translation { get; init; }

    /// <summary>The letter as it is sent on a day, and its translation with the same days.</summary>
    /// <param name="day">The day of sending, by mail or by post.</param>
    /// <param name="workingDays">The calendar.</param>
    public LetterDocument SentOn(DateOnly day, WorkingDays workingDays) =>
        Languages.Language.In(Languages.Language.Of(Language), () => FilledFor(day, workingDays)) with { Translation = Translation?.SentOn(day, workingDays) };

    private LetterDocument FilledFor(DateOnly day, WorkingDays workingDays)
    {
        var days = Days.Select(open => (Mark: LetterDay.MarkOf(open.Name), Day: open.After(day, workingDays).InWordsWithWeekday()))
            .Append((Mark: LetterDay.Sent, Day: day.InWords())).ToList();
        return this with
        {
            Facts = [.. Facts.Select(fact => fact with { Value = Filled(fact.Value) })],
            Body = [.. Body.Select(FilledBlock)],
            Below = [.. Below.Select(FilledBlock)],
            Days = [],
        };

        LetterBlock FilledBlock(LetterBlock block) => block with { Lines = [.. block.Lines.Select(Filled)] };

        string Filled(string text) => days.Aggregate(text, (filled, open) => filled.Replace(open.Mark, open.Day, StringComparison.Ordinal));
    }
}

/// <summary>A thing and its name above a letter.</summary>
/// <param name="Name">As "Datum".</param>
/// <param name="Value">What it is.</param>
public sealed record LetterFact(string Name, string Value);

/// <summary>A part of a letter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Lines">The items of a list; one text otherwise.</param>
public sealed record LetterBlock(LetterBlockKind Kind, IReadOnlyList<string> Lines)
{
    public static LetterBlock Heading(string text) => new(LetterBlockKind.Heading, [text]);

    public static LetterBlock Paragraph(string text) => new(LetterBlockKind.Paragraph, [text]);

    public static LetterBlock List(IReadOnlyList<string> items) => new(LetterBlockKind.List, items);
}

/// <summary>What a part of a letter is.</summary>
public enum LetterBlockKind
{
    Heading,

    /// <summary>May hold ends of lines, which stay.</summary>
    Paragraph,

    List,
}

/// <summary>A day that is counted from the day on which a letter is sent.</summary>
/// <param name="Name">Names it in the letter.</param>
/// <param name="Terms">What is counted, one after the other.</param>
/// <param name="Origin">Who set the terms: one that the law sets moves off weekends and holidays.</param>
public sealed record LetterDay(string Name, IReadOnlyList<Term> Terms, TermOrigin Origin)
{
    // Signs that nobody types, so that words of people are never taken for a mark.
    private const string Open = "\uE000";
    private const string Close = "\uE001";

    /// <summary>Stands in a letter for the day of sending itself.</summary>
    public static string Sent { get; } = MarkOf("sent");

    /// <summary>Stands in a letter for the day with this name.</summary>
    public static string MarkOf(string name) => $"{Open}{name}{Close}";

    /// <summary>The day itself.</summary>
    public DateOnly After(DateOnly sentOn, WorkingDays workingDays) => Terms.Aggregate(sentOn, (day, term) => term.LastDay(day, workingDays, Origin));
}
