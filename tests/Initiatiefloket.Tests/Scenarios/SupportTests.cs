using System.Net;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Testing;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Neighbours who support an initiative.</summary>
public sealed class SupportTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private const string Mailed = "Kijk in uw mail: u bent er bijna";

    private Town Town => fixture.Town;

    [Fact]
    public async Task Support_ConfirmedByButton_CountsOnceUntilItIsTakenBack()
    {
        var proposal = Townspeople.Resident("steun ons");
        var share = await ShareAsync(proposal);
        using var neighbour = fixture.Host.NewVisitor();
        var page = await neighbour.OpenAsync(share);
        Assert.Contains("Nog niemand heeft steun bevestigd.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(proposal.Name, page.Document.DocumentElement.TextContent, StringComparison.Ordinal);

        Assert.Equal(Mailed, (await SupportAsync(neighbour, page, "anna@buren.example")).Heading);
        var mine = await Town.OpenAsync("anna@buren.example", "Bevestig uw steun");
        Assert.Contains("Nog niemand", (await neighbour.OpenAsync(share)).Text, StringComparison.Ordinal);

        var thanks = await Town.FollowAsync("anna@buren.example", "Bevestig uw steun", "Ja, ik steun dit initiatief");
        Assert.Equal("Dank u wel: uw steun telt mee", thanks.Heading);
        Assert.Equal("Steunt u dit initiatief?", mine.Heading);
        Assert.Equal(Mailed, (await SupportAsync(neighbour, page, "Anna@buren.example")).Heading);
        Assert.Contains("1 persoon steunt dit initiatief.", (await neighbour.OpenAsync(share)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindestraat", (await neighbour.OpenAsync(share)).Document.DocumentElement.TextContent, StringComparison.Ordinal);

        var gone = await Town.FollowAsync("anna@buren.example", "Bevestig uw steun", "Trek mijn steun in");
        Assert.Equal("U steunt dit initiatief niet", gone.Heading);
        Assert.Contains("Nog niemand", (await neighbour.OpenAsync(share)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Support_OfAClosedCase_IsNotTaken()
    {
        var proposal = Townspeople.Resident("al voorbij");
        var share = await ShareAsync(proposal);
        using var neighbour = fixture.Host.NewVisitor();
        var page = await neighbour.OpenAsync(share);
        await SupportAsync(neighbour, page, "bert@buren.example");
        var mine = await neighbour.OpenAsync((await fixture.Host.Post.WaitForAsync("bert@buren.example", "Bevestig uw steun")).Link);
        var id = (await fixture.Host.Post.AboutAsync(proposal.Email, "ontvangen"))[0].Subject.Split('(', ')').First(word => word.StartsWith("BI-", StringComparison.Ordinal));
        await Town.WithdrawAsync(proposal.Email, id);
        await fixture.Cases.ReachAsync(id, InitiativeState.Withdrawn);

        var late = await neighbour.PressAsync(mine, "Ja, ik steun dit initiatief");
        var form = await SupportAsync(neighbour, page, "carla@buren.example");

        Assert.Equal("Deze aanvraag is al afgehandeld", late.Heading);
        Assert.Equal(["Nee, verwijder mijn gegevens"], late.Buttons);
        Assert.Contains("De gemeente heeft deze aanvraag afgehandeld.", form.Text, StringComparison.Ordinal);
        Assert.Empty(form.Buttons);
        Assert.Empty(await fixture.Host.Post.ToAsync("carla@buren.example"));
    }

    [Fact]
    public async Task Form_WithMistakes_SaysWhatToDoAndKeepsTheRest()
    {
        using var neighbour = fixture.Host.NewVisitor();
        var page = await neighbour.OpenAsync(await ShareAsync(Townspeople.Resident("fouten erin")));

        var wrong = await neighbour.PressAsync(page, "Stuur mij de mail", ("naam", "Dirk <b>de</b> Vries"), ("straat", ""), ("email", "dirk"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(["Vul de straat in waar u woont.", "Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."], wrong.Errors);
        Assert.Equal("Dirk <b>de</b> Vries", wrong.Document.QuerySelector("#naam")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Pages_InEnglish_AreInEnglish()
    {
        using var neighbour = fixture.Host.NewVisitor();
        var page = await neighbour.OpenAsync(await ShareAsync(Townspeople.Resident("in english")) + "?taal=en");
        Assert.Contains("Do you support this initiative?", page.Text, StringComparison.Ordinal);

        var sent = await neighbour.PressAsync(page, "Send me the e-mail", ("naam", "Eve"), ("straat", "Lindestraat"), ("email", "eve@buren.example"));

        Assert.Equal("Check your e-mail: you are almost there", sent.Heading);
        Assert.Contains("Dear neighbour,", (await fixture.Host.Post.WaitForAsync("eve@buren.example", "Confirm your support")).Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownShare_IsNotThere()
    {
        using var neighbour = fixture.Host.NewVisitor();

        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.OpenAsync("/steun/AAAAAAAAAA")).Status);
    }

    /// <summary>The address that the applicant finds on the status page.</summary>
    private async Task<string> ShareAsync(Proposal proposal)
    {
        var id = await Town.ApplyAsync(proposal);
        var status = await Town.OpenAsync(proposal.Email, $"aanvraag {id} ontvangen");
        return status.LinkTo("/steun/");
    }

    private static Task<PageSeen> SupportAsync(Visitor neighbour, PageSeen page, string email) => neighbour.PressAsync(
        page, "Stuur mij de mail", ("naam", "Anna de Boer"), ("straat", "Lindestraat"), ("email", email));
}
