using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class QueryTests(AzuriteFixture azurite) : WaitingTests(azurite)
{
    [Fact]
    public async Task Query_WithFilters_FindsWhatFits()
    {
        var host = await StartAsync();
        foreach (var id in new[] { "x-1", "x-2", "y-1" })
        {
            await host.StartedAsync(Waiting, "invoer", new(id));
        }

        await host.Client.RaiseEventAsync("x-2", "Go", "!");
        await host.EndOfAsync("x-2");

        var prefix = await IdsAsync(host, new(InstanceIdPrefix: "x-"));
        var running = await IdsAsync(host, new(Statuses: [OrchestrationRuntimeStatus.Running]));
        var none = await IdsAsync(host, new(CreatedTo: DateTimeOffset.UtcNow.AddHours(-1)));
        var texts = await host.Client.GetAllInstancesAsync(new(InstanceIdPrefix: "x-2", FetchInputsAndOutputs: true)).ToListAsync();

        Assert.Equal(["x-1", "x-2"], prefix);
        Assert.Equal(["x-1", "y-1"], running);
        Assert.Empty(none);
        Assert.Equal("invoer!", Assert.Single(texts).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Query_WithoutInputsAndOutputs_HasShortTextsOnly()
    {
        var host = await StartAsync();
        await host.StartedAsync(Waiting, "kort", new("short"));
        await host.StartedAsync(Waiting, new string('x', 40_000), new("tall"));

        var found = await host.Client.GetAllInstancesAsync().ToListAsync();

        Assert.Equal(["\"kort\"", null], found.Select(metadata => metadata.SerializedInput));
        Assert.Throws<InvalidOperationException>(() => found[0].ReadInputAs<string>());
    }

    [Fact]
    public async Task Query_InPages_GoesOnWhereAPageEnded()
    {
        var host = await StartAsync();
        for (var number = 10; number < 31; number++)
        {
            await host.Client.ScheduleNewOrchestrationInstanceAsync(Waiting, new StartOrchestrationOptions($"page-{number}"));
        }

        var query = host.Client.GetAllInstancesAsync(new(InstanceIdPrefix: "page-"));
        var pages = await query.AsPages(pageSizeHint: 5).ToListAsync();
        var resumed = await query.AsPages(pages[1].ContinuationToken, pageSizeHint: 4).ToListAsync();

        Assert.Equal([5, 5, 5, 5, 1], pages.Select(page => page.Values.Count));
        Assert.Null(pages[^1].ContinuationToken);
        Assert.Equal(
            pages.Skip(2).SelectMany(page => page.Values).Select(metadata => metadata.InstanceId),
            resumed.SelectMany(page => page.Values).Select(metadata => metadata.InstanceId));
    }

    private static async Task<List<string>> IdsAsync(HubHost host, OrchestrationQuery query) =>
        [.. (await host.Client.GetAllInstancesAsync(query).ToListAsync()).Select(metadata => metadata.InstanceId)];
}
