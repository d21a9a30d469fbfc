using System.Diagnostics;
using System.Text;
using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Mail;

/// <summary>
/// A mail as its sender composes it: a subject and a few blocks, from which both the plain text and its HTML twin follow.
/// </summary>
/// <param name="Subject">Subject line, without names of people.</param>
/// <param name="Blocks">What it says, top to bottom.</param>
public sealed record MailMessage(string Subject, params IReadOnlyList<MailBlock> Blocks);

/// <summary>One block of a mail.</summary>
public abstract record MailBlock
{
    private MailBlock()
    {
    }

    /// <summary>Plain words.</summary>
    public sealed record Paragraph(string Text) : MailBlock;

    /// <summary>A line above what follows.</summary>
    public sealed record Heading(string Text) : MailBlock;

    /// <summary>The one thing to press. It opens a page; nothing happens before a button there is pressed.</summary>
    public sealed record Button(string Label, Uri Address) : MailBlock
    {
        /// <summary>True for what is not the reason of the mail.</summary>
        public bool IsSecondary { get; init; }
    }

    /// <summary>
    /// Several buttons beside each other, all as visible: the same personal link, each with another choice prepared
    /// (<see cref="Links.LinkChoice"/>). As with one button, nothing happens before a button on the page is pressed.
    /// </summary>
    public sealed record Choices(params IReadOnlyList<Button> Buttons) : MailBlock;

    /// <summary>A label and a value each, such as the amount and the date.</summary>
    public sealed record Facts(params IReadOnlyList<Fact> Items) : MailBlock;

    /// <summary>Somebody's own words.</summary>
    public sealed record Quote(string Text) : MailBlock;
}

/// <summary>One fact of a mail.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Value">What holds.</param>
public sealed record Fact(string Label, string Value);

/// <summary>The plain text of a mail.</summary>
public static class MailText
{
    /// <summary>Says all that the HTML says, links written out.</summary>
    public static string Of(MailMessage mail, string signature)
    {
        var text = new StringBuilder();
        foreach (var block in mail.Blocks)
        {
            text.Append(Of(block)).Append("\n\n");
        }

        return text.Append(signature).Append('\n').ToString();
    }

    private static string Of(MailBlock block) => block switch
    {
        MailBlock.Paragraph paragraph => paragraph.Text,
        MailBlock.Heading heading => heading.Text.ToUpperInvariant(),
        MailBlock.Button button => Of(button),
        MailBlock.Choices choices => string.Join("\n\n", choices.Buttons.Select(Of)),
        MailBlock.Facts facts => string.Join('\n', facts.Items.Select(fact => $"- {fact.Label}: {fact.Value}")),
        MailBlock.Quote quote => string.Join('\n', quote.Text.Split('\n').Select(line => $"> {line}")),
        _ => throw new UnreachableException(),
    };

    private static string Of(MailBlock.Button button) => $"{button.Label}:\n{button.Address.AbsoluteUri}";
}

/// <summary>Where links in mail are forbidden: writes out the page to go to and the code to type there, in place of each button.</summary>
public static class CodesInMail
{
    /// <summary>The same mail without anything to press. A mail without codes stays as it is.</summary>
    public static MailMessage WithCodesWrittenOut(this MailMessage mail, IStringLocalizer<Texts> texts) =>
        mail with { Blocks = [.. mail.Blocks.Select(block => WriteOut(block, texts))] };

    private static MailBlock WriteOut(MailBlock block, IStringLocalizer<Texts> texts) => block switch
    {
        MailBlock.Button { Address: CodeAddress page, Label: var label } => WriteOut(label, page, texts),

        // All choices open the same page, so there is one code; what to choose is asked there.
        MailBlock.Choices { Buttons: [{ Address: CodeAddress page }, ..] buttons } => WriteOut(OneOf([.. buttons.Select(button => button.Label)], texts), page, texts),
        MailBlock.Button or MailBlock.Choices or MailBlock.Paragraph or MailBlock.Heading or MailBlock.Facts or MailBlock.Quote => block,
        _ => throw new UnreachableException(),
    };

    private static MailBlock.Facts WriteOut(string label, CodeAddress page, IStringLocalizer<Texts> texts) =>
        new(new Fact(label, texts["Ga in uw browser naar {0} en vul daar deze code in:", page.ToType] + $"\n{page.Code}"));

    private static string OneOf(IReadOnlyList<string> labels, IStringLocalizer<Texts> texts) =>
        labels.Count == 1 ? labels[0] : texts["{0} of {1}", string.Join(", ", labels.SkipLast(1)), labels[^1]];
}
