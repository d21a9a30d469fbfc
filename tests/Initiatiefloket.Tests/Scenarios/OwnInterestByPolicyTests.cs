using Initiatiefloket.Assignment;
using Initiatiefloket.Initiatives;
using Initiatiefloket.Tests.Policies;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>Another policy makes an applicant the reviewer of their own initiative.</summary>
public sealed class OwnInterestByPolicyTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    private static readonly Actor Ellen = Actor.Reviewer("welzijn");

    [Fact]
    public async Task Sweep_ReviewerWhoseAddressInThePolicyBecameTheApplicants_LosesThePlace()
    {
        var proposal = Townspeople.Resident("wordt professional");
        var id = await fixture.Town.ApplyAsync(proposal);
        await fixture.Cases.MailedAsync(id, $"review-1-invite-{Ellen}");
        using var policy = new PolicyDraft(
            json => json["reviewers"]!.AsArray().First(reviewer => reviewer!["id"]!.GetValue<string>() == "welzijn")!["email"] = proposal.Email);
        await fixture.Host.DisposeAsync();
        await fixture.StartAsync($"--Policy:File={policy.File}");

        await ActivatorUtilities.CreateInstance<InvolvementSweep>(fixture.Host.Services).Run(new TimerInfo(), fixture.Host.Workflows, CancellationToken.None);

        var panel = (await fixture.Cases.GetAsync(id)).Panel;
        Assert.DoesNotContain(Ellen, panel.Seats);
        Assert.Equal(HandOverReason.Conflict, panel.HandOvers[^1].Why);
    }
}
