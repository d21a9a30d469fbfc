namespace Initiatiefloket.Mail;

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
    /// Several buttons beside each other, the first one most visible: the same personal link, each with another choice prepared
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
