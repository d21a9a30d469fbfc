using System.Diagnostics;
using Microsoft.DurableTask.Engine.History;
using Microsoft.DurableTask.Engine.Replay;
using Microsoft.DurableTask.Engine.Tracing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask.Engine.Running;

/// <summary>Runs activities, each with services of its own.</summary>
internal sealed class ActivityRunner(TaskRuntime runtime)
{
    private readonly ILogger _logger = runtime.Loggers.CreateLogger("Microsoft.DurableTask.Worker.Activities");

    /// <summary>Runs an activity; whatever it throws is its answer.</summary>
    public async Task<HistoryEvent.Answer> RunAsync(ActivityCall call)
    {
        var activity = call.Activity;
        using var span = Traces.StartRun(call.Trace, call.Execution, call.Session.InstanceId, activity);
        try
        {
            await using var scope = runtime.Services.CreateAsyncScope();
            return runtime.TryCreateActivity(activity.Name, activity.Version, scope.ServiceProvider, out var task)
                ? new HistoryEvent.TaskSucceeded(activity.Id, await RunAsync(task!, call))
                : new HistoryEvent.TaskFailed(activity.Id, NotFound(activity).Write());
        }
        catch (Exception exception)
        {
            span?.SetStatus(ActivityStatusCode.Error, exception.Message);
            return new HistoryEvent.TaskFailed(activity.Id, Failure.From(exception, runtime.Properties).Write());
        }
    }

    private static Failure NotFound(HistoryEvent.ActivityScheduled activity)
    {
        var version = activity.Version.Length == 0 ? string.Empty : $" with version '{activity.Version}'";
        return new("ActivityTaskNotFound", $"No activity task named '{activity.Name}'{version} was found.") { IsFinal = true };
    }

    private async Task<string?> RunAsync(ITaskActivity task, ActivityCall call)
    {
        var (instanceId, name) = (call.Session.InstanceId, call.Activity.Name);
        var converter = runtime.Options.DataConverter;
        var input = converter.Deserialize(call.Activity.Input, task.InputType);
        EngineLog.ActivityStarted(_logger, instanceId, name);
        try
        {
            var output = await task.RunAsync(new Context(call), input);
            var serialized = Payloads.Require(converter.Serialize(output), $"output of activity '{name}'");
            EngineLog.ActivityCompleted(_logger, instanceId, name);
            return serialized;
        }
        catch (Exception exception)
        {
            EngineLog.ActivityFailed(_logger, exception, instanceId, name);
            throw;
        }
    }

    private sealed class Context(ActivityCall call) : TaskActivityContext
    {
        public override TaskName Name => call.Activity.Name;

        public override string InstanceId => call.Session.InstanceId;

        public override string Version => call.Activity.Version;
    }
}
