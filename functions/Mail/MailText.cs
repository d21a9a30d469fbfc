using System.Text;

namespace Initiatiefloket.Mail;

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
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "This block has no plain text."),
    };

    private static string Of(MailBlock.Button button) => $"{button.Label}:\n{button.Address.AbsoluteUri}";
}
