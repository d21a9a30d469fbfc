using System.Collections.Concurrent;
using System.Diagnostics;
using Initiatiefloket.Testing;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Initiatiefloket.Emulator.Tests.Durable;

public sealed class TracingTests : DurableTests, IDisposable
{
    private const string Parent = "Parent";
    private const string Child = "Child";

    private static readonly ActivitySource Own = new(nameof(TracingTests));

    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public TracingTests(AzuriteFixture azurite)
        : base(azurite)
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name is "Microsoft.DurableTask" or nameof(TracingTests),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Trace_OfAWholeOrchestration_IsOneTreeOverARestart()
    {
        var before = await StartAsync(Tasks);
        using var root = Own.StartActivity("root")!;
        var id = await before.StartedAsync(Parent);
        await Eventually.FindAsync("the child", async () =>
            (await before.Client.GetInstanceAsync("child"))?.RuntimeStatus == OrchestrationRuntimeStatus.Running ? "" : null);
        await before.DisposeAsync();
        var after = await StartAsync(Tasks);
        await after.Client.RaiseEventAsync("child", "Go", "!");
        await after.EndOfAsync(id);
        await after.DisposeAsync();
        root.Stop();

        var trace = _ended.Where(span => span.TraceId == root.TraceId).ToList();
        var lines = trace.Select(span => $"{Path(span, trace)} {span.Kind}").Order(StringComparer.Ordinal);

        const string parent = "root/create_orchestration:Parent/orchestration:Parent";
        const string child = $"{parent}/orchestration:Child/orchestration:Child";
        Assert.Equal(
            [
                "root Internal",
                "root/create_orchestration:Parent Producer",
                $"{parent} Server",
                $"{parent}/orchestration:Child Client",
                $"{child} Server",
                $"{child}/activity:Work Client",
                $"{child}/activity:Work/activity:Work Server",
                $"{child}/activity:Work/activity:Work/own work Internal",
                $"{child}/orchestration:Child:timer Internal",
                $"{parent}/orchestration_event:Done Producer",
                "root/orchestration_event:Go Producer",
            ],
            lines);
    }

    [Fact]
    public async Task Trace_OfWhatFailed_SaysSo()
    {
        var host = await StartAsync(tasks => tasks
            .AddOrchestratorFunc(Parent, context => context.CallActivityAsync("Work"))
            .AddActivityFunc("Work", new Action<TaskActivityContext>(_ => throw new NotSupportedException("Dat kan niet."))));
        using var root = Own.StartActivity("root")!;

        await host.RunAsync(Parent);
        await host.DisposeAsync();

        var trace = _ended.Where(span => span.TraceId == root.TraceId && span.Kind != ActivityKind.Producer).ToList();
        Assert.Equal(3, trace.Count);
        Assert.All(trace, span => Assert.Equal(ActivityStatusCode.Error, span.Status));
        var run = Assert.Single(trace, span => span.OperationName == "orchestration:Parent");
        Assert.Equal("Failed", run.GetTagItem("durabletask.task.status"));
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc(Parent, async context =>
        {
            await context.CallSubOrchestratorAsync(Child, new SubOrchestrationOptions(instanceId: "child"));
            context.SendEvent("somebody", "Done", "klaar");
        })
        .AddOrchestratorFunc(Child, async context =>
        {
            await context.WaitForExternalEvent<string>("Go");
            await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            await context.CallActivityAsync("Work");
        })
        .AddActivityFunc("Work", (TaskActivityContext _) => Own.StartActivity("own work")?.Dispose());

    private static string Path(Activity span, List<Activity> trace) =>
        trace.SingleOrDefault(other => other.SpanId == span.ParentSpanId) is { } parent
            ? $"{Path(parent, trace)}/{span.OperationName}"
            : span.OperationName;
}
