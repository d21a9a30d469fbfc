using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Somebody else has a forwarded link to the status page, in a browser of their own: the money stays with the applicant.</summary>
public sealed class StatusLinkThiefTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Save = "Bewaar mijn gegevens";

    private Town Town => fixture.Town;

    private PostOffice Post => fixture.Host.Post;

    private StoredCases Cases => fixture.Cases;

    [Fact]
    public async Task Email_ChangedByAThiefWhoConfirmsAlone_NeverCounts()
    {
        var (proposal, id) = await ApplyAsync("dief mailadres");

        await AskAsThiefAsync(proposal, id, ("email", "dief.een@elders.example"));
        await Town.FollowAsync("dief.een@elders.example", "Bevestig uw nieuwe e-mailadres", "Bevestig dit adres");
        fixture.Clock.Advance(TimeSpan.FromDays(9));
        await fixture.Host.Durable.IdleAsync();
        await Town.ApproveAsync(Townspeople.Reviewer, id, "1.200");

        var payment = await Post.WaitForAsync(Townspeople.Coordinator, $"Uitbetalen: {id}");
        Assert.Contains(proposal.Email, payment.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain("dief.een", payment.Text!, StringComparison.Ordinal);
        Assert.Contains("contact-ended-1", await Cases.EventsAsync(id));
        Assert.DoesNotContain("dief.een", (await OpenStatusAsync(proposal, id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Email_ButtonPressedByAProgramThatScansTheOwnersMail_IsNotConfirmed()
    {
        var (proposal, id) = await ApplyAsync("dief en scanner");
        await AskAsThiefAsync(proposal, id, ("email", "dief.twee@elders.example"));
        await Town.FollowAsync("dief.twee@elders.example", "Bevestig uw nieuwe e-mailadres", "Bevestig dit adres");

        var scanned = await Town.FollowAsync(proposal.Email, $"Wilt u uw gegevens wijzigen? Initiatief {id}", "Ja, dit klopt");

        Assert.Equal(["Zet een vinkje als u dit zelf heeft gevraagd."], scanned.Errors);
        Assert.Equal(proposal.Email, (await Cases.ApplicantAsync(id)).Email);
    }

    [Fact]
    public async Task Phone_ChangedByAThief_IsToldToTheOwnerFirstAndStopped()
    {
        var (proposal, id) = await ApplyAsync("dief telefoon");
        var link = await StatusLinkAsync(proposal, id);

        await AskAsThiefAsync(proposal, id, ("naam", "Dirk Dief"), ("telefoon", "06 66666666"));
        var told = await Post.WaitForAsync(proposal.Email, $"Wilt u uw gegevens wijzigen? Initiatief {id}");
        Assert.Contains("06 66666666", told.Text!, StringComparison.Ordinal);
        Assert.Contains("wacht op bevestiging via uw mail", (await OpenStatusAsync(proposal, id)).Text, StringComparison.Ordinal);
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        var stopped = await PressAsync(told.Links[1], "Dit was ik niet");

        Assert.Equal("De wijziging is gestopt", stopped.Heading);
        fixture.Clock.Advance(TimeSpan.FromDays(9));
        await fixture.Host.Durable.IdleAsync();
        Assert.Equal(proposal.Name, (await Cases.ApplicantAsync(id)).Name);
        Assert.Contains("Er is niets veranderd", (await Post.WaitForAsync(Townspeople.Coordinator, $"Dit was ik niet: gegevens van {id}")).Text!, StringComparison.Ordinal);
        Assert.Contains("contact-disowned-1", await Cases.EventsAsync(id));

        // The thief's link is dead, and the owner has a new one.
        using var thief = fixture.Host.NewVisitor();
        Assert.Equal("Deze link werkt niet meer", (await thief.OpenAsync(link)).Heading);
        var anew = await Post.WaitForAsync(proposal.Email, $"De wijziging van uw gegevens gaat niet door: initiatief {id}");
        Assert.Equal("Wij bekijken uw aanvraag", (await thief.OpenAsync(anew.Link)).Heading);
    }

    [Fact]
    public async Task Phone_NotStopped_CountsAfterItsTermAndIsNamedInThePaymentThatWaits()
    {
        var (proposal, id) = await ApplyAsync("nieuw nummer");
        await AskAsThiefAsync(proposal, id, ("telefoon", "0541 123456"));
        fixture.Clock.Advance(TimeSpan.FromDays(1));
        await fixture.Host.Durable.IdleAsync();
        Assert.NotEqual("0541 123456", (await Cases.ApplicantAsync(id)).Phone);
        fixture.Clock.Advance(TimeSpan.FromDays(2));
        await Eventually.FindAsync("the new number", async () => (await Cases.ApplicantAsync(id)).Phone == "0541 123456" ? id : null);

        await Town.ApproveAsync(Townspeople.Reviewer, id, "1.200");
        await Cases.MailedAsync(id, "decision");
        await fixture.Host.Durable.IdleAsync();

        Assert.Empty(await Post.AboutAsync(Townspeople.Coordinator, $"Uitbetalen: {id}"));
        Assert.Contains("0541 123456", await fixture.ReadLetterAsync(proposal.Email, id), StringComparison.Ordinal);
        fixture.Clock.Advance(TimeSpan.FromDays(6));
        var payment = await Post.WaitForAsync(Townspeople.Coordinator, $"Uitbetalen: {id}");
        Assert.Contains("Telefoonnummer, op ", payment.Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_PutsAnAddressRight_CountsAtOnceAndTellsBoth()
    {
        var (proposal, id) = await ApplyAsync("tikfout adres");
        using var coordinator = fixture.Host.NewVisitor();
        var desk = await OpenDeskAsync(coordinator, id);

        var wrong = await coordinator.PressAsync(desk, "Verbeter de gegevens", ("email", "goed.adres@bewoner.example"));
        Assert.Contains(wrong.Errors, error => error.StartsWith("Vul in hoe u dit weet", StringComparison.Ordinal));
        var right = await coordinator.PressAsync(wrong, "Verbeter de gegevens", ("email", "goed.adres@bewoner.example"), ("waarom", "Gebeld met de aanvrager."));

        Assert.Empty(right.Errors);
        Assert.Equal("goed.adres@bewoner.example", (await Cases.ApplicantAsync(id)).Email);
        Assert.Contains("Gebeld met de aanvrager.", right.Text, StringComparison.Ordinal);
        Assert.Contains($"van {proposal.Email} naar goed.adres@bewoner.example", right.Text, StringComparison.Ordinal);
        await Post.WaitForAsync("goed.adres@bewoner.example", $"bevestigd voor initiatief {id}");

        // Who talked the coordinator into it is found out at the old address.
        var goodbye = await Post.WaitForAsync(proposal.Email, $"e-mailadres is gewijzigd voor initiatief {id}");
        Assert.DoesNotContain("goed.adres", goodbye.Text!, StringComparison.Ordinal);
        Assert.Equal("Uw melding is binnen", (await PressAsync(goodbye.Link, "Dit was ik niet")).Heading);
        Assert.Contains("Betaal niets uit", (await Post.WaitForAsync(Townspeople.Coordinator, $"Dit was ik niet: gegevens van {id}")).Text!, StringComparison.Ordinal);
        Assert.Contains("De aanvrager meldde: dit was ik niet", (await coordinator.OpenAsync(desk.Address.ToString())).Text, StringComparison.Ordinal);
    }

    private async Task<(Proposal Proposal, string Id)> ApplyAsync(string about)
    {
        var proposal = Townspeople.Resident(about);
        var id = await Town.ApplyAsync(proposal);
        await Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        return (proposal, id);
    }

    private async Task<string> StatusLinkAsync(Proposal proposal, string id) => (await Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen")).Link;

    private async Task<PageSeen> OpenStatusAsync(Proposal proposal, string id)
    {
        using var resident = fixture.Host.NewVisitor();
        return await resident.OpenAsync(await StatusLinkAsync(proposal, id));
    }

    private async Task AskAsThiefAsync(Proposal proposal, string id, params IReadOnlyList<(string Field, string Value)> fields)
    {
        using var thief = fixture.Host.NewVisitor();
        await thief.PressAsync(await thief.OpenAsync($"{await StatusLinkAsync(proposal, id)}/gegevens"), Save, fields);
    }

    private async Task<PageSeen> PressAsync(string link, string button)
    {
        using var person = fixture.Host.NewVisitor();
        return await person.PressAsync(await person.OpenAsync(link), button);
    }

    private async Task<PageSeen> OpenDeskAsync(Visitor coordinator, string id) =>
        await coordinator.OpenAsync(await fixture.DeskLinkAsync(id));
}
