namespace Initiatiefloket.Links;

/// <summary>
/// What takes the place of a link where links in mail are forbidden: the page on which to type a code, and the code. Mails are
/// composed around an address, so that no mail has to know which of both it gets.
/// </summary>
/// <param name="page">Address of the page.</param>
/// <param name="code">The code (<see cref="MailCode"/>).</param>
public sealed class CodeAddress(Uri page, string code) : Uri(page.AbsoluteUri)
{
    /// <summary>The code as it stands in the mail.</summary>
    public string Code { get; } = MailCode.InGroups(code);

    /// <summary>The address to type, without what a browser adds itself. Mail programs make links of what starts with https.</summary>
    public string ToType => Authority + AbsolutePath;
}
