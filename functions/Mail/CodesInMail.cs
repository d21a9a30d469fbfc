using Initiatiefloket.Links;
using Microsoft.Extensions.Localization;

namespace Initiatiefloket.Mail;

/// <summary>Where links in mail are forbidden: writes out the page to go to and the code to type there, in place of each button.</summary>
public static class CodesInMail
{
    /// <summary>The same mail without anything to press. A mail without codes stays as it is.</summary>
    public static MailMessage WithCodesWrittenOut(this MailMessage mail, IStringLocalizer<MailTexts> texts) =>
        mail with { Blocks = [.. mail.Blocks.Select(block => WriteOut(block, texts))] };

    private static MailBlock WriteOut(MailBlock block, IStringLocalizer<MailTexts> texts) =>
        block is MailBlock.Button { Address: CodeAddress page } button
            ? new MailBlock.Facts(new Fact(button.Label, texts["Ga in uw browser naar {0} en vul daar deze code in:", page.ToType] + $"\n{page.Code}"))
            : block;
}
