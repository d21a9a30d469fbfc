using Initiatiefloket.Council;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;

namespace Initiatiefloket.Tests.Council;

public sealed class DigestMailTests
{
    [Fact]
    public void Compose_Groups_PutWhatNeedsTheCouncilFirst()
    {
        var digest = Compose(InitiativeState.Rejected, InitiativeState.InReview, InitiativeState.Granted, InitiativeState.CouncilDecides, InitiativeState.Granted);

        Assert.Equal("Bewonersinitiatieven: 5 met nieuws", digest.Subject);
        Assert.Equal(
            ["Bij de raad", "Toegekend", "Niet toegekend", "In behandeling"], digest.Blocks.OfType<MailBlock.Heading>().Select(heading => heading.Text));
        Assert.Equal(5, digest.Blocks.OfType<MailBlock.Facts>().Count());
    }

    [Fact]
    public void Compose_One_HasNoButtonWithoutALink()
    {
        var digest = Compose(InitiativeState.Submitted);

        Assert.Equal("Bewonersinitiatieven: 1 met nieuws", digest.Subject);
        Assert.Empty(digest.Blocks.OfType<MailBlock.Button>());
    }

    [Fact]
    public void Compose_Granted_TellsTheGrantedAmountAndTheReasons()
    {
        var text = MailText.Of(DigestMail.Compose([new DigestItem(Cases.In(InitiativeState.Granted), Mails.Link)], Cases.Policy), "");

        Assert.Contains("Samen eten in De Thij (De Thij)", text, StringComparison.Ordinal);
        Assert.Contains("€\u00A03.500,00", text, StringComparison.Ordinal);
        Assert.Contains("De professional zegt: Dit brengt buren bij elkaar.", text, StringComparison.Ordinal);
        Assert.Contains($"Bekijk {Cases.Id}:\n{Mails.Link}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_States_HaveWordsOfTheirOwn()
    {
        var stands = Enum.GetValues<InitiativeState>()
            .Select(state => Compose(state).Blocks.OfType<MailBlock.Facts>().Single().Items.Single(fact => fact.Label == "Stand").Value);

        Assert.Equal(10, stands.Distinct().Count());
    }

    private static MailMessage Compose(params InitiativeState[] states) =>
        DigestMail.Compose([.. states.Select(state => new DigestItem(Cases.In(state), null))], Cases.Policy);
}
