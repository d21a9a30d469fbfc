using Initiatiefloket.Initiatives;
using Initiatiefloket.Links;
using Initiatiefloket.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Nobody decides on an initiative of their own, nor on one that they support (Awb 2:4), whatever way they write their address.</summary>
public sealed class OwnInterestTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private static readonly Actor Ellen = Actor.Reviewer("welzijn");

    private PostOffice Post => fixture.Host.Post;

    private StoredCases Cases => fixture.Cases;

    [Theory]
    [InlineData("E.Kamphuis@oldenzaal.example")]
    [InlineData("e.kamphuis+prive@oldenzaal.example")]
    public async Task Reviewer_WhoAppliesThemselves_HasNoPlaceAndTheTrailSaysWhy(string email)
    {
        var id = await fixture.Town.ApplyAsync(Townspeople.Resident("van Ellen zelf") with { Email = email });
        var initiative = await Cases.ReachAsync(id, InitiativeState.InReview);

        Assert.DoesNotContain(Ellen, initiative.Panel.Seats);
        Assert.False(initiative.MaySeeCase(Ellen));
        await Cases.MailedAsync(id, $"review-1-invite-{initiative.Panel.Seats[0]}");
        Assert.DoesNotContain(await Post.ToAsync(Townspeople.Reviewer), mail => mail.Subject.StartsWith("Beslis: ", StringComparison.Ordinal) && mail.Subject.EndsWith(id, StringComparison.Ordinal));
        var noted = await fixture.Host.Services.GetRequiredService<InitiativeTable>().FindEventAsync(id, $"involved-{Ellen}", CancellationToken.None);
        Assert.Equal((Actor.Workflow, $"Applicant: {Ellen}"), (noted!.By, noted.Note));
    }

    [Fact]
    public async Task CouncilMember_WhoAppliesThemselves_IsNotAskedToLookAlong()
    {
        var id = await fixture.Town.ApplyAsync(Townspeople.Resident("van Henk zelf", "3.500") with { Email = "h.wiggers+thuis@raad.oldenzaal.example" });
        await fixture.Town.ApproveAsync(Townspeople.Reviewer, id, "3.500");
        await Cases.MailedAsync(id, "council-raadslid-2");
        await fixture.Host.Durable.IdleAsync();

        Assert.DoesNotContain("council-raadslid-1", await Cases.MailsAsync(id));
    }

    [Fact]
    public async Task Coordinator_WhoAppliesThemselves_LeavesTheCouncilsDecisionToTheSubstitute()
    {
        var id = await fixture.Town.ApplyAsync(Townspeople.Resident("van het loket", "3.500") with { Email = "coordinator+zelf@oldenzaal.example" });
        await fixture.Town.ApproveAsync(Townspeople.Reviewer, id, "3.500");
        await fixture.Town.FollowAsync(Townspeople.Henk, "van het loket", "Ik wil dit in de raad bespreken", Decisions.CallIn);
        await fixture.Town.FollowAsync(Townspeople.Fatma, "van het loket", "Ik wil dit in de raad bespreken", Decisions.CallIn);
        await Cases.MailedAsync(id, "council-asked");

        var mail = Assert.Single(await Post.ToAsync(Townspeople.Substitute));
        using var person = fixture.Host.NewVisitor();
        Assert.Contains("Leg het besluit vast", (await person.OpenAsync((await Post.WaitForAsync(Townspeople.Substitute, mail.Subject)).Link)).Buttons);
        var links = fixture.Host.Services.GetRequiredService<LinkMaker>();
        var own = await links.NewPathAsync(
            new Link(LinkPurpose.Desk, id, Actor.Coordinator, 0, default), LinkPurpose.CouncilDecision, id, round: 0, CancellationToken.None);
        Assert.Equal("Een ander legt dit raadsbesluit vast", (await person.OpenAsync(own)).Heading);
    }

    [Fact]
    public async Task Reviewer_WhoSupportsAsANeighbour_GivesThePlaceAway()
    {
        var proposal = Townspeople.Resident("steun van Ellen");
        var id = await fixture.Town.ApplyAsync(proposal);
        await Cases.MailedAsync(id, $"review-1-invite-{Ellen}");
        const string Home = "E.Kamphuis+thuis@oldenzaal.example";
        await SupportAsync(proposal, id, Home);

        await fixture.Town.FollowAsync(Home, "Bevestig uw steun", "Ja, ik steun dit initiatief");

        var initiative = await Cases.GetAsync(id);
        Assert.DoesNotContain(Ellen, initiative.Panel.Seats);
        Assert.Equal(HandOverReason.Conflict, Assert.Single(initiative.Panel.HandOvers).Why);
        await Cases.MailedAsync(id, $"review-1-invite-{initiative.Panel.Seats[0]}");
    }

    [Fact]
    public async Task Supporter_WithManyAddressesOfOneMailbox_CountsOnceAndTheApplicantNotAtAll()
    {
        var proposal = Townspeople.Resident("steun van Piet");
        var id = await fixture.Town.ApplyAsync(proposal);
        foreach (var email in new[] { "piet+1@buren.example", "Piet+2@buren.example" })
        {
            await SupportAsync(proposal, id, email);
        }

        await fixture.Town.FollowAsync("piet+1@buren.example", "Bevestig uw steun", "Ja, ik steun dit initiatief");
        var own = proposal.Email.Replace("@", "+ik@", StringComparison.Ordinal);
        await SupportAsync(proposal, id, own);
        var page = await fixture.Town.OpenAsync(own, "Bevestig uw steun");

        Assert.Equal("Dit is uw eigen initiatief", page.Heading);
        Assert.DoesNotContain("Ja, ik steun dit initiatief", page.Buttons);
        using var anybody = fixture.Host.NewVisitor();
        Assert.Contains("1 persoon steunt dit initiatief.", (await anybody.OpenAsync(await ShareOfAsync(proposal, id))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Applicant_WhoMovesToTheAddressOfTheReviewer_TakesTheReviewerOut()
    {
        var proposal = Townspeople.Resident("verhuisd adres");
        var id = await fixture.Town.ApplyAsync(proposal);
        await Cases.MailedAsync(id, $"review-1-invite-{Ellen}");
        const string New = "e.kamphuis+nieuw@oldenzaal.example";
        using var resident = fixture.Host.NewVisitor();
        var status = await resident.OpenAsync((await Post.WaitForAsync(proposal.Email, $"aanvraag {id} ontvangen")).Link);
        var contact = await resident.OpenAsync($"{status.Address}/gegevens");
        await resident.PressAsync(contact, "Bewaar mijn gegevens", ("email", New));

        await fixture.Town.FollowAsync(New, "Bevestig uw nieuwe e-mailadres", "Bevestig dit adres");
        await fixture.Town.FollowAsync(proposal.Email, $"Wilt u uw gegevens wijzigen? Initiatief {id}", "Ja, dit klopt", ("zelf", "true"));

        var panel = (await Cases.GetAsync(id)).Panel;
        Assert.DoesNotContain(Ellen, panel.Seats);
        Assert.Contains(Ellen, panel.Involved);
    }

    private async Task<string> ShareOfAsync(Proposal proposal, string id) =>
        (await fixture.Town.OpenAsync(proposal.Email, $"aanvraag {id} ontvangen")).LinkTo("/steun/");

    private async Task SupportAsync(Proposal proposal, string id, string email)
    {
        using var neighbour = fixture.Host.NewVisitor();
        await neighbour.PressAsync(
            await neighbour.OpenAsync(await ShareOfAsync(proposal, id)), "Stuur mij de mail", ("naam", "Een buur"), ("straat", "Lindestraat"), ("email", email));
    }
}
