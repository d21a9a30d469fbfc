using Azure;
using Azure.Data.Tables;
using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Storage;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatiefloket.Emulator.Tests.Durable;

/// <summary>What cannot be handled ends its own instance with the reason; the engine and the other instances go on.</summary>
public sealed class PoisonTests(AzuriteFixture azurite) : DurableTests(azurite)
{
    private const string Waiting = "Waiting";
    private const string Parent = "Parent";
    private const string Sender = "Sender";

    private static readonly Action<DurableTaskRegistry> Tasks = tasks => tasks
        .AddOrchestratorFunc<string?, string>(Waiting, async (context, input) =>
        {
            context.SetCustomStatus(await context.CallActivityAsync<string>("Echo", input));
            return await context.WaitForExternalEvent<string>("Go");
        })
        .AddOrchestratorFunc(Parent, context =>
            context.CallSubOrchestratorAsync(Waiting, "child", new SubOrchestrationOptions { InstanceId = "child" }))
        .AddOrchestratorFunc<string?>(Sender, (context, to) =>
        {
            if (to is not null)
            {
                context.SendEvent(to, "Go", "");
                context.ContinueAsNew();
            }
        })
        .AddActivityFunc<string, string>("Echo", (_, text) => text);

    [Fact]
    public async Task History_ThatIsNoHistory_FailsTheInstance()
    {
        await WaitingThenDownAsync("one", "text");
        await ChangeRowAsync("one", row => row["H000"] = "{ this is no history");

        await ExpectFailureAsync("one", "The history of this instance cannot be read");
    }

    [Fact]
    public async Task History_WithAnUnknownKindOfEvent_FailsTheInstance()
    {
        await WaitingThenDownAsync("one", "text");
        await ChangeRowAsync("one", row => row["H000"] = """{"is":"from a later version","Id":0}""");

        await ExpectFailureAsync("one", "The history of this instance cannot be read");
    }

    [Fact]
    public async Task History_WhoseLargeTextIsGone_FailsTheInstance()
    {
        await WaitingThenDownAsync("one", new string('x', 40_000));
        var host = await StartAsync(Setup with { HasWorker = false });
        await foreach (var blob in host.Storage.Payloads.GetBlobsAsync())
        {
            await host.Storage.Payloads.DeleteBlobAsync(blob.Name);
        }

        await ExpectFailureAsync("one", "A large text of this instance cannot be read");
    }

    [Fact]
    public async Task Message_ThatIsNone_FailsTheInstance()
    {
        await WaitingThenDownAsync("one", "text");
        var host = await StartAsync(Setup with { HasWorker = false });
        await host.Storage.Instances.AddEntityAsync(new TableEntity("one", "m0") { ["Message"] = """{"is":"timer","Id":0}""" });
        await host.Client.RaiseEventAsync("one", "Go", ""); // from another process, so the engine looks at all messages

        await ExpectFailedAsync(await StartAsync(Tasks), "one", "A message to this instance cannot be read");
    }

    [Fact]
    public async Task Child_WhoseHistoryIsBroken_FailsItsParent()
    {
        var host = await StartAsync(Tasks);
        await host.StartedAsync(Parent, options: new("parent"));
        await StatusAsync(host, "child", "child");
        await host.DisposeAsync();
        await ChangeRowAsync("child", row => row["H000"] = "nonsense");

        var next = await StartAsync(Tasks);
        await next.Client.RaiseEventAsync("child", "Go", "");

        var end = await next.EndOfAsync("parent");
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("The history of this instance cannot be read", end.FailureDetails!.ErrorMessage);
    }

    [Fact]
    public async Task Row_ThatIsBroken_DoesNotStopTheEngine()
    {
        await WaitingThenDownAsync("one", "text");
        await ChangeRowAsync("one", row => row["Status"] = "Strange");

        var host = await StartAsync(Tasks);
        await host.Client.TerminateInstanceAsync("one");
        await ExpectOthersGoOnAsync(host);
    }

    [Theory]
    [InlineData("work", "r-row-of-nobody")]
    [InlineData("work", "t0000000000000000001")]
    [InlineData("notify", "something")]
    public async Task WorkRow_ThatIsNone_DoesNotStopTheEngine(string partition, string key)
    {
        var before = await StartAsync(Setup with { HasWorker = false });
        Assert.Null(await before.Client.GetInstanceAsync("nobody")); // creates the tables
        await before.Storage.Work.AddEntityAsync(new TableEntity(partition, key) { ["InstanceId"] = 12 });

        await ExpectOthersGoOnAsync(await StartAsync(Tasks));
    }

    [Fact]
    public async Task Step_ThatCannotBeStored_FailsTheInstance()
    {
        var host = await StartAsync(Tasks);

        var end = await host.RunAsync(Sender, new string('x', 3_000));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("An instance ID has at most 400 characters, and this one takes 3000.", end.FailureDetails!.ErrorMessage);
        await ExpectOthersGoOnAsync(host);
    }

    [Fact]
    public async Task PropertiesProvider_ThatThrows_KeepsTheFailure()
    {
        var host = await StartAsync(Setup with
        {
            Tasks = tasks => tasks
                .AddOrchestratorFunc(Parent, context => context.CallActivityAsync("Explode"))
                .AddActivityFunc("Explode", (TaskActivityContext _) => throw new NotSupportedException("Kaboem")),
            Worker = worker => worker.Services.AddSingleton<IExceptionPropertiesProvider, BrokenProvider>(),
        });

        var failure = (await host.RunAsync(Parent)).FailureDetails!.InnerFailure!;

        Assert.Equal("Kaboem", failure.ErrorMessage);
        Assert.Equal("broken", failure.Properties![nameof(BrokenProvider)]);
    }

    [Fact]
    public async Task BrokenInstance_AfterItFailed_CanBeRestartedAndPurged()
    {
        await WaitingThenDownAsync("one", "text");
        await ChangeRowAsync("one", row => row["H000"] = "nonsense");
        var host = await ExpectFailureAsync("one", "cannot be read");

        await host.Client.RestartAsync("one");
        await StatusAsync(host, "one", "text");
        await host.Client.RaiseEventAsync("one", "Go", "opnieuw");

        Assert.Equal("opnieuw", (await host.EndOfAsync("one")).ReadOutputAs<string>());
        await ChangeRowAsync("one", row => row["H000"] = "nonsense");
        Assert.Equal(1, (await host.Client.PurgeInstanceAsync("one", new PurgeInstanceOptions(Recursive: true))).PurgedInstanceCount);
    }

    [Fact]
    public async Task BreakOff_OfAnInstanceThatWasReplacedMeanwhile_LeavesTheNewOneAlone()
    {
        var host = await StartAsync(Tasks);
        await host.StartedAsync(Waiting, "text", new("one"));

        await Assert.ThrowsAsync<ConflictException>(() =>
            host.Instances.BreakOffAsync("one", new ETag("an earlier one"), new Failure("Broken", "broken"), Limit));

        await host.Client.RaiseEventAsync("one", "Go", "verder");
        Assert.Equal("verder", (await host.EndOfAsync("one")).ReadOutputAs<string>());
    }

    private async Task WaitingThenDownAsync(string id, string input)
    {
        var host = await StartAsync(Tasks);
        await host.StartedAsync(Waiting, input, new(id));
        await StatusAsync(host, id, input);
        await host.DisposeAsync();
    }

    private async Task ChangeRowAsync(string id, Action<TableEntity> change)
    {
        var host = await StartAsync(Setup with { HasWorker = false });
        var row = new TableEntity(id, InstanceRow.RowKey(id));
        change(row);
        await host.Storage.Instances.UpsertEntityAsync(row);
    }

    private async Task<HubHost> ExpectFailureAsync(string id, string reason)
    {
        var host = await StartAsync(Tasks);
        await host.Client.RaiseEventAsync(id, "Go", "");
        await ExpectFailedAsync(host, id, reason);
        return host;
    }

    private static async Task ExpectFailedAsync(HubHost host, string id, string reason)
    {
        var end = await host.EndOfAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains(reason, end.FailureDetails!.ErrorMessage);
        await ExpectOthersGoOnAsync(host);
    }

    private static async Task ExpectOthersGoOnAsync(HubHost host)
    {
        var id = await host.StartedAsync(Waiting, "text");
        await StatusAsync(host, id, "text");
        await host.Client.RaiseEventAsync(id, "Go", "verder");
        Assert.Equal("verder", (await host.EndOfAsync(id)).ReadOutputAs<string>());
    }

    private static Task<string> StatusAsync(HubHost host, string id, string status) => Eventually.FindAsync($"custom status of {id}", async () =>
        (await host.Client.GetInstanceAsync(id, true))?.ReadCustomStatusAs<string>() == status ? "" : null);

    private sealed class BrokenProvider : IExceptionPropertiesProvider
    {
        public IDictionary<string, object?>? GetExceptionProperties(Exception exception) => throw new NotSupportedException("broken");
    }
}
