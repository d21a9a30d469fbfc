using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Support;
using Initiatiefloket.Tests.Policies;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Another policy makes an applicant, or a supporter, the reviewer of the initiative.</summary>
public sealed class OwnInterestByPolicyTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private static readonly Actor Ellen = Actor.Reviewer("welzijn");

    [Fact]
    public async Task Sweep_ReviewerWhoseAddressInThePolicyBecameTheApplicants_LosesThePlace()
    {
        var proposal = Townspeople.Resident("wordt professional");
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Cases.MailedAsync(id, $"review-1-invite-{Ellen}");
        using var policy = NewAddressOfEllen(proposal.Email);
        await fixture.Host.DisposeAsync();
        await fixture.StartAsync($"--Policy:File={policy.File}");

        await ActivatorUtilities.CreateInstance<InvolvementSweep>(fixture.Host.Services).Run(new TimerInfo(), fixture.Host.Workflows, CancellationToken.None);

        await AssertReleasedAsync(id);
    }

    [Fact]
    public async Task Sweep_ReviewerWhoseAddressInThePolicyBecameASupporters_LosesThePlace()
    {
        const string Neighbour = "buurvrouw@buren.example";
        var proposal = Townspeople.Resident("buurvrouw wordt professional");
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Cases.MailedAsync(id, $"review-1-invite-{Ellen}");
        using var neighbour = fixture.Host.NewVisitor();
        var share = (await fixture.Town.OpenAsync(proposal.Email, $"aanvraag {id} ontvangen")).LinkTo("/steun/");
        await neighbour.PressAsync(await neighbour.OpenAsync(share), "Stuur mij de mail", ("naam", "Anna"), ("straat", "Lindestraat"), ("email", Neighbour));
        await fixture.Town.FollowAsync(Neighbour, "Bevestig uw steun", "Ja, ik steun dit initiatief");
        using var policy = NewAddressOfEllen(Neighbour);
        await fixture.Host.DisposeAsync();
        await fixture.StartAsync($"--Policy:File={policy.File}");

        await ActivatorUtilities.CreateInstance<SupporterSweep>(fixture.Host.Services).Run(new TimerInfo(), fixture.Host.Workflows, CancellationToken.None);

        await AssertReleasedAsync(id);
    }

    private static PolicyDraft NewAddressOfEllen(string email) => new(
        json => json["reviewers"]!.AsArray().First(reviewer => reviewer!["id"]!.GetValue<string>() == "welzijn")!["email"] = email);

    private async Task AssertReleasedAsync(string id)
    {
        var panel = (await fixture.Cases.GetAsync(id)).Panel;
        Assert.DoesNotContain(Ellen, panel.Seats);
        Assert.Equal(HandOverReason.Conflict, panel.HandOvers[^1].Why);
    }
}
