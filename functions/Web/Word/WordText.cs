namespace Initiatiefloket.Web;

/// <summary>A text for a word processor, in which somebody goes on with it.</summary>
/// <param name="Title">What it is called, also to screen readers.</param>
/// <param name="Author">Who made it.</param>
/// <param name="MadeAt">When.</param>
/// <param name="Blocks">What stands below the title.</param>
public sealed record WordText(string Title, string Author, DateTimeOffset MadeAt, IReadOnlyList<WordBlock> Blocks);

/// <summary>A part of such a text.</summary>
public abstract record WordBlock
{
    private WordBlock()
    {
    }

    /// <summary>A heading of the first level below the title.</summary>
    public sealed record Heading(string Text) : WordBlock;

    /// <summary>A heading of the second level.</summary>
    public sealed record Subheading(string Text) : WordBlock;

    /// <summary>A paragraph; a line feed in it begins a new line.</summary>
    public sealed record Paragraph(string Text) : WordBlock;

    /// <summary>A list with bullets.</summary>
    public sealed record Bullets(IReadOnlyList<string> Items) : WordBlock;

    /// <summary>A list with numbers, of which a text has one.</summary>
    public sealed record Numbers(IReadOnlyList<string> Items) : WordBlock;

    /// <summary>A table.</summary>
    /// <param name="Header">What the columns hold; repeated on each page.</param>
    /// <param name="Rows">Its rows, each with as many cells as there are columns.</param>
    public sealed record Table(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows) : WordBlock;
}
