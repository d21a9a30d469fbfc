using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>What comes a second time, too late or behind an older link is not taken, and whoever sent it is told.</summary>
public sealed class TooLateTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private Town Town => fixture.Town;

    private PostOffice Post => fixture.Host.Post;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task Verdict_OfTheSecondPerson_IsToldWhoDecidedAndWhen()
    {
        var id = await Town.ApplyAsync(Townspeople.Resident("twee beslissers"));
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        fixture.Clock.Advance(TimeSpan.FromDays(20));
        await Post.WaitForAsync(Townspeople.Reviewer, $"Herinnering, beslis: …initiatief {id}");
        using var coordinator = fixture.Host.NewVisitor();
        var page = await coordinator.OpenAsync((await Post.WaitForAsync(Townspeople.Coordinator, $"initiatief {id}")).Link);
        await Town.DeclineAsync(Townspeople.Reviewer, id);
        await Cases.MailedAsync(id, "decision");

        var told = await coordinator.DecideAsync(page, "Ken toe", Decisions.Approval(page));

        Assert.Contains("Ellen Kamphuis heeft beslist op ", told.Text, StringComparison.Ordinal);
        Assert.Contains("Afgewezen", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ken toe", told.Buttons);
        Assert.Equal(InitiativeState.Rejected, (await Cases.GetAsync(id)).State);
        Assert.Null(await Cases.ClaimAsync(id));
    }

    [Fact]
    public async Task Verdict_OnAWithdrawnCase_IsNotTaken()
    {
        var proposal = Townspeople.Resident("te laat beslist");
        var id = await Town.ApplyAsync(proposal);
        using var professional = fixture.Host.NewVisitor();
        var page = await professional.OpenAsync((await Post.WaitForAsync(Townspeople.Reviewer, id)).Link);
        await Town.WithdrawAsync(proposal.Email, id);

        var told = await professional.DecideAsync(page, "Ken toe", Decisions.Approval(page));

        Assert.Contains("U hoeft niet meer te beslissen", told.Text, StringComparison.Ordinal);
        await Cases.MailedAsync(id, "withdrawn-reviewer:welzijn");
        Assert.Equal(["drafted", "review-1-opened", "submitted", "withdrawn"], await Cases.EventsAsync(id));
    }

    [Fact]
    public async Task Withdrawal_OfADecidedCase_IsNotTaken()
    {
        var proposal = Townspeople.Resident("te laat ingetrokken");
        var id = await Town.ApplyAsync(proposal);
        using var resident = fixture.Host.NewVisitor();
        var status = await resident.OpenAsync((await Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen")).Link);
        var page = await resident.OpenAsync(status.LinkTo("Aanvraag intrekken"));
        await Town.ApproveAsync(Townspeople.Reviewer, id, "1.200");
        await Cases.MailedAsync(id, "payment");

        var told = await resident.PressAsync(page, "Ja, trek mijn aanvraag in");

        Assert.Equal("U krijgt geld voor uw initiatief", told.Heading);
        Assert.DoesNotContain("withdrawn", await Cases.EventsAsync(id));
    }

    [Fact]
    public async Task CallIn_TwiceByOneMember_CountsOnceAndTooLateIsTold()
    {
        var id = await fixture.InCouncilWindowAsync("een raadslid");
        using var henk = fixture.Host.NewVisitor();
        using var fatma = fixture.Host.NewVisitor();
        var henksPage = await henk.OpenAsync((await Post.WaitForAsync(Townspeople.Henk, "een raadslid")).Link);
        var fatmasPage = await fatma.OpenAsync((await Post.WaitForAsync(Townspeople.Fatma, "een raadslid")).Link);
        await henk.PressAsync(henksPage, "Ik wil dit in de raad bespreken", Decisions.CallIn);
        var twice = await henk.PressAsync(henksPage, "Ik wil dit in de raad bespreken", Decisions.CallIn);
        Assert.Contains("Nu vraagt 1 raadslid dit.", twice.Text, StringComparison.Ordinal);

        fixture.Clock.Advance(TimeSpan.FromDays(12));
        await Cases.ReachAsync(id, InitiativeState.Granted);
        var late = await fatma.PressAsync(fatmasPage, "Ik wil dit in de raad bespreken", Decisions.CallIn);

        Assert.Contains("De tijd om mee te kijken is voorbij", late.Text, StringComparison.Ordinal);
        Assert.Contains("Het geld is toegekend.", late.Text, StringComparison.Ordinal);
        Assert.Single((await Cases.GetAsync(id)).CalledInBy);
    }

    [Fact]
    public async Task Review_LinkOfTheFirstRound_CannotDecideTheSecond()
    {
        var proposal = Townspeople.Resident("twee rondes");
        var id = await Town.ApplyAsync(proposal);
        using var professional = fixture.Host.NewVisitor();
        var first = await professional.OpenAsync((await Post.WaitForAsync(Townspeople.Reviewer, id)).Link);
        await professional.PressAsync(first, "Stel de vraag", Decisions.Question("Waar?"));
        await Town.AnswerAsync(proposal.Email, id, "Hier.");
        await Cases.MailedAsync(id, "review-2-invite-reviewer:welzijn");

        var told = await professional.DecideAsync(first, "Wijs af", Decisions.Refusal);

        Assert.Contains("Er is een vraag gesteld aan de aanvrager", told.Text, StringComparison.Ordinal);
        Assert.Equal(["Bekijk en beslis"], told.Buttons);
        Assert.Null((await Cases.GetAsync(id)).VerdictOf(2));
        Assert.Equal(InitiativeState.InReview, (await Cases.GetAsync(id)).State);
    }

    [Fact]
    public async Task Question_BeyondTheMaximum_IsNotTaken()
    {
        var proposal = Townspeople.Resident("blijft vragen");
        var id = await Town.ApplyAsync(proposal);
        for (var round = 1; round <= 3; round++)
        {
            await Cases.MailedAsync(id, $"review-{round}-invite-reviewer:welzijn");
            await Town.AskAsync(Townspeople.Reviewer, id, $"Vraag {round}?");
            await Cases.MailedAsync(id, $"question-{round}-asked");
            await Town.AnswerAsync(proposal.Email, id, $"Antwoord {round}.");
        }

        await Cases.MailedAsync(id, "review-4-invite-reviewer:welzijn");
        using var professional = fixture.Host.NewVisitor();
        var page = await professional.OpenAsync((await Post.WaitForAsync(Townspeople.Reviewer, id, number: 4)).Link);
        Assert.DoesNotContain("Stel de vraag", page.Buttons);

        // Who has an older page open still has the button.
        var told = await professional.PressAsync(page, "Ken toe", ("keuze", "vragen"), ("vraag[0].tekst", "Nog iets?"), ("waarom", "Zomaar."));

        Assert.NotEmpty(told.Errors);
        Assert.Null((await Cases.GetAsync(id)).VerdictOf(4));
    }
}
