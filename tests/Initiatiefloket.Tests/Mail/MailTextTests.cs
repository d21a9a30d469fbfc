using Initiatiefloket.Mail;
using Initiatiefloket.Tests.Web;

namespace Initiatiefloket.Tests.Mail;

public sealed class MailTextTests
{
    private const string Nasty = "<script>alert('x')</script> & \"<b>\" </blockquote> &amp; \U0001F33B";

    [Fact]
    public void Of_Blocks_ReadsAsALetter()
    {
        var mail = new MailMessage(
            "Onderwerp",
            new MailBlock.Paragraph("Beste Anna,"),
            new MailBlock.Heading("Waarom?"),
            new MailBlock.Quote("een\ntwee"),
            new MailBlock.Facts(new Fact("Bedrag", "€ 10"), new Fact("Waar", "De Thij")),
            new MailBlock.Button("Bekijk", new Uri("https://loket.example/x")));

        Assert.Equal(
            "Beste Anna,\n\nWAAROM?\n\n> een\n> twee\n\n- Bedrag: € 10\n- Waar: De Thij\n\nBekijk:\nhttps://loket.example/x\n\nGroet\n",
            MailText.Of(mail, "Groet"));
    }

    [Fact]
    public async Task Choices_InTextAndHtml_HaveTheirOwnAddressesAndAreEqual()
    {
        var mail = Mails.All["choices"];

        var page = await Rendered.Of<MailPage>(new { Mail = mail });

        Assert.Equal(
            $"Toekennen:\n{Mails.Link}?keuze=toekennen\n\nVraag stellen:\n{Mails.Link}?keuze=vragen\n\nAfwijzen:\n{Mails.Link}?keuze=afwijzen\n\nGroet\n",
            MailText.Of(mail, "Groet"));
        var row = page.QuerySelector("p:has(> .mail-button)")!;
        Assert.Equal(["mail-button", "mail-button", "mail-button"], row.Children.Select(button => button.ClassName));
        Assert.Equal("Toekennen Vraag stellen Afwijzen", row.TextContent.Trim());
        Assert.Empty(page.QuerySelectorAll("table"));
    }

    [Fact]
    public async Task MailPage_NastyText_IsShownAsItWasTyped()
    {
        MailBlock[] blocks =
        [
            new MailBlock.Paragraph(Nasty),
            new MailBlock.Heading(Nasty),
            new MailBlock.Quote(Nasty),
            new MailBlock.Facts(new Fact(Nasty, Nasty)),
            new MailBlock.Button(Nasty, new Uri("https://loket.example/x?a=1&b=%22%3E%3Cscript%3E")),
        ];

        var page = await Rendered.Of<MailPage>(new { Mail = new MailMessage(Nasty, blocks) });

        Assert.Equal(Nasty, page.Title);
        Assert.Empty(page.QuerySelectorAll("script, b"));
        Assert.All(page.QuerySelectorAll(".mail-text p:not(:has(a)), h2, blockquote, dd, .mail-text a"), part => Assert.Equal(Nasty, part.TextContent));
        Assert.Equal($"{Nasty}:", page.QuerySelector("dt")!.TextContent);
        Assert.Equal("https://loket.example/x?a=1&b=%22%3E%3Cscript%3E", page.QuerySelector(".mail-button")!.GetAttribute("href"));
    }
}
