using Initiatiefloket.Initiatives;
using Initiatiefloket.Mail;
using Initiatiefloket.Money;
using Initiatiefloket.Review;
using Initiatiefloket.Tests.Initiatives;
using Initiatiefloket.Tests.Mail;

namespace Initiatiefloket.Tests.Review;

public sealed class ReviewMailsTests
{
    private static readonly Actor Other = Actor.Reviewer("jeugd");

    /// <summary>The second round: the reviewer's question was answered.</summary>
    private static readonly ReviewMailCase AfterAnAnswer = Mails.ReviewOn(Cases.AskedAt) with
    {
        Initiative = Cases.Questioned.Answer(1, Cases.Answers("In de Thij."), Cases.AskedAt.AddDays(3))! with
        {
            Round = 2,
            Panel = new Panel { Seats = [Cases.Reviewer, Other] },
        },
    };

    [Theory]
    [InlineData("2026-03-02", "nog 57 dagen")]
    [InlineData("2026-04-27", "nog 1 dag")]
    [InlineData("2026-04-28", "vandaag")]
    [InlineData("2026-04-29", "1 dag te laat")]
    [InlineData("2026-04-30", "2 dagen te laat")]
    public void Invitation_Day_SaysHowMuchTimeIsLeft(string day, string words)
    {
        var now = DateTimeOffset.Parse($"{day}T12:00:00+01:00", null);

        var text = MailText.Of(ReviewMails.Invitation(Mails.ReviewOn(now), Mails.Link), "");

        Assert.Contains($"dinsdag 28 april 2026 ({words})", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300, 300)]
    [InlineData(301, 302)]
    public void Invitation_LongPlan_IsShortened(int length, int shown) =>
        Assert.Equal(shown, QuoteOf(new string('x', length)).Length);

    [Fact]
    public void Invitation_Subject_BeginsWithTheMatterAndEndsWithTheReference()
    {
        var review = Mails.ReviewOn(Cases.ReceivedAt);
        var named = review with { Initiative = review.Initiative with { Title = new string('t', 100) } };

        Assert.Equal(ReviewOffice.SubjectOf("Beslis", Cases.Id), ReviewMails.Invitation(review, Mails.Link).Subject);
        Assert.Contains($": {new string('t', 60)} …, ", ReviewMails.Invitation(named, Mails.Link).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public void Invitation_ForASmallAmount_NamesWhatIsTicked()
    {
        var review = Mails.ReviewOn(Cases.ReceivedAt);
        var small = review with { Initiative = review.Initiative with { Asked = Euro.Whole(900) } };

        Assert.Contains("Waar u op let: Het plan past binnen de regels. De kosten kloppen.", MailText.Of(ReviewMails.Invitation(small, Mails.Link), ""), StringComparison.Ordinal);
        Assert.Contains("Waar u op let: Voorkomen van problemen (3×)", MailText.Of(ReviewMails.Invitation(review, Mails.Link), ""), StringComparison.Ordinal);
    }

    [Fact]
    public void Invitation_CutInTheMiddleOfASign_LeavesItOut() =>
        Assert.Equal($"{new string('x', 299)} …", QuoteOf($"{new string('x', 299)}\U0001F33B en meer"));

    [Fact]
    public void Invitation_CoordinatorFillsAVacantPlace_KnowsWhatItMeansAndHowToFindSomebody()
    {
        var initiative = Cases.InReview with { Panel = new Panel { Seats = [Cases.Reviewer, Actor.Coordinator], IsSealed = true } };
        var review = Mails.ReviewOn(Cases.ReceivedAt) with { Initiative = initiative };

        var toCoordinator = MailText.Of(ReviewMails.Invitation(review with { Person = Actor.Coordinator }, Mails.Link), "");

        Assert.Contains("Daarom krijgt u een van de plaatsen. Uw besluit geldt voor iedereen.", toCoordinator, StringComparison.Ordinal);
        Assert.Contains("draag de plaats over", toCoordinator, StringComparison.Ordinal);
        Assert.DoesNotContain("vervanger", toCoordinator, StringComparison.Ordinal);
        var toReviewer = MailText.Of(ReviewMails.Invitation(review, Mails.Link), "");
        Assert.Contains("Een van hen is de coördinator. Besluit die, dan geldt dat voor iedereen.", toReviewer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reviewer:welzijn", "De aanvrager heeft uw vraag beantwoord.")]
    [InlineData("reviewer:jeugd", "De aanvrager heeft de vraag van Ellen Kamphuis beantwoord.")]
    public void Invitation_AfterAnAnswer_SaysWhoAsked(string person, string words)
    {
        var text = TextOf(AfterAnAnswer with { Person = Actor.Read(person) });

        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.DoesNotContain("in plaats van een collega", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Invitation_AfterAnAnswerToWhoComesIn_SaysBoth()
    {
        var absent = new HandOver(2, Cases.Reviewer, Other, HandOverReason.Absence, Cases.AskedAt, Actor.Workflow);
        var initiative = AfterAnAnswer.Initiative with { Panel = new Panel { Seats = [Other], HandOvers = [absent] } };

        var text = TextOf(AfterAnAnswer with { Initiative = initiative, Person = Other });

        Assert.Contains("U beslist in plaats van een collega.", text, StringComparison.Ordinal);
        Assert.Contains("de vraag van Ellen Kamphuis beantwoord", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Invitation_OfWhoComesInForASilentOne_PromisesNoDeputy()
    {
        var silent = new HandOver(1, Cases.Reviewer, Other, HandOverReason.Silence, Cases.AskedAt, Actor.Workflow);
        var initiative = Cases.InReview with { Panel = Cases.InReview.Panel.With(silent)! };

        var text = TextOf(Mails.ReviewOn(Cases.ReceivedAt) with { Initiative = initiative, Person = Other });

        Assert.DoesNotContain("vervanger", text, StringComparison.Ordinal);
        Assert.Contains("Beslist u ook niet, dan vragen wij de coördinator om te beslissen.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reminder_CoordinatorInvolved_DoesNotPromiseThatTheyDecide()
    {
        var initiative = Cases.InReview with { Panel = Cases.InReview.Panel with { InvolvedOthers = [Actor.Coordinator] } };
        var mail = ReviewMails.Reminder(Mails.ReviewOn(Cases.ReceivedAt) with { Initiative = initiative }, Mails.Link);

        Assert.Contains("de coördinator om iemand anders te zoeken", MailText.Of(mail, ""), StringComparison.Ordinal);
    }

    private static string TextOf(ReviewMailCase review) => MailText.Of(ReviewMails.Invitation(review, Mails.Link), "");

    private static string QuoteOf(string plan)
    {
        var review = Mails.ReviewOn(Cases.ReceivedAt) with { Application = Cases.Application with { Plan = plan } };
        return ReviewMails.Invitation(review, Mails.Link).Blocks.OfType<MailBlock.Quote>().Single().Text;
    }
}
