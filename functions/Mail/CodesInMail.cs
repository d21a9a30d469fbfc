using Initiatiefloket.Languages;
using Initiatiefloket.Links;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Mail;

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
        _ => block,
    };

    private static MailBlock.Facts WriteOut(string label, CodeAddress page, IStringLocalizer<Texts> texts) =>
        new(new Fact(label, texts["Ga in uw browser naar {0} en vul daar deze code in:", page.ToType] + $"\n{page.Code}"));

    private static string OneOf(IReadOnlyList<string> labels, IStringLocalizer<Texts> texts) =>
        labels.Count == 1 ? labels[0] : texts["{0} of {1}", string.Join(", ", labels.SkipLast(1)), labels[^1]];
}
