using DurableTask.Core.History;
using Initiatiefloket.DevHost.Probe.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.DevHost.Tests.Contract;

public abstract class QueryContract(BackEnd backEnd)
{
    private static readonly string[] Asked = ["asked"];

    [Fact]
    public async Task Get_WhenThereIsNone_IsNothing() => Assert.Null(await backEnd.Client.GetInstanceAsync("nobody"));

    [Fact]
    public async Task Get_WhenNotAskedForPayloads_LeavesThemOut()
    {
        var ended = await backEnd.RunAsync(nameof(Chain), "x");

        var shown = await backEnd.Client.GetInstanceAsync(ended.InstanceId);

        Assert.Equal((null, null, OrchestrationRuntimeStatus.Completed), (shown!.SerializedInput, shown.SerializedOutput, shown.RuntimeStatus));
    }

    [Fact]
    public async Task Query_WhenPagesAreSmall_FindsAllOfAPrefix()
    {
        var ids = await Task.WhenAll(Enumerable.Range(1, 5).Select(number => backEnd.StartAsync(nameof(Chain), "x", new StartOrchestrationOptions($"paged-{number}"))));
        await Task.WhenAll(ids.Select(backEnd.EndAsync));
        var pages = new List<string[]>();

        await foreach (var page in backEnd.Client.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: "paged-", PageSize: 2)).AsPages())
        {
            pages.Add([.. page.Values.Select(instance => instance.InstanceId)]);
        }

        Assert.Equal(ids, pages.SelectMany(page => page));
        Assert.All(pages, page => Assert.InRange(page.Length, 0, 2));
    }

    [Fact]
    public async Task Query_WhenFilteredByStatusAndMoment_FindsOnlyThose()
    {
        var before = (await backEnd.RunAsync(nameof(Chain), "x", new StartOrchestrationOptions("filtered-1"))).CreatedAt;
        await backEnd.RunAsync(nameof(Broken), "x", new StartOrchestrationOptions("filtered-2"));
        await backEnd.RunAsync(nameof(Chain), "y", new StartOrchestrationOptions("filtered-3"));

        var completed = await FoundAsync(new(Statuses: [OrchestrationRuntimeStatus.Completed], InstanceIdPrefix: "filtered-", FetchInputsAndOutputs: true));
        var failed = await FoundAsync(new(Statuses: [OrchestrationRuntimeStatus.Failed], InstanceIdPrefix: "filtered-"));
        var later = await FoundAsync(new(CreatedFrom: before.AddMilliseconds(1), InstanceIdPrefix: "filtered-"));

        Assert.Equal(["filtered-1", "filtered-3"], completed.Select(instance => instance.InstanceId));
        Assert.Equal(["xa.b.c.", "ya.b.c."], completed.Select(instance => instance.ReadOutputAs<string>()));
        Assert.Equal("filtered-2", Assert.Single(failed).InstanceId);
        Assert.Equal(["filtered-2", "filtered-3"], later.Select(instance => instance.InstanceId));
    }

    [Fact]
    public async Task History_OfAChain_TellsWhatHappenedInOrder()
    {
        var ended = await backEnd.RunAsync(nameof(Chain), "x");

        var history = await backEnd.Client.GetOrchestrationHistoryAsync(ended.InstanceId);

        Assert.Equal(
            [EventType.ExecutionStarted, .. Enumerable.Repeat<EventType[]>([EventType.TaskScheduled, EventType.TaskCompleted], 3).SelectMany(step => step), EventType.ExecutionCompleted],
            history.Select(entry => entry.EventType).Where(kind => kind is not (EventType.OrchestratorStarted or EventType.OrchestratorCompleted)));
        Assert.Equal(["Append", "Append", "Append"], history.OfType<TaskScheduledEvent>().Select(entry => entry.Name));
    }

    [Fact]
    public async Task History_WhenThereIsNone_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => backEnd.Client.GetOrchestrationHistoryAsync("nobody"));

    [Fact]
    public async Task Purge_WhenItHasEnded_ForgetsIt()
    {
        var ended = await backEnd.RunAsync(nameof(Chain), "x");

        Assert.Equal(1, (await backEnd.Client.PurgeInstanceAsync(ended.InstanceId)).PurgedInstanceCount);

        Assert.Null(await backEnd.Client.GetInstanceAsync(ended.InstanceId));
        Assert.Equal(0, (await backEnd.Client.PurgeInstanceAsync(ended.InstanceId)).PurgedInstanceCount);
    }

    [Fact]
    public async Task Purge_WhenItRuns_IsRefused()
    {
        var id = await backEnd.StartAsync(nameof(Events.Collect), Asked);
        await backEnd.UntilSaysAsync(id, "asked");

        await Assert.ThrowsAsync<InvalidOperationException>(() => backEnd.Client.PurgeInstanceAsync(id));
    }

    [Fact]
    public async Task Purge_WhenFiltered_ForgetsOnlyThose()
    {
        var kept = await backEnd.RunAsync(nameof(Chain), "x");
        var first = await backEnd.RunAsync(nameof(Broken), "x");
        var second = await backEnd.RunAsync(nameof(Broken), "y");

        var purged = await backEnd.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(kept.CreatedAt, DateTimeOffset.UtcNow.AddMinutes(1), [OrchestrationRuntimeStatus.Failed]));

        Assert.Equal(2, purged.PurgedInstanceCount);
        Assert.NotNull(await backEnd.Client.GetInstanceAsync(kept.InstanceId));
        Assert.Null(await backEnd.Client.GetInstanceAsync(first.InstanceId));
        Assert.Null(await backEnd.Client.GetInstanceAsync(second.InstanceId));
    }

    private async Task<OrchestrationMetadata[]> FoundAsync(OrchestrationQuery query)
    {
        var found = new List<OrchestrationMetadata>();
        await foreach (var instance in backEnd.Client.GetAllInstancesAsync(query))
        {
            found.Add(instance);
        }

        return [.. found.OrderBy(instance => instance.InstanceId, StringComparer.Ordinal)];
    }
}

[Collection(nameof(OnTestDurable))]
public sealed class QueryOnTestDurable(OnTestDurable backEnd) : QueryContract(backEnd);

[Collection(nameof(OnTheRealExtension))]
public sealed class QueryOnTheRealExtension(OnTheRealExtension backEnd) : QueryContract(backEnd);
