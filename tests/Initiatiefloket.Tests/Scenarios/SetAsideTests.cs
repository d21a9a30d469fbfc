using Initiatiefloket.Initiatives;
using Initiatiefloket.Policies;
using Initiatiefloket.Terms;
using Initiatiefloket.Testing;
using Initiatiefloket.Tests.Policies;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>What follows on a request to complete that was not, or not well enough, answered: a person chooses (Awb 4:5).</summary>
public sealed class SetAsideTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Button = "Stel buiten behandeling";
    private static readonly IReadOnlyList<(string Field, string Value)> Reasons = [("onvolledig", "De begroting ontbreekt nog.")];

    private static Policy Policy { get; } = PolicyFile.Load(PolicyDraft.DefaultFile);

    private Town Town => fixture.Town;

    private PostOffice Post => fixture.Host.Post;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task Unanswered_TheReviewerSetsItAside_IsTheLetter()
    {
        var (proposal, id) = await UnansweredAsync("buiten behandeling");
        using var reviewer = fixture.Host.NewVisitor();
        var mail = await Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}", number: 2);
        Assert.Contains("niet op tijd beantwoord. Beslis op wat er is of vraag het nog eens. U mag de aanvraag ook buiten behandeling stellen, tot en met", mail.Text!, StringComparison.Ordinal);
        var page = await reviewer.OpenAsync(mail.Link);
        var lastDay = (await Cases.GetAsync(id)).Clock!.SetAsideBy(Policy.WorkingDays)!.Value;
        Assert.Contains($"Dat kan tot en met {lastDay.InWordsWithWeekday()}", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ken toe", page.Buttons);
        Assert.Contains("Stel de vraag", page.Buttons);

        var empty = await reviewer.PressAsync(page, Button);
        Assert.Equal("Vul in waarom u de aanvraag niet kunt behandelen. De aanvrager leest dit in de brief.", Assert.Single(empty.Errors));
        var done = await reviewer.DecideAsync(page, Button, [.. Reasons]);

        Assert.Contains("Buiten behandeling gesteld", done.Text, StringComparison.Ordinal);
        var letter = await fixture.ReadLetterAsync(proposal.Email, id);
        Assert.Contains("artikel 4:5", letter, StringComparison.Ordinal);
        Assert.Contains("De begroting ontbreekt nog.", letter, StringComparison.Ordinal);
        await Cases.ReachAsync(id, InitiativeState.SetAside);
    }

    [Fact]
    public async Task AnsweredInsufficiently_TheReviewerSetsItAside_IsTheLetter()
    {
        var proposal = Townspeople.Resident("te kort antwoord");
        var id = await Town.ApplyAsync(proposal);
        await Town.AskAsync(Townspeople.Reviewer, id, "Wat kost het?");
        await Town.AnswerAsync(proposal.Email, id, "Weet ik niet.");
        await Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}", number: 2);

        await Town.FollowAsync(Townspeople.Reviewer, $"initiatief {id}", Button, Reasons);

        Assert.Contains("Uw antwoord was niet genoeg", await fixture.ReadLetterAsync(proposal.Email, id), StringComparison.Ordinal);
        await Cases.ReachAsync(id, InitiativeState.SetAside);
    }

    [Fact]
    public async Task Unanswered_TheReviewerDecidesOnWhatThereIs_IsDecided()
    {
        var (_, id) = await UnansweredAsync("toch beslist");

        await Town.ApproveAsync(Townspeople.Reviewer, id, "1.200");

        await Cases.ReachAsync(id, InitiativeState.Granted);
    }

    [Fact]
    public async Task Unanswered_TheReviewerAsksAgain_WaitsForTheAnswerAnew()
    {
        var (proposal, id) = await UnansweredAsync("nog eens gevraagd");

        await Town.AskAsync(Townspeople.Reviewer, id, "Wie doet er mee? Dit is de tweede keer.");

        await Post.WaitForAsync(proposal.Email, $"Vraag over uw initiatief {id}", number: 2);

        // The clock stops once the mail went out.
        var stops = await Eventually.FindAsync("the clock to stop", async () => (await Cases.GetAsync(id)).Clock!.Suspensions is [_, _] two ? two : null);
        Assert.Equal(fixture.Today, stops[1].AskedOn);
    }

    [Fact]
    public async Task LastDay_IsOverAtMidnightAndTheReviewGoesOn()
    {
        var (_, id) = await UnansweredAsync("te laat om te weigeren");
        using var reviewer = fixture.Host.NewVisitor();
        var page = await reviewer.OpenAsync((await Post.WaitForAsync(Townspeople.Reviewer, $"initiatief {id}", number: 2)).Link);

        // The coordinator was asked by now; who was asked first may still decide, and nobody chose.
        fixture.Clock.SetUtcNow(LocalTime.StartOf((await Cases.GetAsync(id)).Clock!.SetAsideBy(Policy.WorkingDays)!.Value.AddDays(1)));
        Assert.Equal(InitiativeState.InReview, (await Cases.GetAsync(id)).State);
        var late = await reviewer.PressAsync(page, Button, [.. Reasons]);

        Assert.Contains("Buiten behandeling stellen kon tot en met", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Contains("De begroting ontbreekt nog.", late.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Button, late.Buttons);
        Assert.DoesNotContain(Button, (await reviewer.OpenAsync(page.Address.ToString())).Buttons);
        Assert.Equal(InitiativeState.InReview, (await Cases.GetAsync(id)).State);
    }

    private async Task<(Proposal Proposal, string Id)> UnansweredAsync(string about)
    {
        var proposal = Townspeople.Resident(about);
        var id = await Town.ApplyAsync(proposal);
        await Town.AskAsync(Townspeople.Reviewer, id, "Wie doet er mee?");
        await Post.WaitForAsync(proposal.Email, $"Vraag over uw initiatief {id}");

        // The recovery term may end some days later than after fourteen, over Easter for example.
        fixture.Clock.Advance(TimeSpan.FromDays(10));
        await Post.WaitForAsync(proposal.Email, $"Herinnering: vraag over uw initiatief {id}");
        fixture.Clock.Advance(TimeSpan.FromDays(12));
        await Cases.MailedAsync(id, "review-2-invite-reviewer:welzijn");
        return (proposal, id);
    }
}
