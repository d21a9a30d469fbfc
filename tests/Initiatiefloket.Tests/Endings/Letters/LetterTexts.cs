using Initiatiefloket.Web;

namespace Initiatiefloket.Tests.Endings.Letters;

/// <summary>A letter as plain text, as somebody reads it.</summary>
internal static class LetterTexts
{
    /// <summary>The letter; what is marked as Dutch in a translation stands between brackets.</summary>
    public static string WithMarks(LetterDocument letter) => string.Join('\n', Of(letter).Split('\n').Select(line => string.Concat(
        LetterRun.Of(line).Select(run => run.Language is { } language ? $"[{language}: {run.Text}]" : run.Text))));

    public static string Of(LetterDocument letter) => string.Join('\n',
    [
        .. letter.Notice.SelectMany(paragraph => new[] { paragraph, "" }),
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
        letter.Closing,
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
