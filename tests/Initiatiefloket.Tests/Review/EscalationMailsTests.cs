using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Review;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;

namespace Initiatiefloket.Tests.Review;

public sealed class EscalationMailsTests
{
    private static readonly ReviewMailCase ToCoordinator = Mails.ReviewOn(Cases.ReceivedAt.AddDays(20)) with { Person = Actor.Coordinator };

    [Fact]
    public void Decide_AfterTheTerm_WarnsOfThePenalty()
    {
        var mail = EscalationMails.Decide(Mails.ReviewOn(Cases.ReceivedAt.AddDays(80)) with { Person = Actor.Coordinator }, isLast: false, Mails.Link);

        Assert.StartsWith("TE LAAT", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Awb 4:17", MailText.Of(mail, ""), StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_OnlyTheCoordinatorsOwnVoteIsMissing_SaysSo()
    {
        var panel = new Panel { Seats = [Cases.Reviewer, Actor.Coordinator], Votes = [Cases.VerdictOf(VerdictKind.Approve)] };

        var mail = EscalationMails.Decide(ToCoordinator with { Initiative = Cases.InReview with { Panel = panel } }, isLast: false, Mails.Link);

        Assert.StartsWith("U heeft nog niet beslist", Assert.IsType<MailBlock.Paragraph>(mail.Blocks[0]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "Beslist niemand, dan krijgt u deze mail opnieuw.")]
    [InlineData(true, "Dit is de laatste herinnering. Is er na 5 werkdagen nog geen besluit?")]
    public void EachMail_SaysWhatHappensWhenNobodyActs(bool isLast, string words)
    {
        var mails = new[]
        {
            EscalationMails.Decide(ToCoordinator, isLast, Mails.Link),
            EscalationMails.FindSomebody(ToCoordinator, isLast, Mails.Link),
            EscalationMails.ToSilent(Mails.ReviewOn(Cases.ReceivedAt.AddDays(20)), isLast, Mails.Link),
        };

        Assert.All(mails, mail => Assert.Contains(words, MailText.Of(mail, ""), StringComparison.Ordinal));
    }

    [Fact]
    public void ToSilent_PromisesNoDeputyAndNoDecisionOfTheCoordinator()
    {
        var text = MailText.Of(EscalationMails.ToSilent(Mails.ReviewOn(Cases.ReceivedAt.AddDays(20)), isLast: false, Mails.Link), "");

        Assert.DoesNotContain("vervanger", text, StringComparison.Ordinal);
        Assert.DoesNotContain("vragen wij", text, StringComparison.Ordinal);
        Assert.Contains(Cases.Policy.Municipality.Coordinator.Email, text, StringComparison.Ordinal);
    }
}
