using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask.Engine;

/// <summary>Log messages. Those of tasks have the numbers and texts of the real worker.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(55, LogLevel.Information, "{InstanceId}: Evaluating custom retry handler for failed '{Name}' task. Attempt = {Attempt}.")]
    public static partial void RetryingTask(ILogger logger, string instanceId, string name, int attempt);

    [LoggerMessage(600, LogLevel.Information, "'{Name}' orchestration with ID '{InstanceId}' started.")]
    public static partial void OrchestrationStarted(ILogger logger, string instanceId, string name);

    [LoggerMessage(601, LogLevel.Information, "'{Name}' orchestration with ID '{InstanceId}' completed.")]
    public static partial void OrchestrationCompleted(ILogger logger, string instanceId, string name);

    [LoggerMessage(602, LogLevel.Information, "'{Name}' orchestration with ID '{InstanceId}' failed.")]
    public static partial void OrchestrationFailed(ILogger logger, Exception exception, string instanceId, string name);

    [LoggerMessage(603, LogLevel.Information, "'{Name}' activity of orchestration ID '{InstanceId}' started.")]
    public static partial void ActivityStarted(ILogger logger, string instanceId, string name);

    [LoggerMessage(604, LogLevel.Information, "'{Name}' activity of orchestration ID '{InstanceId}' completed.")]
    public static partial void ActivityCompleted(ILogger logger, string instanceId, string name);

    [LoggerMessage(605, LogLevel.Information, "'{Name}' activity of orchestration ID '{InstanceId}' failed.")]
    public static partial void ActivityFailed(ILogger logger, Exception exception, string instanceId, string name);

    [LoggerMessage(1001, LogLevel.Warning, "Orchestration '{Name}' with ID '{InstanceId}' waits for nothing that the engine knows. Does it await a task that is not from its context?")]
    public static partial void OrchestrationWaitsForNothing(ILogger logger, string instanceId, string name);

    [LoggerMessage(1002, LogLevel.Warning, "Orchestration with ID '{InstanceId}' is left alone: {Reason}")]
    public static partial void OrchestrationLeftAlone(ILogger logger, string instanceId, string reason);

    [LoggerMessage(1003, LogLevel.Warning, "Storage of task hub '{Hub}' does not answer; trying again in {Delay}.")]
    public static partial void StorageDoesNotAnswer(ILogger logger, Exception exception, string hub, TimeSpan delay);

    [LoggerMessage(1004, LogLevel.Information, "Task hub '{Hub}' is taken by {Owner}; standing by.")]
    public static partial void StandingBy(ILogger logger, string hub, string owner);

    [LoggerMessage(1005, LogLevel.Information, "Working on task hub '{Hub}'.")]
    public static partial void Working(ILogger logger, string hub);

    [LoggerMessage(1006, LogLevel.Warning, "Another process took over task hub '{Hub}'.")]
    public static partial void TakenOver(ILogger logger, string hub);

    [LoggerMessage(1007, LogLevel.Error, "Orchestration with ID '{InstanceId}' cannot be handled and is ended as failed.")]
    public static partial void StepFailed(ILogger logger, Exception exception, string instanceId);
}
