using Initiatiefloket.Testing;
using Microsoft.DurableTask;

namespace Initiatiefloket.Emulator.Tests.Durable;

/// <summary>Tests with an orchestration that waits for the event Go: it appends that to its input, or fails when told so.</summary>
public abstract class WaitingTests(AzuriteFixture azurite) : DurableTests(azurite)
{
    protected const string Waiting = "Waiting";
    protected const string Parent = "Parent";

    private protected Task<HubHost> StartAsync() => StartAsync(tasks => tasks
        .AddOrchestratorFunc<string?, string>(Waiting, async (context, input) =>
        {
            var text = await context.WaitForExternalEvent<string>("Go");
            return text == "fail" ? throw new NotSupportedException(text) : input + text;
        })
        .AddOrchestratorFunc(Parent, context =>
            context.CallSubOrchestratorAsync(Waiting, new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-child"))));
}
