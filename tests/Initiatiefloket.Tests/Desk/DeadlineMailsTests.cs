using Initiatiefloket.Desk;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Terms;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;
using Initiatiefloket.Tests.Terms;

namespace Initiatiefloket.Tests.Desk;

public sealed class DeadlineMailsTests
{
    private static readonly DateOnly Today = Days.Of("2026-05-06");
    private static readonly Uri Overview = new("https://loket.example/overzicht/x");

    [Fact]
    public void ToCoordinator_Cases_ArePutTheLatestFirst()
    {
        var mail = DeadlineMails.ToCoordinator(
            [Item("BI-4", "2026-03-17"), Item("BI-2", "2026-03-09"), Item("BI-3", "2026-03-12"), Item("BI-1", "2026-03-02")], Overview, Today, Cases.Policy);

        Assert.Equal("Beslistermijnen: 2 te laat, 2 bijna", mail.Subject);
        Assert.Equal(["Te laat", "Bijna te laat"], mail.Blocks.OfType<MailBlock.Heading>().Select(heading => heading.Text));
        Assert.Equal(
            ["Open BI-1", "Open BI-2", "Open BI-3", "Open BI-4", "Open alle zaken"], mail.Blocks.OfType<MailBlock.Button>().Select(button => button.Label));
    }

    [Fact]
    public void ToCoordinator_CaseThatNobodyDecided_StandsOnTopWhateverItsDate()
    {
        var late = Item("BI-1", "2026-03-02");
        var left = Item("BI-2", "2026-03-17");
        left = left with { Initiative = left.Initiative with { State = InitiativeState.LeftToDesk } };

        var mail = DeadlineMails.ToCoordinator([late, left], Overview, Today, Cases.Policy);

        Assert.Equal("Beslistermijnen: 1 zonder besluit, 1 te laat", mail.Subject);
        Assert.Equal(["Open BI-2", "Open BI-1", "Open alle zaken"], mail.Blocks.OfType<MailBlock.Button>().Select(button => button.Label));
    }

    [Theory]
    [InlineData("2026-03-02", "Beslistermijnen: 1 te laat")]
    [InlineData("2026-03-17", "Beslistermijnen: 1 bijna")]
    public void ToCoordinator_OneKind_HasOneHeading(string received, string subject)
    {
        var mail = DeadlineMails.ToCoordinator([Item("BI-1", received)], Overview, Today, Cases.Policy);

        Assert.Equal(subject, mail.Subject);
        Assert.Single(mail.Blocks.OfType<MailBlock.Heading>());
    }

    [Theory]
    [InlineData("2026-04-21", "Nog 7 dagen: beslis", "Die kan de termijn één keer verlengen")]
    [InlineData("2026-04-28", "Vandaag is de laatste dag: beslis", "Die kan de termijn één keer verlengen")]
    [InlineData("2026-04-29", "TE LAAT: beslis", "in gebreke stellen (Awb 4:17)")]
    [InlineData("2026-04-21", "Nog 7 dagen: beslis", "Is er op 28 april 2026 geen besluit? Dan is de gemeente te laat.")]
    [InlineData("2026-04-29", "TE LAAT: beslis", "krijgt de coördinator daar elke werkdag een mail over")]
    public void ToReviewer_Day_SaysHowUrgentItIs(string day, string subject, string words)
    {
        var mail = DeadlineMails.ToReviewer(Mails.ReviewOn(Days.Moment($"{day}T06:00:00Z")), Mails.Link);

        Assert.StartsWith(subject, mail.Subject, StringComparison.Ordinal);
        Assert.Contains(words, MailText.Of(mail, ""), StringComparison.Ordinal);
    }

    private static DeadlineItem Item(string id, string received)
    {
        var initiative = Cases.InReview with { Id = id, Clock = LegalClock.Start(Days.Of(received), Cases.Policy.Terms.Decision) };
        return new DeadlineItem(initiative, Deadline.Of(initiative, Cases.Policy, Today), Mails.Link);
    }
}
