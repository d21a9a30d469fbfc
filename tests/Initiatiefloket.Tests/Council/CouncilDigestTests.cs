using Initiatiefloket.Council;
using Initiatiefloket.Tests.Workflow;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Moq;

namespace Initiatiefloket.Tests.Council;

public sealed class CouncilDigestTests
{
    private readonly StagedWorkflow _stage = new();

    [Fact]
    public async Task Run_News_MailsTheCouncilInOneStep()
    {
        var issue = new DigestIssue(3, 9, ["anna", "bert"]);
        _stage.On(nameof(CouncilDigestActivities.FindNews), _ => issue);

        Assert.Equal(2, await _stage.Start(CouncilDigest.RunAsync));

        Assert.Same(issue, Assert.Single(_stage.InputsOf<DigestIssue>(nameof(CouncilDigestActivities.MailDigest))));
        Assert.Equal([nameof(CouncilDigestActivities.FindNews), nameof(CouncilDigestActivities.MailDigest)], _stage.Steps);
    }

    [Fact]
    public async Task Run_NoNews_MailsNobody()
    {
        _stage.On(nameof(CouncilDigestActivities.FindNews), _ => new DigestIssue(9, 9, []));

        Assert.Equal(0, await _stage.Start(CouncilDigest.RunAsync));
        Assert.DoesNotContain(nameof(CouncilDigestActivities.MailDigest), _stage.Steps);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(OrchestrationRuntimeStatus.Completed, true)]
    [InlineData(OrchestrationRuntimeStatus.Failed, true)]
    [InlineData(OrchestrationRuntimeStatus.Running, false)]
    [InlineData(OrchestrationRuntimeStatus.Pending, false)]
    public async Task Start_Timer_StartsOneDigestAtATime(OrchestrationRuntimeStatus? status, bool isStarted)
    {
        var client = new Mock<DurableTaskClient>("");
        client.Setup(hub => hub.GetInstanceAsync("council-digest", It.IsAny<CancellationToken>()))
            .ReturnsAsync(status is { } known ? new OrchestrationMetadata(nameof(CouncilDigest), "council-digest") { RuntimeStatus = known } : null);

        await CouncilDigest.StartCouncilDigest(new TimerInfo(), client.Object, CancellationToken.None);

        client.Verify(
            hub => hub.ScheduleNewOrchestrationInstanceAsync(
                nameof(CouncilDigest),
                null,
                It.Is<StartOrchestrationOptions>(options => options.InstanceId == "council-digest"),
                It.IsAny<CancellationToken>()),
            isStarted ? Times.Once : Times.Never);
    }
}
