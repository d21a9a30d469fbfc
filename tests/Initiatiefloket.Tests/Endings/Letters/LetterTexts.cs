using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Endings.Letters;

/// <summary>A letter as plain text, as somebody reads it.</summary>
internal static class LetterTexts
{
    public static string Of(LetterDocument letter) => string.Join('\n',
    [
        letter.Sender,
        .. letter.SenderAddress,
        "",
        .. letter.Addressee,
        "",
        .. letter.Facts.Select(fact => $"{fact.Name}: {fact.Value}"),
        "",
        $"# {letter.Subject}",
        "",
        .. letter.Body.SelectMany(LinesOf),
        "Met vriendelijke groet,",
        "",
        .. letter.SignedBy,
        "",
        .. letter.Below.SelectMany(LinesOf),
    ]);

    private static IEnumerable<string> LinesOf(LetterBlock block) => block.Kind switch
    {
        LetterBlockKind.Heading => [$"## {block.Lines[0]}", ""],
        LetterBlockKind.Paragraph => [block.Lines[0], ""],
        LetterBlockKind.List => [.. block.Lines.Select(line => $"- {line}"), ""],
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };
}
