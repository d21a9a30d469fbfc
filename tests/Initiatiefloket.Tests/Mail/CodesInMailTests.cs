using Initiatiefloket.Mail;
using Initiatiefloket.Tests.Languages;
using Initiatiefloket.Tests.Web;

namespace Initiatiefloket.Tests.Mail;

/// <summary>Every kind of mail where the municipality forbids links in mail.</summary>
public sealed class CodesInMailTests
{
    public static TheoryData<string> Names { get; } = [.. Mails.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Mail_Any_HasACodeForEachButtonAndNothingToPress(string name)
    {
        var blocks = Mails.WithCodes[name].Blocks;
        var labels = blocks.SelectMany(Mails.ButtonsOf).Select(button => button.Label);
        var codes = blocks.Count(block => Mails.ButtonsOf(block).Any());
        var mail = Written(name);

        var text = MailText.Of(mail, "");
        var html = await Rendered.Of<MailPage>(new { Mail = mail, WithoutLinks = true });

        Assert.Empty(mail.Blocks.SelectMany(Mails.ButtonsOf));
        Assert.Empty(html.QuerySelectorAll("a"));
        Assert.DoesNotContain("://", text, StringComparison.Ordinal);
        Assert.Equal(codes, Count(text, "Ga in uw browser naar loket.example/code en vul daar deze code in:\nK7M4-PQ2X-9RTB"));
        Assert.Equal(codes, Count(html.Body!.TextContent, "K7M4-PQ2X-9RTB"));
        Assert.All(labels, label => Assert.Contains(label, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mail_Any_DoesNotSpeakOfALink(string name)
    {
        var text = MailText.Of(Written(name), "");

        Assert.DoesNotContain(" link", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("knop hierboven", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mail_WithLinks_StaysAsItIs(string name) =>
        Assert.Equal(Mails.All[name].Blocks, Mails.All[name].WithCodesWrittenOut(AppTexts.Localizer).Blocks);

    [Fact]
    public void Choices_ThreeButtons_AreOneInstruction()
    {
        var facts = Assert.IsType<MailBlock.Facts>(Assert.Single(Written("choices").Blocks));

        var fact = Assert.Single(facts.Items);
        Assert.Equal("Toekennen, Vraag stellen of Afwijzen", fact.Label);
        Assert.Equal("Ga in uw browser naar loket.example/code en vul daar deze code in:\nK7M4-PQ2X-9RTB", fact.Value);
    }

    private static MailMessage Written(string name) => Mails.WithCodes[name].WithCodesWrittenOut(AppTexts.Localizer);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
