using Initiatiefloket.Initiatives;
using Initiatiefloket.Money;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Several professionals decide together, and ask others for advice.</summary>
public sealed class PanelTests(PanelFixture fixture) : IClassFixture<PanelFixture>
{
    private const string Adviser = "g.nijhuis@oldenzaal.example";

    private Town Town => fixture.Town;

    private PostOffice Post => fixture.Host.Post;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task TwoApprovalsWithDifferentAmounts_AreTalkedOverAndThenAgreed()
    {
        var id = await AtTheSecondAsync("oneens over het bedrag");
        await Town.ApproveAsync(Townspeople.SecondReviewer, id, "15.000");

        await ConversationAsync(id);
        Assert.Equal(RoundKind.Conversation, (await Cases.GetAsync(id)).Panel.Kind);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "15.000");
        await Town.ApproveAsync(Townspeople.SecondReviewer, id, "15.000");

        var initiative = await Cases.ReachAsync(id, InitiativeState.CouncilDecides);
        Assert.Equal(Euro.Whole(15_000), initiative.VerdictOf(2)!.Amount);
        Assert.Null(initiative.VerdictOf(1));
    }

    [Fact]
    public async Task ReviewersWhoStillDisagree_LeaveItToTheCoordinator()
    {
        var id = await AtTheSecondAsync("blijven oneens");
        await Town.DeclineAsync(Townspeople.SecondReviewer, id);
        await ConversationAsync(id);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "20.000");
        await Town.DeclineAsync(Townspeople.SecondReviewer, id);

        await Post.WaitForAsync(Townspeople.Coordinator, $"Hak de knoop door: …initiatief {id}");
        await Town.DeclineAsync(Townspeople.Coordinator, id);

        var initiative = await Cases.ReachAsync(id, InitiativeState.Rejected);
        Assert.Equal((3, Actor.Coordinator), (initiative.Round, initiative.VerdictOf(3)!.By));
        Assert.Null(await Cases.ClaimAsync(id));
    }

    [Fact]
    public async Task SealedVotes_AreNotShownToWhoStillHasToVote()
    {
        var id = await AtTheSecondAsync("gesloten stemmen");

        var page = await Town.OpenAsync(Townspeople.SecondReviewer, $"initiatief {id}");

        Assert.DoesNotContain("Toegekend", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dit helpt de wijk vooruit.", page.Text, StringComparison.Ordinal);
        Assert.Equal(InitiativeState.InReview, (await Cases.GetAsync(id)).State);
    }

    [Fact]
    public async Task QuestionOfOne_GoesToTheApplicantAndBothDecideAnew()
    {
        var proposal = Townspeople.Resident("vraag van een van twee", "20.000");
        var id = await Town.ApplyAsync(proposal);
        await InvitedAsync(id, round: 1);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "20.000");
        await Town.AskAsync(Townspeople.SecondReviewer, id, "Wie helpt er mee?");
        await Town.AnswerAsync(proposal.Email, id, "De hele straat.");

        await InvitedAsync(id, round: 2);

        Assert.Empty((await Cases.GetAsync(id)).Panel.Votes);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "20.000");
        await Town.ApproveAsync(Townspeople.SecondReviewer, id, "20.000");
        await Cases.ReachAsync(id, InitiativeState.CouncilDecides);
    }

    [Fact]
    public async Task SilentReviewer_IsReplacedByTheDeputyWhoDecides()
    {
        var id = await Town.ApplyAsync(Townspeople.Resident("stille beoordelaar"));
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");

        fixture.Clock.Advance(TimeSpan.FromDays(14));
        await Cases.MailedAsync(id, "review-1-invite-reviewer:jeugd");
        await Post.WaitForAsync(Townspeople.Reviewer, $"Uw vervanger is gevraagd: …initiatief {id}");
        await Town.ApproveAsync(Townspeople.SecondReviewer, id, "1.200");

        var initiative = await Cases.ReachAsync(id, InitiativeState.Granted);
        Assert.Equal(Actor.Reviewer("jeugd"), initiative.VerdictOf(1)!.By);
        var change = Assert.Single(initiative.Panel.HandOvers);
        Assert.Equal((Actor.Reviewer("welzijn"), Actor.Reviewer("jeugd"), HandOverReason.Silence), (change.From, change.To, change.Why));
    }

    [Fact]
    public async Task Advice_IsAskedAndGivenWithoutGivingAwayTheDecision()
    {
        var id = await Town.ApplyAsync(Townspeople.Resident("advies gevraagd"));
        using var reviewer = fixture.Host.NewVisitor();
        var mail = await Post.WaitForAsync(Townspeople.Reviewer, $"Beslis: …initiatief {id}");
        var talk = await reviewer.OpenAsync($"{new Uri(mail.Link).AbsolutePath}/overleg");
        talk = await reviewer.PressAsync(talk, "Bewaar de notitie", ("notitie", "Ik wil dit eigenlijk afwijzen."));
        Assert.Contains("Ik wil dit eigenlijk afwijzen.", talk.Text, StringComparison.Ordinal);
        Assert.NotEmpty((await reviewer.PressAsync(talk, "Vraag advies", ("collega", "welzijn"), ("vraag", "Wat vindt u?"))).Errors);
        await reviewer.PressAsync(talk, "Vraag advies", ("collega", "zorg"), ("vraag", "Past dit bij de Wmo?"));
        await reviewer.PressAsync(talk, "Vraag advies", ("collega", "zorg"), ("vraag", "Past dit bij de Wmo?"));

        var subject = $"Advies gevraagd: {id}";
        var page = await Town.OpenAsync(Adviser, subject);
        Assert.Contains("Past dit bij de Wmo?", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ik wil dit eigenlijk afwijzen.", page.Text, StringComparison.Ordinal);
        await Town.FollowAsync(Adviser, subject, "Geef dit advies", ("advies", "Ja, zeker."));

        var given = await Post.WaitForAsync(Townspeople.Reviewer, $"Advies gekregen: {id}");
        Assert.Contains("Ja, zeker.", given.Text!, StringComparison.Ordinal);
        Assert.Single(await Post.AboutAsync(Adviser, id));
        await Town.DeclineAsync(Townspeople.Reviewer, id);
        await Cases.ReachAsync(id, InitiativeState.Rejected);
    }

    private async Task<string> AtTheSecondAsync(string about)
    {
        var id = await Town.ApplyAsync(Townspeople.Resident(about, "20.000"));
        await InvitedAsync(id, round: 1);
        await Town.ApproveAsync(Townspeople.Reviewer, id, "20.000");
        return id;
    }

    private Task ConversationAsync(string id) => InvitedAsync(id, round: 2);

    private async Task InvitedAsync(string id, int round)
    {
        await Cases.MailedAsync(id, $"review-{round}-invite-reviewer:welzijn");
        await Cases.MailedAsync(id, $"review-{round}-invite-reviewer:jeugd");
    }
}
