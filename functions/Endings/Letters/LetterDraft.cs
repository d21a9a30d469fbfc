using Initiatiefloket.Languages;
using Initiatiefloket.Terms;
using Initiatiefloket.Web;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Endings.Letters;

/// <summary>A letter while it is written, in the language of now: its parts, one after the other, and the days that are counted from sending.</summary>
internal sealed class LetterDraft(IStringLocalizer<Texts> texts, string subject)
{
    private readonly List<LetterBlock> _body = [];
    private readonly List<LetterDay> _days = [];

    public IStringLocalizer<Texts> Texts { get; } = texts;

    public string Subject { get; } = subject;

    public IReadOnlyList<LetterBlock> Body => _body;

    public IReadOnlyList<LetterDay> Days => _days;

    public LetterDraft Heading(string text) => With(LetterBlock.Heading(Filled(text)));

    public LetterDraft Say(string text) => With(LetterBlock.Paragraph(Filled(text)));

    /// <summary>What people wrote of themselves, a paragraph each.</summary>
    public LetterDraft Say(Reasons reasons) => reasons.Paragraphs.Aggregate(this, (draft, reason) => draft.Say(reason.AsWritten));

    public LetterDraft List(IReadOnlyList<string> items) => items.Count == 0 ? this : With(LetterBlock.List([.. items.Select(Filled)]));

    /// <summary>A day that is counted from the day of sending, as it stands in the text.</summary>
    /// <param name="name">Names it.</param>
    /// <param name="origin">Who set the terms.</param>
    /// <param name="terms">What is counted, one after the other.</param>
    public string DayAfterSending(string name, TermOrigin origin, params Term[] terms)
    {
        _days.Add(new LetterDay(name, terms, origin));
        return LetterDay.MarkOf(name);
    }

    private LetterDraft With(LetterBlock block)
    {
        _body.Add(block);
        return this;
    }

    private string Filled(string text) => string.IsNullOrWhiteSpace(text)
        ? throw new InvalidOperationException($"The letter \"{Subject}\" lacks a part; it is not made.")
        : text;
}
