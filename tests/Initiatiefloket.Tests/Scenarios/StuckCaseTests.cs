using Initiatiefloket.Desk;
using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Tests.Scenarios;

/// <summary>A case of which the workflow ended in an error.</summary>
public sealed class StuckCaseTests(TownFixture fixture) : IClassFixture<TownFixture>
{
    [Fact]
    public async Task Workflow_ThatFailed_IsToldToTheCoordinatorOnce()
    {
        var first = await FailAsync("vastgelopen");

        var told = await ToldAsync(first);
        Assert.Contains("Meld dit vandaag aan de beheerder van het loket", told.Text!, StringComparison.Ordinal);
        using var coordinator = fixture.Host.NewVisitor();
        Assert.Contains(first, (await coordinator.OpenAsync(told.Link)).Text, StringComparison.Ordinal);

        // The next look tells of another one, and not of the first again.
        await ToldAsync(await FailAsync("ook vastgelopen"));
        Assert.Single(await fixture.Host.Post.AboutAsync(Townspeople.Coordinator, $"Er ging iets mis: {first}"));
    }

    /// <summary>A case of which something fails.</summary>
    private async Task<string> FailAsync(string about)
    {
        var id = await fixture.Town.ApplyAsync(Townspeople.Resident(about));
        await fixture.Cases.MailedAsync(id, "review-1-invite-reviewer:welzijn");
        var failing = new StartOrchestrationOptions($"{id}:{ExtensionNotice.Key}");
        await fixture.Host.Workflows.ScheduleNewOrchestrationInstanceAsync(nameof(ExtensionNotice), "BI-2026-22222", failing);
        var failed = await fixture.Host.Workflows.WaitForInstanceCompletionAsync(failing.InstanceId!);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, failed.RuntimeStatus);
        return id;
    }

    private async Task<MailSeen> ToldAsync(string id)
    {
        fixture.Clock.Advance(TimeSpan.FromHours(1));
        return await fixture.Host.Post.WaitForAsync(Townspeople.Coordinator, $"Er ging iets mis: {id}");
    }
}
