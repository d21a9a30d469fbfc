using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Townspeople press twice, go back, and correct what they typed.</summary>
public sealed class DoubleSubmitTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private PostOffice Post => fixture.Host.Post;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task Form_WhenSentManyTimesAtOnce_IsOneInitiativeWithOneMail()
    {
        var proposal = Townspeople.Resident("vijf keer gedrukt");
        using var resident = fixture.Host.NewVisitor();
        var check = await Town.ReachCheckAsync(resident, proposal);

        var sent = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Town.SendAsync(resident, check, proposal)));

        Assert.All(sent, page => Assert.Equal("Kijk in uw mail: u bent er bijna", page.Heading));
        Assert.Equal(1, await Cases.CountAsync(proposal.Title));
        await fixture.Town.ConfirmAsync(proposal.Email);
        Assert.Single(await Post.AboutAsync(proposal.Email, "Bevestig uw aanvraag"));
    }

    [Fact]
    public async Task Form_WithACorrectedAddress_IsConfirmedThere()
    {
        var wrong = Townspeople.Resident("tikfout");
        var right = wrong with { Email = "goed.adres@bewoner.example" };
        using var resident = fixture.Host.NewVisitor();
        var check = await Town.ReachCheckAsync(resident, wrong);
        await Town.SendAsync(resident, check, wrong);
        using var stranger = fixture.Host.NewVisitor();
        var opened = await stranger.OpenAsync((await Post.WaitForAsync(wrong.Email, "Bevestig uw aanvraag")).Link);
        await CorrectAddressAsync(resident, check, right);
        await AssertCannotSendAsync(stranger, opened, right);

        var id = await fixture.Town.ConfirmAsync(right.Email);

        await Post.WaitForAsync(right.Email, $"aanvraag {id} ontvangen");
        Assert.Equal(1, await Cases.CountAsync(right.Title));
        Assert.Single(await Post.ToAsync(wrong.Email));
    }

    [Fact]
    public async Task Confirm_WhenPressedManyTimesAtOnce_StartsOneWorkflow()
    {
        var proposal = Townspeople.Resident("vijf keer bevestigd");
        await fixture.Town.FillInAsync(proposal);
        using var resident = fixture.Host.NewVisitor();
        var page = await resident.OpenAsync((await Post.WaitForAsync(proposal.Email, "Bevestig uw aanvraag")).Link);

        var pressed = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => resident.PressAsync(page, "Bevestig en verstuur")));
        var again = await resident.PressAsync(page, "Bevestig en verstuur");

        Assert.All([.. pressed, again], seen => Assert.Equal("Uw aanvraag is verstuurd", seen.Heading));
        var id = again.Document.QuerySelector("strong")!.TextContent;
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        Assert.Equal(["drafted", "review-1-opened", "submitted"], await Cases.EventsAsync(id));
        Assert.Single(await Post.AboutAsync(proposal.Email, $"aanvraag {id} ontvangen"));
        Assert.Single(await Post.AboutAsync(Townspeople.Reviewer, id));
    }

    [Fact]
    public async Task Form_WhenSentAgainAfterItWasConfirmed_ChangesNothing()
    {
        var proposal = Townspeople.Resident("terug in de browser");
        using var resident = fixture.Host.NewVisitor();
        var check = await Town.ReachCheckAsync(resident, proposal);
        await Town.SendAsync(resident, check, proposal);
        var id = await fixture.Town.ConfirmAsync(proposal.Email);
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        var before = await Cases.VersionsAsync();

        var again = await resident.PressAsync(check, Proposal.SendButton, (proposal with { Asked = "2.400", Email = "ander@bewoner.example" }).Fields);

        Assert.Equal("Wij hebben uw aanvraag al", again.Heading);
        Assert.Equal(before, await Cases.VersionsAsync());
        Assert.Empty(await Post.ToAsync("ander@bewoner.example"));
        Assert.Equal(InitiativeState.InReview, (await Cases.GetAsync(id)).State);
    }

    [Fact]
    public async Task Answers_KeptByATryThatBrokeOffAndThenSentManyTimesAtOnce_AreSentOnce()
    {
        var proposal = Townspeople.Resident("vijf keer geantwoord");
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Town.AskAsync(Townspeople.Reviewer, id, "Waar koken jullie?");
        using var resident = fixture.Host.NewVisitor();
        var page = await resident.OpenAsync($"{(await Post.WaitForAsync(proposal.Email, $"Vraag over uw initiatief {id}")).Link}/antwoord");
        await resident.PressAsync(page, "Bewaar en ga later verder", ("antwoord[1-1]", "In het wijkhuis."));

        var sent = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ =>
            resident.PressAsync(page, "Verstuur antwoorden", ("antwoord[1-1]", "In het wijkhuis."))));

        Assert.All(sent, seen => Assert.Equal((HttpStatusCode.OK, "Wij bekijken uw aanvraag"), (seen.Status, seen.Heading)));
        Assert.Single(await Cases.EventsAsync(id), happened => happened == "answer-1");
        await Post.WaitForAsync(proposal.Email, $"antwoord ontvangen over initiatief {id}");
        Assert.Single(await Post.AboutAsync(proposal.Email, $"antwoord ontvangen over initiatief {id}"));
    }

    /// <summary>A minute later, since a link of the same instant counts as one to the new address.</summary>
    private async Task CorrectAddressAsync(Visitor resident, PageSeen check, Proposal right)
    {
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        var change = await resident.OpenAsync(check.LinkTo("Wijzig Over u"));
        await Town.SendAsync(resident, await resident.PressAsync(change, "Verder", ("email", right.Email)), right);
    }

    /// <summary>Who reads mail at the mistyped address neither reads nor sends the plan; a new link goes to the right address, without a word of the form.</summary>
    private async Task AssertCannotSendAsync(Visitor stranger, PageSeen opened, Proposal right)
    {
        var pressed = await stranger.PressAsync(opened, "Bevestig en verstuur");
        Assert.Equal((HttpStatusCode.Gone, "Deze link werkt niet meer"), (pressed.Status, pressed.Heading));
        Assert.DoesNotContain(right.Title, (await stranger.OpenAsync(opened.Address.ToString())).Text, StringComparison.Ordinal);

        var asked = await stranger.PressAsync(pressed, "Stuur een link naar het adres dat nu geldt");
        Assert.Contains("Die gaat naar het e-mailadres dat nu geldt.", asked.Text, StringComparison.Ordinal);
        var renewed = await Post.WaitForAsync(right.Email, "Bevestig uw aanvraag", number: 2);
        Assert.DoesNotContain(right.Title, renewed.Text!, StringComparison.Ordinal);
        Assert.Contains("Hier is de nieuwe link", renewed.Text!, StringComparison.Ordinal);
    }
}
