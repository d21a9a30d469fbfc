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
            new MailBlock.List("drie", "vier"),
            new MailBlock.Facts(new Fact("Bedrag", "€ 10"), new Fact("Waar", "De Thij")),
            new MailBlock.Button("Bekijk", new Uri("https://loket.example/x")));

        Assert.Equal(
            "Beste Anna,\n\nWAAROM?\n\n> een\n> twee\n\n- drie\n- vier\n\n- Bedrag: € 10\n- Waar: De Thij\n\nBekijk:\nhttps://loket.example/x\n\nGroet\n",
            MailText.Of(mail, "Groet"));
    }

    [Fact]
    public async Task Choices_InTextAndHtml_HaveTheirOwnAddressesAndLookAlike()
    {
        var mail = Mails.All["choices"];

        var page = await Rendered.Of<MailPage>(new { Mail = mail });

        Assert.Equal(
            $"Toekennen:\n{Mails.Link}?keuze=toekennen\n\nVraag stellen:\n{Mails.Link}?keuze=vragen\n\nAfwijzen:\n{Mails.Link}?keuze=afwijzen\n\nGroet\n",
            MailText.Of(mail, "Groet"));
        var row = page.QuerySelector("p:has(> .mail-button)")!;
        Assert.Equal(["mail-button", "mail-button", "mail-button"], row.Children.Select(button => button.ClassName));
        Assert.Single(row.Children.Select(button => button.GetAttribute("style")).Distinct());
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
            new MailBlock.List(Nasty),
            new MailBlock.Facts(new Fact(Nasty, Nasty)),
            new MailBlock.Button(Nasty, new Uri("https://loket.example/x?a=1&b=%22%3E%3Cscript%3E")),
        ];

        var page = await Rendered.Of<MailPage>(new { Mail = new MailMessage(Nasty, blocks) });

        Assert.Equal(Nasty, page.Title);
        Assert.Empty(page.QuerySelectorAll("script, b"));
        Assert.All(page.QuerySelectorAll(".mail-text p:not(:has(a)), h2, blockquote, li, dd, .mail-text a"), part => Assert.Equal(Nasty, part.TextContent));
        Assert.Equal($"{Nasty}:", page.QuerySelector("dt")!.TextContent);
        Assert.Equal("https://loket.example/x?a=1&b=%22%3E%3Cscript%3E", page.QuerySelector(".mail-button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task MailPage_WithAPreheader_ShowsItInPlaceOfTheFirstWords()
    {
        var mail = new MailMessage("Onderwerp", new MailBlock.Paragraph("Eerste woorden."));

        var without = await Rendered.Of<MailPage>(new { Mail = mail });
        var with = await Rendered.Of<MailPage>(new { Mail = mail with { Preheader = "Vóór 3 april, € 900" } });

        Assert.Equal("Eerste woorden.", without.Body!.FirstElementChild!.TextContent);
        Assert.Equal("Vóór 3 april, € 900", with.Body!.FirstElementChild!.TextContent);
    }

    [Fact]
    public async Task MailPage_DatesTimesAmountsAndReferences_StayOnOneLine()
    {
        var words = "Beslis vóór vrijdag 4 december 2026 om 17.00 uur over € 1.250,50, of op 3 mei; before Thursday 24 September 2026 (t/m vr 4 dec). Samen eten (BI-2026-7K3M9).";

        var page = await Rendered.Of<MailPage>(new { Mail = new MailMessage("Beslis: BI-2026-7K3M9", new MailBlock.Paragraph(words)) });

        var paragraph = page.QuerySelector(".mail-text p")!;
        Assert.Equal(words, paragraph.TextContent);
        Assert.Equal("Beslis: BI-2026-7K3M9", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("BI-2026-7K3M9", page.QuerySelector("h1 span")!.TextContent);
        Assert.Equal(
            ["vrijdag 4 december 2026", "17.00 uur", "€ 1.250,50", "3 mei", "Thursday 24 September 2026", "vr 4 dec", "BI-2026-7K3M9"],
            paragraph.QuerySelectorAll("span").Select(whole => whole.TextContent));
        Assert.All(paragraph.QuerySelectorAll("span"), whole => Assert.Equal("white-space:nowrap", whole.GetAttribute("style")));
    }
}
